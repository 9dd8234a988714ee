import { expect, test } from 'vitest'
import { readLabel } from '#domain/gs1/label.ts'
import { emptyLine } from './receipt-values.ts'
import { scannedLine } from './scanned-line.ts'

const line = emptyLine({ quantity: 6, serials: 'S0' })
const scanned = (scan: string) => scannedLine(line, readLabel(scan, 2026))

test('a label fills product, batch, days and serial of the line, and leaves the rest', () => {
  expect(scanned(']d20109506000134352172612311125110110AB\u001d21S1')).toEqual({
    ...line,
    product: '09506000134352',
    batch: 'AB',
    expiresOn: '2026-12-31',
    producedOn: '2025-11-01',
    serials: 'S0\nS1',
  })
})

test.each(['9506000134352', 'SERUM', ']C110AB', ']C10109506000134353 10AB'])('%j fills nothing by itself', (scan) => {
  expect(scanned(scan)).toBe(null)
})
