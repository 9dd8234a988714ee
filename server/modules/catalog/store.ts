/**
 * server/modules/catalog/store.ts — the SQL of catalog.
 */
import type { Audience, Language } from '#domain/notices/choices.ts'
import type { Allergen, Hazard, Temperature } from '#domain/storage/classes.ts'
import type { Instant } from '#platform/clock.ts'
import type { Db, Tx } from '#platform/db.ts'

export type ProductRow = {
  id: string
  sku: string
  name: string
  category: string
  /** Whose goods they are, where they are kept for others. */
  clientId: string | null
  baseUnit: 'each' | 'gram' | 'millilitre'
  tracking: 'none' | 'batch' | 'serial'
  dates: 'none' | 'optional' | 'required'
  batchIdentity: 'product' | 'supplier'
  rotation: 'fefo' | 'fifo' | 'lifo'
  lifeDays: number | null
  receiptLifeDaysMin: number | null
  receiptLifeAction: 'accept' | 'hold' | 'refuse'
  deliveryLifeDaysMin: number | null
  deliveryLifePercentMin: number | null
  /** Null: it may lie anywhere. */
  storage: Temperature | null
  /** Null: no dangerous goods. */
  hazard: Hazard | null
  allergens: Allergen[]
  /** A prescription drug: destroyed only with two signatures. */
  prescription: boolean
  createdAt: Instant
  archivedAt: Instant | null
  /** It is sold as one and leaves as its parts. */
  isKit: boolean
}
export type KitPartRow = { kitId: string; partId: string; sku: string; name: string; quantity: number }
export type PackRow = { name: string; quantity: number; gtin: string | null }
export type PartnerRow = {
  id: string
  code: string
  name: string
  email: string | null
  phone: string | null
  address: string | null
  createdAt: Instant
  archivedAt: Instant | null
}
export type CustomerRow = PartnerRow & {
  country: string | null
  deliveryLifeDaysMin: number | null
  language: Language | null
  audience: Audience | null
}

const productColumns = (
  db: Db,
) => db`id, sku, name, category, client_id, base_unit, tracking, dates, batch_identity, rotation, life_days,
  receipt_life_days_min, receipt_life_action, delivery_life_days_min, delivery_life_percent_min, storage, hazard, allergens, prescription, created_at, archived_at, is_kit`

export const productsByIdOrSku = (db: Db, keys: { ids: readonly string[]; skus: readonly string[] }) => db<
  ProductRow[]
>`
  select ${productColumns(db)} from catalog.product
  where account_id = ${db.act.accountId} and (id = any(${keys.ids as string[]}::uuid[]) or sku = any(${keys.skus as string[]}::text[]))`

export const packsOf = (db: Db, productIds: readonly string[]) => db<(PackRow & { productId: string })[]>`
  select product_id, name, quantity, gtin from catalog.pack
  where account_id = ${db.act.accountId} and product_id = any(${productIds as string[]}::uuid[]) order by quantity, name`

/** `archived` is whether what is archived is listed too. */
type ListAsk = { text: string | null; archived: boolean; after: string | null; limit: number }

export const productPage = (db: Db, page: ListAsk) => db<ProductRow[]>`
  select ${productColumns(db)} from catalog.product
  where account_id = ${db.act.accountId} and (${page.archived} or archived_at is null)
    and (${page.after}::text is null or sku > ${page.after})
    and (${page.text}::text is null or strpos(lower(sku), lower(${page.text})) > 0 or strpos(lower(name), lower(${page.text})) > 0)
  order by sku limit ${page.limit}`

export const insertProduct = (tx: Tx, p: ProductRow) => tx`
  insert into catalog.product (account_id, id, sku, name, category, client_id, base_unit, tracking, dates, batch_identity, rotation, life_days,
    receipt_life_days_min, receipt_life_action, delivery_life_days_min, delivery_life_percent_min, storage, hazard, allergens, prescription, created_at)
  values (${tx.act.accountId}, ${p.id}, ${p.sku}, ${p.name}, ${p.category}, ${p.clientId}, ${p.baseUnit}, ${p.tracking}, ${p.dates}, ${p.batchIdentity},
    ${p.rotation}, ${p.lifeDays}, ${p.receiptLifeDaysMin}, ${p.receiptLifeAction}, ${p.deliveryLifeDaysMin}, ${p.deliveryLifePercentMin},
    ${p.storage}, ${p.hazard}, ${p.allergens}, ${p.prescription}, ${tx.act.at})`

export const updateProduct = (tx: Tx, p: ProductRow) => tx`
  update catalog.product set sku = ${p.sku}, name = ${p.name}, category = ${p.category}, client_id = ${p.clientId}, tracking = ${p.tracking}, dates = ${p.dates},
    batch_identity = ${p.batchIdentity}, rotation = ${p.rotation}, life_days = ${p.lifeDays}, receipt_life_days_min = ${p.receiptLifeDaysMin},
    receipt_life_action = ${p.receiptLifeAction}, delivery_life_days_min = ${p.deliveryLifeDaysMin},
    delivery_life_percent_min = ${p.deliveryLifePercentMin}, storage = ${p.storage}, hazard = ${p.hazard},
    allergens = ${p.allergens}, prescription = ${p.prescription}, archived_at = ${p.archivedAt}
  where account_id = ${tx.act.accountId} and id = ${p.id}`

export const deletePacks = (tx: Tx, productId: string) =>
  tx`delete from catalog.pack where account_id = ${tx.act.accountId} and product_id = ${productId}`

export const insertPacks = (tx: Tx, productId: string, packs: readonly PackRow[]) => tx`
  insert into catalog.pack (account_id, product_id, name, quantity, gtin)
  select ${tx.act.accountId}, ${productId}, p.name, p.quantity, p.gtin
  from unnest(${packs.map((p) => p.name)}::text[], ${packs.map((p) => p.quantity)}::bigint[], ${packs.map((p) => p.gtin)}::text[]) as p(name, quantity, gtin)`

/** By kit, as they are told. */
export const kitParts = (db: Db, kitIds: readonly string[]) => db<KitPartRow[]>`
  select k.kit_id, k.part_id, p.sku, p.name, k.quantity
  from catalog.kit_part k join catalog.product p on p.account_id = k.account_id and p.id = k.part_id
  where k.account_id = ${db.act.accountId} and k.kit_id = any(${kitIds as string[]}::uuid[]) order by k.kit_id, p.sku`

/** Each part of these, and of all that they hold, once. */
export const kitPartsBelow = (db: Db, kitIds: readonly string[]) => db<Omit<KitPartRow, 'sku' | 'name'>[]>`
  with recursive held as (
    select kit_id, part_id, quantity from catalog.kit_part
    where account_id = ${db.act.accountId} and kit_id = any(${kitIds as string[]}::uuid[])
    union
    select k.kit_id, k.part_id, k.quantity
    from held h join catalog.kit_part k on k.account_id = ${db.act.accountId} and k.kit_id = h.part_id)
  select kit_id, part_id, quantity from held`

export const deleteKitParts = (tx: Tx, kitId: string) =>
  tx`delete from catalog.kit_part where account_id = ${tx.act.accountId} and kit_id = ${kitId}`

export const insertKitParts = (tx: Tx, rows: readonly KitPartRow[]) => tx`
  insert into catalog.kit_part (account_id, kit_id, part_id, quantity)
  select ${tx.act.accountId}, k.kit, k.part, k.quantity
  from unnest(${rows.map((k) => k.kitId)}::uuid[], ${rows.map((k) => k.partId)}::uuid[], ${rows.map((k) => k.quantity)}::bigint[])
    as k(kit, part, quantity)`

export const updateIsKit = (tx: Tx, productId: string, isKit: boolean) =>
  tx`update catalog.product set is_kit = ${isKit} where account_id = ${tx.act.accountId} and id = ${productId}`

export const gtinOwners = (db: Db, gtins: readonly string[], butNot: string) => db<{ gtin: string; sku: string }[]>`
  select k.gtin, p.sku from catalog.pack k join catalog.product p on p.account_id = k.account_id and p.id = k.product_id
  where k.account_id = ${db.act.accountId} and k.gtin = any(${gtins as string[]}::text[]) and k.product_id <> ${butNot}`

export const productsByGtin = (db: Db, gtins: readonly string[]) => db<
  { gtin: string; id: string; sku: string; name: string }[]
>`
  select k.gtin, p.id, p.sku, p.name from catalog.pack k join catalog.product p on p.account_id = k.account_id and p.id = k.product_id
  where k.account_id = ${db.act.accountId} and k.gtin = any(${gtins as string[]}::text[])`

export const gtinsOf = (db: Db, productIds: readonly string[]) => db<{ productId: string; gtin: string }[]>`
  select product_id, gtin from catalog.pack
  where account_id = ${db.act.accountId} and product_id = any(${productIds as string[]}::uuid[]) and gtin is not null
  order by gtin`

export const suppliersByIdOrCode = (db: Db, keys: { ids: readonly string[]; codes: readonly string[] }) => db<
  PartnerRow[]
>`
  select id, code, name, email, phone, address, created_at, archived_at from catalog.supplier
  where account_id = ${db.act.accountId} and (id = any(${keys.ids as string[]}::uuid[]) or code = any(${keys.codes as string[]}::text[]))`

export const customersByIdOrCode = (db: Db, keys: { ids: readonly string[]; codes: readonly string[] }) => db<
  CustomerRow[]
>`
  select id, code, name, email, phone, address, country, delivery_life_days_min, language, audience, created_at, archived_at from catalog.customer
  where account_id = ${db.act.accountId} and (id = any(${keys.ids as string[]}::uuid[]) or code = any(${keys.codes as string[]}::text[]))`

/** By their e-mail address or name, in whatever letters, in small ones. */
export const customersCalled = (db: Db, names: readonly string[]) => db<
  (Pick<CustomerRow, 'code'> & { called: string })[]
>`
  select distinct c.code, n.called from unnest(${names as string[]}::text[]) as n(called)
  join catalog.customer c on c.account_id = ${db.act.accountId} and (lower(c.email) = n.called or lower(c.name) = n.called)
  where c.archived_at is null order by c.code`

export const supplierPage = (db: Db, page: ListAsk) => db<PartnerRow[]>`
  select id, code, name, email, phone, address, created_at, archived_at from catalog.supplier
  where account_id = ${db.act.accountId} and (${page.archived} or archived_at is null)
    and (${page.after}::text is null or code > ${page.after})
    and (${page.text}::text is null or strpos(lower(code), lower(${page.text})) > 0 or strpos(lower(name), lower(${page.text})) > 0)
  order by code limit ${page.limit}`

export const customerPage = (db: Db, page: ListAsk) => db<CustomerRow[]>`
  select id, code, name, email, phone, address, country, delivery_life_days_min, language, audience, created_at, archived_at from catalog.customer
  where account_id = ${db.act.accountId} and (${page.archived} or archived_at is null)
    and (${page.after}::text is null or code > ${page.after})
    and (${page.text}::text is null or strpos(lower(code), lower(${page.text})) > 0 or strpos(lower(name), lower(${page.text})) > 0)
  order by code limit ${page.limit}`

export const insertSupplier = (tx: Tx, s: PartnerRow) => tx`
  insert into catalog.supplier (account_id, id, code, name, email, phone, address, created_at)
  values (${tx.act.accountId}, ${s.id}, ${s.code}, ${s.name}, ${s.email}, ${s.phone}, ${s.address}, ${tx.act.at})`

export const insertCustomer = (tx: Tx, c: CustomerRow) => tx`
  insert into catalog.customer (account_id, id, code, name, email, phone, address, country, delivery_life_days_min, language, audience, created_at)
  values (${tx.act.accountId}, ${c.id}, ${c.code}, ${c.name}, ${c.email}, ${c.phone}, ${c.address}, ${c.country}, ${c.deliveryLifeDaysMin}, ${c.language},
    ${c.audience}, ${tx.act.at})`

export const updateCustomer = (tx: Tx, c: CustomerRow) => tx`
  update catalog.customer set code = ${c.code}, name = ${c.name}, email = ${c.email}, phone = ${c.phone}, address = ${c.address},
    country = ${c.country}, delivery_life_days_min = ${c.deliveryLifeDaysMin}, language = ${c.language}, audience = ${c.audience}, archived_at = ${c.archivedAt}
  where account_id = ${tx.act.accountId} and id = ${c.id}`

/** Of whom nobody said it. */
export const updateAudience = (tx: Tx, ids: readonly string[], audience: Audience) => tx<
  { id: string; code: string }[]
>`
  update catalog.customer set audience = ${audience} where account_id = ${tx.act.accountId} and id = any(${ids as string[]}::uuid[]) and audience is null
  returning id, code`

export const updateSupplier = (tx: Tx, s: PartnerRow) => tx`
  update catalog.supplier set code = ${s.code}, name = ${s.name}, email = ${s.email}, phone = ${s.phone}, address = ${s.address},
    archived_at = ${s.archivedAt}
  where account_id = ${tx.act.accountId} and id = ${s.id}`
