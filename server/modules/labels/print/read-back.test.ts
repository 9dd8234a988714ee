/**
 * Every code on every label is read back: from the PDF, and from the ZPL as a renderer of that language prints it.
 */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { code128 } from '#domain/labels/code-128.ts'
import { defaultLabels } from '#domain/labels/default-designs.ts'
import type { LabelDesign, LabelSymbology } from '#domain/labels/design.ts'
import { fieldNames, type LabelFacts } from '#domain/labels/facts.ts'
import type { WrittenSymbology } from '#domain/labels/symbol-content.ts'
import { type ReadCode, readPdf, readZpl } from '../../../test/read-labels.ts'
import { labelsPdf } from './as-pdf.ts'
import { labelsZpl } from './as-zpl.ts'
import { drawnSymbol } from './drawn-symbol.ts'
import { type LaidLabel, layOut, type Resolution, resolutions } from './lay-out.ts'

const gs = '\u001d'
const stem = 'https://labels.example/b'
const madeAt = '2025-11-23T15:00:00.000Z'
const facts = (code: string, identifiers: Record<string, string>): LabelFacts => ({
  code,
  identifiers,
  texts: {
    product: 'Crème de jour ^ ~ \\ 50 ml',
    sku: 'CREAM',
    batch: code,
    last_day: '2026-01-01',
    bin: code,
    sscc: code,
    parcel: 'PA-1',
  },
  names: fieldNames,
})
const goods = (batch: string) => facts(batch, { '01': '09506000134352', '17': '260101', '10': batch })
const kinds: Readonly<Record<WrittenSymbology, string>> = {
  gs1_128: ']C1',
  gs1_datamatrix: ']d2',
  qr_link: ']Q1',
  qr: ']Q1',
  ean_13: ']E0',
  ean_8: ']E4',
  itf_14: ']I1',
  code_128: ']C0',
}
const beyondAscii = /[\u0080-\uffff]/
/** FNC1 at the begin is told by the kind alone. A text beyond ASCII says in a QR code that it is UTF-8. */
const wanted = ({ symbols }: LaidLabel): string[] =>
  symbols.map(
    ({ content: { symbology, message } }) =>
      `${!beyondAscii.test(message) ? kinds[symbology] : ']Q'}${message.replace(new RegExp(`^${gs}`), '')}`,
  )
const asRead = (codes: readonly ReadCode[]) =>
  codes.map(({ kind, text }) => `${!beyondAscii.test(text) ? kind : ']Q'}${text}`).sort()

async function expectReadBack(design: LabelDesign, of: LabelFacts, resolution: Resolution): Promise<LaidLabel> {
  const laid = layOut(design, of, { resolution, stem })
  expect(laid.problems).toEqual([])
  const [inPdf = []] = await readPdf(await labelsPdf('Labels', [laid], madeAt), resolution)
  expect(asRead(inPdf)).toEqual(wanted(laid).sort())
  const inZpl = await readZpl(labelsZpl([laid], 1), { ...design, resolution })
  expect(asRead(inZpl)).toEqual(wanted(laid).sort())
  return laid
}

const one = (symbology: LabelSymbology, says: readonly string[] = ['01', '17', '10']): LabelDesign => ({
  width: 100,
  height: 50,
  texts: [],
  symbols: [{ symbology, x: 2, y: 2, width: 96, height: 40, says }],
})

const subjects: Readonly<Record<string, readonly LabelFacts[]>> = {
  batch: [
    goods('A1'),
    goods('L0T-2026/07_b'),
    goods('%&"\'()*+,./:;<=>?!_'),
    facts('no GTIN', { '10': 'no GTIN' }),
    facts('Größe ^~\\_>', {}),
  ],
  unit: [facts('A1', { '01': '00000096385074', '15': '270630', '10': 'A1', '21': 'SN00000001' })],
  bin: [facts('A-01-02', {}), facts('Regal ß', {})],
  parcel: [
    facts('006141411234567890', {
      '00': '006141411234567890',
      '02': '09506000134352',
      '17': '260101',
      '37': '40',
      '10': 'A1',
    }),
    facts('PA-77', {}),
  ],
  sample: [facts('SA-12', {})],
}

test.each(resolutions)(
  'every code of every default label is read back from PDF and ZPL, at %i dots to the inch',
  async (resolution) => {
    for (const { kind, design } of defaultLabels)
      for (const of of (subjects[kind] ?? []).slice(0, resolution === 203 ? undefined : 1))
        await expectReadBack(design, of, resolution)
  },
)

test.each([
  ['gs1_128', goods('A1'), `]C1010950600013435217260101${'10A1'}`],
  ['gs1_128', facts('A1', { '01': '09506000134352', '10': 'A1', '21': 'S9' }), `]C1010950600013435210A1${gs}21S9`],
  [
    'gs1_datamatrix',
    facts('A1', { '01': '09506000134352', '10': 'A_1', '21': 'S9' }),
    `]d2010950600013435210A_1${gs}21S9`,
  ],
  ['qr_link', goods('A/1'), `]Q1${stem}/01/09506000134352/10/A%2F1?17=260101`],
  ['ean', facts('A', { '01': '04006381333931' }), ']E04006381333931'],
  ['ean', facts('A', { '01': '00000096385074' }), ']E496385074'],
  ['ean', facts('A', { '01': '14006381333938' }), ']I114006381333938'],
  ['itf_14', facts('A', { '01': '04006381333931' }), ']I104006381333931'],
  ['code_128', facts('a>^~{12345678}9', {}), ']C0a>^~{12345678}9'],
  ['qr', facts('12 ☃ <b>', {}), ']Q12 ☃ <b>'],
] as const)('%s is read back: case %#', async (symbology, of, read) => {
  const laid = await expectReadBack(one(symbology, ['01', '17', '10', '21']), of, 203)
  expect(wanted(laid)).toEqual([read])
})

const batchCode = fc.string({
  unit: fc.constantFrom(...`!"%&'()*+,-./0123456789:;<=>?ABYZ_abyz`),
  minLength: 1,
  maxLength: 20,
})

test('whatever the batch, its GS1 DataMatrix and its link are read back', async () => {
  const design = {
    ...one('gs1_datamatrix'),
    symbols: [
      ...one('gs1_datamatrix').symbols.map((symbol) => ({ ...symbol, width: 45 })),
      {
        ...one('qr_link').symbols[0],
        symbology: 'qr_link' as const,
        x: 50,
        y: 2,
        width: 48,
        height: 46,
        says: ['01', '17', '10'],
      },
    ],
  }
  await fc.assert(
    fc.asyncProperty(batchCode, async (batch) => void (await expectReadBack(design, goods(batch), 203))),
    { numRuns: 15 },
  )
})

test('whatever the text, the bars that a printer makes of it are read back, and are hardly more than the least', async () => {
  const text = fc.string({
    unit: fc.constantFrom(...'0123456789012345678901234567890123456789A>^~ z{'),
    minLength: 1,
    maxLength: 24,
  })
  await fc.assert(
    fc.asyncProperty(text, async (code) => {
      await expectReadBack(
        {
          ...one('code_128'),
          width: 200,
          symbols: [{ symbology: 'code_128', x: 2, y: 2, width: 196, height: 30, says: [] }],
        },
        facts(code, {}),
        203,
      )
      const least = drawnSymbol({ symbology: 'code_128', message: code }).wide
      expect(code128(code).modules).toBeLessThanOrEqual(least + 22)
    }),
    { numRuns: 15 },
  )
})

test('bars that have no room become squares of the same, and it is told; what has no room at all is told as well', async () => {
  const narrow = {
    ...one('gs1_128'),
    symbols: [{ symbology: 'gs1_128' as const, x: 2, y: 2, width: 40, height: 30, says: ['01', '17', '10'] }],
  }
  const laid = await expectReadBack(narrow, goods('A1'), 203)
  expect(laid.symbols[0]?.content.symbology).toBe('gs1_datamatrix')
  expect(laid.notes).toEqual([
    'A GS1-128 of (01) 09506000134352 (17) 260101 (10) A1 needs 61 × 11 mm, and has 40 × 30 mm. A GS1 DataMatrix of the same stands in its place.',
  ])
  const tiny = { ...narrow, symbols: [{ symbology: 'ean' as const, x: 2, y: 2, width: 20, height: 20, says: [] }] }
  expect(layOut(tiny, goods('A1'), { resolution: 203, stem }).problems).toEqual([
    'An EAN-13 of 9506000134352 needs 30 × 8 mm, and has 20 × 20 mm.',
  ])
})
