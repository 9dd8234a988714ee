/**
 * bench/rule-list.ts — twenty rules of all kinds and scopes, as a brand that sells through shops, marketplaces and wholesale
 * over a border might have them. There is stock that every one of them lets go.
 */
import type { ReceivedLine } from './stock-up.ts'

type Rule = Readonly<Record<string, unknown>>

/** The ids of the batches of these codes of some products. */
const idsOf = (received: readonly ReceivedLine[], codes: readonly string[], ofProduct: (sku: string) => boolean) =>
  received.filter(({ sku, batchCode }) => ofProduct(sku) && codes.includes(batchCode)).map(({ batchId }) => batchId)

export function twentyRules(received: readonly ReceivedLine[]): Rule[] {
  const allButFirst = Array.from({ length: 11 }, (_, index) => `B${index + 2}`)
  const care = (sku: string) => sku.endsWith('0')
  return [
    { name: 'House: 30 days', lifeDaysMin: 30, rotation: 'fefo' },
    { name: 'Amazon: more than 90 days', channel: 'amazon', lifeDaysMin: 90, lifeBoundary: 'more_than' },
    { name: 'Shop: a tenth of its life', channel: 'shop', lifePercentMin: 10 },
    { name: 'Wholesale: 180 days', channel: 'wholesale', lifeDaysMin: 180 },
    { name: 'Wholesale: few batches', channel: 'wholesale', batches: 'fewest' },
    { name: 'Wholesale: whole cases', channel: 'wholesale', category: 'food', packOf: 6, packOrder: 'packs_first' },
    { name: 'C0: never older', customer: 'C0', neverOlder: true },
    { name: 'C1: never older, and long', customer: 'C1', neverOlder: true, lifeDaysMin: 120 },
    { name: 'C2: one batch a line', customer: 'C2', batches: 'one_per_line' },
    { name: 'C3: one batch an order', customer: 'C3', batches: 'one_per_order' },
    { name: 'C4: oldest that fills', customer: 'C4', batches: 'oldest_that_fills' },
    { name: 'C5: loose, too', customer: 'C5', packOf: 1 },
    { name: 'Care: first in', category: 'care', rotation: 'fifo' },
    { name: 'Shop: freshest care', channel: 'shop', category: 'care', rotation: 'lefo' },
    { name: 'P3: last in', product: 'P3', rotation: 'lifo' },
    { name: 'Germany: not these', market: 'DE', barred: idsOf(received, ['B1'], (sku) => sku.endsWith('5')) },
    { name: 'Union: care as approved', market: 'EU', category: 'care', approved: idsOf(received, allButFirst, care) },
    {
      name: 'Amazon: P5 as agreed',
      channel: 'amazon',
      product: 'P5',
      approved: idsOf(received, ['B3', 'B9'], (sku) => sku === 'P5'),
    },
    { name: 'W2: 45 days', warehouse: 'W2', lifeDaysMin: 45 },
    { name: 'Shop from W3: 60 days', channel: 'shop', warehouse: 'W3', lifeDaysMin: 60 },
  ].map((rule) => ({ ...rule, reason: 'bench' }))
}
