import { expect, test } from 'vitest'
import { bin, goods, lying } from './fixture.ts'
import { breachWords, mayLie } from './may-lie.ts'

const b = lying()
const q = lying({ productId: 'q', sku: 'Q' })
const acid = lying({ productId: 'q', sku: 'ACID', hazard: 'corrosive' })
const peanutsBelow = [{ code: 'A-1-0', freeFrom: ['peanuts'] as const }]

test.each([
  ['goods that say nothing, in a bin that tells nothing', {}, {}, ''],
  ['goods that say nothing, in a cold room', {}, { storage: 'frozen' }, ''],
  ['frozen goods', { storage: 'frozen' }, {}, 'frozen goods, and the bin is ambient'],
  ['ambient goods in the cold', { storage: 'ambient' }, { storage: 'cool' }, 'ambient goods, and the bin is cool'],
  ['frozen goods in the frost', { storage: 'frozen' }, { storage: 'frozen' }, ''],
  ['what burns', { hazard: 'flammable' }, {}, 'flammable goods, and the bin is not meant for them'],
  ['what burns where it may', { hazard: 'flammable' }, { hazards: ['flammable'] }, ''],
  [
    'what burns beside acid',
    { hazard: 'flammable' },
    { hazards: ['flammable', 'corrosive'], lying: [acid] },
    'flammable goods, and ACID there is corrosive',
  ],
  [
    'peanuts',
    { allergens: ['milk', 'peanuts'] },
    { freeFrom: ['peanuts'] },
    'holds peanuts, and the zone is free from it',
  ],
  [
    'peanuts above',
    { allergens: ['peanuts'] },
    { below: peanutsBelow },
    'holds peanuts, and A-1-0 below is free from it',
  ],
  ['milk above', { allergens: ['milk'] }, { below: peanutsBelow }, ''],
  ['another batch', {}, { mixing: 'one_batch', lying: [b] }, 'one batch only, and B lies there'],
  [
    'goods of which nobody knows the batch',
    {},
    { mixing: 'one_batch', lying: [lying({ batchCode: '-' })] },
    'one batch only, and goods without batch lie there',
  ],
  ['the same batch', {}, { mixing: 'one_batch', lying: [lying({ batchId: 'a' })] }, ''],
  ['another product', {}, { mixing: 'one_batch', lying: [q] }, 'one product only, and Q lies there'],
  ['another batch of the product', {}, { mixing: 'one_product', lying: [b] }, ''],
  ['another product beside it', {}, { mixing: 'one_product', lying: [q] }, 'one product only, and Q lies there'],
  ['what goes sooner, in front', { expiresOn: '2026-01-01' }, { mixing: 'lane', lying: [b] }, ''],
  [
    'what goes later, in front',
    { expiresOn: '2026-03-01' },
    { mixing: 'lane', lying: [b] },
    'would lie before B, which goes first (last day 2026-02-01)',
  ],
  ['what goes later, by receipt', { expiresOn: '2026-03-01', rotation: 'fifo' }, { mixing: 'lane', lying: [b] }, ''],
  ['more than there is room', { quantity: 11 }, { capacity: 20, lying: [b] }, 'room for 10, not for 11'],
  ['as much as there is room', { quantity: 10 }, { capacity: 20, lying: [b] }, ''],
  ['a full bin', {}, { capacity: 10, lying: [b] }, 'full'],
] as const)('%s', (_, given, told, words) => {
  expect(mayLie(goods(given), bin(told)).map(breachWords).join('; ')).toBe(words)
})
