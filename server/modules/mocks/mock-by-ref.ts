/**
 * server/modules/mocks/mock-by-ref.ts — a rehearsal with what was done in it.
 */
import { type MockState, mockState, usualTargets } from '#domain/mocks/judge-mock.ts'
import type { Db, Tx } from '#platform/db.ts'
import { isId } from '#platform/references.ts'
import { Refusal } from '#platform/refusal.ts'
import { actsOf, lockMock, type MockAct, type MockRow, mockList, type SettingRow, settingRow } from './store.ts'

export type Mock = MockRow & Readonly<{ state: MockState; acts: readonly MockAct[] }>

/** By id or number. Refuses `not_found`. */
export async function mockByRef(db: Db, ref: string): Promise<Mock> {
  const named = isId(ref) ? { id: ref, number: null } : { id: null, number: ref }
  const [mock] = await withActs(db, await mockList(db, { ...named, state: null, before: null, limit: 1 }))
  if (!mock) throw new Refusal('not_found', { kind: 'mock recall', id: ref })
  return mock
}

/** Nobody else goes on with it until the end. Refuses `not_found`, and `mock_state` where it has not come as far, or is over. */
export async function lockedMock(tx: Tx, id: string, wanted: MockState): Promise<Mock> {
  await lockMock(tx, id)
  const mock = await mockByRef(tx, id)
  if (mock.state !== wanted) throw new Refusal('mock_state', { number: mock.number, state: mock.state, wanted })
  return mock
}

export async function withActs(db: Db, rows: readonly MockRow[]): Promise<Mock[]> {
  const acts = await actsOf(
    db,
    rows.map(({ id }) => id),
  )
  return rows.map((row) => {
    const own = acts.filter(({ mockId }) => mockId === row.id)
    return { ...row, state: mockState(own), acts: own }
  })
}

export type Setting = SettingRow

/** Percent as people say them. */
export async function settingOf(db: Db): Promise<Setting> {
  const [row] = await settingRow(db)
  return row ? inPercent(row) : { everyMonths: null, nextOn: null, ...usualTargets }
}

type Percents = Readonly<{ foundMin: number; contactsMin: number }>

export const inPercent = <T extends Percents>(row: T): T => ({
  ...row,
  foundMin: row.foundMin / 100,
  contactsMin: row.contactsMin / 100,
})
export const inHundredths = <T extends Percents>(row: T): T => ({
  ...row,
  foundMin: Math.round(row.foundMin * 100),
  contactsMin: Math.round(row.contactsMin * 100),
})
