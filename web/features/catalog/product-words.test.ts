import { expect, test } from 'vitest'
import { gtinText, ownGtin, packsOf } from './product-words.ts'

test.each([
  ['09506000134352', '9506000134352'],
  ['00614141000036', '614141000036'],
  ['00000096385074', '96385074'],
  ['19506000134359', '19506000134359'],
])('%s reads %s below the bar code', (kept, printed) => {
  expect(gtinText(kept)).toBe(printed)
})

test('the GTIN of a single unit is the own one; only what holds more is a pack', () => {
  const packs = [
    { name: 'each', quantity: 1, gtin: '09506000134352' },
    { name: 'case', quantity: 12, gtin: null },
  ]
  expect(ownGtin({ packs })).toBe('9506000134352')
  expect(packsOf({ packs })).toEqual([packs[1]])
})
