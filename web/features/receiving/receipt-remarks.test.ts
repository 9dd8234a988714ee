import { expect, test } from 'vitest'
import { type Rules, remarksOn } from './receipt-remarks.ts'

const today = '2025-11-23'
const none: Rules = {
  dates: 'required',
  lifeDays: null,
  receiptLifeDaysMin: null,
  receiptLifeAction: 'accept',
  deliveryLifeDaysMin: null,
  deliveryLifePercentMin: null,
}
const line = { producedOn: null, bestBefore: null, expiresOn: null, condition: 'good' as const }

test.each<[string, Partial<typeof line> | object, Partial<Rules>, string[]]>([
  ['no date yet', {}, { receiptLifeDaysMin: 60 }, []],
  ['enough life', { expiresOn: '2026-01-22' }, { receiptLifeDaysMin: 60 }, []],
  [
    'a day too short',
    { expiresOn: '2026-01-21' },
    { receiptLifeDaysMin: 60 },
    ['59 days left, and this product needs 60 on arrival. It is accepted all the same.'],
  ],
  [
    'to be held',
    { expiresOn: '2025-11-24' },
    { receiptLifeDaysMin: 60, receiptLifeAction: 'hold' },
    ['1 day left, and this product needs 60 on arrival. It will be held on arrival.'],
  ],
  [
    'to be refused, counted from the production date',
    { producedOn: '2025-11-13' },
    { lifeDays: 30, receiptLifeDaysMin: 60, receiptLifeAction: 'refuse' },
    ['20 days left, and this product needs 60 on arrival. It will be refused: send it back.'],
  ],
  ['damaged goods', { expiresOn: '2025-11-24', condition: 'damaged' }, { receiptLifeDaysMin: 60 }, []],
  ['expired', { expiresOn: '2025-11-22' }, {}, ['It has expired: it can be received as damaged, or sent back.']],
  [
    'too short for customers',
    { expiresOn: '2025-12-03' },
    { deliveryLifeDaysMin: 30 },
    ['10 days left, and orders ask for 30: none will get this batch.'],
  ],
  [
    'a share without its first day',
    { expiresOn: '2026-12-03' },
    { deliveryLifePercentMin: 20 },
    ['Production date needed: customers are promised 20 % of the life.'],
  ],
  [
    'too small a share of its life',
    { expiresOn: '2025-12-03', producedOn: '2025-08-25' },
    { deliveryLifePercentMin: 20 },
    ['10 days left, and orders ask for 20: none will get this batch.'],
  ],
  ['a share with both days', { expiresOn: '2026-12-03', producedOn: '2025-10-01' }, { deliveryLifePercentMin: 20 }, []],
])('%s', (_, dates, rules, remarks) => {
  expect(remarksOn({ ...line, ...dates }, { ...none, ...rules }, today)).toEqual(remarks)
})
