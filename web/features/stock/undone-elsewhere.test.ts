import { expect, test } from 'vitest'
import { isUndoneElsewhere } from './undone-elsewhere.ts'

test.each([
  ['shipment', 'shipment', 'customer', true],
  ['sample', 'sample', 'sample', true],
  ['sample', 'sample', 'storage', false],
  ['consume', 'redating', 'production', true],
  ['make', 'redating', 'opened', true],
  ['consume', 'identification', 'production', true],
  ['consume', 'repair', 'production', true],
  ['consume', 'opened', 'production', false],
  ['transfer', 'transfer', 'transit', true],
  ['transfer', 'transfer', 'storage', false],
  ['disposal', 'disposal', 'scrap', true],
  ['disposal', 'sample', 'scrap', false],
  ['putaway', 'relocation', 'storage', false],
] as const)('a move of reason %s by a %s to %s: %s', (reason, documentKind, toKind, elsewhere) => {
  expect(isUndoneElsewhere({ reason, documentKind, toKind })).toBe(elsewhere)
})
