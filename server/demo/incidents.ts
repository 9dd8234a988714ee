/**
 * server/demo/incidents.ts — what happens in a warehouse besides coming and going: holds, breakage, wrong labels, goods
 * put elsewhere, and customers who send things back.
 */
import { addDays } from '#domain/calendar-date.ts'
import { warehouses } from './assortment.ts'
import { backAndGone } from './back-and-gone.ts'
import { soldOnElsewhere } from './marketplace.ts'
import type { Scene } from './scene.ts'

type Batch = Readonly<{ id: string; code: string; expiresOn: string | null }>
type StockRow = Readonly<{ batchId: string; placeId: string; sku: string; warehouseId: string; available: number }>

const holdDays = new Set([140, 118, 96, 73, 51, 38, 24, 15, 9, 5, 2, 1])
const reasons = [
  'certificate of analysis missing',
  'customer reports an odd smell',
  'label shows the wrong ingredients',
  'temperature of the delivery was too high',
  'supplier asks to wait for a retest',
  'seal broken on several units',
]

export async function incidents(scene: Scene): Promise<void> {
  await liftHolds(scene)
  if (holdDays.has(scene.daysToGo)) await holdBatch(scene)
  if (scene.daysToGo === 3) await holdProduct(scene)
  if (scene.daysToGo % 4 === 1) await writeOff(scene)
  if (scene.daysToGo % 12 === 6) await putElsewhere(scene)
  if (scene.daysToGo > 45 && scene.daysToGo % 14 === 5) await throwAway(scene)
  if (scene.daysToGo % 45 === 20) await correctDate(scene)
  if (scene.daysToGo < 40 && scene.chance.happens(0.55)) await sendBack(scene)
  await backAndGone(scene)
  await soldOnElsewhere(scene)
}

async function liftHolds({ shop, day, holds }: Scene): Promise<void> {
  for (const hold of holds.filter(({ liftOn }) => liftOn === day))
    await shop.quality.post(`/v1/holds/${hold.id}/lifting`, { reason: 'checked, nothing found' })
}

async function newestBatch({ chance, shop, slots }: Scene): Promise<Batch | undefined> {
  const slot = chance.weighted(slots, ({ article }) => article.pull)
  const { items } = await shop.quality.get<{ items: readonly Batch[] }>(
    `/v1/batches?product=${slot.article.sku}&limit=3`,
  )
  return items[0]
}

async function holdBatch(scene: Scene): Promise<void> {
  const { chance, shop, day, holds } = scene
  const batch = await newestBatch(scene)
  if (!batch) return
  const hold = { scope: 'batch', batch: batch.id, reason: chance.pick(reasons) }
  const { id } = await shop.quality.post<{ id: string }>('/v1/holds', hold)
  holds.push({ id, liftOn: addDays(day, chance.whole(4, 9)) })
}

/** Never lifted: the newest product's paperwork is still open when the visitor comes. */
async function holdProduct({ shop }: Scene): Promise<void> {
  const product = shop.articles.at(-1)?.sku
  await shop.quality.post('/v1/holds', { scope: 'product', product, reason: 'recipe changed, label not yet approved' })
}

async function writeOff({ chance, shop, slots }: Scene): Promise<void> {
  const { article, warehouse } = chance.pick(slots)
  const quantity = -chance.whole(1, 4)
  const note = chance.pick(['fell off the shelf', 'leaking', 'box crushed', 'not found when counted'])
  await shop.receiving.attempt('/v1/adjustments', {
    warehouse,
    reason: 'breakage and counts of the week',
    lines: [{ product: article.sku, quantity, note }],
  })
}

/** What expired long ago leaves the shelf; what expired lately still lies there. */
async function throwAway({ shop, day }: Scene): Promise<void> {
  for (const { code: warehouse } of warehouses) {
    const before = `status=expired&expiresBefore=${addDays(day, -7)}&limit=500`
    const { items } = await shop.receiving.get<{ items: readonly StockRow[] }>(
      `/v1/stock?warehouse=${warehouse}&${before}`,
    )
    const lines = items
      .filter(({ available }) => available > 0)
      .map(({ sku, batchId, placeId, available }) => ({
        product: sku,
        batch: batchId,
        place: placeId,
        quantity: -available,
      }))
    if (lines.length > 0)
      await shop.receiving.post('/v1/adjustments', { warehouse, reason: 'expired, thrown away', lines })
  }
}

async function putElsewhere({ chance, shop, slots }: Scene): Promise<void> {
  const { article, warehouse } = chance.pick(slots)
  const stock = await shop.receiving.get<{ items: readonly StockRow[] }>(
    `/v1/stock?product=${article.sku}&warehouse=${warehouse}&status=sellable`,
  )
  const row = stock.items.find(({ available }) => available > 6)
  if (!row) return
  const places = await shop.receiving.get<{ items: readonly { id: string; kind: string }[] }>(
    `/v1/places?warehouse=${row.warehouseId}&limit=500`,
  )
  const to = chance.pick(places.items.filter(({ id, kind }) => kind === 'storage' && id !== row.placeId))
  const quantity = Math.floor(row.available / 2)
  await shop.receiving.attempt('/v1/relocations', {
    note: 'the bin was too small',
    lines: [{ batch: row.batchId, from: row.placeId, to: to.id, quantity }],
  })
}

/** An older batch, whose run no supplier delivers any more: a later delivery would contradict the correction. */
async function correctDate({ chance, shop, slots }: Scene): Promise<void> {
  const { article } = chance.pick(slots.filter((slot) => slot.article.dating === 'expiresOn'))
  const { items } = await shop.quality.get<{ items: readonly Batch[] }>(`/v1/batches?product=${article.sku}&limit=50`)
  const batch = items.at(-1)
  if (!batch?.expiresOn) return
  await shop.quality.post(`/v1/batches/${batch.id}/dates`, {
    kind: 'expiry',
    on: addDays(batch.expiresOn, -31),
    reason: 'the month on the label was misread; supplier confirmed by e-mail',
  })
}

async function sendBack({ chance, shop, shipped, daysToGo }: Scene): Promise<void> {
  const order = shipped.at(-chance.whole(1, Math.min(200, shipped.length)))
  const line = order?.lines[0]
  if (!order || !line) return
  await shop.sales.attempt('/v1/returns', {
    number: `RMA-${2000 + daysToGo}`,
    customer: order.customer,
    orderNumber: order.number,
    note: chance.pick(['arrived too late', 'wrong article', 'pump does not work', 'customer changed their mind']),
    lines: [{ product: line.product, quantity: Math.min(line.quantity, chance.whole(1, 2)) }],
  })
}
