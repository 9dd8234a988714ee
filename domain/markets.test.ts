import { expect, test } from 'vitest'
import { countriesOf, isInMarket } from './markets.ts'

test('a country is its own market, and the Union that of its 27 members', () => {
  expect(isInMarket('DE', 'DE')).toBe(true)
  expect(isInMarket('DE', 'EU')).toBe(true)
  expect(isInMarket('EU', 'EU')).toBe(true)
  expect(isInMarket('GB', 'EU')).toBe(false)
  expect(isInMarket('CH', 'EU')).toBe(false)
  expect(isInMarket('DE', 'FR')).toBe(false)
  expect(isInMarket(null, 'EU')).toBe(false)
  expect(new Set(countriesOf('EU')).size).toBe(28)
})
