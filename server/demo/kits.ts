/**
 * server/demo/kits.ts — what the shop of the demo sells as one and sends as its parts; one of them on most days.
 */
import { expandKit, type KitPart } from '#domain/kits.ts'
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

/** What has all its parts leaves, but in the last days. */
export async function sellKit({ sales, receiving, people, slots, daysToGo }: Selling): Promise<void> {
  const sold = kits[daysToGo % kits.length]
  const customer = people[daysToGo % people.length]
  if (daysToGo % restDays > 0 && sold && customer) {
    const quantity = 1 + (daysToGo % 2)
    const lines = [{ product: sold.sku, quantity, unitPrice: 4900, currency: 'USD' }]
    await sales.post('/v1/orders', { number: `SET-${1000 + daysToGo}`, customer: customer.code, channel: 'web', lines })
    takeOff(slots, { productId: sold.sku, quantity })
  }
  if (daysToGo < lastDays) return
  const { items } = await sales.get<{ items: readonly { id: string }[] }>('/v1/orders?state=open&text=SET-')
  for (const { id } of items) await receiving.attempt('/v1/shipments', { order: id, carrier: 'DHL' })
}

const held = new Map(
  kits.map(({ sku, kit }) => [sku, kit.map((one) => ({ productId: one.product, quantity: one.quantity }))]),
)

function takeOff(slots: readonly Slot[], sold: KitPart): void {
  const expansion = expandKit(sold, held)
  for (const { productId, quantity } of expansion.kind === 'components' ? expansion.components : []) {
    const slot = slots.find(({ article }) => article.sku === productId)
    if (slot) slot.onShelf -= quantity
  }
}
