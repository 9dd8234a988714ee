import { type Cap, earliestOf } from '#domain/production/last-day.ts'
import { differences } from '#domain/production/same-goods.ts'
import { type Part, takeOf } from '#domain/production/take.ts'
import { isExpired } from '#domain/shelf-life.ts'
import type { Tx } from '#platform/db.ts'
import { isId } from '#platform/references.ts'
import { Refusal } from '#platform/refusal.ts'
import { allows } from '../access/index.ts'
import { type BatchRow, batchesById, batchesNow } from '../batches/index.ts'
import { type ActiveHold, activeHolds, covers } from '../quality/index.ts'
import { codeOf, type PlannedInput, type PlannedOutput, type PlannedRun } from './run-ask.ts'
import { batchesCalled, type LyingRow, lyingIn } from './store.ts'

export type JudgedInput = PlannedInput & Readonly<{ row: BatchRow; parts: readonly Part[] }>
export type JudgedRun = Omit<PlannedRun, 'inputs'> & Readonly<{ inputs: readonly JudgedInput[]; cap: Cap | null }>

type Names = (productId: string, name: string) => readonly BatchRow[]
type Known = Readonly<{
  named: Names
  holds: readonly ActiveHold[]
  lying: readonly LyingRow[]
  taken: Map<string, number>
}>

/** One answer for each run, in order; a refusal concerns that run alone. What an earlier one takes is not there for the next. */
export async function judgeRuns(tx: Tx, runs: readonly PlannedRun[]): Promise<(JudgedRun | Refusal)[]> {
  const named = await batchesNamed(tx, runs)
  const used = runs.flatMap(({ inputs }) => inputs)
  const batchIds = [...new Set(used.flatMap(({ product, batch }) => named(product.id, batch).map(({ id }) => id)))]
  const [holds, lying] = await Promise.all([
    activeHolds(tx, [...new Set(used.map(({ product }) => product.id))]),
    lyingIn(tx, [...new Set(runs.map(({ warehouse }) => warehouse.id))], batchIds),
  ])
  const known = { named, holds, lying, taken: new Map<string, number>() }
  return runs.map((run) => judge(tx, run, known))
}

/** By the id or the code that somebody knows them by; what is merged is the batch that it is now. */
async function batchesNamed(tx: Tx, runs: readonly PlannedRun[]): Promise<Names> {
  const names = runs.flatMap(({ inputs, outputs }) => [
    ...inputs.map(({ product, batch }) => ({ productId: product.id, name: batch })),
    ...outputs.map(({ ask }) => ({ productId: ask.product.id, name: codeOf(ask) })),
  ])
  const ids = names.flatMap(({ name }) => (isId(name) ? name : []))
  const codes = names.flatMap(({ productId, name }) => (isId(name) ? [] : { productId, code: name }))
  const [now, called] = await Promise.all([batchesNow(tx, ids), batchesCalled(tx, codes)])
  const rows = await batchesById(tx, [...new Set([...ids.map(now), ...called.map(({ batchId }) => batchId)])])
  const byId = new Map(rows.map((row) => [row.id, row]))
  const byName = new Map<string, BatchRow[]>()
  for (const { productId, code, batchId } of called) {
    const row = byId.get(batchId)
    const key = `${productId} ${code}`
    if (row) byName.set(key, [...(byName.get(key) ?? []), row])
  }
  return (productId, name) => {
    const row = isId(name) ? byId.get(now(name)) : undefined
    return row ? [row] : (byName.get(`${productId} ${name}`) ?? [])
  }
}

function judge(tx: Tx, run: PlannedRun, known: Known): JudgedRun | Refusal {
  const taken = new Map(known.taken)
  const inputs: JudgedInput[] = []
  for (const input of run.inputs) {
    const judged = judgeInput({ input, run, known: { ...known, taken } })
    if (judged instanceof Refusal) return judged
    const refusal = refuseHeld(tx, run, { judged, known })
    if (refusal) return refusal
    for (const { placeId, quantity } of judged.parts) add(taken, keyOf(judged.row.id, placeId), quantity)
    inputs.push(judged)
  }
  const refusal = refuseOutputs(run, inputs, known)
  if (refusal) return refusal
  for (const [key, quantity] of taken) known.taken.set(key, quantity)
  const of = inputs.map(({ product: { sku }, row: { code, expiresOn } }) => ({ sku, code, expiresOn }))
  const held = inputs.some((input) => partsHeld(input, known).length > 0)
  return { ...run, reason: held ? run.reason : null, inputs, cap: earliestOf(of) }
}

const keyOf = (batchId: string, placeId: string) => `${batchId} ${placeId}`
const add = (sums: Map<string, number>, key: string, quantity: number) => sums.set(key, (sums.get(key) ?? 0) + quantity)

type OneInput = Readonly<{ input: PlannedInput; run: PlannedRun; known: Known }>

function judgeInput({ input, run, known }: OneInput): JudgedInput | Refusal {
  const { where, product, batch, quantity } = input
  const [row, ...others] = known.named(product.id, batch)
  if (!row) return wrong(input, `${product.sku} has no batch "${batch}"`)
  if (others.length > 0)
    return wrong(input, `must be named by its id, for ${product.sku} has several called "${batch}"`)
  if (row.kind === 'untracked' && product.tracking !== 'none')
    return new Refusal('production_unidentified', { where, sku: product.sku })
  if (row.expiresOn !== null && isExpired(row.expiresOn, run.day))
    return new Refusal('production_expired', { where, batch: row.code, expiresOn: row.expiresOn, on: run.day })
  const lying = known.lying
    .filter((one) => one.batchId === row.id && mayBeTaken(one, { input, run, known }))
    .map((one) => ({ ...one, free: one.free - (known.taken.get(keyOf(row.id, one.placeId)) ?? 0) }))
  const taken = takeOf(lying, quantity)
  if ('parts' in taken) return { ...input, row, parts: taken.parts }
  const place = input.place?.code ?? run.warehouse.code
  const short = { where, batch: row.code, place, available: Math.max(0, taken.available), asked: quantity }
  if (!taken.boxed) return new Refusal('insufficient_stock', short)
  return wrong(input, `${quantity} are not whole boxes of what lies closed at ${place}: open one first`, '.quantity')
}

/** Where no place is named, only what is for use: not what lies in quarantine, what was opened, or what is held there. */
function mayBeTaken(lying: LyingRow, { input, run, known }: OneInput): boolean {
  if (input.place) return lying.placeId === input.place.id
  const stock = { productId: input.product.id, batchId: lying.batchId, placeId: lying.placeId }
  const set = lying.placeKind === 'quarantine' || lying.placeKind === 'opened'
  const heldThere = known.holds.some((hold) => hold.placeId !== null && covers(hold, stock))
  return lying.warehouseId === run.warehouse.id && !set && !heldThere
}

const wrong = ({ at }: PlannedInput, message: string, field = '.batch') =>
  new Refusal('invalid_input', { problems: [{ at: `${at}${field}`, message }] })

/** Those that are on hold, or lie in quarantine. */
const partsHeld = ({ row, parts }: JudgedInput, { lying, holds }: Known) =>
  parts.flatMap(({ placeId }) => {
    const at = lying.find((one) => one.placeId === placeId)
    const hold = holds.find((one) => covers(one, { productId: row.productId, batchId: row.id, placeId }))
    return hold || at?.placeKind === 'quarantine' ? [{ at, hold }] : []
  })

type Held = Readonly<{ judged: JudgedInput; known: Known }>

/** Goods on hold and in quarantine are used only for rework, with a reason, by who may lift holds. */
function refuseHeld(tx: Tx, run: PlannedRun, { judged, known }: Held): Refusal | null {
  const { where, row } = judged
  for (const { at, hold } of partsHeld(judged, known)) {
    const needs = !allows(tx.act.role, 'lift holds') ? 'role' : run.kind !== 'rework' ? 'rework' : 'reason'
    const told = { where, batch: row.code, place: at?.placeCode ?? '', hold: hold?.number ?? null, needs } as const
    if (needs !== 'reason' || run.reason === null) return new Refusal('production_held', told)
    const output = hold && hold.batchId !== null && hold.placeId === null ? knownOutput(run, known) : null
    if (hold && output)
      return new Refusal('production_held_into_known', {
        where,
        batch: row.code,
        hold: hold.number,
        output: output.code,
      })
  }
  return null
}

const knownOutput = ({ outputs }: PlannedRun, { named }: Known): BatchRow | null =>
  outputs.flatMap(({ ask }) => named(ask.product.id, codeOf(ask)))[0] ?? null

function refuseOutputs({ outputs }: PlannedRun, inputs: readonly JudgedInput[], { named }: Known): Refusal | null {
  const tracked = inputs.find(({ product }) => product.tracking !== 'none')
  for (const { ask } of outputs) {
    const { where, product } = ask
    if (tracked && product.tracking === 'none')
      return new Refusal('production_untracked', { where, sku: product.sku, of: tracked.product.sku })
    const ids = named(product.id, codeOf(ask)).map(({ id }) => id)
    const same = inputs.findIndex(({ row }) => ids.includes(row.id))
    const own = inputs[same]
    if (own) return new Refusal('production_of_itself', { where, batch: own.row.code, input: same + 1 })
  }
  return refuseUnbalanced(outputs, inputs)
}

function refuseUnbalanced(outputs: readonly PlannedOutput[], inputs: readonly JudgedInput[]): Refusal | null {
  const [difference] = differences(
    inputs.map(({ product, quantity, waste }) => ({ productId: product.id, quantity: quantity - waste })),
    outputs.map(({ ask, quantity }) => ({ productId: ask.product.id, quantity })),
  )
  if (!difference) return null
  const sku = outputs.find(({ ask }) => ask.product.id === difference.productId)?.ask.product.sku ?? ''
  return new Refusal('production_unbalanced', { sku, used: difference.used, made: difference.made })
}
