import type { Tx } from '#platform/db.ts'
import { Refusal } from '#platform/refusal.ts'
import { audit } from '../access/index.ts'
import { openCount } from './count-detail.ts'
import { differencesOf } from './differences.ts'
import { insertRecounts, lockCount, markClosed, tasksOf } from './store.ts'

/** Bins that were counted are to be counted again; their differences wait for it. Refuses `count_closed`, `invalid_input`. */
export async function askRecount(
  tx: Tx,
  countId: string,
  ask: Readonly<{ places: readonly string[]; reason: string }>,
) {
  const { number } = await openCount(tx, countId)
  await lockCount(tx, countId)
  const tasks = await tasksOf(tx, countId)
  const doubted = ask.places.map((place) =>
    tasks.find(({ placeId, placeCode }) => placeId === place || placeCode === place),
  )
  const problems = doubted.flatMap((task, at) =>
    task && task.round > 0 ? [] : [{ at: `places[${at}]`, message: 'must be a bin that was counted' }],
  )
  if (problems.length > 0) throw new Refusal('invalid_input', { problems })
  const known = doubted.flatMap((task) => task ?? [])
  await insertRecounts(
    tx,
    known.map(({ id, round }) => ({ taskId: id, after: round })),
    ask.reason,
  )
  const after = { number, places: known.map(({ placeCode }) => placeCode) }
  audit(tx, { action: 'count.recount', subjectKind: 'count', subjectId: countId, after, reason: ask.reason })
}

/** Refuses `count_closed`, and `count_unfinished` where something is left and no reason is given. */
export async function closeCount(tx: Tx, countId: string, reason: string | null) {
  const count = await openCount(tx, countId)
  const [locked] = await lockCount(tx, countId)
  if (locked?.closedAt) throw new Refusal('count_closed', { number: count.number })
  const toCount = (await tasksOf(tx, countId)).filter((task) => task.round === 0 || task.recountReason !== null).length
  const open = (await differencesOf(tx, count)).filter(({ bookedAt }) => bookedAt === null).length
  if (toCount + open > 0 && reason === null)
    throw new Refusal('count_unfinished', { number: count.number, toCount, open })
  await markClosed(tx, countId, reason)
  const after = { number: count.number, toCount, open }
  audit(tx, { action: 'count.close', subjectKind: 'count', subjectId: countId, after, reason })
}
