import { inSteps } from '#domain/production/steps.ts'
import { isExpired } from '#domain/shelf-life.ts'
import type { Tx } from '#platform/db.ts'
import type { Asked } from '#platform/http/index.ts'
import { newId } from '#platform/id.ts'
import { nextNumbers } from '#platform/numbers.ts'
import { isId } from '#platform/references.ts'
import { Refusal } from '#platform/refusal.ts'
import { auditMany } from '../access/index.ts'
import { serveBackOrders } from '../allocation/index.ts'
import { type BatchRow, batchesNow, identifyBatches, linkMade, markReceived } from '../batches/index.ts'
import { lockAsRead } from '../catalog/index.ts'
import { holdWatched } from '../quality/index.ts'
import { recordMoves } from '../stock/index.ts'
import { type JudgedRun, judgeRuns } from './judge-runs.ts'
import { movesOf } from './moves-of.ts'
import { planRuns } from './plan-runs.ts'
import { codeOf, type PlannedOutput, type PlannedRun, type RunAsk } from './run-ask.ts'
import { batchesCalled, insertRunLines, insertRuns, type RunLineRow, type RunRow } from './store.ts'

export type Recorded = Readonly<{ id: string; number: string }>
/** One line of the ledger, and two where some of it is waste. */
export type MadeLine = RunLineRow & Readonly<{ where: string; serials: readonly string[] }>
export type MadeRun = Readonly<{ run: JudgedRun; made: readonly BatchRow[]; lines: readonly MadeLine[] }>

/**
 * Records runs, each whole or not at all, in their order: what one makes, a later one may use. Refuses what `planRuns` and `judgeRuns` refuse,
 * `production_beyond_inputs`, `production_over`, `kit_by_now`, `tracked_by_now`, and what `identifyBatches` and `recordMoves` refuse.
 */
export async function recordRuns(tx: Tx, asks: readonly Asked<RunAsk>[]): Promise<(Recorded | Refusal)[]> {
  const planned = await planRuns(tx, asks)
  const good = planned.filter((one): one is PlannedRun => !(one instanceof Refusal))
  await lockAsRead(
    tx,
    good.flatMap(({ inputs, outputs }) => [...inputs, ...outputs.map(({ ask }) => ask)]).map(({ product }) => product),
  )
  const outcomes = new Map<PlannedRun, MadeRun | Refusal>()
  for (const step of inSteps(await touchesOf(tx, good)))
    await makeStep(
      tx,
      step.map(({ run }) => run),
      outcomes,
    )
  const done = good
    .map((run) => outcomes.get(run))
    .filter((one): one is MadeRun => one !== undefined && !(one instanceof Refusal))
  const rows = await write(tx, done)
  await serveBackOrders(tx, madeProducts(done), { cause: 'receipt', concerned: [] })
  let next = 0
  return planned.map((one) => {
    const outcome = one instanceof Refusal ? one : outcomes.get(one)
    if (outcome instanceof Refusal) return outcome
    const { id, number } = rows[next++] ?? { id: '', number: '' }
    return { id, number }
  })
}

const madeProducts = (done: readonly MadeRun[]) => [
  ...new Set(done.flatMap(({ made }) => made.map(({ productId }) => productId))),
]

/** Each batch by its id where it is known, else by what it will be called. */
async function touchesOf(tx: Tx, runs: readonly PlannedRun[]) {
  const codes = runs.flatMap(({ inputs, outputs }) => [
    ...inputs.flatMap(({ product, batch }) => (isId(batch) ? [] : [{ productId: product.id, code: batch }])),
    ...outputs.map(({ ask }) => ({ productId: ask.product.id, code: codeOf(ask) })),
  ])
  const ids = runs.flatMap(({ inputs }) => inputs.flatMap(({ batch }) => (isId(batch) ? batch : [])))
  const [called, now] = await Promise.all([batchesCalled(tx, codes), batchesNow(tx, ids)])
  const known = new Map(called.map(({ productId, code, batchId }) => [`${productId} ${code}`, batchId]))
  const keyOf = (productId: string, code: string) => known.get(`${productId} ${code}`) ?? `${productId} ${code}`
  return runs.map((run) => ({
    run,
    uses: run.inputs.map(({ product, batch }) => (isId(batch) ? now(batch) : keyOf(product.id, batch))),
    makes: run.outputs.map(({ ask }) => keyOf(ask.product.id, codeOf(ask))),
  }))
}

async function makeStep(tx: Tx, runs: readonly PlannedRun[], outcomes: Map<PlannedRun, MadeRun | Refusal>) {
  const judged = await judgeRuns(tx, runs)
  const good = judged.filter((one): one is JudgedRun => !(one instanceof Refusal))
  const asks = good.flatMap(({ cap, day, outputs }) =>
    outputs.map(({ ask, rule }) => ({ ...ask, receivedOn: day, cap: rule === 'min_of_inputs' ? cap : null })),
  )
  const batches = await identifyBatches(tx, asks)
  let next = 0
  const made = good.map((run): MadeRun => {
    const rows = run.outputs.map(() => batches[next++]).filter((row) => row !== undefined)
    for (const [at, output] of run.outputs.entries()) refuseDays(run, { output, batch: rows[at] })
    return { run, made: rows, lines: linesOf(run, rows) }
  })
  await linkMade(tx, made.flatMap(linksOf))
  await holdWatched(tx, made.flatMap(lookedOutFor))
  await recordMoves(tx, await movesOf(tx, made))
  next = 0
  for (const [at, run] of runs.entries()) {
    const outcome = judged[at] instanceof Refusal ? judged[at] : made[next++]
    if (outcome) outcomes.set(run, outcome)
  }
}

/** A product that is recalled by its days of production is held as it is made. */
const lookedOutFor = ({ run: { origin }, made }: MadeRun) =>
  made.map(({ id: batchId }) => ({ batchId, supplierId: null, supplierLot: null, origin }))

function refuseDays(
  { cap, day }: JudgedRun,
  { output, batch }: { output: PlannedOutput; batch: BatchRow | undefined },
) {
  if (!batch) throw new Error('what was made has no batch')
  const { rule, ask } = output
  const { expiresOn, code } = batch
  if (expiresOn !== null && isExpired(expiresOn, day))
    throw new Refusal('production_over', { where: ask.where, batch: code, expiresOn, on: day })
  if (rule === 'as_stated' || cap === null || (expiresOn !== null && expiresOn <= cap.on)) return
  throw new Refusal('production_beyond_inputs', {
    where: ask.where,
    batch: code,
    expiresOn,
    most: cap.on,
    because: cap.says,
  })
}

/** A line for each bin from which an input was taken; the waste is of the first ones. */
function linesOf(run: JudgedRun, made: readonly BatchRow[]): MadeLine[] {
  const used = run.inputs.flatMap(({ row, parts, waste, where, serials }) => {
    let left = waste
    return parts.map(({ placeId, quantity }) => {
      const wasted = Math.min(left, quantity)
      left -= wasted
      const of = { productId: row.productId, batchId: row.id, placeId, quantity, waste: wasted }
      return { ...of, side: 'in' as const, where, serials }
    })
  })
  const out = run.outputs.map(({ ask: { where }, place, quantity, serials }, at) => {
    const { id: batchId = '', productId = '' } = made[at] ?? {}
    return { productId, batchId, placeId: place.id, quantity, waste: 0, side: 'out' as const, where, serials }
  })
  return [used, out].flatMap((lines) =>
    lines.map((line, at) => ({ ...line, id: newId(), runId: run.id, lineNo: at + 1 })),
  )
}

/** Of each batch that was used to each that was made: how much of it the run used, less the waste. */
function linksOf({ run, made, lines }: MadeRun) {
  const used = new Map<string, number>()
  for (const { side, batchId, quantity, waste } of lines)
    if (side === 'in') used.set(batchId, (used.get(batchId) ?? 0) + quantity - waste)
  const children = [...new Set(made.map(({ id }) => id))]
  return [...used].flatMap(([parentId, quantity]) =>
    children.map((childId) => ({ childId, parentId, quantity, documentId: run.id })),
  )
}

async function write(tx: Tx, done: readonly MadeRun[]): Promise<RunRow[]> {
  const numbers = await nextNumbers(tx, 'PR', done.length)
  const rows = done.map(({ run: { warehouse, ...run } }, at) => ({
    ...run,
    warehouseId: warehouse.id,
    number: numbers[at] ?? '',
  }))
  await insertRuns(tx, rows)
  await insertRunLines(
    tx,
    done.flatMap(({ lines }) => lines),
  )
  await markReceived(
    tx,
    done.flatMap(({ run, made }) => made.map(({ id }) => ({ batchId: id, day: run.day }))),
  )
  auditMany(
    tx,
    done.map(({ run, lines }, at) => ({
      action: 'production.record',
      subjectKind: 'production',
      subjectId: run.id,
      origin: run.origin,
      after: {
        number: rows[at]?.number,
        kind: run.kind,
        used: lines.filter(({ side }) => side === 'in').map(told),
        made: lines.filter(({ side }) => side === 'out').map(told),
      },
      reason: run.reason,
    })),
  )
  return rows
}

const told = ({ productId, batchId, placeId, quantity, waste }: RunLineRow) => ({
  productId,
  batchId,
  placeId,
  quantity,
  ...(waste > 0 ? { waste } : {}),
})
