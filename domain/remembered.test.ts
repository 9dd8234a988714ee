import { expect, test } from 'vitest'
import { remembered } from './remembered.ts'

test('each key is worked out once, and each has its own answer', () => {
  const asked: number[] = []
  const isEven = remembered(
    (quantity: number) => {
      asked.push(quantity)
      return quantity % 2 === 0 ? 'even' : null
    },
    (quantity) => quantity % 10,
  )
  expect([1, 2, 1, 12, 11, 2].map(isEven)).toEqual([null, 'even', null, 'even', null, 'even'])
  expect(asked).toEqual([1, 2])
})

test('without a key, what looks alike and is not one object is asked for by itself', () => {
  let times = 0
  const count = remembered((_: { of: string }) => {
    times += 1
    return times
  })
  const one = { of: 'P' }
  expect([count(one), count({ of: 'P' }), count(one)]).toEqual([1, 2, 1])
})
