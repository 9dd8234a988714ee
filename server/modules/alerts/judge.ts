/**
 * server/modules/alerts/judge.ts — what is to be told now. It is looked for in a transaction that only reads, and judged again under the lock of the
 * products before anything is written: a date that is corrected, or goods that leave, at the same moment come before or after it.
 */
import { type AlertVerdict, judgeAlert, lastDayToJudge, stepsUsual } from '#domain/alerts.ts'
import type { CalendarDate } from '#domain/calendar-date.ts'
import { dayIn } from '#platform/clock.ts'
import type { Act, Database, Db, Tx } from '#platform/db.ts'
import { enqueue } from '#platform/jobs.ts'
import { joinsEach } from '#platform/plans.ts'
import { withDescendants } from '../batches/index.ts'
import { lockProducts } from '../catalog/index.ts'
import { type Today, todays } from '../places/index.ts'
import { closeAlerts, type LyingBatch, lyingBatches, raiseAlerts, widestSteps } from './store.ts'

/** That one transaction changes. */
const batchesMax = 1000

/** Leaves the work to a job of its own. */
export async function lookForAlerts(database: Database, act: Act): Promise<void> {
  const found = await database.read(act, toJudge)
  if (found.length > 0) await database.write(act, (tx) => enqueue(tx, 'alerts-due', {}, 'all'))
}

/**
 * These batches and all that was made of them, or all of the account. Done twice, it does nothing the second time.
 * Answers with the number of batches of which something was raised or closed.
 */
export async function judgeAlerts(database: Database, act: Act, batchIds: readonly string[] | null): Promise<number> {
  const found = await database.read(act, async (db) =>
    batchIds === null ? toJudge(db) : changing(db, await withDescendants(db, batchIds)),
  )
  let changed = 0
  for (let from = 0; from < found.length; from += batchesMax) {
    const part = found.slice(from, from + batchesMax)
    changed += await database.write(act, (tx) => judgeNow(tx, part))
  }
  return changed
}

type Judged = LyingBatch & Readonly<{ verdict: AlertVerdict }>

/** All batches of the account of which something is to be raised or closed. */
export async function toJudge(db: Db): Promise<Judged[]> {
  const { days, steps, until } = await judgedBy(db)
  const [, lying] = await Promise.all([joinsEach(db, 'off'), lyingBatches(db, { until }, days)])
  return judged(lying, steps)
}

export async function changing(db: Db, batchIds: readonly string[]): Promise<Judged[]> {
  const { days, steps } = await judgedBy(db)
  return judged(await lyingBatches(db, { batchIds }, days), steps)
}

async function judgeNow(tx: Tx, found: readonly LyingBatch[]): Promise<number> {
  await lockProducts(
    tx,
    found.map(({ productId }) => productId),
  )
  const rows = await changing(
    tx,
    found.map(({ batchId }) => batchId),
  )
  const closings = rows.flatMap(({ alertId, verdict: { close }, expiresOn }) =>
    alertId === null || close === null ? [] : [{ alertId, because: close, expiresOn }],
  )
  const raisings = rows.flatMap(({ batchId, expiresOn, warehouseId, onHand: units, verdict: { raise: stepDays } }) =>
    stepDays === null || expiresOn === null || warehouseId === null
      ? []
      : [{ batchId, stepDays, expiresOn, warehouseId, units }],
  )
  if (closings.length > 0) await closeAlerts(tx, closings)
  if (raisings.length > 0) await raiseAlerts(tx, raisings)
  return rows.length
}

type JudgedBy = Readonly<{ days: readonly Today[]; steps: readonly number[]; until: CalendarDate }>

/** The day it is in each warehouse, the steps of the account, and up to which last day a batch may have reached one. */
export async function judgedBy(db: Db): Promise<JudgedBy> {
  const [[said], days] = await Promise.all([widestSteps(db), todays(db)])
  const steps = said?.own ?? stepsUsual
  const latest =
    days
      .map(({ day }) => day)
      .sort()
      .at(-1) ?? dayIn('UTC', db.act.at)
  return { days, steps, until: lastDayToJudge(latest, [...steps, said?.widest ?? 0]) }
}

function judged(lying: readonly LyingBatch[], steps: readonly number[]): Judged[] {
  return lying
    .map((row) => ({ ...row, verdict: verdictOf(row, steps) }))
    .filter(({ verdict: { close, raise } }) => close !== null || raise !== null)
}

function verdictOf(row: LyingBatch, steps: readonly number[]): AlertVerdict {
  const { stepDays, judgedBy: expiresOn } = row
  const open = stepDays === null || expiresOn === null ? null : { stepDays, expiresOn }
  return judgeAlert({ ...row, steps: row.ownSteps ?? steps }, open)
}
