/**
 * Every reason in its sentence; a reason of a new kind has to be written here, or the types do not fit.
 */
import { expect, test } from 'vitest'
import { explainPassedOver } from './explain.ts'
import { by, today } from './fixture.ts'
import type { WhyNot } from './plan.ts'

const says = (reason: WhyNot) => explainPassedOver({ batchCode: 'B', quantity: 7, reason })
const short = { kind: 'too_short', left: 29, required: 30, on: today } as const
const last = { expiresOn: '2026-05-01', deliveredOn: '2025-10-12' }
const alone = { kind: 'batches', asked: 50, by: null } as const

const sentences: Record<WhyNot['kind'], readonly (readonly [WhyNot, string])[]> = {
  held: [[{ kind: 'held', hold: 'QA-17', reason: 'smell' }, 'B: 7 on hold (QA-17)']],
  place: [[{ kind: 'place', placeKind: 'dock' }, 'B: 7 at a dock place, not for sale']],
  expired: [
    [{ kind: 'expired', expiresOn: '2025-11-22', daysAgo: 1 }, 'B: expired 1 day ago'],
    [{ kind: 'expired', expiresOn: '2025-11-20', daysAgo: 3 }, 'B: expired 3 days ago'],
  ],
  too_short: [
    [short, 'B: 29 days left on 2025-11-23, 30 needed'],
    [{ ...short, by }, 'B: 29 days left on 2025-11-23, Amazon needs 30'],
    [{ ...short, left: 1 }, 'B: 1 day left on 2025-11-23, 30 needed'],
    [{ ...short, left: 0 }, 'B: 0 days left on 2025-11-23, 30 needed'],
    [{ ...short, required: 31, boundary: 'more_than' }, 'B: 29 days left on 2025-11-23, more than 30 needed'],
    [{ ...short, boundary: 'at_least' }, 'B: 29 days left on 2025-11-23, 30 needed'],
  ],
  undated: [
    [{ kind: 'undated' }, 'B: has no date to judge its remaining life by'],
    [
      { kind: 'undated', missing: 'produced', percentMin: 66 },
      'B: its production date is needed for the rule of 66 % of its life',
    ],
  ],
  turn: [[{ kind: 'turn' }, 'B: 7 first offered to those who waited before']],
  older: [
    [
      { kind: 'older', expiresOn: '2026-03-01', last, by },
      'B: expires 2026-03-01, older than the 2026-05-01 delivered on 2025-10-12 (Amazon)',
    ],
    [
      { kind: 'older', expiresOn: null, last, by },
      'B: has no date to hold against the 2026-05-01 delivered on 2025-10-12 (Amazon)',
    ],
  ],
  not_approved: [[{ kind: 'not_approved', by }, 'B: not among the approved batches (Amazon)']],
  barred: [[{ kind: 'barred', by }, 'B: barred (Amazon)']],
  not_chosen: [[{ kind: 'not_chosen' }, 'B: 7 not chosen, batches are chosen by hand here']],
  batches: [
    [{ ...alone, choice: 'any' }, 'B: 7 left alone, the 50 come from another batch'],
    [{ ...alone, choice: 'one_per_line', by }, 'B: 7 left alone, the 50 must come from one batch (Amazon)'],
    [{ ...alone, choice: 'one_per_order' }, 'B: 7 left alone, the 50 of the order must come from one batch'],
    [{ ...alone, choice: 'fewest' }, 'B: 7 left alone, the 50 come from as few batches as can be'],
    [
      { ...alone, choice: 'oldest_that_fills' },
      'B: 7 left alone, the 50 come from the oldest batch that fills them, else from as few as can be',
    ],
  ],
  pack: [
    [{ kind: 'pack', of: 12, by }, 'B: 7 not taken, only whole packs of 12 go out (Amazon)'],
    [{ kind: 'pack', of: 12, by: null }, 'B: 7 not taken, closed boxes of 12 are not opened'],
  ],
  pool: [
    [
      { kind: 'pool', pool: 'Black Friday', channel: 'Shopify', until: '2025-11-30' },
      'B: 7 kept for Shopify until 2025-11-30 (Black Friday)',
    ],
  ],
}

const bySentence = Object.values(sentences)
  .flat()
  .map(([reason, sentence]) => [sentence, reason] as const)

test.each(bySentence)('the bench is told why in one sentence: %s', (sentence, reason) => {
  expect(says(reason)).toBe(sentence)
})

test('goods without batch are told as such', () => {
  expect(explainPassedOver({ batchCode: '-', quantity: 7, reason: { kind: 'turn' } })).toMatch(/^no batch: 7/)
})
