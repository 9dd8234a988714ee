/**
 * server/modules/returns/inspect.ts — somebody looked at units that came back, says what was found, and decides what becomes of them.
 */
import { decidedUnlabelled, type OpenStanding } from '#domain/inspected.ts'
import type { Tx } from '#platform/db.ts'
import { refuseUnknownFiles } from '#platform/files.ts'
import { newId } from '#platform/id.ts'
import { Refusal } from '#platform/refusal.ts'
import { audit } from '../access/index.ts'
import { serveBackOrders } from '../allocation/index.ts'
import { lockProducts } from '../catalog/index.ts'
import { draftDisposal } from '../disposals/index.ts'
import { carryOut, type Planned, planDecisions } from './carry-out.ts'
import type { DecisionInput, InspectionInput } from './inspection-ask.ts'
import { insertChecks, insertDecisions, insertInspection, insertPhotos } from './inspection-store.ts'
import { type Lot, lotsOf } from './lots.ts'
import { namedAmong } from './named-batch.ts'
import { lockReturn, type ReturnLineView, returnLines } from './store.ts'

const standingWords: Readonly<Record<OpenStanding, string>> = {
  undecided: 'still to be decided',
  quarantine: 'in quarantine by a decision',
  refurbish: 'waiting to be refurbished',
}

/**
 * Quantities of one lot may be decided apart. Restocked units keep batch, last day and first receipt: they are the batch that left. Refuses
 * `restock_refused`, `restock_unchecked`, `decided_beyond`, `batch_unknown`, `not_found`, `invalid_input`, and what `recordMoves` and
 * `draftDisposal` refuse.
 */
export async function inspect(tx: Tx, returnId: string, ask: InspectionInput): Promise<void> {
  const line = await lineOf(tx, returnId, ask.line)
  await lockProducts(tx, [line.productId])
  const [found] = await lockReturn(tx, returnId)
  if (!found) throw new Refusal('not_found', { kind: 'return', id: returnId })
  const lot = await lotNamed(tx, line, ask)
  const { decisions = [], of = 'undecided' } = ask
  const total = decisions.reduce((sum, { quantity }) => sum + quantity, 0)
  if (total > lot.standings[of])
    throw new Refusal('decided_beyond', { asked: total, most: lot.standings[of], standing: standingWords[of] })
  refuseUncounted(lot, ask, total)
  refuseUnlabelled(lot, decisions)
  await refuseUnknownFiles(tx, ask.photos ?? [])
  const planned = await planDecisions(tx, { lot, line, ask })
  const inspectionId = await writeInspection(tx, lot, ask, total)
  const moves = await carryOut(tx, { lot, line, planned, forced: ask.force?.reason ?? null })
  const disposal = await draftFor(tx, { lot, line, planned, ask })
  await insertDecisions(
    tx,
    planned.map(({ decide, quantity, reason, to }, at) => ({
      id: newId(),
      inspectionId,
      was: of,
      becomes: decide,
      quantity,
      placeId: to.id,
      moveId: moves[at] ?? null,
      disposalId: decide === 'dispose' ? (disposal?.id ?? null) : null,
      reason,
    })),
  )
  tell(tx, { returnId, number: found.number, lot, ask, disposal: disposal?.number ?? null })
  if (planned.some(({ decide }) => decide === 'restock'))
    await serveBackOrders(tx, [line.productId], { cause: 'receipt', concerned: [] })
}

export async function lineOf(tx: Tx, returnId: string, lineNo: number): Promise<ReturnLineView> {
  const lines = await returnLines(tx, [returnId])
  if (lines.length === 0) throw new Refusal('not_found', { kind: 'return', id: returnId })
  const line = lines.find((one) => one.lineNo === lineNo)
  if (line) return line
  throw new Refusal('invalid_input', { problems: [{ at: 'line', message: `the return has no line ${lineNo}` }] })
}

type Called = Readonly<{ batch: string; lots: readonly Lot[] }>

async function lotCalled(tx: Tx, { productId }: ReturnLineView, { batch, lots }: Called): Promise<string> {
  const known = lots.flatMap(({ batchId, batchCode }) =>
    batchId === null ? [] : [{ batchId, batchCode: batchCode ?? '' }],
  )
  const named = { productId, name: batch }
  return (await namedAmong(tx, [named], known))(named, known) ?? batch
}

/** Where nothing is named and only one is here, that one. */
async function lotNamed(tx: Tx, line: ReturnLineView, { batch, unlabelled }: InspectionInput): Promise<Lot> {
  const lots = (await lotsOf(tx, [line.returnId])).filter(({ lineId }) => lineId === line.id)
  const named = batch === undefined ? null : await lotCalled(tx, line, { batch, lots })
  const meant = lots.filter((lot) =>
    unlabelled !== undefined ? lot.unlabelledId === unlabelled : batch === undefined || lot.batchId === named,
  )
  const [only, ...others] = meant
  if (only && others.length === 0) return only
  const codes = lots.map((lot) => lot.batchCode ?? `{${lot.candidates.map(({ batchCode }) => batchCode).join('|')}}`)
  const message =
    lots.length === 0 ? 'nothing of it waits to be looked at' : `must name what is meant: ${codes.join(', ')}`
  throw new Refusal('invalid_input', { problems: [{ at: lots.length === 0 ? 'line' : 'batch', message }] })
}

/** Whoever decides of units has looked at them, and nobody looks at more than came. */
function refuseUncounted({ quantity: came }: Lot, { quantity }: InspectionInput, decided: number): void {
  if (quantity === undefined || (quantity >= decided && quantity <= came)) return
  const message = `${quantity} were looked at, but ${quantity > came ? `${came} came` : `${decided} would be decided`}`
  throw new Refusal('invalid_input', { problems: [{ at: 'quantity', message }] })
}

function refuseUnlabelled({ unlabelledId, candidates }: Lot, decisions: readonly DecisionInput[]): void {
  if (unlabelledId === null || decisions.every(({ decide }) => decidedUnlabelled.includes(decide))) return
  throw new Refusal('batch_unknown', { among: candidates.map(({ batchCode }) => batchCode).join(', ') })
}

async function writeInspection(tx: Tx, lot: Lot, ask: InspectionInput, decided: number): Promise<string> {
  const id = ask.id ?? newId()
  const { returnId, lineId, batchId, unlabelledId } = lot
  const quantity = ask.quantity ?? (decided > 0 ? decided : lot.quantity)
  const by = { inspectedBy: tx.act.actorName, inspectedAt: tx.act.at }
  await insertInspection(tx, { id, returnId, lineId, batchId, unlabelledId, quantity, note: ask.note ?? null, ...by })
  if (ask.checks?.length) await insertChecks(tx, id, ask.checks)
  if (ask.photos?.length) await insertPhotos(tx, id, ask.photos)
  return id
}

type Drafting = Readonly<{ lot: Lot; line: ReturnLineView; planned: readonly Planned[]; ask: InspectionInput }>

/** One draft for all that is to be destroyed of this lot; it is signed and destroyed as any other. */
async function draftFor(tx: Tx, { lot, line, planned, ask }: Drafting) {
  const parts = planned.filter(({ decide }) => decide === 'dispose')
  if (parts.length === 0) return null
  if (!ask.disposal)
    throw new Refusal('invalid_input', {
      problems: [{ at: 'disposal', message: 'must say why and how it is destroyed' }],
    })
  const [first] = parts
  return draftDisposal(tx, {
    ...ask.disposal,
    warehouseId: first?.to.warehouseId ?? '',
    proofs: ask.photos ?? [],
    lines: parts.map(({ quantity, serials, to }) => ({
      productId: line.productId,
      quantity,
      serials,
      ...(lot.batchId === null
        ? { candidates: lot.candidates.map(({ batchId }) => batchId) }
        : { batchId: lot.batchId, placeId: to.id }),
    })),
  })
}

type Told = Readonly<{ returnId: string; number: string; lot: Lot; ask: InspectionInput; disposal: string | null }>

function tell(tx: Tx, { returnId, number, lot, ask, disposal }: Told): void {
  audit(tx, {
    action: 'return.inspect',
    subjectKind: 'return',
    subjectId: returnId,
    reason: ask.note ?? null,
    after: {
      number,
      line: ask.line,
      batch: lot.batchCode,
      checks: (ask.checks ?? []).map(({ name, result }) => ({ name, result })),
      photos: ask.photos?.length ?? 0,
      decisions: (ask.decisions ?? []).map(({ decide, quantity, reason }) => ({ decide, quantity, reason })),
      disposal,
    },
  })
}
