/**
 * server/demo/back-and-gone.ts — parcels that come back unannounced, some without a label, and what is looked at; and expired goods that are written
 * to be destroyed before a witness.
 */
import { addDays } from '#domain/calendar-date.ts'
import type { Access, Shop } from './furnish.ts'
import { colleagues } from './people.ts'
import type { Scene } from './scene.ts'

type Seen = Readonly<{ id: string; lines: readonly { lots: readonly { quantity: number }[] }[] }>
type Lying = Readonly<{
  sku: string
  batchId: string
  placeId: string
  warehouseCode: string
  onHand: number
  packOf: number | null
}>

export async function backAndGone(scene: Scene): Promise<void> {
  if ([24, 13, 4].includes(scene.daysToGo)) await lookAt(scene, await comesBack(scene))
  if (scene.daysToGo === 1) await comesBack(scene)
  if ([16, 2].includes(scene.daysToGo)) await writeToDestroy(scene)
}

/** Refused, or not delivered: the carrier brings it back. */
async function comesBack({ chance, shop, shipped }: Scene): Promise<Seen | null> {
  const order = shipped.at(-chance.whole(5, Math.min(60, shipped.length)))
  const line = order?.lines[0]
  if (!order || !line) return null
  const answer = await shop.receiving.attempt('/v1/unannounced-returns', {
    warehouse: 'EWR',
    kind: chance.pick(['refused', 'undeliverable', 'customer_return']),
    orderNumber: order.number,
    note: chance.pick(['the carrier brought it back', 'box dented', 'no slip inside']),
    lines: [{ product: line.product, quantity: 1, unlabelled: true }],
  })
  return answer as Seen | null
}

async function lookAt({ shop }: Scene, back: Seen | null): Promise<void> {
  if (back?.lines[0]?.lots.length !== 1) return
  await shop.receiving.attempt(`/v1/returns/${back.id}/inspections`, {
    line: 1,
    checks: [
      { name: 'Seal intact', result: 'pass' },
      { name: 'Packaging undamaged', result: 'pass' },
    ],
    decisions: [{ decide: 'restock', quantity: 1 }],
  })
}

async function writeToDestroy({ shop, day }: Scene): Promise<void> {
  const { items } = await shop.quality.get<{ items: readonly Lying[] }>('/v1/stock?status=expired&limit=50')
  const row = items.find(({ packOf, warehouseCode }) => packOf === null && warehouseCode !== null)
  if (!row) return
  await shop.quality.attempt('/v1/disposals', {
    warehouse: row.warehouseCode,
    reason: 'Expired',
    method: 'Incineration by contractor',
    note: `collected by the contractor on ${addDays(day, 3)}`,
    lines: [{ product: row.sku, batch: row.batchId, place: row.placeId, quantity: Math.min(row.onHand, 30) }],
  })
}

/** The oldest of those that are written: a colleague saw it, and its certificate is there. */
export async function oneIsDestroyed({ quality }: Shop, { password }: Access): Promise<void> {
  const { items } = await quality.get<{ items: readonly { id: string }[] }>('/v1/disposals?state=open')
  const oldest = items.at(-1)
  if (!oldest) return
  const [{ email }] = colleagues
  await quality.post(`/v1/disposals/${oldest.id}/signatures`, { email, password })
  await quality.post(`/v1/disposals/${oldest.id}/destruction`, {})
}
