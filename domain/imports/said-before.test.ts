import { expect, test } from 'vitest'
import { saidBefore } from './said-before.ts'
import type { StockLine } from './stock-row.ts'

const row = (lineNo: number, line: Partial<StockLine>) => ({ lineNo, line: { product: 'P', quantity: 1, ...line } })
const of = row(9, { batch: 'L1', expiresOn: '2026-02-28' })

test.each<[string, Partial<StockLine>, string, string | null, number | null]>([
  ['the same batch', { batch: 'L1', expiresOn: '2026-01-31' }, 'expiry', '2026-01-31', 2],
  ['the same batch, written with spaces', { batch: ' L1 ', expiresOn: '2026-01-31' }, 'expiry', '2026-01-31', 2],
  ['the same day under another name', { batch: 'L1', useBy: '2026-01-31' }, 'expiry', '2026-01-31', 2],
  ['the same batch, another day', { batch: 'L1', expiresOn: '2026-01-30' }, 'expiry', '2026-01-31', null],
  ['another batch', { batch: 'L2', expiresOn: '2026-01-31' }, 'expiry', '2026-01-31', null],
  ['another product', { product: 'Q', batch: 'L1', expiresOn: '2026-01-31' }, 'expiry', '2026-01-31', null],
  ['no day', { batch: 'L1' }, 'expiry', null, null],
])('%s on line 2: %j, of %s %s, is line %s', (_what, line, kind, on, expected) => {
  expect(saidBefore([row(2, line), of], { of, kind, on })).toBe(expected)
})

test('of several rows the first is named, and one of the date’s own kind before others', () => {
  const rows = [
    row(2, { batch: 'L1', useBy: '2026-01-31' }),
    row(3, { batch: 'L1', expiresOn: '2026-01-31' }),
    row(4, { batch: 'L1', expiresOn: '2026-01-31' }),
  ]
  expect(saidBefore(rows, { of, kind: 'expiry', on: '2026-01-31' })).toBe(3)
})
