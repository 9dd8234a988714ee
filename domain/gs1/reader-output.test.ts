import { expect, test } from 'vitest'
import { checkDigit } from './check-digit.ts'
import { separator as gs } from './element-string.ts'
import { readScan, strict } from './read-scan.ts'
import { readerOutput } from './reader-output.ts'

const gtin = `${gs}0109506000134352`
const sent = (symbology: string, message: string, more: string | null = null) => {
  const told = readerOutput(symbology, { message, more, checkDigit: 'given' })
  return told.ok ? told.scan : told.problem.code
}

test.each([
  ['QR', 'https://a.example', null, ']Q1https://a.example'],
  ['DM', `${gtin}10A${gs}21S`, null, `]d2010950600013435210A${gs}21S`],
  ['GS1_128_CCC', `${gtin}10A`, `${gs}21S`, `]e0010950600013435210A${gs}21S`],
  ['GS1_128_CCA', `${gtin}17261231`, `${gs}21S`, `]e001095060001343521726123121S`],
  ['EAN13', `${gs}0104006381333931`, `${gs}10A`, ']E04006381333931|]e010A'],
  ['UPCA', '614141999996', null, ']E00614141999996'],
  ['DataBarLimited', '09506000134352', null, ']e00109506000134352'],
  ['DataBarLimited', `9506000134352${checkDigit('9506000134352')}`, null, 'number_too_large'],
  ['EAN13', '4006381333930', null, 'wrong_check_digit'],
  ['EAN8', '4006381333931', null, 'wrong_digits'],
  ['DataBarExpanded', 'A', null, 'elements_expected'],
  ['EAN13', '4006381333931', '10A', 'elements_expected'],
  ['QR', `${gs}0109506000134353`, null, 'incorrect_check_digit'],
])('%s of %j with %j: %j', (symbology, message, more, wanted) => {
  expect(sent(symbology, message, more)).toBe(wanted)
})

test('what a reader sends of a code is read as what the code carries', () => {
  const elements = [
    { ai: '01', value: '09506000134352' },
    { ai: '10', value: 'A' },
    { ai: '21', value: 'S' },
  ]
  for (const symbology of ['QR', 'DM', 'DotCode', 'GS1_128_CCA', 'DataBarExpanded'])
    expect(readScan(sent(symbology, `${gtin}10A${gs}21S`), strict)).toMatchObject({ elements, problems: [] })
})
