/**
 * domain/recalls/state.test.ts — a recall goes on step by step, with a second person where that is asked for.
 */
import { expect, test } from 'vitest'
import { type Act, needsSecond, stateOf } from './state.ts'

const act = (kind: Act['kind'], byId: string | null = 'ann', version = 1): Act => ({ kind, byId, version })

test('the state is read from what was done', () => {
  const table: readonly [Act[], string][] = [
    [[], 'draft'],
    [[act('approve_start')], 'draft'],
    [[act('start')], 'running'],
    [[act('start'), act('approve_end')], 'running'],
    [[act('start'), act('end')], 'ended'],
    [[act('abandon')], 'abandoned'],
  ]
  for (const [acts, state] of table) expect([acts, stateOf(acts)]).toEqual([acts, state])
})

test('the second person is another one, who approved this version and this step', () => {
  const going = { version: 2, twoPeople: true, byId: 'ann' }
  const table: readonly [Act[], string | null, boolean][] = [
    [[], 'ann', true],
    [[act('approve_start', 'ann', 2)], 'ann', true],
    [[act('approve_start', 'bob', 1)], 'ann', true],
    [[act('approve_end', 'bob', 2)], 'ann', true],
    [[act('approve_start', null, 2)], 'ann', true],
    [[act('approve_start', 'bob', 2)], 'ann', false],
    [[act('approve_start', 'bob', 2)], null, true],
    [[act('approve_start', 'bob', 2), act('approve_start', 'ann', 2)], 'bob', false],
  ]
  for (const [acts, byId, needed] of table)
    expect([acts, byId, needsSecond({ ...going, acts, byId }, 'start')]).toEqual([acts, byId, needed])
  expect(needsSecond({ ...going, acts: [], byId: null, twoPeople: false }, 'start')).toBe(false)
})
