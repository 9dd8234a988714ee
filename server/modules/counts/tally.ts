/**
 * server/modules/counts/tally.ts — what was found in bins is written beside what should lie there at this moment.
 */
import { groupBy } from '#domain/group-by.ts'
import type { Tx } from '#platform/db.ts'
import { newId } from '#platform/id.ts'
import { Refusal } from '#platform/refusal.ts'
import { auditMany } from '../access/index.ts'
import { lockProducts } from '../catalog/index.ts'
import { openCount } from './count-detail.ts'
import { withIdentified } from './identified-lines.ts'
import { type Lying, lyingIn } from './lying.ts'
import { type FoundLine, type Placed, type Problem, readLines, type ScannedLine } from './read-lines.ts'
import {
  type CountRow,
  insertLines,
  insertTallies,
  lockCount,
  type NewLine,
  type Subject,
  subjectsOf,
  type TaskRow,
  tasksOf,
} from './store.ts'

/** All that was found in a bin, of what is counted; what is not named was not there. */
export type TallyAsk = Readonly<{ place: string; lines: readonly ScannedLine[] }>
type Tallied = Readonly<{ id: string; task: TaskRow; round: number }>
type Named = Readonly<{ task: TaskRow; asked: TallyAsk; at: string }>

/**
 * One tally for each bin; a bin that was counted before is counted anew. The expected quantities are those under the lock of the
 * products, so what is picked before or after this moment does not disturb them. Refuses `count_closed`, `invalid_input` naming each line.
 */
export async function tally(tx: Tx, countId: string, asks: readonly TallyAsk[]): Promise<Tallied[]> {
  const count = await openCount(tx, countId)
  const named = await tasksNamed(tx, countId, asks)
  const placeIds = named.map(({ task }) => task.placeId)
  const placed = named.flatMap(placedLines)
  const seen = await lyingIn(tx, placeIds)
  const read = await readLines(tx, placed, seen)
  const subjects = await subjectsOf(tx, countId)
  const problems = [...read.problems, ...beside(read.lines, placed, subjects)]
  if (problems.length > 0) throw new Refusal('invalid_input', { problems })
  await lockProducts(tx, [...seen.map(({ productId }) => productId), ...read.lines.map(({ product }) => product.id)])
  const [locked] = await lockCount(tx, countId)
  if (locked?.closedAt) throw new Refusal('count_closed', { number: count.number })
  const rounds = new Map((await tasksOf(tx, countId)).map(({ id, round }) => [id, round]))
  const tallies = named.map(({ task }) => ({ id: newId(), task, round: (rounds.get(task.id) ?? 0) + 1 }))
  await insertTallies(
    tx,
    tallies.map(({ id, task, round }) => ({ id, countId, taskId: task.id, round })),
  )
  const standing = (await lyingIn(tx, placeIds)).filter(isCounted(subjects, read.lines))
  const rows = await withIdentified(tx, linesOf(tallies, read.lines, standing))
  await insertLines(tx, rows)
  auditTallies(tx, count, { tallies, rows })
  return tallies
}

/** Refuses what is no bin of this count, and one that is named twice. */
async function tasksNamed(tx: Tx, countId: string, asks: readonly TallyAsk[]): Promise<Named[]> {
  const tasks = await tasksOf(tx, countId)
  const byName = new Map(tasks.flatMap((task) => [[task.placeId, task] as const, [task.placeCode, task] as const]))
  const seen = new Set<string>()
  const problems: Problem[] = []
  const named = asks.flatMap((asked, index): Named[] => {
    const task = byName.get(asked.place)
    const at = `tallies[${index}]`
    if (!task) problems.push({ at: `${at}.place`, message: `"${asked.place}" is no bin of this count` })
    else if (seen.has(task.id)) problems.push({ at: `${at}.place`, message: 'is named twice' })
    if (task) seen.add(task.id)
    return task ? [{ task, asked, at }] : []
  })
  if (problems.length > 0) throw new Refusal('invalid_input', { problems })
  return named
}

const placedLines = ({ task, asked, at }: Named): Placed[] =>
  asked.lines.map((line, index) => ({ at: `${at}.lines[${index}]`, placeId: task.placeId, line }))

/** Goods that this count is not of. */
function beside(lines: readonly FoundLine[], placed: readonly Placed[], subjects: readonly Subject[]): Problem[] {
  if (subjects.length === 0 || lines.length < placed.length) return []
  const counted = new Set(subjects.map(({ productId }) => productId))
  return lines.flatMap(({ product }, index) =>
    counted.has(product.id)
      ? []
      : [{ at: placed[index]?.at ?? '', message: `${product.sku} is not what this count is of: leave it out` }],
  )
}

/** What the count is of, and whatever was named. */
function isCounted(subjects: readonly Subject[], lines: readonly FoundLine[]): (row: Lying) => boolean {
  const wanted = new Set(subjects.map(({ productId, batchId }) => batchId ?? productId))
  const named = new Set(lines.map(({ placeId, batchId }) => `${placeId} ${batchId}`))
  return ({ placeId, productId, batchId }) =>
    wanted.size === 0 || wanted.has(batchId) || wanted.has(productId) || named.has(`${placeId} ${batchId}`)
}

/** A line for each batch that was found or expected in a bin; what was found in several goes is added up. */
function linesOf(tallies: readonly Tallied[], lines: readonly FoundLine[], standing: readonly Lying[]): NewLine[] {
  const found = groupBy(lines, ({ placeId }) => placeId)
  const expected = groupBy(standing, ({ placeId }) => placeId)
  return tallies.flatMap(({ id: tallyId, task: { placeId } }) => {
    const batches = groupBy(
      found.get(placeId) ?? [],
      ({ product, batchId, code }) => batchId ?? `${product.id} ${code}`,
    )
    const there = new Map((expected.get(placeId) ?? []).map((row) => [row.batchId, row]))
    const named = [...batches.values()].map((group) => added(tallyId, group, there))
    const missing = [...there.values()].filter(({ batchId, quantity }) => quantity > 0 && !batches.has(batchId))
    return [
      ...named.filter(({ found: units, expected: wanted }) => units > 0 || wanted > 0),
      ...missing.map((row) => missed(tallyId, row)),
    ]
  })
}

/** What should lie there and was not found. */
const missed = (tallyId: string, { productId, batchId, batchCode, quantity }: Lying): NewLine => ({
  tallyId,
  productId,
  batchId,
  batchRead: batchCode,
  expiresOn: null,
  dateSource: null,
  found: 0,
  expected: quantity,
  identifies: 0,
  serials: [],
  note: null,
})

function added(tallyId: string, group: readonly FoundLine[], there: ReadonlyMap<string, Lying>): NewLine {
  const [first] = group
  const dated = group.find(({ expiresOn }) => expiresOn !== null)
  const batchId = first?.batchId ?? null
  return {
    tallyId,
    productId: first?.product.id ?? '',
    batchId,
    batchRead: first?.code ?? '',
    expiresOn: dated?.expiresOn ?? null,
    dateSource: dated?.dateSource ?? null,
    found: group.reduce((sum, line) => sum + line.found, 0),
    expected: there.get(batchId ?? '')?.quantity ?? 0,
    identifies: 0,
    serials: group.flatMap(({ serials }) => serials),
    note: group.map(({ note }) => note).find((note) => note !== null) ?? null,
  }
}

type Written = Readonly<{ tallies: readonly Tallied[]; rows: readonly NewLine[] }>

function auditTallies(tx: Tx, { id, number }: CountRow, { tallies, rows }: Written): void {
  const of = groupBy(rows, ({ tallyId }) => tallyId)
  auditMany(
    tx,
    tallies.map(({ id: tallyId, task, round }) => ({
      action: 'count.tally',
      subjectKind: 'count',
      subjectId: id,
      after: {
        number,
        place: task.placeCode,
        round,
        found: (of.get(tallyId) ?? []).reduce((sum, row) => sum + row.found, 0),
      },
    })),
  )
}
