/**
 * server/demo/marketplace.ts — a marketplace that sells on what the demo sends it and never tells of which batch: two batches go there, it reports twice, some come back;
 * and a withdrawal of one of them is drafted.
 */
import { addDays } from '#domain/calendar-date.ts'
import type { Shop } from './furnish.ts'
import type { Scene } from './scene.ts'

const marketplace = 'BAZAAR'
const product = 'TONIC-100'
const batches = [
  { batch: 'T-118', quantity: 120 },
  { batch: 'T-119', quantity: 80 },
] as const

type Told = Readonly<{ daysToGo: number; work: (scene: Scene) => Promise<unknown> }>

/** Days before the end, and what happens on each. */
const story: readonly Told[] = [
  { daysToGo: 40, work: stocked },
  { daysToGo: 38, work: sent },
  { daysToGo: 20, work: (scene) => reports(scene, 90) },
  { daysToGo: 12, work: comesBack },
  { daysToGo: 4, work: (scene) => reports(scene, 60) },
]

export async function soldOnElsewhere(scene: Scene): Promise<void> {
  for (const { daysToGo, work } of story) if (daysToGo === scene.daysToGo) await work(scene)
}

async function stocked({ shop: { owner, receiving }, day }: Scene): Promise<void> {
  await owner.post('/v1/products', {
    sku: product,
    name: 'Birch tonic 100 ml',
    category: 'Cosmetics',
    lifeDays: 540,
    tracking: 'batch',
    dates: 'required',
    rotation: 'fefo',
  })
  const name = 'Bazaar Point (marketplace)'
  const address = '7 Canal Street\nNewark, NJ'
  const contact = { email: 'recalls@bazaar-point.example', country: 'US', address }
  await owner.post('/v1/customers', { code: marketplace, name, ...contact, audience: 'retail' })
  await receiving.post('/v1/receipts', {
    warehouse: 'EWR',
    supplier: 'BRIAR',
    lines: batches.map((line, at) => ({ product, ...line, expiresOn: addDays(day, 500 + at * 30) })),
  })
}

async function sent({ shop: { sales, receiving } }: Scene): Promise<void> {
  const quantity = batches.reduce((sum, line) => sum + line.quantity, 0)
  const lines = [{ product, quantity, unitPrice: 1450, currency: 'USD' }]
  const order = { number: 'BAZ-1', customer: marketplace, channel: 'marketplace', warehouse: 'EWR', lines }
  const { id } = await sales.post<{ id: string }>('/v1/orders', order)
  await receiving.post('/v1/shipments', { order: id, carrier: 'UPS' })
}

async function reports({ shop: { sales }, day }: Scene, quantity: number): Promise<void> {
  const report = { customer: marketplace, product, kind: 'sold', quantity, on: addDays(day, -1) }
  await sales.post('/v1/sell-through', { reports: [{ ...report, document: `Settlement of ${day}` }] })
}

/** A removal: what it sends back is read from the labels. */
async function comesBack({ shop: { receiving } }: Scene): Promise<void> {
  const lines = [
    { product, batch: 'T-118', quantity: 20 },
    { product, batch: 'T-119', quantity: 5 },
  ]
  const removal = {
    warehouse: 'EWR',
    kind: 'customer_return',
    customer: marketplace,
    note: 'removal order 4471',
    lines,
  }
  await receiving.post('/v1/unannounced-returns', removal)
}

/** Of one of the two: its room tells how many are certainly with consumers. Nothing is touched before it is started. */
export async function withdrawalDrafted({ quality }: Shop): Promise<void> {
  const { items } = await quality.get<{ items: readonly { id: string; code: string }[] }>(
    `/v1/batches?product=${product}&limit=5`,
  )
  const meant = items.filter(({ code }) => code === batches[0].batch)
  await quality.post('/v1/recalls', {
    kind: 'withdrawal',
    title: 'Birch tonic: wrong list of ingredients',
    reason: 'The label of T-118 leaves out linalool.',
    scope: { parts: meant.map(({ id: batch }) => ({ kind: 'batch', batch })) },
  })
}
