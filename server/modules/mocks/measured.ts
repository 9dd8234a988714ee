/**
 * server/modules/mocks/measured.ts — rehearsals that ended, as the indicators count them.
 */
import type { MassTotals } from '#domain/mass-balance.ts'
import type { Instant } from '#platform/clock.ts'
import type { Db } from '#platform/db.ts'
import { balancesOf } from './found-store.ts'
import { withActs } from './mock-by-ref.ts'
import { listed, unitsAccounted } from './mock-detail.ts'
import { mockList } from './store.ts'

export type MeasuredMock = Readonly<{
  id: string
  number: string
  startedAt: Instant
  seconds: number
  balances: readonly MassTotals[]
  accounted: number // of the units that came in
}>

/** Those that started since then; a few a year. */
export async function measuredMocks(db: Db, since: Instant): Promise<MeasuredMock[]> {
  const rows = await mockList(db, { id: null, number: null, state: 'ended', before: null, limit: null })
  const ended = (await withActs(db, rows)).map(listed)
  return Promise.all(
    ended.flatMap(({ id, number, startedAt, seconds, acts }) =>
      startedAt === null || seconds === null || startedAt < since
        ? []
        : [
            measured(
              db,
              { id, number, startedAt, seconds },
              acts.find(({ kind }) => kind === 'balance')?.found ?? null,
            ),
          ],
    ),
  )
}

type Timed = Pick<MeasuredMock, 'id' | 'number' | 'startedAt' | 'seconds'>

async function measured(db: Db, mock: Timed, found: number | null): Promise<MeasuredMock> {
  const balances = await balancesOf(db, mock.id)
  return { ...mock, balances, accounted: unitsAccounted(balances, found) }
}
