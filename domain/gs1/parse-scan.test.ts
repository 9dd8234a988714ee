import fc from 'fast-check'
import { expect, test } from 'vitest'
import { checkDigit } from './check-digit.ts'
import { gs1Day, readLabel } from './label.ts'
import { parseScan } from './parse-scan.ts'

const gs = '\u001d'
const told = (scan: string) => {
  const { elements, problems, unknown } = parseScan(scan)
  return [
    ...elements.map(({ ai, value }) => `${ai}=${value}`),
    ...problems.map(({ at, says }) => `${at}: ${says}`),
    ...unknown.map(({ at, text }) => `${at}? ${text}`),
  ]
}

test.each([
  ['GS1-128', `]C10109506000134352172612311 0AB`.replace(' ', ''), ['01=09506000134352', '17=261231', '10=AB']],
  ['DataMatrix', `]d2010950600013435210AB${gs}17261231`, ['01=09506000134352', '10=AB', '17=261231']],
  ['FNC1 alone', `${gs}010950600013435221S/1${gs}10AB`, ['01=09506000134352', '21=S/1', '10=AB']],
  ['a needless separator', `${gs}0109506000134352${gs}10AB${gs}`, ['01=09506000134352', '10=AB']],
  ['nothing said, but all of it readable', `010950600013435210AB`, ['01=09506000134352', '10=AB']],
  ['an SSCC', '00106141411928374657', ['00=106141411928374657']],
  [
    'content of a pallet',
    `]C1020950600013435237 48${gs}10AB`.replace(' ', ''),
    ['02=09506000134352', '37=48', '10=AB'],
  ],
  ['weight', `]C10109506000134352 3103001250`.replace(' ', ''), ['01=09506000134352', '3103=001250']],
  ['internal', `]C1241PART-7${gs}91A${gs}90B`, ['241=PART-7', '91=A', '90=B']],
  ['as people write it', '(01)09506000134352(10)A(B)1(17)261231', ['01=09506000134352', '10=A(B)1', '17=261231']],
  [
    'food that says where it is from, to the hour',
    `]C101095060001343521726123110AB${gs}422276${gs}423276040${gs}70032612311200${gs}7030276DE-1${gs}3922150${gs}3202000100`,
    [
      '01=09506000134352',
      '17=261231',
      '10=AB',
      '422=276',
      '423=276040',
      '7003=2612311200',
      '7030=276DE-1',
      '3922=150',
      '3202=000100',
    ],
  ],
  [
    'no symbology, with what is not known',
    `010950600013435210AB${gs}8888X`,
    ['01=09506000134352', '10=AB', '21? 8888X'],
  ],
  ['EAN-13', '4006381333931', ['01=04006381333931']],
  ['EAN-13 that says so', ']E04006381333931', ['01=04006381333931']],
  ['UPC-A', '614141999996', ['01=00614141999996']],
  ['composite', `]E04006381333931|]e010AB${gs}17261231`, ['01=04006381333931', '10=AB', '17=261231']],
  ['UPC-E', '04252614', ['01=00042100005264']],
  ['with an add-on', `]E3400638133393112345`, ['01=04006381333931']],
  [
    'a Digital Link',
    ']Q1https://shop.example/p/01/09506000134352/10/A%2F1?17=261231&utm=x',
    ['01=09506000134352', '10=A/1', '17=261231'],
  ],
  ['an old one', 'https://shop.example/gtin/9506000134352/lot/A1', ['01=09506000134352', '10=A1']],
  ['an address of no goods', 'https://shop.example/cream', []],
  ['a batch before its serial', `10AB${gs}21S1`, ['10=AB', '21=S1']],
  [
    'separators that are spelled',
    `]d2010950600013435210AB{GS}21S1<GS>17261231`,
    ['01=09506000134352', '10=AB', '21=S1', '17=261231'],
  ],
  ['a batch code', 'LOT-7', []],
  ['a batch code that begins like an identifier', '10AB', []],
  ['a batch code that begins like a GTIN', '0109506000134353', []],
  ['another symbology', ']C0LOT-7', []],
])('%s: %j', (_, scan, wanted) => {
  expect(told(scan)).toEqual(wanted)
})

test.each([
  [`]C1`, ['3: nothing follows: an identifier with its value must']],
  [`]C10109506000134353`, ['18: GTIN (01) has the check digit 3, but needs 2']],
  [
    `]C10109506000134352 17261331`.replace(' ', ''),
    ['01=09506000134352', '23: expiration date (17) is no day of the calendar: months are 01 to 12, not 13'],
  ],
  [`]C117261200`, ['17=261200']],
  [
    `]C117260230${gs}10AB`,
    ['10=AB', '9: expiration date (17) is no day of the calendar: the month has days 00 to 28, not 30'],
  ],
  [`]C110${gs}21S`, ['21=S', '5: batch (10) must have 1 to 20 characters, not 0']],
  [`]C110${'A'.repeat(21)}`, ['25: batch (10) must have 1 to 20 characters, not 21']],
  [`]C110A B`, ['6: batch (10) holds a character that GS1 does not allow there: " "']],
  [`]C1010950600013`, ['5: GTIN (01) must have 14 characters, not 10']],
  [
    `]C14234040`,
    [
      '9: countries of initial processing (423) is not put together as GS1 has it: characters are missing in its last part',
    ],
  ],
  [`]C137A`, ['5: count of the content (37) must be digits, not "A"']],
  [`]C18888X${gs}10AB`, ['10=AB', '3? 8888X']],
  [`]C110A${gs}10B`, ['10=A', '10=B', '7: (10) is there twice, and says two things']],
  [`]C110A${gs}10A`, ['10=A', '10=A']],
  [
    `]d210AB{GS}21S 1<GS>17261331`,
    [
      '10=AB',
      '14: serial (21) holds a character that GS1 does not allow there: " "',
      '24: expiration date (17) is no day of the calendar: months are 01 to 12, not 13',
    ],
  ],
  ['(01)09506000134352(88)X', ['01=09506000134352', '18? (88)X']],
  ['(01)09506000134353', ['17: GTIN (01) has the check digit 3, but needs 2']],
  [']E0614141999996', ['3: the number must have 13 digits, not "614141999996"']],
  [']E04006381333930', ['15: the number has the check digit 0, but needs 1']],
])('%j is told with where and why', (scan, wanted) => {
  expect(told(scan)).toEqual(wanted)
})

test('a label is told in the words of the warehouse', () => {
  expect(readLabel(` ]d20109506000134352112511201726123110AB${gs}21S1${gs}15261200 `, 2026)).toEqual({
    text: `0109506000134352112511201726123110AB${gs}21S1${gs}15261200`,
    gtin: '09506000134352',
    batch: 'AB',
    serial: 'S1',
    sscc: null,
    producedOn: '2025-11-20',
    bestBefore: '2026-12-31',
    expiresOn: '2026-12-31',
    problems: [],
    doubt: null,
  })
  expect(readLabel('00106141411928374657', 2026)).toMatchObject({ sscc: '106141411928374657', gtin: null })
})

test.each([
  ['0109506000134352172601011 0A121S9'.replace(' ', ''), 'A121S9'],
  [']C1010950600013435210A117261231', 'A117261231'],
  [`]d2010950600013435210A121S9${gs}`, null],
  [`]d2010950600013435221S9${gs}10A121X`, null],
  ['010950600013435210L26', null],
  ['010950600013435210A117261331', null],
  ['(01)09506000134352(10)A121S9', null],
  ['10D9T', null],
])('%j: a batch that may have run on is doubted, %j', (scan, whole) => {
  const { batch, doubt, problems } = readLabel(scan, 2026)
  expect(problems).toEqual([])
  expect(doubt === null ? null : batch).toBe(whole)
  if (whole) expect(doubt?.says).toContain(`may be ${whole}, or A1 with (`)
})

test('what the warehouse does not go by stands in the way of nothing, be it not known or wrong', () => {
  const read = { gtin: '09506000134352', batch: 'AB', problems: [] }
  for (const begin of [']C1', '']) {
    expect(readLabel(`${begin}010950600013435210AB${gs}8888X`, 2026)).toMatchObject(read)
    expect(readLabel(`${begin}010950600013435210AB${gs}422DE`, 2026)).toMatchObject(read)
  }
  expect(readLabel(`]C110AB${gs}11261331`, 2026).problems).toMatchObject([{ ai: '11' }])
})

test.each([
  ['261231', 2026, '2026-12-31'],
  ['761231', 2026, '2076-12-31'],
  ['771231', 2026, '1977-12-31'],
  ['500101', 2099, '2050-01-01'],
  ['490101', 2099, '2149-01-01'],
  ['280200', 2026, '2028-02-29'],
  ['000229', 2080, null],
  [null, 2026, null],
])('%s in %i is %s', (value, year, day) => {
  expect(gs1Day(value, year)).toBe(day)
})

const set = [...'!"%&\'()*+,-./0123456789:;<=>?ABCXYZ_abcxyz'] as const
const text = fc.array(fc.constantFrom(...set), { minLength: 1, maxLength: 20 }).map((letters) => letters.join(''))
const gtin = fc.stringMatching(/^\d{13}$/).map((digits) => `${digits}${checkDigit(digits)}`)

test('law: what is written as GS1 has it is read as it was written, in any order', () => {
  const date = fc.constant({ ai: '17', value: '261231', ends: false })
  const element = fc.oneof(
    date,
    gtin.map((value) => ({ ai: '01', value, ends: false })),
    text.map((value) => ({ ai: '10', value, ends: true })),
    text.map((value) => ({ ai: '21', value, ends: true })),
    fc.nat(99_999_999).map((count) => ({ ai: '30', value: String(count), ends: true })),
  )
  fc.assert(
    fc.property(fc.uniqueArray(element, { minLength: 1, selector: ({ ai }) => ai }), (elements) => {
      const written = elements.map(({ ai, value, ends }) => `${ai}${value}${ends ? gs : ''}`).join('')
      const wanted = { elements: elements.map(({ ai, value }) => ({ ai, value })), problems: [] }
      expect(parseScan(`]d2${written}`)).toMatchObject(wanted)
    }),
  )
})

test('law: whatever is scanned has an answer, and every problem lies within it', () => {
  const anything = fc.oneof(
    fc.string(),
    fc.string().map((rest) => `]C1${rest}`),
    fc.array(fc.constantFrom('0', '1', '2', '7', '(', ')', gs)).map((letters) => letters.join('')),
  )
  fc.assert(
    fc.property(anything, (scan) => {
      for (const { at } of parseScan(scan).problems) expect(at).toBeLessThanOrEqual(scan.length)
    }),
  )
})
