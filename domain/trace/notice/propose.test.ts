import { expect, test } from 'vitest'
import { inOrder, isWithin, judgeCode, judgeProduct, looseKey, type Proposal } from './propose.ts'
import { readNotice } from './read-notice.ts'

test.each([
  ['a-001/b', 'A001B'],
  ['00815', '815'],
  ['000', ''],
  ['Ａ１', 'A1'],
])('%s is told apart by %s', (code, key) => {
  expect(looseKey(code)).toBe(key)
})

test.each([
  ['Lot 159 Exp 12/07/23', { code: '159', expiresOn: '2023-07-12' }, 'high'],
  ['Lot 159 Exp 12/07/23', { code: '159', expiresOn: '2024-01-01' }, 'medium'],
  ['Lot 159', { code: '0159', expiresOn: '2024-01-01' }, 'medium'],
  ['AB-159', { code: 'AB-159', expiresOn: null }, 'medium'],
  ['AB-159', { code: 'ab159', expiresOn: null }, 'low'],
  ['Lot 100 to 200', { code: '150', expiresOn: null }, 'high'],
])('%j against %j is %s', (text, here, expected) => {
  const { lots, dates } = readNotice(text)
  const [named] = lots
  expect(named && judgeCode(named, here, dates).confidence).toBe(expected)
})

test.each([
  ['All lots of UPC 036000291452', true, 'high'],
  ['UPC 036000291452 Lot 7A', true, 'low'],
  ['All lots of Plum jam', false, 'medium'],
])('of %j the product is %s', (text, byGtin, expected) => {
  expect(judgeProduct({ sku: 'JAM', byGtin, byWholeGtin: byGtin }, readNotice(text)).confidence).toBe(expected)
})

test.each([
  ['2023-07-12', 'Exp 12/07/23', true],
  ['2023-12-07', 'Exp 12/07/23', true],
  ['2023-01-01', 'Exp up to and including 12/31/23', true],
  ['2024-01-01', 'Exp up to and including 12/31/23', false],
])('%s is within %j: %s', (day, text, expected) => {
  expect(readNotice(text).dates.some((date) => isWithin(day, date))).toBe(expected)
})

test('the same part is proposed once, as sure as it is at best', () => {
  const of = (confidence: Proposal['confidence'], batch: string): Proposal => {
    return { part: { kind: 'batch', batch }, says: batch, confidence, because: '' }
  }
  const told = inOrder([of('low', 'A'), of('high', 'B'), of('medium', 'A')])
  expect(told.map(({ says, confidence }) => `${says} ${confidence}`)).toEqual(['B high', 'A medium'])
})
