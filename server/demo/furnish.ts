/**
 * server/demo/furnish.ts — the account of the demo before its first day: warehouses, bins, products, partners, keys.
 */
import type { FastifyInstance } from 'fastify'
import { type Article, articles, customers, type Partner, suppliers, warehouses } from './assortment.ts'
import { carriers } from './carriers.ts'
import type { Chance } from './chance.ts'
import { type Desk, deskOf } from './desk.ts'
import { kits } from './kits.ts'
import { owner as boss, colleagues } from './people.ts'

export type Shop = Readonly<{
  articles: readonly Article[]
  shops: readonly Partner[]
  people: readonly Partner[]
  owner: Desk
  receiving: Desk
  sales: Desk
  quality: Desk
}>

export type Access = Readonly<{ email: string; password: string }>

/** `access` is what the account's owner will sign in with; the keys of those at work end at `until`. */
export async function furnish(
  http: FastifyInstance,
  chance: Chance,
  { access, until }: { access: Access; until: string },
): Promise<Shop> {
  const [first, ...others] = warehouses
  const answer = await http.inject({
    method: 'POST',
    url: '/v1/set-up',
    payload: {
      account: { name: 'Alder & Oat', currency: 'USD' },
      owner: { name: boss.name, ...access },
      warehouse: first,
    },
  })
  if (answer.statusCode !== 201) throw new Error(`The demo could not be made: ${answer.body}`)
  const cookie = answer.cookies.map(({ name, value }) => `${name}=${value}`).join('; ')
  const owner = await deskWithKey(http, { cookie }, { name: boss.name, role: boss.role, expiresAt: until })
  const person = (name: string, role: string) => deskWithKey(http, { cookie }, { name, role, expiresAt: until })
  const receiving = await person('Sam Reyes, receiving', 'warehouse')
  const sales = await person('Web shop', 'manager')
  const quality = await person('Priya Nair, quality', 'quality')
  for (const colleague of colleagues) await owner.post('/v1/people', { ...colleague, password: access.password })
  for (const warehouse of others) await owner.post('/v1/warehouses', warehouse)
  await bins(owner)
  await carriers(owner)
  const range = articles(chance)
  const partners = customers(chance)
  await catalogue(owner, range, [...told(partners.shops, 'retail'), ...told(partners.people, 'consumer')])
  return { articles: range, ...partners, owner, receiving, sales, quality }
}

type NewKey = Readonly<{ name: string; role: string; expiresAt: string }>

async function deskWithKey(http: FastifyInstance, headers: { cookie: string }, key: NewKey): Promise<Desk> {
  const made = await deskOf(http, headers).post<{ key: string }>('/v1/keys', key)
  return deskOf(http, { authorization: `Bearer ${made.key}` })
}

/** Rows A to C are ambient, K is the cool room. */
const rows = { ambient: ['A', 'B', 'C'], cool: ['K'] } as const
const binsInRow = 12

export const binOf = ({ storage, sku }: Pick<Article, 'storage' | 'sku'>): string => {
  const number = Number(sku.slice(-3))
  const row = storage === 'cool' ? 'K' : (rows.ambient[number % 3] ?? 'A')
  return `${row}-${String((number % binsInRow) + 1).padStart(2, '0')}`
}

async function bins(owner: Desk): Promise<void> {
  const { items } = await owner.get<{ items: { id: string; code: string }[] }>('/v1/warehouses')
  for (const { id: warehouseId } of items) {
    const places = await Promise.all(
      (['ambient', 'cool'] as const).map(async (storage) => {
        const name = storage === 'cool' ? 'Cool room' : 'Shelves'
        const zone = { warehouseId, code: storage === 'cool' ? 'COOL' : 'SHELF', name, storage }
        const { id: zoneId } = await owner.post<{ id: string }>('/v1/zones', zone)
        return rows[storage].flatMap((row) =>
          Array.from({ length: binsInRow }, (_, index) => {
            const code = `${row}-${String(index + 1).padStart(2, '0')}`
            return { warehouseId, zoneId, kind: 'storage', code }
          }),
        )
      }),
    )
    await owner.post('/v1/places', { places: places.flat() })
  }
}

/** As whom they are told of a recall: shops sell on, people use it up. */
const told = (partners: readonly Partner[], audience: 'retail' | 'consumer') =>
  partners.map((partner) => ({ ...partner, audience }))

async function catalogue(
  owner: Desk,
  range: readonly Article[],
  buyers: readonly (Partner & { audience: string })[],
): Promise<void> {
  const products = [...range.map(product), giftBox, mask]
  await Promise.all([
    ...suppliers.map(([code, name]) =>
      owner.post('/v1/suppliers', { code, name, email: `sales@${code.toLowerCase()}.example` }),
    ),
    ...products.map((body) => owner.post('/v1/products', body)),
    ...buyers.map(({ lifeDaysMin, ...buyer }) =>
      owner.post('/v1/customers', { ...buyer, deliveryLifeDaysMin: lifeDaysMin }),
    ),
  ])
  for (const kit of kits) await owner.post('/v1/products', kit)
}

/** By what the name promises. */
function allergensOf(name: string): string[] {
  const held = {
    nuts: /almond|hazel|cashew|nut\b/i,
    gluten: /oat|granola|cracker|muesli/i,
    milk: /yogh?urt|kefir|milk|cheese|butter/i,
  }
  return Object.entries(held).flatMap(([allergen, names]) => (names.test(name) ? [allergen] : []))
}

function product({ sku, name, category, lifeDays, storage, casePack, gtin }: Article) {
  return {
    sku,
    name,
    category,
    lifeDays,
    tracking: 'batch',
    dates: 'required',
    rotation: 'fefo',
    receiptLifeDaysMin: Math.floor(lifeDays / 3),
    receiptLifeAction: 'hold',
    deliveryLifeDaysMin: storage === 'cool' ? 7 : 30,
    storage: storage === 'cool' ? 'cool' : null,
    allergens: allergensOf(name),
    gtin,
    packs: [{ name: 'case', quantity: casePack }],
  }
}

const giftBox = {
  sku: 'BOX-001',
  name: 'Gift box, large',
  category: 'Packaging',
  tracking: 'none',
  dates: 'none',
  rotation: 'fifo',
}
const mask = {
  sku: 'DEV-001',
  name: 'LED face mask',
  category: 'Devices',
  tracking: 'serial',
  dates: 'none',
  rotation: 'fifo',
}
