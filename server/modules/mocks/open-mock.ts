/**
 * server/modules/mocks/open-mock.ts — a rehearsal is asked for, or due: of a batch that is named, or of one that is drawn from what was shipped in the last year.
 */
import { randomInt } from 'node:crypto'
import { drawn } from '#domain/counts/drawn.ts'
import { nextMock } from '#domain/mocks/next-mock.ts'
import { dayIn, type Instant } from '#platform/clock.ts'
import type { Act, Database, Db, Tx } from '#platform/db.ts'
import { newId } from '#platform/id.ts'
import { nextNumber } from '#platform/numbers.ts'
import { Refusal } from '#platform/refusal.ts'
import { audit } from '../access/index.ts'
import { batchesById } from '../batches/index.ts'
import { todays } from '../places/index.ts'
import {
  type Draw,
  insertDraw,
  insertMock,
  lockSchedule,
  type MockRow,
  moveSchedule,
  settingRow,
  shippedSince,
} from './store.ts'

const yearMs = 365 * 24 * 60 * 60 * 1000
/** From then on shipments count for a draw at this moment. */
export const yearBefore = (at: Instant): Instant => new Date(Date.parse(at) - yearMs).toISOString()

export type NewMock = Readonly<{ id?: string; batch?: string; seed?: number }>

/** Nothing begins yet. Refuses `not_found`, and `mock_nothing_shipped` where a batch should be drawn and none was shipped. Answers with its id. */
export async function openMock(
  tx: Tx,
  { id = newId(), batch, seed }: NewMock,
  cause: MockRow['cause'] = 'asked',
): Promise<string> {
  const draw = batch === undefined ? await drawFrom(tx, seed ?? randomInt(2 ** 31)) : null
  const batchId = batch ?? draw?.batchId ?? ''
  if ((await batchesById(tx, [batchId])).length === 0) throw new Refusal('not_found', { kind: 'batch', id: batchId })
  const number = await nextNumber(tx, 'MR')
  await insertMock(tx, { id, number, batchId, how: draw ? 'drawn' : 'named', cause })
  if (draw) await insertDraw(tx, id, draw)
  const from = draw ? { seed: draw.seed, drawnFrom: draw.candidates.length } : {}
  audit(tx, { action: 'mock.open', subjectKind: 'mock', subjectId: id, after: { number, batchId, cause, ...from } })
  return id
}

async function drawFrom(db: Db, seed: number): Promise<Draw & { batchId: string }> {
  const since = yearBefore(db.act.at)
  const candidates = (await shippedSince(db, since)).map(({ batchId }) => batchId)
  const [batchId] = drawn(candidates, { count: 1, seed })
  if (batchId === undefined) throw new Refusal('mock_nothing_shipped', { since: since.slice(0, 10) })
  return { seed, candidates, batchId }
}

/** One for all that was missed. Where nothing was shipped it stays due, and is drawn as soon as something was. */
export async function openDue(database: Database, act: Act): Promise<boolean> {
  const due = await database.read(act, async (db) => {
    const [setting] = await settingRow(db)
    return setting?.nextOn !== null && setting !== undefined && setting.nextOn <= (await today(db))
  })
  if (!due) return false
  return database.write(act, openScheduled).catch((error: unknown) => {
    if (error instanceof Refusal && error.code === 'mock_nothing_shipped') return false
    throw error
  })
}

/** Under the lock of the schedule: of two that come at once, the second finds it moved on. */
export async function openScheduled(tx: Tx): Promise<boolean> {
  const [schedule] = await lockSchedule(tx)
  const day = await today(tx)
  if (!schedule || schedule.nextOn > day) return false
  await openMock(tx, {}, 'scheduled')
  await moveSchedule(tx, nextMock(schedule.nextOn, { everyMonths: schedule.everyMonths, today: day }))
  return true
}

/** The day that it is in all warehouses. */
const today = async (db: Db) => (await todays(db)).map(({ day }) => day).sort()[0] ?? dayIn('UTC', db.act.at)
