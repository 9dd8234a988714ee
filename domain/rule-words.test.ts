import { expect, test } from 'vitest'
import { saysLife, saysSettings } from './rule-words.ts'

test.each([
  [{ kind: 'days', daysMin: 90 }, 'at least 90 days left on delivery'],
  [{ kind: 'days', daysMin: 1 }, 'at least 1 day left on delivery'],
  [{ kind: 'days', daysMin: 90, boundary: 'more_than' }, 'more than 90 days left on delivery'],
  [{ kind: 'share', percentMin: 66 }, 'at least 66 % of its life left on delivery'],
  [{ kind: 'days', daysMin: 0 }, 'no life asked for beyond the last day'],
] as const)('life %o', (life, says) => expect(saysLife(life)).toBe(says))

test('everything that a rule sets is told, in one order', () => {
  expect(
    saysSettings({
      barred: ['a'],
      approved: ['a', 'b'],
      packOrder: 'loose_first',
      packOf: 12,
      neverOlder: true,
      batches: 'one_per_line',
      life: { kind: 'days', daysMin: 30 },
      rotation: 'lefo',
    }),
  ).toEqual([
    'freshest first',
    'at least 30 days left on delivery',
    'one batch per line',
    'never older than the customer last received',
    'only whole packs of 12',
    'loose units before closed packs',
    'only 2 batches approved',
    '1 batch barred',
  ])
})

test('what lifts a wider rule says so', () => {
  expect(saysSettings({ neverOlder: false, packOf: 1, batches: 'any', barred: [], approved: [] })).toEqual([
    'as many batches as it takes',
    'older than last received may go',
    'single units may go',
    'no batch approved',
    'no batch barred',
  ])
})

test.each([
  [{ split: 'never', criteria: [] }, 'from one warehouse, never split'],
  [
    { split: 'allowed', criteria: ['distance', 'freshest'] },
    'from one warehouse, else the cheapest split: by distance, then what is freshest',
  ],
] as const)('routing %o', (routing, says) =>
  expect(saysSettings({ routing: { ...routing, splitCost: 0 } })).toEqual([says]),
)
