/**
 * server/modules/mocks/mock-detail.ts — a rehearsal as it is told: what was found, how long it took, how good it was.
 */
import { type MassBalance, type MassTotals, massBalance } from '#domain/mass-balance.ts'
import {
  accountedOf,
  type Deliverable,
  deliverables,
  failingsOf,
  foundPercent,
  isReachable,
  usualTargets,
} from '#domain/mocks/judge-mock.ts'
import { percentOf } from '#domain/percent.ts'
import type { Instant } from '#platform/clock.ts'
import type { Db } from '#platform/db.ts'
import { joinsAsWritten } from '#platform/plans.ts'
import { actionsOf } from '../corrective/index.ts'
import { consigneesOf } from './contacts.ts'
import { balancesOf, layOf, originsOf, sentTotals } from './found-store.ts'
import { inPercent, type Mock, mockByRef, settingOf } from './mock-by-ref.ts'
import { yearBefore } from './open-mock.ts'
import { drawOf, type MockAct, targetOf } from './store.ts'

/** Of those who cannot be reached; more are counted. */
const shownMax = 500

const actOf = (acts: readonly MockAct[], kind: MockAct['kind']) => acts.find((act) => act.kind === kind)

export const listed = (mock: Mock) => {
  const [start, end] = [actOf(mock.acts, 'start'), actOf(mock.acts, 'end')]
  return {
    ...mock,
    startedAt: start?.at ?? null,
    endedAt: end?.at ?? null,
    passed: end?.passed ?? null,
    seconds: start && end ? secondsBetween(start.at, lastConfirmed(mock.acts) ?? end.at) : null,
  }
}

const secondsBetween = (from: Instant, to: Instant) => (Date.parse(to) - Date.parse(from)) / 1000

const lastConfirmed = (acts: readonly MockAct[]): Instant | null =>
  acts
    .filter(({ kind }) => deliverables.includes(kind as Deliverable))
    .map(({ at }) => at)
    .sort()
    .at(-1) ?? null

/** As it stands: by what was found at the start and confirmed since. */
export async function judged(db: Db, ref: string) {
  await joinsAsWritten(db)
  const mock = await mockByRef(db, ref)
  const { id, acts } = mock
  const [target, rows, consignees, origins] = await Promise.all([
    targetOf(db, id),
    balancesOf(db, id),
    consigneesOf(db, id),
    originsOf(db, id),
  ])
  const balances = rows.map((row) => ({ ...row, ...massBalance(row) }))
  const found = actOf(acts, 'balance')?.found ?? null
  const targets = target[0] ? inPercent(target[0]) : await targetsNow(db)
  const startedAt = actOf(acts, 'start')?.at ?? null
  const measured = {
    confirmed: deliverables.filter((one) => actOf(acts, one) !== undefined),
    seconds: startedAt === null ? 0 : secondsBetween(startedAt, lastConfirmed(acts) ?? db.act.at),
    foundPercent: foundPercent(balances, found),
    contactsPercent: percentOf(consignees.filter(isReachable).length, consignees.length),
  }
  const variance = varianceOf(balances, found)
  return {
    mock,
    targets,
    balances,
    consignees,
    origins,
    measured,
    variance,
    found,
    failings: failingsOf(targets, measured),
  }
}

async function targetsNow(db: Db) {
  const { minutesMax, foundMin, contactsMin } = { ...usualTargets, ...(await settingOf(db)) }
  return { minutesMax, foundMin, contactsMin }
}

/** What came in and was not found; below 0 what was found and never came. */
function varianceOf(balances: readonly MassBalance[], found: number | null): number {
  const sum = (of: 'gap' | 'onHand') => balances.reduce((all, row) => all + row[of], 0)
  return sum('gap') + (found === null ? 0 : sum('onHand') - found)
}

/** Refuses `not_found`. */
export async function mockDetail(db: Db, ref: string) {
  const { mock, consignees, measured, failings, found, variance, ...rest } = await judged(db, ref)
  const { id } = mock
  const [[draw], [sent], lay, actions] = await Promise.all([
    drawOf(db, id),
    sentTotals(db, id),
    layOf(db, id),
    actionsOf(db, { of: { kind: 'mock', id }, state: null, after: null, limit: shownMax }),
  ])
  const unreachable = consignees.filter((one) => !isReachable(one))
  return {
    ...listed(mock),
    ...rest,
    draw: draw ? { seed: draw.seed, since: yearBefore(mock.openedAt), candidates: draw.candidates.length } : null,
    confirmed: measured.confirmed,
    foundPercent: measured.foundPercent,
    contactsPercent: measured.contactsPercent,
    secondsSoFar: measured.seconds,
    failings: mock.state === 'ready' || mock.state === 'abandoned' ? [] : failings,
    unitsFound: found,
    variance,
    sent: {
      ...(sent ?? { shipments: 0, customers: 0, orders: 0, quantity: 0, returned: 0 }),
      consignees: consignees.length,
    },
    withEmail: consignees.filter(({ hasEmail }) => hasEmail).length,
    unreachable: unreachable.slice(0, shownMax),
    unreachableCount: unreachable.length,
    lay,
    actions,
  }
}

/** Of what came in, so many units are somewhere; one too many counts like one too few. */
export const unitsAccounted = (rows: readonly MassTotals[], found: number | null): number =>
  accountedOf(rows.map(massBalance), found)
