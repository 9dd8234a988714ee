/**
 * server/modules/returns/unannounced.ts — a return that nobody announced: it stands here, and is written and taken in at once. Whose it is, its order
 * says, its customer, or a serial: a unit knows to whom it was sent.
 */
import { normaliseBatchCode } from '#domain/batch-code.ts'
import type { Instant } from '#platform/clock.ts'
import type { Db, Tx } from '#platform/db.ts'
import { Refusal } from '#platform/refusal.ts'
import { lockProducts, resolveProducts } from '../catalog/index.ts'
import { announceReturns, type ReturnInput } from './announce-returns.ts'
import { kitsReturned } from './kits-returned.ts'
import { receiveReturn } from './receive-return.ts'
import type { ReturnKind } from './store.ts'
import type { JudgeTakenIn } from './taken-in.ts'

export type UnannouncedReturn = Readonly<{
  id?: string
  number?: string
  kind?: ReturnKind
  warehouse: string
  customer?: string
  orderNumber?: string
  receivedAt?: Instant
  note?: string
  force?: Readonly<{ reason: string }>
  despiteReports?: string
  lines: readonly UnannouncedLine[]
}>
type UnannouncedLine = Readonly<{
  /** May be left out where serials are named. */
  product?: string
  quantity?: number
  batch?: string
  place?: string
  serials?: readonly string[]
  unlabelled?: boolean
  note?: string
}>
type Line = UnannouncedLine & Readonly<{ product: string; quantity: number }>

/** Refuses what `announceReturns` and `receiveReturn` refuse, and `invalid_input` for a kit, which comes back as its parts. */
export async function receiveUnannounced(tx: Tx, ask: UnannouncedReturn, judge: JudgeTakenIn): Promise<string> {
  const sent = await sentSerials(
    tx,
    ask.lines.flatMap(({ serials = [] }) => serials.map(plainCode)),
  )
  const lines = ask.lines.map((line, at) => completed(line, at, sent))
  const products = await resolveProducts(
    tx,
    lines.map(({ product }) => product),
  )
  const partsOf = await kitsReturned(tx, [{ lines }], products)
  const kit = lines.findIndex(({ product }) => {
    const found = products.get(product)
    return found !== undefined && partsOf(ask.orderNumber, found) !== null
  })
  if (kit >= 0)
    throw new Refusal('invalid_input', {
      problems: [{ at: `lines[${kit}].product`, message: 'is a kit: name the parts that came back' }],
    })
  // Before the counter of numbers, which is the last lock that is taken.
  await lockProducts(tx, [...new Set([...products.values()].map(({ id }) => id))])
  const receivedAt = ask.receivedAt ?? tx.act.at
  const [announced] = await announceReturns(tx, [{ body: bodyOf(ask, lines, sent), origin: tx.act }], 'unannounced')
  if (announced instanceof Refusal) throw announced
  if (!announced) throw new Error('a return was asked for and none was made')
  const back = lines.map(({ product: _, ...line }, at) => ({ ...line, line: at + 1 }))
  const { warehouse, force, despiteReports } = ask
  const more = { ...(force ? { force } : {}), ...(despiteReports === undefined ? {} : { despiteReports }) }
  await receiveReturn(tx, { id: announced.id, warehouse, receivedAt, lines: back, ...more }, judge)
  return announced.id
}

const plainCode = (serial: string) => normaliseBatchCode(serial).code

function bodyOf(ask: UnannouncedReturn, lines: readonly Line[], sent: readonly SentSerial[]): ReturnInput {
  const { id, number, kind, customer, note } = ask
  const orders = [...new Set(sent.map(({ orderNumber }) => orderNumber))]
  const order = ask.orderNumber ?? (customer === undefined && orders.length === 1 ? orders[0] : undefined)
  return {
    ...(id ? { id } : {}),
    ...(number ? { number } : {}),
    ...(kind ? { kind } : {}),
    ...(customer ? { customer } : {}),
    ...(order ? { orderNumber: order } : {}),
    ...(note ? { note } : {}),
    ...(ask.receivedAt ? { announcedAt: ask.receivedAt } : {}),
    lines: lines.map(({ product, quantity }) => ({ product, quantity })),
  }
}

function completed(line: UnannouncedLine, at: number, sent: readonly SentSerial[]): Line {
  const { serials = [] } = line
  const products = [
    ...new Set(
      sent.filter(({ code }) => serials.some((serial) => plainCode(serial) === code)).map(({ productId }) => productId),
    ),
  ]
  const product = line.product ?? (products.length === 1 ? products[0] : undefined)
  const quantity = line.quantity ?? (serials.length > 0 ? serials.length : undefined)
  const problems = [
    ...(product === undefined
      ? [{ at: `lines[${at}].product`, message: 'must be named: no serial here says which it is' }]
      : []),
    ...(quantity === undefined ? [{ at: `lines[${at}].quantity`, message: 'must be said' }] : []),
  ]
  if (product === undefined || quantity === undefined) throw new Refusal('invalid_input', { problems })
  return { ...line, product, quantity }
}

type SentSerial = { code: string; productId: string; orderNumber: string }

/** With which order each serial of that code left last. */
async function sentSerials(db: Db, codes: readonly string[]): Promise<SentSerial[]> {
  if (codes.length === 0) return []
  return db<SentSerial[]>`
    select distinct on (s.id) s.code, s.product_id, o.number as order_number
    from batches.serial s
    join stock.move_serial ms on ms.account_id = s.account_id and ms.serial_id = s.id
    join stock.net_move m on m.account_id = ms.account_id and m.id = ms.move_id and m.reason = 'shipment'
    join fulfilment.shipment sh on sh.account_id = m.account_id and sh.id = m.document_id
    join orders.sales_order o on o.account_id = sh.account_id and o.id = sh.order_id
    where s.account_id = ${db.act.accountId} and s.code = any(${codes as string[]}::text[])
    order by s.id, m.id desc`
}
