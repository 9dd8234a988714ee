/**
 * server/modules/indicators/points.ts — of each recall and each rehearsal, what it gives to each indicator.
 */
import type { IndicatorKey, Point } from '#domain/indicators/indicators.ts'
import { reconciled } from '#domain/indicators/indicators.ts'
import { massBalance } from '#domain/mass-balance.ts'
import { noticeNumbersOf } from '#domain/notices/numbers.ts'
import type { Instant } from '#platform/clock.ts'
import type { Db } from '#platform/db.ts'
import { checksOfRecall } from '../checks/index.ts'
import { measuredMocks } from '../mocks/index.ts'
import { type NoticeRecipient, noticeRecipients } from '../notices/index.ts'
import { endedAt, type Recall, recallsSince } from '../recalls/index.ts'
import { productBalances, reachOf, withBatchesOfSerials } from '../trace/index.ts'

export type Points = Readonly<Record<IndicatorKey, Point[]>>

/** Of all that started since then. */
export async function pointsSince(db: Db, since: Instant): Promise<Points> {
  const points = emptyPoints()
  for (const recall of await recallsSince(db, since)) add(points, await ofRecall(db, recall))
  for (const mock of await measuredMocks(db, since)) add(points, ofMock(mock))
  return points
}

type Given = Partial<Record<IndicatorKey, Point>>

const emptyPoints = (): Points => ({
  time_to_isolate: [],
  response_list: [],
  response_first: [],
  response_last: [],
  effectiveness: [],
  notification: [],
  response_rate: [],
  check_pass: [],
  reconciliation: [],
  mock_duration: [],
  mock_found: [],
})

function add(points: Points, given: Given): void {
  for (const [key, point] of Object.entries(given)) points[key as IndicatorKey].push(point)
}

async function ofRecall(db: Db, recall: Recall): Promise<Given> {
  const startedAt = recall.acts.find(({ kind }) => kind === 'start')?.at ?? recall.openedAt
  const knownOn = endedAt(recall)
  const [recipients, checks, reach] = await Promise.all([
    noticeRecipients(db, recall.id),
    checksOfRecall(db, recall.id),
    reachOf(db, recall.now.scope, knownOn),
  ])
  const balances = await productBalances(db, { batchIds: withBatchesOfSerials(reach), knownOn })
  const base = { kind: 'recall' as const, id: recall.id, number: recall.number, at: startedAt, remark: null }
  const { notEffective, effective, notReached } = checks.numbers
  return {
    ...times(recall, { startedAt, base }),
    ...notified(recall, { recipients, base }),
    ...told(recipients, base),
    check_pass: { ...base, numerator: effective, denominator: effective + notEffective + notReached },
    reconciliation: { ...base, ...reconciled(balances.map((row) => row.massBalance)) },
  }
}

type Base = Omit<Point, 'numerator' | 'denominator'>

const seconds = (from: Instant, to: Instant) => Math.max((Date.parse(to) - Date.parse(from)) / 1000, 0)

function times(
  { openedAt, versions }: Recall,
  { startedAt, base }: Readonly<{ startedAt: Instant; base: Base }>,
): Given {
  const stood = versions.reduce((last, { madeAt }) => (madeAt > last ? madeAt : last), startedAt)
  return {
    time_to_isolate: { ...base, numerator: seconds(openedAt, startedAt), denominator: 1 },
    response_list: { ...base, numerator: seconds(openedAt, stood), denominator: 1 },
  }
}

type OfNotices = Readonly<{ recipients: readonly NoticeRecipient[]; base: Base }>

/** The last counts once everybody is notified. */
function notified({ openedAt }: Recall, { recipients, base }: OfNotices): Given {
  const meant = recipients.filter(({ isMeant }) => isMeant)
  const first = meant
    .flatMap(({ isNotified, notifiedAt }) => (isNotified && notifiedAt !== null ? [notifiedAt] : []))
    .toSorted()
  const missing = meant.length - first.length
  const [earliest, latest] = [first[0], first.at(-1)]
  const none = { ...base, numerator: 0, denominator: 0 }
  return {
    response_first: earliest === undefined ? none : { ...base, numerator: seconds(openedAt, earliest), denominator: 1 },
    response_last:
      latest === undefined || missing > 0
        ? { ...none, remark: missing > 0 ? `${missing} not notified yet` : null }
        : { ...base, numerator: seconds(openedAt, latest), denominator: 1 },
  }
}

function told(recipients: readonly NoticeRecipient[], base: Base): Given {
  const numbers = noticeNumbersOf(recipients)
  const { units, notified: all, silent } = numbers
  return {
    effectiveness: {
      ...base,
      numerator: units.returned + units.destroyed + units.used,
      denominator: units.distributed,
    },
    notification: { ...base, numerator: all, denominator: numbers.recipients },
    response_rate: { ...base, numerator: all - silent, denominator: all },
  }
}

type MeasuredMock = Awaited<ReturnType<typeof measuredMocks>>[number]

function ofMock({ id, number, startedAt, seconds: took, balances, accounted }: MeasuredMock): Given {
  const base = { kind: 'mock' as const, id, number, at: startedAt, remark: null }
  const came = balances.reduce((sum, row) => sum + massBalance(row).in, 0)
  return {
    mock_duration: { ...base, numerator: took, denominator: 1 },
    mock_found: { ...base, numerator: accounted, denominator: came },
    reconciliation: { ...base, ...reconciled(balances) },
  }
}
