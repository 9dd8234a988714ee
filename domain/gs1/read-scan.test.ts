import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readAnnounced, readScan, strict } from './read-scan.ts'

const gs = '\u001d'
const gtin = '0109506000134352'
const told = (scan: string) => {
  const { kind, elements, problems } = readScan(scan, strict)
  return [
    kind,
    ...elements.map(({ ai, value }) => `${ai}=${value}`),
    ...problems.map(({ code, at }) => `${code} at ${at}`),
  ]
}

// Scenario 39.
test.each([
  [`${gtin}1726010110A1${gs}21S9`, ['element-string', '01=09506000134352', '17=260101', '10=A1', '21=S9']],
  [`${gtin}17260100`, ['element-string', '01=09506000134352', '17=260100']],
  [
    `${gtin}1726010110A121S9`,
    ['element-string', '01=09506000134352', '17=260101', '10=A121S9', 'separator_perhaps_missing at 28'],
  ],
  ['10D9T', ['plain']],
])('39. %j: %j', (scan, wanted) => {
  expect(told(scan)).toEqual(wanted)
})

test.each([
  [`]C1${gtin}10A1`, ['element-string', '01=09506000134352', '10=A1']],
  [`^${gtin}10A1^21S`, ['element-string', '01=09506000134352', '10=A1', '21=S']],
  ['(01)09506000134352(10)A\\(1', ['element-string', '01=09506000134352', '10=A(1']],
  ['https://id.gs1.org/01/09506000134352/10/A1', ['digital-link', '01=09506000134352', '10=A1']],
  ['4006381333931', ['ean', '01=04006381333931']],
  ['614141999996', ['ean', '01=00614141999996']],
  ['40170725', ['ean', '01=00000040170725']],
  ['04252614', ['ean', '01=00042100005264']],
  [']I110614141000415', ['ean', '01=10614141000415']],
  [']E3400638133393112', ['ean', '01=04006381333931']],
  [`]E04006381333931|]e010AB${gs}17261231`, ['ean', '01=04006381333931', '10=AB', '17=261231']],
  ['LOT-7', ['plain']],
  [']C0LOT-7', ['plain']],
  [']Q1HtTp://id.gs1.org/01/09506000134352', ['plain']],
  [`]d1${gtin}10A1`, ['element-string', '01=09506000134352', '10=A1']],
  [`]d1${gtin}17261331`, ['plain']],
])('%j is read as %j', (scan, wanted) => {
  expect(told(scan)).toEqual(wanted)
})

test.each([
  ['', ['nothing_scanned at 0']],
  [']XX', ['unknown_symbology at 0']],
  [`]C0${gtin}10A121S9`, ['separator_perhaps_missing at 23']],
  [`]d2${gtin}10A{GS}21S 1`, ['invalid_cset82_character at 29']],
  [']Q1https://id.gs1.org/01/09506000134353', ['incorrect_check_digit at 38']],
  [']C1', ['nothing_follows at 3']],
  [']C18888X', ['unknown_identifier at 3']],
  [`${gtin}17261331`, ['illegal_month at 20']],
  [`${gtin}10A${gs}10B`, ['repeated_identifier at 20']],
  [']C110A', ['missing_identifier at 3']],
  [`]C1${gtin}37${'5'}`, ['barred_identifier at 3', 'missing_identifier at 19']],
  [`(253)1234567890128(8030)ABC`, ['unserialised_key at 0']],
  ['(01)09506000134353', ['incorrect_check_digit at 17']],
  ['(10)A(B)1', ['unknown_identifier at 5']],
  ['(10', ['bracket_not_closed at 0']],
  ['HtTp://id.gs1.org/01/09506000134352', ['link_scheme at 0']],
  ['https://shop.example/cream', ['link_without_key at 20']],
  ['https://a$/01/09506000134352', ['link_domain at 8']],
  ['https://id.gs1.org/01/09506000134352?10=A', ['link_belongs_in_path at 37']],
  ['https://id.gs1.org/01/09506000134352/21/S/10/A', ['link_order at 37']],
  ['https://id.gs1.org/01/09506000134352?8200=x', ['link_not_an_attribute at 37']],
  ['https://id.gs1.org/01/09506000134352?17=', ['link_empty_value at 37']],
  ['https://id.gs1.org/01/09506000134352?9999=A', ['link_unknown_query at 37']],
  ['https://id.gs1.org/01/09506000134352?98=A&98=B', ['link_repeated at 42']],
  ['https://id.gs1.org/01/09506000134352/10/A B', ['link_characters at 41']],
  [']E0614141999996', ['wrong_digits at 3']],
  [']E44017072X', ['wrong_digits at 3']],
])('%j is told with where and why: %j', (scan, wanted) => {
  const { problems } = readScan(scan, strict)
  expect(problems.map(({ code, at }) => `${code} at ${at}`)).toEqual(wanted)
  for (const { says } of problems) expect(says).not.toMatch(/[{}]|undefined|_/)
})

test.each([
  [']C110A', false, 0, 1],
  [']C110A', true, 1, 0],
  ['(10)A', false, 1, 0],
])(
  'what %s needs beside it is a remark where a code may be one of several, else a problem',
  (scan, whole, wrong, told) => {
    const { problems, remarks } = readScan(scan, { ...strict, whole })
    expect([problems.length, remarks.length]).toEqual([wrong, told])
  },
)

test('a reader that does not say what it read is told where it has to', () => {
  expect(readAnnounced('LOT-7', strict).problems).toMatchObject([{ code: 'symbology_missing', at: 0 }])
  expect(readAnnounced(']Q1LOT-7', strict)).toMatchObject({ kind: 'plain', problems: [] })
})

test('an identifier that is in no list is read where that is let pass, if it can be one', () => {
  const tolerant = { ...strict, unlisted: true }
  expect(readScan('(89)X(3999)Y', tolerant)).toMatchObject({ elements: [{ ai: '89' }, { ai: '3999' }], problems: [] })
  for (const scan of ['(399)X', '(011)X', '(80)X', '(4199)X'])
    expect(readScan(scan, tolerant).problems).toMatchObject([{ code: 'unknown_identifier' }])
})

test('law: whatever is scanned has an answer, and every problem lies within it', () => {
  const begins = ['', ']C1', ']d2', ']Q1https://a/', ']E0', '(01)', 'https://id.gs1.org/01/', gtin]
  const anything = fc
    .tuple(
      fc.constantFrom(...begins),
      fc.oneof(fc.string(), fc.string({ unit: fc.constantFrom(...`0127()${gs}/?=&%+^A`) })),
    )
    .map((parts) => parts.join(''))
  fc.assert(
    fc.property(anything, (scan) => {
      for (const { at } of readScan(scan, strict).problems) expect(at).toBeLessThanOrEqual(scan.length)
    }),
    { numRuns: 2000 },
  )
})
