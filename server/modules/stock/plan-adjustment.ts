/**
 * server/modules/stock/plan-adjustment.ts — from what a person writes (a product, perhaps a batch, perhaps a bin) to the
 * batches and places that are adjusted. Names every wrong line at once.
 */
import { untrackedCode } from '#domain/batch-code.ts'
import type { CalendarDate } from '#domain/calendar-date.ts'
import { wholePacks } from '#domain/packs.ts'
import type { Instant } from '#platform/clock.ts'
import type { Db, Tx } from '#platform/db.ts'
import { Refusal } from '#platform/refusal.ts'
import { lockStocked, notStocked, type ProductRow, resolveProducts } from '../catalog/index.ts'
import { type PlaceRow, resolvePlaces, resolveWarehouses, type WarehouseRow } from '../places/index.ts'
import { type Adjustment, adjust } from './adjust.ts'
import { reasonFor } from './reasons.ts'
import { refuseKnownDocument } from './store.ts'

export type AdjustmentInput = Readonly<{
  id?: string
  warehouse: string
  reason: string
  cause?: string // of the account's reasons
  occurredAt?: Instant
  promised?: Adjustment['promised']
  lines: readonly Readonly<{
    product: string
    batch?: string
    place?: string
    quantity: number
    serials?: readonly string[]
    note?: string
  }>[]
}>

type Line = Adjustment['lines'][number]
type Stocked = {
  batchId: string
  batchCode: string
  placeId: string
  kind: PlaceRow['kind']
  packOf: number | null
  productId: string
  onHand: number
  free: number
}

/**
 * Refuses `invalid_input` naming each line, `ambiguous` where a code fits two batches, `already_exists`, `not_found`, and what
 * `adjust` refuses.
 */
export async function adjustStock(tx: Tx, input: AdjustmentInput) {
  await refuseKnownDocument(tx, 'adjustment', input.id)
  const warehouse = (await resolveWarehouses(tx)).get(input.warehouse)
  if (!warehouse) throw new Refusal('not_found', { kind: 'warehouse', id: input.warehouse })
  const cause = await reasonFor(tx, input.cause, input.lines)
  const aside = cause?.setsAside ? await quarantineOf(tx, warehouse) : null
  const products = await resolveProducts(
    tx,
    input.lines.map(({ product }) => product),
  )
  await lockStocked(
    tx,
    [...products.values()].flatMap(({ id, isKit }) => (isKit ? [] : [id])),
  )
  const placeOf = await resolvePlaces(
    tx,
    input.lines.map(({ place }) => ({ warehouseId: warehouse.id, place: place ?? null })),
  )
  const stock = await stockIn(tx, warehouse.id, [...new Set([...products.values()].map(({ id }) => id))])
  const batches = await batchesNamed(tx, [...new Set([...products.values()].map(({ id }) => id))])
  const promised = input.promised ?? 'keep'
  if (promised === 'take_back') for (const row of stock) row.free = row.onHand
  const problems: { at: string; message: string }[] = []
  const lines = input.lines.flatMap((line, index): Line[] => {
    const product = products.get(line.product)
    const place = placeOf({ warehouseId: warehouse.id, place: line.place ?? null })
    const planned = product
      ? planLine({ line, index, product, place, stock, batches })
      : `there is no product "${line.product}"`
    if (typeof planned === 'string') problems.push({ at: `lines[${index}]`, message: planned })
    return typeof planned === 'string' ? [] : planned
  })
  if (aside) problems.push(...asideAlready(lines, aside))
  if (problems.length > 0) throw new Refusal('invalid_input', { problems })
  const { id, occurredAt = tx.act.at } = input
  const reason = cause ? `${cause.name}: ${input.reason}` : input.reason
  const adjusted = await adjust(tx, { id, reason, aside, occurredAt, promised, lines })
  return { ...adjusted, setAside: aside ? adjusted.moves : [] }
}

async function quarantineOf(tx: Tx, { id: warehouseId, code }: WarehouseRow): Promise<PlaceRow> {
  const asked = { warehouseId, place: null, kind: 'quarantine' as const }
  const place = (await resolvePlaces(tx, [asked]))(asked)
  if (!place) throw new Refusal('not_found', { kind: 'place', id: `quarantine of ${code}` })
  return place
}

const asideAlready = (lines: readonly Line[], aside: PlaceRow) =>
  lines.flatMap(({ where, place }) =>
    place.id === aside.id
      ? [{ at: where, message: `lies at ${aside.code} already, where damaged goods are set aside` }]
      : [],
  )

type LineAsk = {
  line: AdjustmentInput['lines'][number]
  index: number
  product: ProductRow
  place: PlaceRow | undefined
  stock: Stocked[]
  batches: readonly NamedBatch[]
}

/** The lines to write, or what is wrong. */
function planLine({ line, index, product, place, stock, batches }: LineAsk): Line[] | string {
  const where = `line ${index + 1}`
  const note = line.note ?? null
  const serials = line.serials ?? []
  if (product.isKit) return notStocked(product, 'count')
  if (!place) return `there is no place "${line.place}" in this warehouse`
  const [batch, ...others] = batches.filter(
    ({ name, productId }) => productId === product.id && name === (line.batch ?? untrackedCode),
  )
  if (batch && others.length > 0)
    throw new Refusal('ambiguous', { where, name: batch.code, candidates: [batch, ...others].map(candidate) })
  if (line.batch !== undefined && !batch) return `${product.sku} has no batch "${line.batch}"`
  if (line.quantity > 0) {
    if (!batch || (line.batch === undefined && product.tracking !== 'none'))
      return product.tracking === 'none'
        ? `${product.sku} was never received`
        : `name the batch of ${product.sku} that was found`
    return [{ where, batchId: batch.id, productId: product.id, place, quantity: line.quantity, note, serials }]
  }
  if (product.tracking === 'serial' && (line.batch === undefined || line.place === undefined))
    return `${product.sku} is tracked by serial: name batch, place and serials of what is gone`
  if (batch && line.batch !== undefined && line.place !== undefined) {
    return [{ where, batchId: batch.id, productId: product.id, place, quantity: line.quantity, note, serials }]
  }
  return takeOut({
    where,
    product,
    batchId: line.batch === undefined ? null : (batch?.id ?? null),
    placeId: line.place === undefined ? null : place.id,
    quantity: -line.quantity,
    note,
    stock,
  })
}

const candidate = ({ id, code, supplierName, expiresOn }: NamedBatch) => ({
  id,
  says: `batch ${code} of ${supplierName ?? 'no supplier'}, ${expiresOn ? `last day ${expiresOn}` : 'no date'}`,
})

/** Takes what is free, in the order in which it would be sold, of closed boxes whole ones, and nothing opened unless it is named; several lines share what there is. */
function takeOut(ask: {
  where: string
  product: ProductRow
  batchId: string | null
  placeId: string | null
  quantity: number
  note: string | null
  stock: Stocked[]
}): Line[] | string {
  const rows = ask.stock.filter(
    (row) =>
      row.productId === ask.product.id &&
      (ask.batchId ?? row.batchId) === row.batchId &&
      (ask.placeId ?? row.placeId) === row.placeId &&
      (row.kind !== 'opened' || ask.placeId !== null || ask.batchId !== null),
  )
  const available = rows.reduce((sum, { free }) => sum + free, 0)
  if (available < ask.quantity)
    return `${ask.quantity} of ${ask.product.sku} to take out, but only ${available} are available here`
  const lines: Line[] = []
  let wanted = ask.quantity
  for (const row of rows) {
    const part = wholePacks(Math.min(row.free, wanted), row.packOf ?? 1)
    if (part === 0) continue
    row.free -= part
    wanted -= part
    lines.push({
      where: ask.where,
      batchId: row.batchId,
      productId: ask.product.id,
      place: { id: row.placeId, kind: row.kind },
      quantity: -part,
      note: ask.note,
      serials: [],
    })
  }
  if (wanted === 0) return lines
  return `${ask.quantity} of ${ask.product.sku} to take out, but ${wanted} of them lie in closed boxes that are larger: open one first`
}

const stockIn = (db: Db, warehouseId: string, productIds: readonly string[]) => db<Stocked[]>`
  select s.batch_id, b.code as batch_code, s.place_id, p.kind, p.pack_of, s.product_id, s.on_hand, s.on_hand - s.reserved as free
  from stock.balance s
  join batches.batch b on b.account_id = s.account_id and b.id = s.batch_id
  join places.place p on p.account_id = s.account_id and p.id = s.place_id
  where s.account_id = ${db.act.accountId} and s.product_id = any(${productIds as string[]}::uuid[]) and p.warehouse_id = ${warehouseId}
  order by b.expires_on nulls last, b.first_received_on, b.code, s.place_id`

type NamedBatch = {
  name: string
  id: string
  code: string
  productId: string
  expiresOn: CalendarDate | null
  supplierName: string | null
}

/** By each name that they have: id, code, codes that they had, and those of batches merged into them. */
const batchesNamed = (db: Db, productIds: readonly string[]) => db<NamedBatch[]>`
  select n.name, b.id, b.code, b.product_id, b.expires_on, s.name as supplier_name
  from (
    select code as name, batch_id from batches.known_as where account_id = ${db.act.accountId} and product_id = any(${productIds as string[]}::uuid[])
    union
    select id::text, coalesce(merged_into, id) from batches.batch
    where account_id = ${db.act.accountId} and product_id = any(${productIds as string[]}::uuid[])) n
  join batches.batch b on b.account_id = ${db.act.accountId} and b.id = n.batch_id
  left join catalog.supplier s on s.account_id = b.account_id and s.id = b.supplier_id
  order by b.id`
