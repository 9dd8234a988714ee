import { expect, test } from 'vitest'
import { readLabel } from '#domain/gs1/label.ts'
import { type PackRow, scannedInto } from './pack-values.ts'

const row = (fields: Partial<PackRow>): PackRow =>
  ({
    orderLineId: 'l',
    batchId: 'a',
    placeId: 'p',
    batchCode: 'A',
    packable: 2,
    tracking: 'batch',
    ...fields,
  }) as PackRow
const cream = row({ gtins: ['09506000134352'] })
const soap = row({ orderLineId: 'm', gtins: ['04006381333931'] })
const phone = row({ orderLineId: 'n', batchId: 'b', batchCode: 'B', tracking: 'serial', gtins: ['00614141999996'] })
const bag = row({ orderLineId: 'o', batchId: 'c', batchCode: '-', tracking: 'none', gtins: ['00000040170725'] })
const rows = [cream, soap, phone, bag]
const scanned = (scan: string, packed = {}) => scannedInto(packed, rows, readLabel(scan, 2026))

test('a label puts one of its product and batch in, another scan one more, and what is all in is told', () => {
  const one = scanned(']C1010400638133393110A')
  expect(one).toEqual({ 'm a p': { quantity: 1 } })
  const two = scanned(']C1010400638133393110A', one as object)
  expect(two).toEqual({ 'm a p': { quantity: 2 } })
  expect(scanned(']C1010400638133393110A', two as object)).toBe(
    'All of batch A that is picked is in this parcel already.',
  )
  expect(scanned('A')).toEqual({ 'l a p': { quantity: 1 } })
})

test('a serial is named along, once', () => {
  const one = scanned(']C1010061414199999610B\u001d21S1')
  expect(one).toEqual({ 'n b p': { quantity: 1, serials: 'S1' } })
  expect(scanned(']C1010061414199999610B\u001d21S1', one as object)).toBe('Serial S1 is in this parcel already.')
})

test.each([
  ['40170725', { 'o c p': { quantity: 1 } }],
  ['9506000134352', 'This code names no batch. Scan the code that does, or type the batch.'],
  [']C1011061414100041510A', 'Nothing with the GTIN 10614141000415 is picked here.'],
  [']C1010950600013435210X', 'Nothing of batch X is picked here and in no parcel.'],
  ['X', 'Nothing of batch X is picked here and in no parcel.'],
  [
    ']C110X121S9',
    'This code cannot be read: at character 8, batch (10) may be X121S9, or X1 with (21) S9 behind it: a separator may be missing. Scan it again.',
  ],
  [
    ']C117261331',
    'This code cannot be read: at character 8, expiration date (17) is no day of the calendar: months are 01 to 12, not 13. Scan it again.',
  ],
])('%j: %j', (scan, wanted) => {
  expect(scanned(scan)).toEqual(wanted)
})
