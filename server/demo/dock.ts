/**
 * server/demo/dock.ts — what waits to be put away in the demo: three deliveries on the dock, bins that are told what they take, a
 * freezer, a zone free from nuts, and a product whose rule came later than its stock.
 */
import { addDays, type CalendarDate } from '#domain/calendar-date.ts'
import type { Desk } from './desk.ts'
import type { Shop } from './furnish.ts'

type Bin = Readonly<{
  id: string
  code: string
  kind: string
  zoneCode: string | null
  quantity: number
  batches: number
}>

const warehouse = 'EWR'
const roomier = 1.3
const hundred = 100

export async function atTheDock({ owner, receiving, articles }: Shop, today: CalendarDate): Promise<void> {
  const { items } = await owner.get<{ items: readonly Bin[] }>(`/v1/bin-map?warehouse=${warehouse}`)
  await tellBins(owner, items)
  await moreZones(owner)
  await laterRule(owner, items)
  const cool = articles.filter(({ storage }) => storage === 'cool')
  const others = articles.filter(({ storage }) => storage === 'ambient')
  const came = [cool[0], cool[1], others[2], others[5]].flatMap((article) => article ?? [])
  for (const [index, { sku, lifeDays }] of came.entries()) {
    const line = {
      product: sku,
      batch: `D${today.slice(2).replaceAll('-', '')}${index + 1}`,
      quantity: 48 + 24 * index,
      place: 'DOCK',
      expiresOn: addDays(today, Math.floor(lifeDays * 0.9)),
    }
    await receiving.attempt('/v1/receipts', { warehouse, lines: [line] })
  }
}

/** Each holds somewhat more than lies there; every fourth that has one batch keeps to it. */
async function tellBins(owner: Desk, bins: readonly Bin[]): Promise<void> {
  for (const [index, { id, kind, quantity, batches, zoneCode }] of bins.entries()) {
    if (kind !== 'storage' || zoneCode === null) continue
    const capacity = Math.max(3, Math.ceil((quantity * roomier) / hundred)) * hundred
    const mixing = batches < 2 && index % 4 === 0 ? 'one_batch' : 'mixed'
    await owner.patch(`/v1/places/${id}`, { capacity, mixing })
  }
}

async function moreZones(owner: Desk): Promise<void> {
  const { items } = await owner.get<{ items: readonly { id: string; code: string }[] }>('/v1/warehouses')
  const warehouseId = items.find(({ code }) => code === warehouse)?.id
  const zone = (body: Readonly<Record<string, unknown>>) =>
    owner.post<{ id: string }>('/v1/zones', { warehouseId, ...body })
  const freezer = await zone({ code: 'FREEZE', name: 'Freezer', storage: 'frozen' })
  const free = await zone({
    code: 'NUT-FREE',
    name: 'Free from nuts',
    storage: 'ambient',
    freeFrom: ['nuts', 'peanuts'],
  })
  const places = [
    ...['F-01-1', 'F-01-2', 'F-02-1', 'F-02-2'].map((code) => ({ code, zoneId: freezer.id, mixing: 'one_batch' })),
    ...['N-01-0', 'N-02-0'].map((code) => ({ code, zoneId: free.id, mixing: 'one_product', capacity: 400 })),
  ]
  await owner.post('/v1/places', { places: places.map((place) => ({ warehouseId, kind: 'storage', ...place })) })
}

/** It lies on the shelves, and is to be kept cool from today on. */
async function laterRule(owner: Desk, bins: readonly Bin[]): Promise<void> {
  const shelves = bins.filter(({ zoneCode, quantity }) => zoneCode === 'SHELF' && quantity > 0)
  const [shelf] = shelves.toSorted((a, b) => a.batches - b.batches)
  if (!shelf) return
  const bin = await owner.get<{ items: readonly { productId: string }[] }>(`/v1/bins/${shelf.id}`)
  const [goods] = bin.items
  if (goods) await owner.patch(`/v1/products/${goods.productId}`, { storage: 'cool', reason: 'the new label says so' })
}
