/**
 * server/modules/transfers/request.ts — somebody asks for goods to go to another warehouse.
 */
import { normaliseBatchCode } from '#domain/batch-code.ts'
import { groupBy } from '#domain/group-by.ts'
import { isExpired } from '#domain/shelf-life.ts'
import { dayIn } from '#platform/clock.ts'
import type { Tx } from '#platform/db.ts'
import { newId } from '#platform/id.ts'
import { naming } from '#platform/naming.ts'
import { nextNumber } from '#platform/numbers.ts'
import { isId } from '#platform/references.ts'
import { Refusal } from '#platform/refusal.ts'
import { allows, audit } from '../access/index.ts'
import { archived, notStocked, type ProductRow, resolveProducts } from '../catalog/index.ts'
import { resolveWarehouses, type WarehouseRow } from '../places/index.ts'
import { approveTransfer } from './approve.ts'
import { batchesNamed, insertLines, insertTransfer, type NewTransferLine } from './store.ts'

export type TransferAsk = Readonly<{
  id?: string
  from: string
  to: string
  note?: string
  approve?: boolean
  lines: readonly LineAsk[]
}>
/** `reason`: why that batch; an expired one goes only where it is said. */
type LineAsk = Readonly<{ product: string; quantity: number; batch?: string; reason?: string }>
type NamedBatch = Awaited<ReturnType<typeof batchesNamed>>[number]

/**
 * Promises nothing yet, unless it is approved in the same breath by somebody who may. Refuses `not_found`, `not_allowed`, `already_exists`,
 * and `invalid_input` naming every wrong line.
 */
export async function requestTransfer(tx: Tx, ask: TransferAsk): Promise<string> {
  if (ask.approve && !allows(tx.act.role, 'approve transfers'))
    throw new Refusal('not_allowed', { needs: 'approve transfers', role: tx.act.role })
  const { from, to } = await warehousesOf(tx, ask)
  const lines = await linesOf(tx, ask.lines, from)
  const id = ask.id ?? newId()
  const number = await nextNumber(tx, 'TR')
  const row = { id, number, fromWarehouseId: from.id, toWarehouseId: to.id, note: ask.note ?? null }
  await naming({ kind: 'transfer', name: '' }, insertTransfer(tx, row).execute())
  await insertLines(tx, id, lines)
  const after = { number, from: from.code, to: to.code, lines: lines.length }
  audit(tx, { action: 'transfer.request', subjectKind: 'transfer', subjectId: id, after, reason: row.note })
  if (ask.approve) await approveTransfer(tx, id)
  return id
}

async function warehousesOf(tx: Tx, { from, to }: TransferAsk) {
  const warehouses = await resolveWarehouses(tx)
  const found = (ref: string): WarehouseRow => {
    const one = warehouses.get(ref)
    if (!one) throw new Refusal('not_found', { kind: 'warehouse', id: ref })
    return one
  }
  const ends = { from: found(from), to: found(to) }
  if (ends.from.id === ends.to.id)
    throw new Refusal('invalid_input', { problems: [{ at: 'to', message: 'must be another warehouse' }] })
  return ends
}

async function linesOf(tx: Tx, asks: readonly LineAsk[], from: WarehouseRow): Promise<NewTransferLine[]> {
  const products = await resolveProducts(
    tx,
    asks.map(({ product }) => product),
  )
  const named = asks.flatMap(({ product, batch }) => {
    const productId = products.get(product)?.id
    return productId === undefined || batch === undefined ? [] : [{ productId, batch: batchKey(batch) }]
  })
  const batchOf = finder(named.length > 0 ? await batchesNamed(tx, named) : [])
  const today = dayIn(from.timeZone, tx.act.at)
  const problems: { at: string; message: string }[] = []
  const lines = asks.flatMap((ask, index): NewTransferLine[] => {
    const product = products.get(ask.product)
    const batches = product && ask.batch !== undefined ? batchOf(product.id, batchKey(ask.batch)) : []
    const wrong = product ? wrongWith(ask, { product, batches, today }) : `there is no product "${ask.product}"`
    if (wrong !== null) problems.push({ at: `lines[${index}]`, message: wrong })
    if (!product || wrong !== null) return []
    const { quantity, reason = null } = ask
    return [
      { id: newId(), lineNo: index + 1, productId: product.id, quantity, batchId: batches[0]?.id ?? null, reason },
    ]
  })
  if (problems.length > 0) throw new Refusal('invalid_input', { problems })
  return lines
}

const batchKey = (batch: string) => (isId(batch) ? batch : normaliseBatchCode(batch).code)

function finder(rows: readonly NamedBatch[]): (productId: string, batch: string) => readonly NamedBatch[] {
  const found = groupBy(rows, ({ productId, name }) => `${productId} ${name}`)
  return (productId, batch) => found.get(`${productId} ${batch}`) ?? []
}

type About = Readonly<{ product: ProductRow; batches: readonly NamedBatch[]; today: string }>

function wrongWith({ batch, reason }: LineAsk, { product, batches, today }: About): string | null {
  if (product.archivedAt) return archived(product)
  if (product.isKit) return notStocked(product, 'move')
  if (batch === undefined)
    return reason === undefined ? null : 'a reason says why one batch is to go: name the batch, or leave it out'
  const [found, ...others] = batches
  if (!found) return `${product.sku} has no batch "${batch}"`
  if (others.length > 0)
    return `"${batch}" is the code of ${batches.length} batches of ${product.sku}: name it by its id`
  if (reason === undefined && isExpired(found.expiresOn, today))
    return `batch ${found.code} expired on ${found.expiresOn}: say in "reason" why it is to go nonetheless`
  return null
}
