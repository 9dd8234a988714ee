import type { CalendarDate } from '#domain/calendar-date.ts'
import type { Tx } from '#platform/db.ts'
import { enqueue } from '#platform/jobs.ts'
import { judgedBy } from './judge.ts'

type Came = Readonly<{ id: string; expiresOn: CalendarDate | null }>

/** Of what came in, batches that may have reached a step are judged by a job at once; the others wait for their day. */
export async function soonToJudge(tx: Tx, batches: readonly Came[]): Promise<void> {
  if (batches.every(({ expiresOn }) => expiresOn === null)) return
  const { until } = await judgedBy(tx)
  const soon = batches.filter(({ expiresOn }) => expiresOn !== null && expiresOn <= until).map(({ id }) => id)
  if (soon.length > 0) await enqueue(tx, 'alerts-due', { batchIds: [...new Set(soon)] })
}
