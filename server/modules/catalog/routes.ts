import { groupBy } from '#domain/group-by.ts'
import type { Db, Tx } from '#platform/db.ts'
import {
  Choice,
  Code,
  Exactly,
  type House,
  Id,
  IdParams,
  Instant,
  Nullable,
  Page,
  pageOf,
  Quantity,
  Reference,
  RefParams,
  read,
  Text,
  Type,
  write,
} from '#platform/http/index.ts'
import { Refusal } from '#platform/refusal.ts'
import { addProduct } from './add-product.ts'
import { changeProduct, type ProductUse } from './change-product.ts'
import { clientRoutes } from './client-routes.ts'
import { clientIdOf } from './clients.ts'
import { componentsMax } from './kits.ts'
import { CatalogQuery, Days, listAsk } from './list-ask.ts'
import { partnerRoutes } from './partner-routes.ts'
import { resolveProducts } from './resolve.ts'
import { Allergens, Dangerous, Storage } from './storage-shapes.ts'
import { kitParts, type ProductRow, packsOf, productPage } from './store.ts'

const tag = 'catalog'
const Gtin = () =>
  Type.String({
    pattern: '^[0-9]{8}([0-9]{4,6})?$',
    description: 'GTIN-8, 12, 13 or 14',
    says: 'a GTIN of 8, 12, 13 or 14 digits',
  })
const Pack = Exactly({ name: Text(80), quantity: Quantity(), gtin: Type.Optional(Nullable(Gtin())) })

const rules = {
  client: Type.Optional(Nullable(Reference())),
  category: Type.Optional(Type.String({ maxLength: 200, pattern: '^[^\\u0000]*$' })),
  tracking: Type.Optional(Choice(['none', 'batch', 'serial'])),
  dates: Type.Optional(Choice(['none', 'optional', 'required'])),
  batchIdentity: Type.Optional(Choice(['product', 'supplier'])),
  rotation: Type.Optional(Choice(['fefo', 'fifo', 'lifo'])),
  lifeDays: Type.Optional(Nullable(Type.Integer({ minimum: 1, maximum: 36500 }))),
  receiptLifeDaysMin: Type.Optional(Nullable(Days())),
  receiptLifeAction: Type.Optional(Choice(['accept', 'hold', 'refuse'])),
  deliveryLifeDaysMin: Type.Optional(Nullable(Days())),
  deliveryLifePercentMin: Type.Optional(Nullable(Type.Integer({ minimum: 0, maximum: 100 }))),
  storage: Type.Optional(Storage()),
  hazard: Type.Optional(Dangerous()),
  allergens: Type.Optional(Allergens()),
  prescription: Type.Optional(
    Type.Boolean({ description: 'A prescription drug: it is destroyed only with two signatures' }),
  ),
  gtin: Type.Optional(Nullable(Gtin())),
  packs: Type.Optional(Type.Array(Pack, { maxItems: 20 })),
  kit: Type.Optional(
    Nullable(
      Type.Array(Exactly({ product: Reference(), quantity: Quantity(), pack: Type.Optional(Text(80)) }), {
        maxItems: componentsMax,
        description: 'What one of it is made of, where it is sold as one and leaves as its parts; null: it is no kit',
      }),
    ),
  ),
}
const NewProduct = Exactly({
  id: Type.Optional(Id()),
  sku: Code(80),
  name: Text(300),
  baseUnit: Type.Optional(Choice(['each', 'gram', 'millilitre'])),
  ...rules,
})
const ProductChange = Exactly({
  sku: Type.Optional(Code(80)),
  name: Type.Optional(Text(300)),
  archived: Type.Optional(Type.Boolean()),
  reason: Type.Optional(Text(1000)),
  ...rules,
})
export const Product = Type.Object({
  id: Id(),
  sku: Type.String(),
  name: Type.String(),
  category: Type.String(),
  clientId: Nullable(Id()),
  baseUnit: Choice(['each', 'gram', 'millilitre']),
  tracking: Choice(['none', 'batch', 'serial']),
  dates: Choice(['none', 'optional', 'required']),
  batchIdentity: Choice(['product', 'supplier']),
  rotation: Choice(['fefo', 'fifo', 'lifo']),
  lifeDays: Nullable(Type.Integer()),
  receiptLifeDaysMin: Nullable(Type.Integer()),
  receiptLifeAction: Choice(['accept', 'hold', 'refuse']),
  deliveryLifeDaysMin: Nullable(Type.Integer()),
  deliveryLifePercentMin: Nullable(Type.Integer()),
  storage: Storage(),
  hazard: Dangerous(),
  allergens: Allergens(),
  prescription: Type.Boolean(),
  createdAt: Instant(),
  archivedAt: Nullable(Instant()),
  packs: Type.Array(Type.Object({ name: Type.String(), quantity: Type.Integer(), gtin: Nullable(Type.String()) })),
  kit: Type.Array(
    Type.Object({
      partId: Id(),
      sku: Type.String(),
      name: Type.String(),
      quantity: Type.Integer({ description: 'Base units in one kit' }),
    }),
    { description: 'What one of it is made of; empty where it is no kit and lies in stock itself' },
  ),
})

/** `use` is of later modules: it is handed in where all is wired. */
export function catalogRoutes(house: House, use: ProductUse): void {
  reading(house)
  writing(house, use)
  partnerRoutes(house)
  clientRoutes(house)
}

async function withPacksAndParts(db: Db, rows: readonly ProductRow[]) {
  const ids = rows.map(({ id }) => id)
  const kits = rows.filter(({ isKit }) => isKit).map(({ id }) => id)
  const [packs, parts] = await Promise.all([packsOf(db, ids), kits.length > 0 ? kitParts(db, kits) : []])
  const packsBy = groupBy(packs, ({ productId }) => productId)
  const partsBy = groupBy(parts, ({ kitId }) => kitId)
  return rows.map((row) => ({ ...row, packs: packsBy.get(row.id) ?? [], kit: partsBy.get(row.id) ?? [] }))
}

function reading(house: House): void {
  read(
    house,
    { url: '/v1/products', needs: 'look', tells: 'Products by SKU', tag, query: CatalogQuery, answer: Page(Product) },
    async (db, { query }) => {
      const { limit, ...ask } = listAsk(query)
      const rows = await productPage(db, { ...ask, limit: limit + 1 })
      return pageOf(await withPacksAndParts(db, rows), limit, ({ sku }) => [sku])
    },
  )
  read(
    house,
    {
      url: '/v1/products/:ref',
      needs: 'look',
      tells: 'One product, by id or SKU',
      tag,
      params: RefParams(),
      answer: Product,
    },
    async (db, { params: { ref } }) => {
      const found = (await resolveProducts(db, [ref])).get(ref)
      const [product] = found ? await withPacksAndParts(db, [found]) : []
      if (!product) throw new Refusal('not_found', { kind: 'product', id: ref })
      return product
    },
  )
}

function writing(house: House, use: ProductUse): void {
  write(
    house,
    'POST',
    {
      url: '/v1/products',
      needs: 'change products',
      tells: 'Add a product',
      tag,
      status: 201,
      body: NewProduct,
      answer: Product,
    },
    async (tx, { body: { client, ...body } }) => addProduct(tx, { ...body, ...(await ownerOf(tx, client)) }),
  )
  write(
    house,
    'PATCH',
    {
      url: '/v1/products/:id',
      needs: 'change products',
      tells: 'Change a product',
      tag,
      params: IdParams(),
      body: ProductChange,
      answer: Product,
    },
    async (tx, { params, body: { client, ...body } }) =>
      changeProduct(tx, { ...body, ...(await ownerOf(tx, client)), ...params }, use),
  )
}

/** Nothing where nothing is said of it. */
async function ownerOf(tx: Tx, client: string | null | undefined): Promise<{ clientId?: string | null }> {
  if (client === undefined) return {}
  return { clientId: client === null ? null : await clientIdOf(tx, client) }
}
