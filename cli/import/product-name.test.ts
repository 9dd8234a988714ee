import { expect, test } from 'vitest'
import { productName } from './product-name.ts'

const lines = (...texts: [string, number][]) => texts.map(([description, priceMinor]) => ({ description, priceMinor }))

test.each([
  ['the commonest text of sold lines', lines(['RED MUG', 100], ['RED MUG', 90], ['MUG, RED', 100]), 'RED MUG'],
  ['no note of a stock correction', lines(['damaged', 0], ['damaged', 0], ['RED MUG', 100]), 'RED MUG'],
  ['small letters where it was sold so', lines(['Dr. Jam Stress Ball', 100]), 'Dr. Jam Stress Ball'],
  ["the catalogue's capitals where nothing was sold", lines(['?', 0], ['check', 0], ['RED MUG', 0]), 'RED MUG'],
  ['the SKU where there are only notes', lines(['', 0], ['thrown away', 0]), 'P-1'],
  ['the first of the alphabet where two are as common', lines(['B MUG', 1], ['A MUG', 1]), 'A MUG'],
])('a product is called by %s', (_rule, own, name) => expect(productName('P-1', own)).toBe(name))
