import { expect, test } from 'vitest'
import { datesThatDiffer } from './dates-that-differ.ts'

const row = (lineNo: number, more: Record<string, unknown>) => ({
  lineNo,
  item: { product: 'P', batch: 'L1', ...more },
})

test.each([
  ['the same dates agree', [row(2, { expiresOn: '2026-01-01' }), row(3, { expiresOn: '2026-01-01' })], []],
  ['no date contradicts none', [row(2, { expiresOn: '2026-01-01' }), row(3, {})], []],
  [
    'another date is named with both lines, however the code is written',
    [row(2, { expiresOn: '2026-01-01' }), row(3, {}), row(7, { batch: ' L1 ', expiresOn: '2026-02-01' })],
    [[7, 'expires_on 2026-02-01 is another than 2026-01-01 of the same batch on line 2']],
  ],
  [
    'each kind of date by itself',
    [
      row(2, { bestBefore: '2026-01-01', producedOn: '2025-01-01' }),
      row(3, { useBy: '2026-02-01', producedOn: '2025-02-01' }),
    ],
    [[3, 'produced_on 2025-02-01 is another than 2025-01-01 of the same batch on line 2']],
  ],
  [
    'other products and suppliers have batches of their own',
    [
      row(2, { expiresOn: '2026-01-01' }),
      row(3, { product: 'Q', expiresOn: '2026-02-01' }),
      row(4, { supplier: 'S', expiresOn: '2026-03-01' }),
    ],
    [],
  ],
])('%s', (_rule, items, expected) => {
  expect(datesThatDiffer(items).map(({ lineNo, reason }) => [lineNo, reason])).toEqual(expected)
})
