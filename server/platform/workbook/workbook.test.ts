/**
 * Workbooks are read as they are: texts stay texts, numbers and days are what a person sees.
 */
import { expect, test } from 'vitest'
import { bookOf } from '../../test/books.ts'
import { workbookRows } from './index.ts'
import { meaningOf, numberText } from './number-formats.ts'
import { xmlReader } from './xml.ts'

async function* pieces(bytes: Buffer, size = bytes.length) {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
}
async function rowsIn(bytes: Buffer, sheet: string | null = null) {
  const rows: [number, string[]][] = []
  for await (const { lineNo, cells } of workbookRows(pieces(bytes, 700), sheet)) rows.push([lineNo, cells])
  return rows
}

test('texts keep their zeros and are no days, days are days, months have no day', async () => {
  const book = await bookOf({
    Bestand: [
      ['Charge', 'Tag', 'Monat', 'Menge', 'Nummer'],
      [
        '00123',
        new Date('2027-01-31'),
        { value: new Date('2027-06-01'), format: 'mmm yy' },
        12,
        { value: 7, format: '00000' },
      ],
      ['1-2', null, null, 2.55, 4006381333931],
      ['Größe & <Co> "ü"', null, null, 1200, null],
    ],
  })
  expect(await rowsIn(book)).toEqual([
    [1, ['Charge', 'Tag', 'Monat', 'Menge', 'Nummer']],
    [2, ['00123', '2027-01-31', '2027-06', '12', '00007']],
    [3, ['1-2', '', '', '2.55', '4006381333931']],
    [4, ['Größe & <Co> "ü"', '', '', '1200']],
  ])
})

test('the sheet that is named is read, else the first; one that is not there is told with those that are', async () => {
  const book = await bookOf({ Deckblatt: [['hier nichts']], Lager: [['sku']] })
  expect(await rowsIn(book)).toEqual([[1, ['hier nichts']]])
  expect(await rowsIn(book, ' lager ')).toEqual([[1, ['sku']]])
  await expect(rowsIn(book, 'Other')).rejects.toThrow('it has no sheet "Other", but "Deckblatt", "Lager"')
})

test('a cover and an empty sheet are passed over for the first with rows, and all that are seen are named', async () => {
  const book = await bookOf({
    Deckblatt: [['Bestand'], [null]],
    Leer: [],
    Lager: [['sku'], ['P']],
    Alt: [['sku'], ['Q']],
  })
  const told: unknown[] = []
  const rows: string[][] = []
  for await (const { cells } of workbookRows(pieces(book, 700), null, (one) => told.push(one))) rows.push(cells)
  expect(rows).toEqual([['sku'], ['P']])
  expect(told).toEqual([{ sheet: 'Lager', sheets: ['Deckblatt', 'Leer', 'Lager', 'Alt'] }])
})

test('what is cut off or no workbook is unreadable, in words', async () => {
  const book = await bookOf({ A: [['sku']] })
  await expect(rowsIn(book.subarray(0, book.length - 40))).rejects.toThrow('its end is missing')
  await expect(rowsIn(Buffer.from('PK\u0003\u0004'))).rejects.toThrow('its end is missing')
})

test.each([
  [14, undefined, '46023', '2026-01-01'],
  [17, undefined, '46023', '2026-01'],
  [0, undefined, '46023', '46023'],
  [20, undefined, '0.5', '0.5'],
  [164, 'yyyy\\-mm\\-dd;@', '46023.75', '2026-01-01'],
  [164, '[$-407]d. mmm yyyy', '46023', '2026-01-01'],
  [164, '"day "0', '5', '5'],
  [164, '0000', '42', '0042'],
  [164, '#,##0.00', '2.5499999999999998', '2.55'],
  [0, undefined, '1.2E+10', '12000000000'],
  [14, undefined, '59', '1900-02-28'],
])('format %d %s shows %s as %s', (id, code, text, expected) => {
  expect(numberText(text, meaningOf(id, code), false)).toBe(expected)
})

test('a workbook of an old Mac counts its days from 1904', () => {
  expect(numberText('44561', 'day', true)).toBe('2026-01-01')
})

test('XML is read in pieces of any size', () => {
  const text =
    '<?xml version="1.0"?><!-- a > b --><x:row r="5"><c t=\'s\'/><t xml:space="preserve">a &amp; &#252; </t></x:row>'
  for (const size of [1, 7, text.length]) {
    const heard: string[] = []
    const read = xmlReader({
      open: (name, attribute) => heard.push(`${name} ${attribute('r') ?? ''}${attribute('t') ?? ''}`),
      text: (found) => heard.push(found),
      close: (name) => heard.push(`/${name}`),
    })
    for (let at = 0; at < text.length; at += size) read(text.slice(at, at + size))
    expect(heard).toEqual(['row 5', 'c s', '/c', 't ', 'a &amp; &#252; ', '/t', '/row'])
  }
})
