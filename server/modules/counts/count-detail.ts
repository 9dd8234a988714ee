/**
 * server/modules/counts/count-detail.ts — a count as it stands, and who may see what is expected.
 */
import type { Suggestion } from '#domain/counts/suggestions.ts'
import { groupBy } from '#domain/group-by.ts'
import type { Db, Tx } from '#platform/db.ts'
import { isId } from '#platform/references.ts'
import { Refusal } from '#platform/refusal.ts'
import { accountSettings, allows } from '../access/index.ts'
import { differencesOf, lastLines, type TallyLine } from './differences.ts'
import {
  type CountFilter,
  type CountRow,
  countList,
  type Progress,
  progressOf,
  subjectsOf,
  type TaskRow,
  tasksOf,
} from './store.ts'

export async function countByRef(db: Db, ref: string): Promise<CountRow> {
  const one = isId(ref) ? { ref: null, id: ref } : { ref, id: null }
  const [count] = await countList(db, { ...one, warehouseId: null, state: null, before: null, limit: 1 })
  if (!count) throw new Refusal('not_found', { kind: 'count', id: ref })
  return count
}

/** Refuses `not_found`, `count_closed`. */
export async function openCount(tx: Tx, id: string): Promise<CountRow> {
  const count = await countByRef(tx, id)
  if (count.closedAt !== null) throw new Refusal('count_closed', { number: count.number })
  return count
}

/**
 * Whether the one who asks is told what is expected. In a blind count that is not closed, nobody is who counts or may come to count:
 * only those who approve, and have not counted in it.
 */
function seesExpected({ act }: Db, { blind, closedAt, counter }: CountRow, progress: Progress | undefined): boolean {
  if (!blind || closedAt !== null) return true
  const counts = counter === act.actorName || (progress?.ownTallies ?? 0) > 0
  return !counts && (allows(act.role, 'approve counts') || !allows(act.role, 'count'))
}

export async function countDetail(db: Db, ref: string) {
  const count = await countByRef(db, ref)
  const [tasks, subjects, differences, [progress]] = await Promise.all([
    tasksOf(db, count.id),
    subjectsOf(db, count.id),
    lastLines(db, count.id),
    progressOf(db, [count.id]),
  ])
  const sees = seesExpected(db, count, progress)
  const differing = groupBy(differences.filter(differs), ({ taskId }) => taskId)
  return {
    ...count,
    ...told(progress, sees),
    subjects,
    tasks: tasks.map((task) => ({
      ...task,
      state: stateOf(task),
      differing: sees ? (differing.get(task.id)?.length ?? 0) : null,
    })),
  }
}

const differs = ({ found, expected }: TallyLine) => found !== expected

const stateOf = ({ round, recountReason }: TaskRow) =>
  round === 0 ? ('to_count' as const) : recountReason === null ? ('counted' as const) : ('recount' as const)

/** How many differ, and how many are not booked: null to those who are not told. */
function told(progress: Progress | undefined, sees: boolean) {
  const { bins = 0, counted = 0, differing = 0, open = 0 } = progress ?? {}
  return { bins, counted, differing: sees ? differing : null, open: sees ? open : null }
}

export async function countSummaries(db: Db, filter: CountFilter) {
  const counts = await countList(db, filter)
  const progress = new Map(
    (
      await progressOf(
        db,
        counts.map(({ id }) => id),
      )
    ).map((row) => [row.countId, row]),
  )
  return counts.map((count) => {
    const own = progress.get(count.id)
    return { ...count, ...told(own, seesExpected(db, count, own)) }
  })
}

/** Refuses `blind_count` to those who are not told what was expected: they learn of no difference, and book none. */
export async function refuseBlind(db: Db, count: CountRow): Promise<void> {
  const [progress] = await progressOf(db, [count.id])
  if (!seesExpected(db, count, progress)) throw new Refusal('blind_count', { number: count.number })
}

/** Refuses `not_found`, `blind_count`. */
export async function countDifferences(db: Db, ref: string) {
  const count = await countByRef(db, ref)
  await refuseBlind(db, count)
  const [{ currency, countLimit } = { currency: 'USD', countLimit: null }] = await accountSettings(db)
  const items = (await differencesOf(db, count)).map((row) => ({
    ...row,
    suggestion: row.suggestion && { ...row.suggestion, says: words(row.suggestion) },
  }))
  return { number: count.number, blind: count.blind, currency, countLimit, items }
}

function words(suggestion: Suggestion): string {
  if (suggestion.kind === 'swapped') return `${suggestion.quantity} swapped with batch ${suggestion.otherCode}?`
  if (suggestion.kind === 'typed_wrongly') return `Typed wrongly? Batch ${suggestion.otherCode} should lie here.`
  return 'This batch is not in the system: add it with its label.'
}
