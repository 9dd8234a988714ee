import { expect, test } from 'vitest'
import { lostPromises, type ToldDecision } from './lost-promises.ts'

const held = { kind: 'held', hold: 'QA-17', reason: 'smell' } as const
const expired = { kind: 'expired', expiresOn: '2025-11-22', daysAgo: 1 } as const
const turn = { kind: 'turn' } as const

const pick = (batchId: string, quantity: number) => ({ batchId, batchCode: `code ${batchId}`, placeId: 'P', quantity })
const over = (batchId: string, reason: typeof held | typeof expired | typeof turn) => ({ ...pick(batchId, 5), reason })
const told = (
  day: number,
  picks: ToldDecision['picks'],
  passedOver: ToldDecision['passedOver'] = [],
): ToldDecision => ({
  decidedAt: `2025-11-${day}T10:00:00.000Z`,
  picks,
  passedOver,
})
const lost = (batchId: string, quantity: number, reason: object, day: number) => ({
  batchId,
  batchCode: `code ${batchId}`,
  quantity,
  reason,
  since: `2025-11-${day}T10:00:00.000Z`,
})

test.each<[string, ToldDecision[], Record<string, number>, object[]]>([
  ['a line that never got anything', [told(20, [], [over('A', held)])], {}, []],
  ['a line that keeps what it got', [told(20, [pick('A', 10)])], { A: 10 }, []],
  [
    'a hold took all of it',
    [told(20, [pick('A', 10)]), told(23, [], [over('A', held)])],
    {},
    [lost('A', 10, held, 23)],
  ],
  [
    'a hold took what was not shipped, and another batch stepped in for a part',
    [told(20, [pick('A', 10)]), told(23, [pick('B', 2)], [over('A', held)])],
    { A: 4, B: 2 },
    [lost('A', 6, held, 23)],
  ],
  [
    'it expired, and stock that came later was not enough',
    [told(20, [pick('A', 10)]), told(22, [], [over('A', expired)]), told(23, [pick('B', 1)], [over('A', expired)])],
    { B: 1 },
    [lost('A', 10, expired, 22)],
  ],
  [
    'lost, given back and lost again: since the last time',
    [
      told(20, [pick('A', 10)]),
      told(21, [], [over('A', held)]),
      told(22, [pick('A', 10)]),
      told(23, [], [over('A', held)]),
    ],
    {},
    [lost('A', 10, held, 23)],
  ],
  [
    'it is free again, and only waits its turn',
    [told(20, [pick('A', 10)]), told(22, [], [over('A', held)]), told(23, [], [over('A', turn)])],
    {},
    [],
  ],
  ['less was asked, and more again', [told(20, [pick('A', 10)]), told(23, [], [over('B', held)])], { A: 4 }, []],
])('%s', (_, decisions, kept, expected) => {
  expect(lostPromises(decisions, new Map(Object.entries(kept)), 10)).toEqual(expected)
})
