import { expect, test } from 'vitest'
import { changesOf } from './audit-changes.ts'
import { deedWords, labelOf, whereFrom } from './audit-words.ts'

const batch = '019aafd0-0000-7000-8000-000000000001'
const place = '019aafd0-0000-7000-8000-000000000002'
const told = (before: unknown, after: unknown) =>
  changesOf({ before, after }, 'SO-1', (id) => id === batch).map(({ label, was, is }) => [label, was, is])

test.each([
  ['a field', { note: 'a', priority: 1 }, { note: 'b', priority: 1 }, [['Note', 'a', 'b']]],
  ['one emptied', { note: 'a' }, { note: null }, [['Note', 'a', null]]],
  [
    'what is new, without what is empty or the name of the thing itself',
    null,
    { number: 'SO-1', lines: 2, note: null },
    [['Lines', undefined, 2]],
  ],
  [
    'what lay within',
    { shipTo: { city: 'Lima' } },
    { shipTo: { city: 'Cusco' } },
    [['Ship to · City', 'Lima', 'Cusco']],
  ],
  [
    'packs by their names',
    { packs: [{ name: 'case', quantity: 12 }] },
    { packs: [{ name: 'case', quantity: 24 }] },
    [['Packs · Case · Quantity', 12, 24]],
  ],
  [
    'no line as gone that only did not change',
    {
      lines: [
        { id: batch, quantity: 5 },
        { id: place, quantity: 3 },
      ],
    },
    { lines: [{ id: place, quantity: 2 }] },
    [['Lines · Quantity', 3, 2]],
  ],
  ['nothing where no line changed', { lines: [{ id: batch, quantity: 5 }] }, { lines: [] }, []],
  ['only named ids', null, { batchId: batch, placeId: place }, [['Batch', undefined, batch]]],
  ['what it was that is gone', { number: 'SO-1', reason: 'Mould' }, null, [['Reason', undefined, 'Mould']]],
])('tells %s', (_, before, after, expected) => {
  expect(told(before, after)).toEqual(expected)
})

test('actions, fields and sources are in words, also those that are not known', () => {
  expect([deedWords('batch.date.correct'), deedWords('place.add'), deedWords('moon.fly')]).toEqual([
    'Corrected the dates of',
    'Added',
    'moon fly:',
  ])
  expect([labelOf('supplierLot'), labelOf('fromPlaceId'), labelOf('sku')]).toEqual([
    'Supplier lot',
    'From place',
    'SKU',
  ])
  expect([whereFrom('web 10.0.0.1'), whereFrom('key ::1'), whereFrom('work')]).toEqual([
    'in the browser from 10.0.0.1',
    'by API key from ::1',
    'work',
  ])
})
