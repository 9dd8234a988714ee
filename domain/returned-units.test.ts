import { expect, test } from 'vitest'
import { type CameBack, returnedUnits, type Sent } from './returned-units.ts'

/** `1: O1 of A 10` is move 1, ten units of batch B for order O1 of customer A; customer `-` is nobody named. */
const sentOf = (text: string): Sent[] =>
  text.split(', ').map((row) => {
    const [, moveId = '', orderId = '', customer = '', quantity] = /^(\d+): (\w+) of (\S+) (\d+)$/.exec(row) ?? []
    return { moveId, batchId: 'B', orderId, customerId: customer === '-' ? null : customer, quantity: Number(quantity) }
  })
/** `O1 A 3`: three units, of a return that names the order O1 and the customer A. */
const backOf = (text: string): CameBack[] =>
  text.split(', ').flatMap((row) => {
    const [order = '', customer = '', quantity] = row.split(' ')
    const known = (name: string) => (name === '-' ? null : name)
    return [{ batchId: 'B', orderId: known(order), customerId: known(customer), quantity: Number(quantity) }]
  })

test.each([
  // sent                                         came back           of which move
  ['1: O1 of A 10, 2: O2 of A 10', 'O2 A 3', { 2: 3 }],
  ['1: O1 of A 10, 2: O1 of A 10', 'O1 A 13', { 1: 10, 2: 3 }],
  ['1: O1 of A 10, 2: O2 of A 10, 3: O3 of C 10', '- A 12', { 1: 10, 2: 2 }],
  // What names its order is counted first, whatever order the returns come in.
  ['1: O1 of A 10, 2: O2 of A 10', '- A 4, O1 A 8', { 1: 10, 2: 2 }],
  ['1: O1 of - 10', 'O1 - 4', { 1: 4 }],
  // Nobody is named: it is with none of them.
  ['1: O1 of A 10, 2: O2 of - 5', '- - 4', {}],
  ['1: O1 of A 10', '- C 4', {}],
  ['1: O1 of A 10', 'O1 A 14', { 1: 10 }],
])('of %s, when %s comes back', (sent, back, expected) => {
  expect(Object.fromEntries(returnedUnits(sentOf(sent), backOf(back)))).toEqual(expected)
})

test('the same order and customer of another batch get nothing back', () => {
  const [one] = sentOf('1: O1 of A 10')
  const back = backOf('O1 A 3, - A 2').map((row) => ({ ...row, batchId: 'other' }))
  expect(returnedUnits(one ? [one] : [], back).size).toBe(0)
})
