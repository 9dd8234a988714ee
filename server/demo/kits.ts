/**
 * server/demo/kits.ts — what the shop of the demo sells as one and sends as its parts; one of them on most days.
 */
import type { Partner } from './assortment.ts'
import type { Desk } from './desk.ts'
import type { Slot } from './shelf.ts'

const part = (product: string, quantity: number) => ({ product, quantity })
/** Those that hold kits after those they hold. */
export const kits = [
  { sku: 'KIT-001', name: 'Morning ritual', kit: [part('COS-001', 1), part('COS-012', 2)] },
  { sku: 'KIT-002', name: 'Training week', kit: [part('SUP-010', 1), part('FOO-005', 5)] },
  {
    sku: 'KIT-003',
    name: 'Ritual and training, in a gift box',
    kit: [part('KIT-001', 1), part('KIT-002', 1), part('BOX-001', 1)],
  },
].map((kit) => ({ ...kit, category: 'Kits', tracking: 'none', dates: 'none', rotation: 'fefo' }))

const restDays = 4
const lastDays = 3

type Selling = Readonly<{
  sales: Desk
  receiving: Desk
  people: readonly Partner[]
  slots: readonly Slot[]
  daysToGo: number
}>

/** What has all its parts leaves on the same day, but for the last days. */
export async function sellKit({ sales, receiving, people, slots, daysToGo }: Selling): Promise<void> {
  if (daysToGo % restDays === 1) return
  const sold = kits[daysToGo % kits.length]
  const customer = people[daysToGo % people.length]
  if (!sold || !customer) return
  const lines = [{ product: sold.sku, quantity: 1 + (daysToGo % 2), unitPrice: 4900, currency: 'USD' }]
  const order = { number: `SET-${1000 + daysToGo}`, customer: customer.code, channel: 'web', lines }
  const { id, backOrdered } = await sales.post<{ id: string; backOrdered: number }>('/v1/orders', order)
  for (const { product } of sold.kit) {
    const slot = slots.find(({ article }) => article.sku === product)
    if (slot) slot.onShelf -= 1
  }
  if (backOrdered === 0 && daysToGo > lastDays) await receiving.attempt('/v1/shipments', { order: id, carrier: 'DHL' })
}
