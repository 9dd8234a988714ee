import { expect, test } from 'vitest'
import { fieldNames } from './field-names.ts'
import { fieldsOf, importKinds } from './fields.ts'
import { guessMapping, headerAmong, headerKey, ignoredColumns, missingFields, withStyles } from './mapping.ts'

const placesIn = (...[kind, header]: Parameters<typeof guessMapping>) =>
  Object.fromEntries(Object.entries(guessMapping(kind, header).columns).map(([name, { at }]) => [header[at], name]))

test.each([
  [
    ['Artikelnr.', 'Bezeichnung', 'Menge (Stk.)', 'Charge', 'MHD', 'Lagerplatz', 'EK netto'],
    {
      'Artikelnr.': 'sku',
      'Menge (Stk.)': 'quantity',
      Charge: 'batch',
      MHD: 'best_before',
      Lagerplatz: 'place',
      'EK netto': 'cost',
    },
  ],
  [
    ['Item #', 'Lot Number', 'Qty', 'Exp. Date', 'Bin'],
    { 'Lot Number': 'batch', Qty: 'quantity', 'Exp. Date': 'expires_on', Bin: 'place', 'Item #': 'sku' },
  ],
  [
    ['Référence', 'N° lot', 'Quantité', 'DLC', 'Fournisseur'],
    { Référence: 'sku', 'N° lot': 'batch', Quantité: 'quantity', DLC: 'use_by', Fournisseur: 'supplier' },
  ],
  [
    ['Código', 'Lote', 'Cantidad', 'Fecha de caducidad', 'Almacén'],
    { Código: 'sku', Lote: 'batch', Cantidad: 'quantity', 'Fecha de caducidad': 'expires_on', Almacén: 'warehouse' },
  ],
  [
    ['Codice articolo', 'Lotto', 'Giacenza', 'Scadenza', 'Ubicazione'],
    { 'Codice articolo': 'sku', Lotto: 'batch', Giacenza: 'quantity', Scadenza: 'expires_on', Ubicazione: 'place' },
  ],
  [
    ['Artikelnummer', 'Partijnummer', 'Aantal', 'THT', 'Magazijn'],
    { Artikelnummer: 'sku', Partijnummer: 'batch', Aantal: 'quantity', THT: 'best_before', Magazijn: 'warehouse' },
  ],
])('the columns %j of stock are known', (header, expected) => {
  expect(placesIn('stock', header)).toEqual(expected)
})

test('a column that has the very name goes before one that has a name for it', () => {
  expect(placesIn('stock', ['lot', 'batch', 'stock', 'quantity'])).toEqual({ batch: 'batch', quantity: 'quantity' })
})

test('why a column is taken for a field is told', () => {
  const { columns } = guessMapping('stock', ['sku', 'Charge', 'Qty'])
  expect(Object.fromEntries(Object.entries(columns).map(([name, { because }]) => [name, because]))).toEqual({
    sku: 'name',
    batch: 'de',
    quantity: 'en',
  })
})

test('what is needed and not said is told, and what says nothing', () => {
  const header = ['Charge', 'Farbe', '']
  const mapping = guessMapping('stock', header)
  expect([missingFields('stock', mapping), ignoredColumns(header, mapping)]).toEqual([
    ['sku', 'quantity', 'warehouse'],
    ['Farbe'],
  ])
  expect(missingFields('stock', { ...mapping, fixed: { warehouse: 'CHI' } })).toEqual(['sku', 'quantity'])
})

test('every field of every kind is found under its own name', () => {
  for (const kind of importKinds) {
    const header = fieldsOf[kind].map(({ name }) => name)
    expect(placesIn(kind, header)).toEqual(Object.fromEntries(header.map((name) => [name, name])))
  }
})

test('names are of fields that there are', () => {
  const there = new Set(importKinds.flatMap((kind) => fieldsOf[kind].map(({ name }) => name)))
  expect(Object.keys(fieldNames).filter((name) => !there.has(name))).toEqual([])
})

test.each([
  [[['Bestandsliste'], ['Stand', '30.11.2026'], ['Artikel', 'Menge', 'Charge'], ['A', '1', 'L']], 2],
  [
    [
      ['sku', 'quantity'],
      ['A', '1'],
    ],
    0,
  ],
  [[['Title'], ['x', 'y'], ['1', '2']], 1],
  [[['x'], ['1']], 0],
  [[], 0],
])('of the rows %j the header is number %d', (rows, expected) => {
  expect(headerAmong('stock', rows)).toBe(expected)
})

test('headers are the same whatever their case, accents and signs, and not in another order', () => {
  expect(headerKey(['Réf.', 'QTY'])).toBe(headerKey(['ref', 'Qty']))
  expect(headerKey(['a', 'b'])).not.toBe(headerKey(['b', 'a']))
})

test('a style that somebody said is not guessed anew', () => {
  const days = { order: 'month first', monthMeans: null, serialFrom: null } as const
  const seen = [{ days: { days: 0, dayFirst: 3, monthFirst: 0, either: 1, months: 0, serials: 0, others: 0 } }]
  const said = { columns: { expires_on: { at: 0, because: 'said', days } }, fixed: {} } as const
  expect(withStyles('stock', said, seen)).toEqual(said)
  const { days: _, ...unsaid } = said.columns.expires_on
  expect(
    withStyles('stock', { columns: { expires_on: unsaid }, fixed: {} }, seen).columns.expires_on?.days,
  ).toMatchObject({
    order: 'day first',
  })
})
