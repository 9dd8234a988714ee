/**
 * server/modules/transfers/settle.ts — a person says what became of goods that left and did not come. Nothing is guessed: each
 * way of settling is a move, with its reason, and can be reversed.
 */
import { dayIn } from '#platform/clock.ts'
import type { Tx } from '#platform/db.ts'
import { newId } from '#platform/id.ts'
import { Refusal } from '#platform/refusal.ts'
import { audit } from '../access/index.ts'
import { serveBackOrders } from '../allocation/index.ts'
import { type BatchRow, identifyBatches, markReceived } from '../batches/index.ts'
import { resolveProducts } from '../catalog/index.ts'
import { virtualPlaces } from '../places/index.ts'
import { type MoveAsk, recordMoves } from '../stock/index.ts'
import { openTransfer, type Taken, takeNamed } from './open-transfer.ts'
import { endOf, moveIn, type PlacedGoods, placesFor } from './receive.ts'
import { partsInTransit, type TransitPart } from './standings.ts'
import { insertDiscrepancies, type TransferRow } from './store.ts'

/** What lies there instead, as its label says. */
export type OtherBatch = Readonly<{ batch: string; expiresOn?: string; producedOn?: string; different?: boolean }>
export type Settling = Readonly<{
  id: string
  line: number
  batch: string
  quantity: number
  as: 'lost' | 'found' | 'damaged' | 'wrong_batch'
  reason: string
  warehouse?: string
  place?: string
  serials?: readonly string[]
  other?: OtherBatch
}>
type Around = Readonly<{
  ask: Settling
  transfer: TransferRow & { productIds: string[] }
  placed: readonly PlacedGoods[]
}>

/**
 * Lost units go out as a count would take them; damaged ones to scrap; found ones arrive. Where another batch lies there, what was
 * sent goes out and what lies there comes in: two batches, never merged. Refuses what `openTransfer`, `takeNamed`, `identifyBatches` and
 * `recordMoves` refuse, and `invalid_input`.
 */
export async function settle(tx: Tx, ask: Settling): Promise<void> {
  if ((ask.as === 'wrong_batch') !== (ask.other !== undefined)) throw wrongFields(ask)
  const transfer = await openTransfer(tx, ask.id)
  const { line, batch, quantity, serials } = ask
  const named = [{ line, batch, quantity, ...(serials ? { serials } : {}) }]
  const taken = await takeNamed(tx, named, await partsInTransit(tx, ask.id))
  const warehouse = await endOf(tx, transfer, ask.warehouse)
  const placed = await placesFor(tx, taken, { into: { transfer, warehouse }, places: [ask.place ?? null] })
  const around = { ask, transfer, placed }
  const other = ask.as === 'wrong_batch' ? await bringIn(tx, around, dayIn(warehouse.timeZone, tx.act.at)) : null
  if (ask.as === 'found') await moveIn(tx, { transfer, warehouse }, placed, { note: ask.reason })
  else await takeOut(tx, around)
  await insertDiscrepancies(tx, ask.id, placed.map(rowOf(ask, other)))
  audit(tx, {
    action: 'transfer.settle',
    subjectKind: 'transfer',
    subjectId: ask.id,
    after: { number: transfer.number, line, batch, quantity, as: ask.as, instead: other?.code ?? null },
    reason: ask.reason,
  })
  await serveBackOrders(tx, transfer.productIds, { cause: 'receipt', concerned: [] })
}

const wrongFields = ({ as }: Settling) =>
  new Refusal('invalid_input', {
    problems: [
      as === 'wrong_batch'
        ? { at: 'other', message: 'must say which batch lies there instead' }
        : { at: 'other', message: 'is only said where another batch lies there' },
    ],
  })

const rowOf =
  ({ as, reason }: Settling, other: BatchRow | null) =>
  ({ part, quantity }: Taken<TransitPart>) => ({
    id: newId(),
    lineId: part.lineId,
    batchId: part.batchId,
    kind: as,
    quantity,
    otherBatchId: other?.id ?? null,
    reason,
  })

async function takeOut(tx: Tx, { ask, transfer, placed }: Around): Promise<void> {
  const virtual = await virtualPlaces(tx)
  const [kind, reason] = ask.as === 'damaged' ? (['scrap', 'disposal'] as const) : (['count', 'count'] as const)
  await recordMoves(
    tx,
    placed.map(
      ({ where, part, quantity, serialIds }): MoveAsk => ({
        where,
        batchId: part.batchId,
        productId: part.productId,
        from: { id: part.placeId, kind: 'transit' },
        to: { id: virtual[kind], kind },
        quantity,
        reason,
        document: { kind: 'transfer', id: transfer.id, lineId: part.lineId },
        occurredAt: tx.act.at,
        note: ask.reason,
        ...(serialIds.length > 0 ? { serialIds } : {}),
      }),
    ),
  )
}

/** The batch that lies there, known or new, with as many units as were sent of the other. */
async function bringIn(tx: Tx, { ask, transfer, placed }: Around, day: string): Promise<BatchRow> {
  const [first] = placed
  const product = first && (await resolveProducts(tx, [first.part.productId])).get(first.part.productId)
  const [other] =
    product && ask.other ? await identifyBatches(tx, [{ ...batchAsk(tx, ask.other, product), receivedOn: day }]) : []
  if (!first || !other) throw new Error('goods were taken, and nothing was')
  if (other.id === first.part.batchId)
    throw new Refusal('invalid_input', { problems: [{ at: 'other.batch', message: 'must be another batch' }] })
  await markReceived(tx, [{ batchId: other.id, day }])
  const { count } = await virtualPlaces(tx)
  await recordMoves(
    tx,
    placed.map(
      ({ where, part, to, quantity }): MoveAsk => ({
        where,
        batchId: other.id,
        productId: part.productId,
        from: { id: count, kind: 'count' },
        to,
        quantity,
        reason: 'count',
        document: { kind: 'transfer', id: transfer.id, lineId: part.lineId },
        occurredAt: tx.act.at,
        note: ask.reason,
      }),
    ),
  )
  return other
}

const batchAsk = (tx: Tx, { batch, expiresOn, producedOn, different }: OtherBatch, product: Product) => ({
  where: 'other',
  product,
  code: batch,
  dates: { producedOn: producedOn ?? null, bestBefore: null, useBy: null, expiresOn: expiresOn ?? null },
  source: 'typed' as const,
  supplier: null,
  supplierLot: null,
  originCountry: null,
  different: different ?? false,
  same: false,
  origin: tx.act,
})
type Product = NonNullable<ReturnType<Awaited<ReturnType<typeof resolveProducts>>['get']>>
