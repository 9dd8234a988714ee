import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readNotice } from './read-notice.ts'

function told(text: string): string {
  const { lots, serials, gtins, dates, allLots, notCoded } = readNotice(text)
  const range = ({ code, to }: { code: string; to: string | null }) => (to ? `${code}..${to}` : code)
  return [
    ...lots.map((lot) => `${lot.stated ? 'lot' : 'lot?'} ${range(lot)}`),
    ...serials.map((serial) => `serial ${range(serial)}`),
    ...gtins.map(({ digits, gtin }) => `${gtin ? 'gtin' : 'gtin?'} ${digits}`),
    ...dates.map(({ means, bound, readings }) => `${means} ${bound} ${readings.join('|')}`),
    ...(allLots ? ['all'] : []),
    ...(notCoded ? ['not coded'] : []),
  ].join(', ')
}

test.each([
  ['Lot 159, 186 Exp 12/07/23', 'lot 159, lot 186, expires on 2023-12-07|2023-07-12'],
  ['Lot # A-17 and A-18; best by 31.12.2026', 'lot A-17, lot A-18, expires on 2026-12-31'],
  ['LOT NO. 0815 - 0830', 'lot 0815..0830'],
  ['Batch: 24B1\nBatch: 24B2', 'lot 24B1, lot 24B2'],
  ['Lots 100 through 120, UPC 0 12345 67890 5', 'lot 100..120, gtin 012345678905'],
  ['UPC: 5706200452 (4oz) and 5706200491 (8oz)', 'gtin? 5706200452, gtin? 5706200491'],
  ['Use by 04JUL2024', 'expires on 2024-07-04'],
  ['Best Before 2020 Nov 12', 'expires on 2020-11-12'],
  ['March 3, 2021 and earlier', 'unknown until 2021-03-03'],
  ['Packed on Aug-02-24', 'produced on 2024-08-02'],
  ['EXP DATES up to and including 10/2023', 'expires until 2023-10-31'],
  ['Feb. 16, 2023 to Feb. 23, 2023', 'unknown from 2023-02-16, unknown until 2023-02-23'],
  ['All product with Best By 1/31/20 and prior, 13:40-13:55', 'expires until 2020-01-31'],
  ['Serial numbers SN-0100 to SN-0250', 'serial SN-0100..SN-0250'],
  ['All lots within expiry', 'all'],
  ['Products are not coded.', 'not coded'],
  ['KX2064 KX2065', 'lot? KX2064, lot? KX2065'],
  ['Lot B4.12.23; B1.11.23', 'lot B4.12.23, lot B1.11.23'],
  ['12 oz jars, 24 count', ''],
  ['', ''],
])('%j names: %s', (text, expected) => {
  expect(told(text)).toBe(expected)
})

test('whatever is pasted is read, and soon', () => {
  fc.assert(fc.property(fc.string({ maxLength: 400, unit: 'binary' }), (text) => void readNotice(text)))
  for (const text of ['lot '.repeat(5000), '1 '.repeat(20_000), `UPC ${'1-'.repeat(20_000)}`, 'A1-'.repeat(10_000)]) {
    const { lots } = readNotice(text)
    expect(lots.length).toBeLessThan(20_000)
  }
})
