/**
 * server/demo/identifying.ts — a product of the demo that nobody tracked: its batches are tracked since, orders wait for it, and about half of what lay
 * there is identified.
 */
import { addDays, type CalendarDate } from '#domain/calendar-date.ts'
import type { Shop } from './furnish.ts'

const sku = 'SOAP-001'
const bins = { 'A-03': 180, 'B-03': 140, 'C-03': 160 }
/** What was read on the labels of two bins. */
const found = [
  { place: 'A-03', batch: 'M2407', quantity: 110 },
  { place: 'A-03', batch: 'M2409', quantity: 70 },
  { place: 'B-03', batch: 'M2409', quantity: 62 },
]
const orders = [6, 12, 4, 10, 8]

export async function identifyOldStock({ owner, receiving }: Shop, today: CalendarDate): Promise<void> {
  const body = { sku, name: 'Olive soap, old label', category: 'Skin care', tracking: 'none', dates: 'none' }
  await owner.post('/v1/products', { ...body, rotation: 'fefo' })
  await receiving.post('/v1/receipts', {
    warehouse: 'EWR',
    receivedAt: `${addDays(today, -120)}T15:00:00Z`,
    reference: 'Moved from the old shop',
    lines: Object.entries(bins).map(([place, quantity]) => ({ product: sku, place, quantity })),
  })
  for (const quantity of orders)
    await owner.post('/v1/orders', { channel: 'shop', lines: [{ product: sku, quantity }] })
  const { id } = await owner.post<{ id: string }>('/v1/identifications', {
    product: sku,
    dates: 'required',
    candidates: [
      { batch: 'M2407', expiresOn: addDays(today, 210) },
      { batch: 'M2409', expiresOn: addDays(today, 270) },
      { batch: 'M2411', expiresOn: addDays(today, 330) },
    ],
    openToAny: false,
    reason: 'A recall has to reach single batches',
  })
  await receiving.post(`/v1/identifications/${id}/units`, { lines: found })
}
