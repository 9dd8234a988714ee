/**
 * server/modules/returns/carry-out.ts — from what a person decides to where the units lie then, and the moves that bring them there.
 */
import { againstRestock } from '#domain/inspected.ts'
import { dayIn } from '#platform/clock.ts'
import type { Tx } from '#platform/db.ts'
import { found } from '#platform/references.ts'
import { Refusal } from '#platform/refusal.ts'
import { batchesNow, findSerials } from '../batches/index.ts'
import { type PlaceRow, placesById, resolvePlaces, resolveWarehouses, virtualPlaces } from '../places/index.ts'
import { binsFor } from '../putaway/index.ts'
import { activeHolds, covers, followStock } from '../quality/index.ts'
import { type MoveAsk, recordMoves } from '../stock/index.ts'
import type { DecisionInput, InspectionInput } from './inspection-ask.ts'
import type { Lot } from './lots.ts'
import type { ReturnLineView } from './store.ts'

type Deciding = Readonly<{ lot: Lot; line: ReturnLineView; ask: InspectionInput }>
export type Planned = Readonly<{
  decide: DecisionInput['decide']
  quantity: number
  reason: string | null
  serials: readonly string[]
  from: PlaceRow
  to: PlaceRow
}>

/** Where each part is to lie, or every reason why it may not. */
export async function planDecisions(tx: Tx, { lot, line, ask }: Deciding): Promise<Planned[]> {
  const { decisions = [] } = ask
  if (decisions.length === 0) return []
  const from = await whereFrom(tx, lot, ask)
  const warehouseId = from.warehouseId ?? ''
  const kindOf = ({ decide }: DecisionInput) => (decide === 'restock' ? 'storage' : 'quarantine')
  const wanted = await Promise.all(
    decisions.map(async (one) => ({
      warehouseId,
      place: one.place ?? (await binOf(tx, { lot, line, warehouseId, one })),
      kind: kindOf(one) as 'storage',
    })),
  )
  const placeOf = await resolvePlaces(tx, wanted)
  const planned = decisions.map((one, at): Planned => {
    const stays = one.decide !== 'restock' && one.place === undefined
    const named = wanted[at] ?? { warehouseId, place: null }
    const to = stays ? from : placeOf(named)
    if (!to) throw new Refusal('not_found', { kind: 'place', id: one.place ?? kindOf(one) })
    refuseWrongPlace(one, to, at)
    const { decide, quantity, reason = null, serials = [] } = one
    return { decide, quantity, reason, serials, from, to }
  })
  const restocked = planned.filter(({ decide }) => decide === 'restock')
  refuseUnchecked(ask, restocked)
  if (restocked.length > 0) await refuseRestock(tx, { lot, line, restocked })
  return planned
}

type Restocked = Readonly<{ lot: Lot; line: ReturnLineView; warehouseId: string; one: DecisionInput }>

/** Where nobody says a bin, the first of those proposed that is not on hold; null for other decisions, and where none is proposed. */
async function binOf(tx: Tx, { lot, line, warehouseId, one }: Restocked): Promise<string | null> {
  if (one.decide !== 'restock' || lot.batchId === null) return null
  const [batchId, { productId }] = [(await batchesNow(tx, [lot.batchId]))(lot.batchId), line]
  const [bins, holds] = await Promise.all([
    binsFor(tx, batchId, { warehouseId, quantity: one.quantity }),
    activeHolds(tx, [productId]),
  ])
  return bins.find((placeId) => !holds.some((hold) => covers(hold, { productId, batchId, placeId }))) ?? null
}

async function whereFrom(tx: Tx, { places }: Lot, { from }: InspectionInput): Promise<PlaceRow> {
  const [first, ...others] = places
  const inWarehouse = new Set(places.map(({ warehouseId }) => warehouseId))
  const asked = [...inWarehouse].map((warehouseId) => ({ warehouseId, place: from ?? '' }))
  const placeOf = from === undefined ? null : await resolvePlaces(tx, asked)
  const named = placeOf && asked.flatMap((one) => placeOf(one) ?? [])[0]
  if (named && named.kind !== 'storage') return named
  if (from !== undefined) throw new Refusal('not_found', { kind: 'place outside the bins, where it lies', id: from })
  const [only] = first && others.length === 0 ? await placesById(tx, [first.id]) : []
  if (only) return only
  const message = `must say where it lies: ${places.map(({ warehouseCode, code }) => `${warehouseCode} ${code}`).join(', ')}`
  throw new Refusal('invalid_input', { problems: [{ at: 'from', message }] })
}

function refuseWrongPlace({ decide }: DecisionInput, { kind, code }: PlaceRow, at: number): void {
  const right = decide === 'restock' ? kind === 'storage' : kind !== 'storage'
  if (right) return
  const message =
    decide === 'restock' ? `must be a bin: ${code} is none` : `must not be a bin that is sold from: ${code} is one`
  throw new Refusal('invalid_input', { problems: [{ at: `decisions[${at}].place`, message }] })
}

/** What failed goes back to stock only where somebody says why. */
function refuseUnchecked({ checks = [] }: InspectionInput, restocked: readonly Planned[]): void {
  const failed = checks.find(({ result }) => result === 'fail')
  if (failed && restocked.some(({ reason }) => reason === null))
    throw new Refusal('restock_unchecked', { check: failed.name })
}

type Restocking = Readonly<{ lot: Lot; line: ReturnLineView; restocked: readonly Planned[] }>

async function refuseRestock(tx: Tx, { lot, line, restocked }: Restocking): Promise<void> {
  const { batchId, batchCode, expiresOn } = lot
  if (batchId === null) return
  const { productId } = line
  const holds = await activeHolds(tx, [productId])
  const warehouses = await resolveWarehouses(tx)
  for (const { from, to } of restocked) {
    const inDoubt = holds.filter((hold) =>
      [from, to].some((place) => covers(hold, { productId, batchId, placeId: place.id })),
    )
    const { timeZone } = found(warehouses, 'warehouse', to.warehouseId ?? '')
    const against = againstRestock({ expiresOn, holds: inDoubt }, dayIn(timeZone, tx.act.at))
    if (!against) continue
    throw new Refusal('restock_refused', {
      batch: batchCode ?? '',
      expiresOn: against.kind === 'expired' ? against.expiresOn : null,
      hold: against.kind === 'held' ? { number: against.hold.number, reason: against.hold.reason } : null,
    })
  }
}

type CarryingOut = Readonly<{
  lot: Lot
  line: ReturnLineView
  planned: readonly Planned[]
  forced: string | null // why it is restocked also where it must not lie
}>

/**
 * The move of each decision, or none where units stay where they lie, or were never in the ledger. Of a batch that was merged meanwhile, the
 * units are of the other by now.
 */
export async function carryOut(tx: Tx, { lot, line, planned, forced }: CarryingOut): Promise<(string | null)[]> {
  if (lot.batchId === null) return planned.map(() => null)
  const batchId = (await batchesNow(tx, [lot.batchId]))(lot.batchId)
  const supplier = { id: (await virtualPlaces(tx)).supplier, kind: 'supplier' } as const
  const serialsOf = await serialIds(tx, line, { planned, batchId })
  const asks = planned.map((one, at): MoveAsk | null => {
    const leaves = one.decide === 'return_to_vendor'
    if (!leaves && one.from.id === one.to.id) return null
    const serials = serialsOf(one.serials)
    return {
      where: `decision ${at + 1}`,
      batchId,
      productId: line.productId,
      from: one.from,
      to: leaves ? supplier : one.to,
      quantity: one.quantity,
      reason: leaves ? 'vendor_return' : 'putaway',
      document: { kind: 'return', id: lot.returnId, lineId: line.id },
      occurredAt: tx.act.at,
      note: one.reason,
      forced,
      ...(serials.length > 0 ? { serialIds: serials } : {}),
    }
  })
  const moving = asks.filter((ask) => ask !== null)
  const moves = await recordMoves(tx, moving)
  await followStock(
    tx,
    moving.filter(({ reason }) => reason === 'putaway'),
  )
  return asks.map((ask) => (ask === null ? null : (moves[moving.indexOf(ask)]?.id ?? null)))
}

type OfBatch = Readonly<{ planned: readonly Planned[]; batchId: string }>

async function serialIds(tx: Tx, { productId }: ReturnLineView, { planned, batchId }: OfBatch) {
  const named = planned.flatMap(({ serials }) => serials.map((code) => ({ productId, code })))
  const serialOf = await findSerials(tx, named)
  return (codes: readonly string[]): string[] =>
    codes.map((code) => {
      const serial = serialOf(productId, code)
      if (serial?.batchId !== batchId)
        throw new Refusal('serial_elsewhere', { serial: code, place: 'not in this batch' })
      return serial.id
    })
}
