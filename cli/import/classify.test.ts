import { describe, expect, test } from 'vitest'
import { classify, type Row } from './classify.ts'

const row = (cells: Partial<Row>): Row => ({
  lineNo: 7,
  invoice: '536365',
  code: '85123A',
  description: 'WHITE HANGING HEART',
  quantity: '6',
  date: '2010-12-01 08:26:00',
  price: '2.55',
  customer: '17850.0',
  country: 'United Kingdom',
  ...cells,
})

describe('every row is exactly one thing', () => {
  test.each([
    // what differs from an ordinary line                      kind          what or reason
    [{}, 'order', ''],
    [{ price: '0.0' }, 'order', ''],
    [{ customer: '' }, 'order', ''],
    [{ code: 'DCGS0003' }, 'order', ''],
    [{ code: '15056BL' }, 'order', ''],
    [{ invoice: 'C536379', quantity: '-1' }, 'return', ''],
    [{ invoice: 'C536379', quantity: '-1', customer: '' }, 'return', ''],
    [{ quantity: '-20', customer: '', price: '0.0', description: '' }, 'adjustment', ''],
    [{ code: 'POST' }, 'odd', 'postage'],
    [{ code: 'DOT' }, 'odd', 'postage'],
    [{ code: 'C2' }, 'odd', 'carriage'],
    [{ code: 'm' }, 'odd', 'manual entry'],
    [{ code: 'D', invoice: 'C536379', quantity: '-1' }, 'odd', 'discount'],
    [{ code: 'S' }, 'odd', 'samples'],
    [{ code: 'B', price: '-11062.06', invoice: 'A563186' }, 'odd', 'bad debt'],
    [{ code: 'BANK CHARGES' }, 'odd', 'bank charges'],
    [{ code: 'AMAZONFEE' }, 'odd', 'marketplace fee'],
    [{ code: 'gift_0001_30' }, 'odd', 'gift voucher'],
    [{ invoice: '' }, 'bad', 'has no invoice number'],
    [{ code: '' }, 'bad', 'has no stock code'],
    [{ quantity: '1.5' }, 'bad', 'has a quantity that is no whole number: "1.5"'],
    [{ quantity: '0' }, 'bad', 'has a quantity of 0'],
    [{ date: '2011-02-30 10:00:00' }, 'bad', 'has a date that is not as 2010-12-01 08:26:00: "2011-02-30 10:00:00"'],
    [{ date: '12/1/2010 8:26' }, 'bad', 'has a date that is not as 2010-12-01 08:26:00: "12/1/2010 8:26"'],
    [{ price: 'free' }, 'bad', 'has a price that is no amount: "free"'],
    [{ price: '-2.55' }, 'bad', 'has a price that is no amount: "-2.55"'],
    [{ invoice: 'C536379' }, 'bad', 'is on a cancelled invoice but takes nothing back'],
    [{ quantity: '-6' }, 'bad', 'takes goods back from a customer, but its invoice is not a cancelled one (C…)'],
  ] as const)('%j is %s %s', (cells, kind, words) => {
    const found = classify(row(cells))
    expect(found.kind).toBe(kind)
    expect('what' in found ? found.what : 'reason' in found ? found.reason : '').toBe(words)
  })
})

test('a line has one spelling of its code and customer, whole pennies, and the local time', () => {
  const found = classify(row({ code: '85123a', description: ' WHITE  HANGING HEART ', quantity: '-3', invoice: 'C9' }))
  expect(found).toEqual({
    kind: 'return',
    line: {
      lineNo: 7,
      invoice: 'C9',
      sku: '85123A',
      description: 'WHITE HANGING HEART',
      quantity: 3,
      at: '2010-12-01T08:26:00',
      priceMinor: 255,
      customer: '17850',
      country: 'United Kingdom',
    },
  })
})

test('a price of 0.29 is 29 pennies, not 28', () => {
  const found = classify(row({ price: '0.29' }))
  expect(found.kind === 'order' && found.line.priceMinor).toBe(29)
})
