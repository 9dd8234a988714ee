/**
 * server/modules/returns/identify.ts — the batch of units without a label is found out after all; or they were never here.
 */
import { boundsOf } from '#domain/unlabelled.ts'
import type { Tx } from '#platform/db.ts'
import { newId } from '#platform/id.ts'
import { Refusal } from '#platform/refusal.ts'
import { audit } from '../access/index.ts'
import { lockProducts } from '../catalog/index.ts'
import { placesById, virtualPlaces } from '../places/index.ts'
import { recordMoves } from '../stock/index.ts'
import { insertResolution, type UnlabelledRow, unlabelledRows } from './inspection-store.ts'
import { lotsOf } from './lots.ts'
import { namedAmong } from './named-batch.ts'
import { lockReturn } from './store.ts'
import { fitOf } from './unlabelled.ts'

export type Identification = Readonly<{ unlabelled: string; batch: string; quantity: number; reason: string }>
export type Withdrawal = Omit<Identification, 'batch'>

/**
 * They come into the ledger as that batch, on the day on which they came. Refuses `identified_beyond` where so many cannot be of it, `decided_beyond`
 * where they are in a disposal, `not_found`.
 */
export async function identify(tx: Tx, returnId: string, ask: Identification): Promise<void> {
  const row = await unlabelledNow(tx, returnId, ask)
  const fit = await fitOf(tx, [row.productId], [])
  const known = row.candidates.map((id, index) => ({ batchId: id, batchCode: row.candidateCodes[index] ?? '' }))
  const named = { productId: row.productId, name: ask.batch }
  const at = row.candidates.indexOf((await namedAmong(tx, [named], known))(named, known) ?? '')
  const batchId = row.candidates[at]
  const batch = row.candidateCodes[at]
  if (batchId === undefined || batch === undefined)
    throw new Refusal('invalid_input', {
      problems: [{ at: 'batch', message: `must be one of those that it can be of: ${row.candidateCodes.join(', ')}` }],
    })
  const { most } = boundsOf([batchId], new Set([row.id]), fit)
  if (ask.quantity > most) throw new Refusal('identified_beyond', { batch, asked: ask.quantity, most })
  const moveId = await moveIn(tx, row, { batchId, ...ask })
  const { quantity, reason } = ask
  await insertResolution(tx, {
    id: newId(),
    unlabelledId: row.id,
    kind: 'identified',
    quantity,
    batchId,
    moveId,
    reason,
  })
  tell(tx, 'return.identify', row, { quantity, batch, reason })
}

/** They were taken in by mistake: nothing of the kind is here. Refuses `decided_beyond`, `not_found`. */
export async function withdraw(tx: Tx, returnId: string, ask: Withdrawal): Promise<void> {
  const row = await unlabelledNow(tx, returnId, ask)
  const { quantity, reason } = ask
  const nothing = { batchId: null, moveId: null }
  await insertResolution(tx, { id: newId(), unlabelledId: row.id, kind: 'withdrawn', quantity, ...nothing, reason })
  tell(tx, 'return.withdraw', row, { quantity, batch: null, reason })
}

/** Under the locks, and as many as are still to be decided. */
async function unlabelledNow(tx: Tx, returnId: string, { unlabelled, quantity }: Withdrawal): Promise<UnlabelledRow> {
  const seen = (await unlabelledRows(tx, { returnIds: [returnId] })).find(({ id }) => id === unlabelled)
  if (!seen) throw new Refusal('not_found', { kind: 'unit without a label', id: unlabelled })
  await lockProducts(tx, [seen.productId])
  await lockReturn(tx, returnId)
  const row = (await unlabelledRows(tx, { returnIds: [returnId] })).find(({ id }) => id === unlabelled)
  const lot = (await lotsOf(tx, [returnId])).find(({ unlabelledId }) => unlabelledId === unlabelled)
  const most = lot?.standings.undecided ?? 0
  if (!row || quantity > most)
    throw new Refusal('decided_beyond', { asked: quantity, most, standing: 'still without a label and to be decided' })
  return row
}

async function moveIn(
  tx: Tx,
  row: UnlabelledRow,
  ask: Readonly<{ batchId: string; quantity: number; reason: string }>,
) {
  const [to] = await placesById(tx, [row.placeId])
  if (!to) throw new Error('units without a label lie nowhere')
  const [move] = await recordMoves(tx, [
    {
      where: 'identification',
      batchId: ask.batchId,
      productId: row.productId,
      from: { id: (await virtualPlaces(tx)).customer, kind: 'customer' },
      to,
      quantity: ask.quantity,
      reason: 'return',
      document: { kind: 'return', id: row.returnId, lineId: row.lineId },
      occurredAt: row.receivedAt,
      note: ask.reason,
    },
  ])
  return move?.id ?? ''
}

type Told = Readonly<{ quantity: number; batch: string | null; reason: string }>

function tell(tx: Tx, action: string, row: UnlabelledRow, { quantity, batch, reason }: Told): void {
  const before = { among: row.candidateCodes, quantity: row.quantity }
  audit(tx, { action, subjectKind: 'return', subjectId: row.returnId, before, after: { quantity, batch }, reason })
}
