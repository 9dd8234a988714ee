import { expect, test } from 'vitest'
import { spokenAtLine } from './spoken.ts'

test.each([
  ['line 1: batch A expired on 2026-11-01. Send it back.', 'Batch A expired on 1 Nov 2026. Send it back.'],
  ['batch 2026-11-01 is known with last day 2026-12-31', 'Batch 2026-11-01 is known with last day 31 Dec 2026'],
  ['the 2026-05-01 delivered on 2026-10-12', 'The 1 May 2026 delivered on 12 Oct 2026'],
  [
    'batch A has production date 2026-05-01, but B says 2026-04-01',
    'Batch A has production date 1 May 2026, but B says 1 Apr 2026',
  ],
  ['3 of 2026-11-01 are promised', '3 of 2026-11-01 are promised'],
])('"%s" is said as "%s"', (given, said) => {
  expect(spokenAtLine(given)).toBe(said)
})
