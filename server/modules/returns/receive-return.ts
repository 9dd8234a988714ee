/**
 * server/modules/returns/receive-return.ts — goods come back: each unit into its own batch, at first where somebody looks at
 * it before it is sold again.
 */
import type { CalendarDate } from '#domain/calendar-date.ts'
import { groupBy } from '#domain/group-by.ts'
import { againstRestock } from '#domain/inspected.ts'
import { dayIn, type Instant } from '#platform/clock.ts'
import type { Tx } from '#platform/db.ts'
import { Refusal } from '#platform/refusal.ts'
import { audit } from '../access/index.ts'
import { serveBackOrders } from '../allocation/index.ts'
import { findSerials } from '../batches/index.ts'
import { lockProducts } from '../catalog/index.ts'
import { resolvePlaces, resolveWarehouses, virtualPlaces } from '../places/index.ts'
import { activeHolds, covers } from '../quality/index.ts'
import { recordMoves } from '../stock/index.ts'
import { closeComplete, refuseClosed } from './close-return.ts'
import { insertUnlabelled } from './inspection-store.ts'
import { type Back, intoBatches, type Part, type Unlabelled } from './into-batches.ts'
import { namedAmong } from './named-batch.ts'
import { type OutBatch, scopesOf, sentBatches } from './sent-batches.ts'
import { lockReturn, type ReturnLineView, returnLines } from './store.ts'
import { type JudgeTakenIn, takenIn } from './taken-in.ts'
import { fitOf, scopeKeys } from './unlabelled.ts'

export type ReturnReceipt = Readonly<{
  id: string
  warehouse: string
  receivedAt?: Instant
  /** Put also where the rules of storage forbid it. */
  force?: Readonly<{ reason: string }>
  /** Why they are taken in though the customer reports that so many cannot be there. */
  despiteReports?: string
  lines: readonly ReturnedLine[]
}>
type ReturnedLine = Readonly<{
  line: number
  quantity: number
  batch?: string
  place?: string
  serials?: readonly string[]
  /** Nobody can read of which batch it is. */
  unlabelled?: boolean
  note?: string
}>
/**
 * What nobody can read the label of is kept as one of the batches it may be of, in no balance until that is known, and counts with all others against
 * what is out. Refuses `return_which_batch` where several can be meant and none is named, `return_beyond_sent`, `return_unlabelled_beyond`,
 * `return_before_sent`, `expired_on_return`, `return_held`, `return_closed`, `not_found`, what `judge` and `recordMoves` refuse, and `invalid_input` naming a line that was not announced.
 */
export async function receiveReturn(
  tx: Tx,
  { id, receivedAt = tx.act.at, ...input }: ReturnReceipt,
  judge: JudgeTakenIn,
): Promise<void> {
  const announced = await announcedLines(tx, id, input.lines)
  const productIds = [...new Set(announced.map(({ productId }) => productId))]
  await lockProducts(tx, productIds)
  const [found] = await lockReturn(tx, id)
  if (!found) throw new Refusal('not_found', { kind: 'return', id })
  refuseClosed(found)
  const warehouse = (await resolveWarehouses(tx)).get(input.warehouse)
  if (!warehouse) throw new Refusal('not_found', { kind: 'warehouse', id: input.warehouse })
  const scopes = await scopesOf(tx, [{ id, ...found }])
  const sent = (await sentBatches(tx, [{ id, scopes: scopes(id), productIds }]))(id)
  const parts = await partsOf(tx, { announced, warehouseId: warehouse.id, lines: input.lines, sent })
  const fit = await fitOf(tx, productIds, scopes(id))
  const { back, unlabelled } = intoBatches(parts, { sent, fit, scopes: scopeKeys(scopes(id)) })
  const today = dayIn(warehouse.timeZone, receivedAt)
  refuseEarly([...back, ...unlabelled], { sent, today, timeZone: warehouse.timeZone })
  await refuseUnfit(tx, back, today)
  const taken = takenIn(scopes(id), today, { back, unlabelled })
  if (taken && input.despiteReports === undefined) await judge(tx, taken)
  const { force, despiteReports = null } = input
  await moveBack(tx, { id, receivedAt, back, unlabelled, forced: force?.reason ?? null, despiteReports })
  await keepUnlabelled(tx, { id, receivedAt, unlabelled })
  await closeComplete(tx, id)
  await serveBackOrders(tx, productIds, { cause: 'receipt', concerned: [] })
}

type Then = Readonly<{ sent: readonly OutBatch[]; today: CalendarDate; timeZone: string }>

/** Nothing comes back before the day on which the first of it was sent. */
function refuseEarly(parts: readonly (Back | Unlabelled)[], { sent, today, timeZone }: Then): void {
  for (const { where, announced, ...part } of parts) {
    const batchIds = 'batch' in part ? [part.batch.batchId] : part.set.batches
    const of = sent.filter(({ batchId }) => batchIds.includes(batchId))
    const [first] = of.flatMap(({ sentAt }) => (sentAt === null ? [] : dayIn(timeZone, sentAt))).toSorted()
    if (first !== undefined && today < first)
      throw new Refusal('return_before_sent', { where, sku: announced.sku, sentOn: first, receivedOn: today })
  }
}

/** Straight to where it is sold from goes only what could be restocked. */
async function refuseUnfit(tx: Tx, back: readonly Back[], today: CalendarDate): Promise<void> {
  const sold = back.filter(({ place }) => place.kind === 'storage')
  const holds = sold.length > 0 ? await activeHolds(tx, [...new Set(sold.map(({ batch }) => batch.productId))]) : []
  for (const { where, batch, place } of sold) {
    const { batchId, productId, batchCode, expiresOn } = batch
    const inDoubt = holds.filter((hold) => covers(hold, { batchId, productId, placeId: place.id }))
    const against = againstRestock({ expiresOn, holds: inDoubt }, today)
    if (against?.kind === 'expired')
      throw new Refusal('expired_on_return', { where, batch: batchCode, expiresOn: against.expiresOn })
    if (against)
      throw new Refusal('return_held', {
        where,
        batch: batchCode,
        hold: against.hold.number,
        reason: against.hold.reason,
      })
  }
}

type ToKeep = Readonly<{ id: string; receivedAt: Instant; unlabelled: readonly Unlabelled[] }>

async function keepUnlabelled(tx: Tx, { id, receivedAt, unlabelled }: ToKeep): Promise<void> {
  for (const { set, announced, place, quantity, note } of unlabelled) {
    const { id: lineId, productId } = announced
    const row = { id: set.id, returnId: id, lineId, productId, placeId: place.id, quantity, note }
    await insertUnlabelled(tx, { ...row, candidates: set.batches }, receivedAt)
  }
}

type ToMove = ToKeep & Readonly<{ back: readonly Back[]; forced: string | null; despiteReports: string | null }>

async function moveBack(tx: Tx, { id, receivedAt, back, unlabelled, forced, despiteReports }: ToMove): Promise<void> {
  const customer = { id: (await virtualPlaces(tx)).customer, kind: 'customer' } as const
  const moves = await recordMoves(
    tx,
    back.map(({ where, announced, batch, place, quantity, serialIds, note }) => ({
      where,
      batchId: batch.batchId,
      productId: announced.productId,
      from: customer,
      to: place,
      quantity,
      reason: 'return',
      document: { kind: 'return', id, lineId: announced.id },
      occurredAt: receivedAt,
      note,
      forced,
      serialIds,
    })),
  )
  audit(tx, {
    action: 'return.receive',
    subjectKind: 'return',
    subjectId: id,
    after: [
      ...moves.map(({ batchId, toPlaceId, quantity }) => ({ batchId, placeId: toPlaceId, quantity })),
      ...unlabelled.map(({ set, place, quantity }) => ({ among: set.batches, placeId: place.id, quantity })),
    ],
    ...(despiteReports === null ? {} : { reason: despiteReports }),
  })
}

/** One for each line that came, in its order. */
async function announcedLines(tx: Tx, id: string, lines: readonly ReturnedLine[]): Promise<ReturnLineView[]> {
  const byNo = new Map((await returnLines(tx, [id])).map((row) => [row.lineNo, row]))
  if (byNo.size === 0) throw new Refusal('not_found', { kind: 'return', id })
  const problems = lines.flatMap(({ line, batch, serials, unlabelled }, index) => [
    ...(byNo.has(line) ? [] : [{ at: `lines[${index}].line`, message: `the return has no line ${line}` }]),
    ...(unlabelled && (batch !== undefined || serials !== undefined)
      ? [{ at: `lines[${index}].unlabelled`, message: 'cannot be where the batch is named: leave one of them out' }]
      : []),
  ])
  if (problems.length > 0) throw new Refusal('invalid_input', { problems })
  return lines.flatMap(({ line }) => byNo.get(line) ?? [])
}

type ToPart = Readonly<{
  announced: readonly ReturnLineView[]
  warehouseId: string
  lines: readonly ReturnedLine[]
  sent: readonly OutBatch[]
}>

/** A line of serials can be of several batches: each serial says its own. */
async function partsOf(tx: Tx, { announced, warehouseId, lines, sent }: ToPart): Promise<Part[]> {
  const place = (line: ReturnedLine) => ({ warehouseId, place: line.place ?? null, kind: 'quarantine' as const })
  const rows = lines.map((line, index) => ({ line, index, productId: announced[index]?.productId ?? '' }))
  const asked = rows.flatMap(({ line, productId }) => (line.serials ?? []).map((code) => ({ productId, code })))
  const names = rows.flatMap(({ line: { batch }, productId }) =>
    batch === undefined ? [] : [{ productId, name: batch }],
  )
  const [placeOf, serialOf, batchOf] = await Promise.all([
    resolvePlaces(tx, lines.map(place)),
    findSerials(tx, asked),
    namedAmong(tx, names, sent),
  ])
  // What was not sent keeps its name, so that it is refused and not guessed.
  const named = ({ batch }: ReturnedLine, productId: string) =>
    batch === undefined ? null : (batchOf({ productId, name: batch }, sent) ?? batch)
  return rows.flatMap(({ line, index, productId }): Part[] => {
    const [to, of] = [placeOf(place(line)), announced[index]]
    if (!to) throw new Refusal('not_found', { kind: 'place', id: line.place ?? 'quarantine' })
    if (!of) throw new Error('a returned line has no announced line')
    const shared = {
      where: `line ${index + 1}`,
      announced: of,
      place: to,
      unlabelled: line.unlabelled ?? false,
      note: line.note ?? null,
    }
    const serials = (line.serials ?? []).map((code) => {
      const serial = serialOf(productId, code)
      if (!serial) throw new Refusal('not_found', { kind: 'serial', id: code })
      return serial
    })
    if (serials.length !== line.quantity || serials.length === 0)
      return [
        { ...shared, quantity: line.quantity, named: named(line, productId), serialIds: serials.map(({ id }) => id) },
      ]
    return [...groupBy(serials, ({ batchId }) => batchId)].map(([batchId, units]) => {
      return { ...shared, quantity: units.length, named: batchId, serialIds: units.map(({ id }) => id) }
    })
  })
}
