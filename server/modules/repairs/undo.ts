/**
 * server/modules/repairs/undo.ts — a repair is undone: what was before stands again, and both stay in the history.
 */
import type { CalendarDate } from '#domain/calendar-date.ts'
import { undoableUntil, undoDays } from '#domain/repairs.ts'
import { dayIn, type Instant } from '#platform/clock.ts'
import type { Tx } from '#platform/db.ts'
import { Refusal } from '#platform/refusal.ts'
import { audit } from '../access/index.ts'
import {
  batchesById,
  lockWithMade,
  partBatches,
  receivedFirst,
  renameBatch,
  unsplit,
  withdrawDate,
} from '../batches/index.ts'
import { lockProducts } from '../catalog/index.ts'
import { activeHolds, heldUntilNow } from '../quality/index.ts'
import { becameBy, unbecome } from '../stock/index.ts'
import { datesFollow } from './dates-follow.ts'
import { leftSince, leftWords, lyingOf, type Made, madeBy, ordersPicked } from './goods.ts'
import { repairById } from './repair-detail.ts'
import { repaired } from './repaired.ts'
import { markUndone, type RepairView } from './store.ts'

/** Of all zones one: here a day more or less does no harm. */
const dayOf = (at: Instant): CalendarDate => dayIn('UTC', at)

type Undoing = Readonly<{ repair: RepairView; reason: string }>

/**
 * Refuses `not_found`, `repair_undone`; of a merge or split `repair_too_old`, `repair_moved`, `repair_picked`, `repair_held`, `repair_merged`; of a name or a date `repair_not_last`,
 * `batch_merged`, and `produced_after_expiry`.
 */
export async function undoRepair(tx: Tx, id: string, reason: string): Promise<void> {
  const seen = await repairById(tx, id)
  await (seen.kind === 'date' ? lockWithMade(tx, [seen.batchId]) : lockProducts(tx, [seen.productId]))
  const repair = await repairById(tx, id)
  const { number, kind, batchId, batchCode } = repair
  if (repair.undoneAt !== null) throw new Refusal('repair_undone', { number })
  await undoing[kind](tx, { repair, reason })
  await markUndone(tx, id, reason)
  audit(tx, {
    action: 'repair.undo',
    subjectKind: 'repair',
    subjectId: id,
    after: { number, kind, batch: batchCode, batchId },
    reason,
  })
}

const undoing: Readonly<Record<RepairView['kind'], (tx: Tx, undo: Undoing) => Promise<void>>> = {
  merge: undoMerge,
  split: undoSplit,
  rename: undoRename,
  date: undoDate,
}

/** Exactly as many units as became the other batch are this one again, where they are. */
async function undoMerge(tx: Tx, { repair, reason }: Undoing): Promise<void> {
  const { id, number, batchId, otherId, otherCode, madeAt, productId, receivedBefore } = repair
  if (otherId === null) throw new Error('a merge into nothing')
  const until = undoableUntil(dayOf(madeAt))
  if (dayOf(tx.act.at) > until) throw new Refusal('repair_too_old', { number, days: undoDays, until })
  await refuseMerged(tx, number, otherId)
  const made = await madeBy(tx, id, batchId)
  await refuseGone(tx, number, { batchId: otherId, batch: otherCode ?? '', made })
  await partBatches(tx, { fromId: batchId, intoId: otherId })
  await refuseFreed(tx, repair, { otherId, made })
  await back(tx, { repair, reason })
  const seen = (await batchesById(tx, [batchId]))[0]?.firstReceivedOn
  if (seen && receivedBefore) await receivedFirst(tx, { batchId: otherId, seen, day: receivedBefore })
  await repaired(tx, productId, [batchId, otherId])
}

async function undoSplit(tx: Tx, { repair, reason }: Undoing): Promise<void> {
  const { id, number, batchId, productId, parts } = repair
  await refuseMerged(tx, number, batchId)
  const made = await madeBy(tx, id, batchId)
  for (const part of parts) {
    const own = made.filter((one) => one.batchId === part.batchId)
    await refuseMerged(tx, number, part.batchId)
    await refuseHeld(tx, { number, productId, batchId: part.batchId, parentId: batchId })
    await refuseGone(tx, number, { batchId: part.batchId, batch: part.batchCode, made: own })
    await refuseMore(tx, number, part)
  }
  await back(tx, { repair, reason })
  for (const part of parts) await unsplit(tx, { parentId: batchId, childId: part.batchId })
  await repaired(tx, productId, [batchId])
}

async function undoRename(tx: Tx, { repair, reason }: Undoing): Promise<void> {
  const { batchId, batchCode, codeBefore, codeAfter } = repair
  if (batchCode !== codeAfter) throw new Refusal('repair_not_last', { batch: batchCode, what: `the code ${batchCode}` })
  await renameBatch(tx, { batchId, code: codeBefore ?? '', different: true, reason })
}

/** What followed it follows it back. */
async function undoDate(tx: Tx, { repair: { number, batchId, batchCode, dateId }, reason }: Undoing): Promise<void> {
  await withdrawDate(tx, { batchId, statementId: dateId ?? '', reason })
  await datesFollow(tx, [batchId], `${number} of batch ${batchCode} was undone`)
}

async function refuseMerged(tx: Tx, number: string, batchId: string): Promise<void> {
  const [batch] = await batchesById(tx, [batchId])
  if (!batch?.mergedIntoId) return
  const [now] = await batchesById(tx, [batch.mergedIntoId])
  throw new Refusal('repair_merged', { number, batch: batch.code, now: now?.code ?? '' })
}

type Gone = Readonly<{ batchId: string; batch: string; made: readonly Made[] }>

async function refuseGone(tx: Tx, number: string, { batchId, batch, made }: Gone): Promise<void> {
  const left = await leftSince(tx, made)
  if (left.length > 0) throw new Refusal('repair_moved', { number, batch, moved: leftWords(left) })
  const placeIds = made.map(({ placeId }) => placeId)
  const orders = await ordersPicked(tx, batchId, placeIds)
  if (orders.length > 0) throw new Refusal('repair_picked', { number, batch, orders })
}

/** More of it came since: then it has a life of its own. */
async function refuseMore(tx: Tx, number: string, part: RepairView['parts'][number]): Promise<void> {
  const onHand = (await lyingOf(tx, part.batchId)).reduce((sum, row) => sum + row.onHand, 0)
  if (onHand === part.quantity) return
  throw new Refusal('repair_moved', {
    number,
    batch: part.batchCode,
    moved: [`${onHand} are here, ${part.quantity} were split off`],
  })
}

type Held = Readonly<{ number: string; productId: string; batchId: string; parentId: string }>

/** Back in its parent, what is held would be free. */
async function refuseHeld(tx: Tx, { number, productId, batchId, parentId }: Held): Promise<void> {
  const holds = await activeHolds(tx, [productId])
  const onParent = new Set(holds.filter((one) => one.batchId === parentId).map((one) => one.number))
  const own = holds.find((one) => one.batchId === batchId && !onParent.has(one.number))
  if (!own) return
  const [batch] = await batchesById(tx, [batchId])
  throw new Refusal('repair_held', { number, batch: batch?.code ?? '', hold: own.number })
}

type Freed = Readonly<{ otherId: string; made: readonly Made[] }>

/** As a batch of their own, units would be free that a hold on the other one keeps; who may lift holds may part them. They are two already. */
async function refuseFreed(tx: Tx, { number, productId, batchId, otherCode }: RepairView, { otherId, made }: Freed) {
  const parts = made.map(({ placeId }) => ({ productId, placeId, fromBatchId: otherId, toBatchId: batchId }))
  const freed = await heldUntilNow(tx, parts)
  if (freed) throw new Refusal('repair_held', { number, batch: otherCode ?? '', hold: freed.hold.number })
}

async function back(tx: Tx, { repair: { id, productId, batchId }, reason }: Undoing): Promise<void> {
  const document = { kind: 'repair', id, lineId: null }
  const became = await becameBy(tx, document)
  if (became.length === 0) return
  await unbecome(tx, became, { productId, intoBatchId: batchId, document, note: reason })
}
