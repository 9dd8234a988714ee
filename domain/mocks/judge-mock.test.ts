import { expect, test } from 'vitest'
import { percentOf } from '../percent.ts'
import { failingsOf, foundPercent, mockState, owedFor, usualTargets, withoutSource } from './judge-mock.ts'
import { nextMock } from './next-mock.ts'

const all = ['back', 'forward', 'balance', 'contacts'] as const

test.each([
  ['all four in time, all found, all reachable', { seconds: 252 }, 0],
  ['exactly four hours is in time', { seconds: 14_400 }, 0],
  ['a minute more is not', { seconds: 14_401 }, 1],
  ['99.5 % is enough', { foundPercent: 99.5 }, 0],
  ['99.49 % is not', { foundPercent: 99.49 }, 1],
  ['one who cannot be reached is one too many', { contactsPercent: 99.99 }, 1],
  ['two that nobody confirmed are two', { confirmed: ['back', 'forward'] as const }, 2],
])('%s', (_, measured, failings) => {
  const good = { confirmed: all, seconds: 60, foundPercent: 100, contactsPercent: 100 }
  expect(failingsOf(usualTargets, { ...good, ...measured })).toHaveLength(failings)
})

test.each([
  [500, 500, 120, null, 100],
  [500, 500, 120, 118, 99.6],
  [500, 500, 120, 122, 99.6],
  [500, 490, 120, null, 98],
  [3, 3, 3, 0, 0],
  [0, 0, 0, null, 100],
])('came %i, accounted %i of which %i lie here, counted %s: %d %% found', (came, out, onHand, counted, percent) => {
  expect(foundPercent([{ in: came, out, onHand }], counted)).toBe(percent)
})

test('nearly all is never told as all', () => {
  expect(percentOf(99_999, 100_000)).toBe(99.99)
})

test('what no receipt and no run tells has no source; a run that names what it used is one', () => {
  const came = { received: 100, made: 50, found: 2 }
  expect(withoutSource(came, { receipts: 100, hasParents: true })).toBe(2)
  expect(withoutSource(came, { receipts: 60, hasParents: false })).toBe(92)
})

test('each gap is owed once, in words', () => {
  expect(
    owedFor({
      unreachable: [
        { name: 'Shop 1', emailWrong: null },
        { name: 'Shop 2', emailWrong: 'has no @' },
      ],
      mistyped: [{ name: 'Shop 3', emailWrong: 'ends with a dot' }],
      sourceless: [{ batch: 'R', quantity: 1 }],
      gap: -2,
    }).map(({ says }) => says),
  ).toEqual([
    'Find out how to reach Shop 1: neither e-mail nor address is known.',
    'Find out how to reach Shop 2: the e-mail address has no @, and no postal address is known.',
    'Find out the right e-mail address of Shop 3: the one that is known ends with a dot. Only a letter reaches them.',
    'Find out where 1 unit of batch R came from: no receipt and no production run tells.',
    '2 units are too many: find out why.',
  ])
})

test('its state is read from what was done', () => {
  expect(
    [[], ['start'], ['start', 'back', 'end'], ['abandon']].map((kinds) =>
      mockState(kinds.map((kind) => ({ kind: kind as 'start' }))),
    ),
  ).toEqual(['ready', 'running', 'ended', 'abandoned'])
})

test('what was missed is rehearsed once, and the rhythm stays', () => {
  expect(nextMock('2025-01-31', { everyMonths: 6, today: '2025-01-31' })).toBe('2025-07-31')
  expect(nextMock('2025-01-31', { everyMonths: 1, today: '2025-04-15' })).toBe('2025-04-30')
  expect(nextMock('2024-01-01', { everyMonths: 12, today: '2026-01-01' })).toBe('2027-01-01')
})
