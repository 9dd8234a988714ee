import { expect, test } from 'vitest'
import { whatBegins } from './what-begins.ts'

const rules = { deliveryLifeDaysMin: null, deliveryLifePercentMin: null, receiptLifeDaysMin: null } as const

test('without dates, only the batch is to be named', () => {
  expect(whatBegins({ ...rules, dates: 'none', rotation: 'fefo', deliveryLifeDaysMin: 30 })).toEqual([
    'Whoever receives or finds it names the batch.',
  ])
})

test('with dates, the life that customers are promised begins to hold, and goods without a date go last', () => {
  const asked = { deliveryLifeDaysMin: 30, deliveryLifePercentMin: 50, receiptLifeDaysMin: 60 }
  expect(whatBegins({ ...asked, dates: 'required', rotation: 'fefo' })).toEqual([
    'Whoever receives or finds it names the batch.',
    'A new batch needs its last day.',
    'A new batch needs its production date as well.',
    'What arrives needs 60 days of life.',
    'Customers get at least 30 days of life: goods without a date are not sold to them.',
    'Customers get at least 50 % of the life: goods without a date are not sold to them.',
    'First expired goes first, so goods without a date go after those that have one until they are identified.',
  ])
})

test('first in, first out goes on as before: what came first goes first, dated or not', () => {
  expect(whatBegins({ ...rules, dates: 'optional', rotation: 'fifo' })).toEqual([
    'Whoever receives or finds it names the batch.',
  ])
})
