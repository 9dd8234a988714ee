/**
 * server/demo/making.ts — what the brand of the demo makes itself, under batch codes of its own: a cream of two raw batches, and a gift set that lies on the shelf.
 */
import { addDays, type CalendarDate } from '#domain/calendar-date.ts'
import type { Shop } from './furnish.ts'

const category = 'Own production'
const raw = { tracking: 'batch', dates: 'required', rotation: 'fefo', category }
const products = [
  { sku: 'RAW-001', name: 'Shea butter', baseUnit: 'gram', ...raw },
  { sku: 'RAW-002', name: 'Rose oil', baseUnit: 'millilitre', ...raw },
  { sku: 'ROSE-050', name: 'Rose cream 50 ml', lifeDays: 540, ...raw },
  { sku: 'GIFT-001', name: 'Gift set, two rose creams', ...raw },
]
const soldOn = 3

/** The cream is good as long as the first of what it was made of, and so is the gift set. */
export async function makeThings({ owner, receiving }: Shop, today: CalendarDate): Promise<void> {
  await owner.put('/v1/batch-code-pattern', { pattern: '{SKU}-{YY}{JJJ}-{##}{CHECK}' })
  for (const product of products) {
    const { id } = await owner.post<{ id: string }>('/v1/products', product)
    await owner.put(`/v1/production-rules/${id}`, { rule: 'min_of_inputs' })
  }
  const lines = [
    { product: 'RAW-001', batch: 'SB-2291', quantity: 40_000, expiresOn: addDays(today, 420), supplierLot: '88-1' },
    { product: 'RAW-002', batch: 'RO-0117', quantity: 3_000, expiresOn: addDays(today, 250), supplierLot: 'K7' },
  ]
  await receiving.post('/v1/receipts', { warehouse: 'EWR', receivedAt: `${addDays(today, -40)}T14:00:00Z`, lines })
  const made = { warehouse: 'EWR', reference: 'Batch sheet 31' }
  await receiving.post('/v1/production-runs', {
    ...made,
    kind: 'produce',
    happenedAt: `${addDays(today, -30)}T15:00:00Z`,
    wasteReason: 'left in the kettle',
    inputs: [
      { product: 'RAW-001', batch: 'SB-2291', quantity: 24_000, waste: 300 },
      { product: 'RAW-002', batch: 'RO-0117', quantity: 900 },
    ],
    outputs: [{ product: 'ROSE-050', batch: 'RC-31', quantity: 480, producedOn: addDays(today, -30) }],
  })
  await receiving.post('/v1/production-runs', {
    ...made,
    kind: 'kit',
    happenedAt: `${addDays(today, -20)}T15:00:00Z`,
    inputs: [{ product: 'ROSE-050', batch: 'RC-31', quantity: 120 }],
    outputs: [{ product: 'GIFT-001', batch: 'GS-31', quantity: 60 }],
  })
  for (let order = 0; order < soldOn; order += 1) await sell({ owner, receiving }, order)
}

async function sell({ owner, receiving }: Pick<Shop, 'owner' | 'receiving'>, order: number): Promise<void> {
  const product = order % 2 === 0 ? 'GIFT-001' : 'ROSE-050'
  const lines = [{ product, quantity: 2 + order, unitPrice: 3900, currency: 'USD' }]
  const { id } = await owner.post<{ id: string }>('/v1/orders', { channel: 'shop', lines })
  await receiving.post('/v1/shipments', { order: id, carrier: 'DHL' })
}
