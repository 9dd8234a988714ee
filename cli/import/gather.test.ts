import { expect, test } from 'vitest'
import { type Classified, classify } from './classify.ts'
import { gather } from './gather.ts'

type Short = [invoice: string, code: string, quantity: number, date: string, customer: string]

async function* rows(...shorts: Short[]): AsyncGenerator<Classified> {
  for (const [index, [invoice, code, quantity, date, customer]] of shorts.entries())
    yield classify({
      lineNo: index + 2,
      invoice,
      code,
      description: 'RED MUG',
      quantity: String(quantity),
      date: `2011-01-${date}`,
      price: '1.25',
      customer,
      country: 'EIRE',
    })
}

test('an invoice is one order at its earliest minute, though its lines stand apart and repeat a product', async () => {
  const { orders, leaving } = await gather(
    rows(
      ['2', 'A', 1, '02 10:00:00', ''],
      ['1', 'a', 2, '01 10:01:00', '17'],
      ['2', 'Z', 4, '02 09:59:00', ''],
      ['1', 'A', 8, '01 10:02:00', '17'],
    ),
  )
  expect(orders.map(({ number, at, customer, lines }) => [number, at, customer, lines.length])).toEqual([
    ['1', '2011-01-01T10:01:00', '17', 2],
    ['2', '2011-01-02T09:59:00', null, 2],
  ])
  expect([...leaving]).toEqual([
    ['A', 11],
    ['Z', 4],
  ])
})

test('every line is accounted for once: orders, returns, adjustments, odd ones, bad ones', async () => {
  const found = await gather(
    rows(
      ['1', 'A', 2, '01 10:00:00', '17'],
      ['C2', 'A', -1, '02 10:00:00', '17'],
      ['3', 'A', -1, '03 10:00:00', ''],
      ['3', 'A', -1, '03 10:00:00', ''],
      ['4', 'POST', 1, '04 10:00:00', '17'],
      ['5', 'A', 0, '05 10:00:00', '17'],
      ['1', 'A', 1, '01 10:00:00', '18'],
    ),
  )
  expect(found.linesIn).toBe(7)
  expect(found.returns.map(({ number }) => number)).toEqual(['C2'])
  expect(found.adjustments.map(({ number }) => number)).toEqual(['3', '3/2'])
  expect(found.odd.map(({ what }) => what)).toEqual(['postage'])
  expect(found.bad.map(({ lineNo, reason }) => [lineNo, reason])).toEqual([
    [7, 'has a quantity of 0'],
    [8, 'names customer 18, but invoice 1 began with customer 17'],
  ])
  expect(found.customers).toEqual([{ code: '17', country: 'IE' }])
  expect([found.firstDay, found.lastDay]).toEqual(['2011-01-01', '2011-01-03'])
})
