/**
 * server/modules/transfers/proposals.ts — the facts of stock, demand and sales by warehouse, put to the rule of the domain.
 */
import { groupBy } from '#domain/group-by.ts'
import { type Proposal, proposeTransfers, type WarehouseNow } from '#domain/transfer-proposals.ts'
import { dayIn } from '#platform/clock.ts'
import type { Db } from '#platform/db.ts'
import { candidates } from '../allocation/index.ts'
import { resolveProducts } from '../catalog/index.ts'
import { resolveWarehouses, type WarehouseRow } from '../places/index.ts'

/** What was sold in so many days tells what is sold in one. */
const soldDays = 28
const productsMax = 2000

type Asked = { productId: string; warehouseId: string; waiting: number; coming: number }
type Sold = { productId: string; warehouseId: string; sold: number }

/** By product and warehouse: what waits there for stock of that warehouse, and what is on its way to it or asked for. */
const askedThere = (db: Db) => db<Asked[]>`
  select product_id, warehouse_id, sum(waiting)::bigint as waiting, sum(coming)::bigint as coming from (
    select d.product_id, d.warehouse_id, d.quantity - d.reserved - d.shipped as waiting, 0::bigint as coming from stock.demand d
    where d.account_id = ${db.act.accountId} and d.kind = 'order' and d.warehouse_id is not null and not d.history
      and d.reserved + d.shipped < d.quantity
    union all
    select l.product_id, t.to_warehouse_id, 0, coalesce(d.quantity - d.shipped, l.quantity)
    from transfers.transfer t
    join transfers.transfer_line l on l.account_id = t.account_id and l.transfer_id = t.id
    left join stock.demand d on d.account_id = l.account_id and d.id = l.id
    where t.account_id = ${db.act.accountId} and (t.cancelled_at is null or d.id is not null)
    union all
    select m.product_id, t.to_warehouse_id, 0, case p.id when m.to_place_id then m.quantity else -m.quantity end
    from stock.move m
    join places.place p on p.account_id = m.account_id and p.kind = 'transit' and p.id in (m.from_place_id, m.to_place_id)
    join transfers.transfer t on t.account_id = m.account_id and t.id = m.document_id
    where m.account_id = ${db.act.accountId}) asked
  group by product_id, warehouse_id having sum(waiting) > 0 or sum(coming) > 0`

const soldThere = (db: Db) => db<Sold[]>`
  select m.product_id, p.warehouse_id, sum(m.quantity)::bigint as sold
  from stock.net_move m join places.place p on p.account_id = m.account_id and p.id = m.from_place_id
  where m.account_id = ${db.act.accountId} and m.reason = 'shipment' and p.warehouse_id is not null
    and m.recorded_at >= ${db.act.at}::timestamptz - make_interval(days => ${soldDays})
    and m.occurred_at >= ${db.act.at}::timestamptz - make_interval(days => ${soldDays})
  group by 1, 2`

/** Of so many products at once, those first that wait. */
export async function proposals(db: Db) {
  const [asked, sold, named] = await Promise.all([askedThere(db), soldThere(db), resolveWarehouses(db)])
  const warehouses = [...new Set(named.values())]
  if (warehouses.length < 2) return []
  const concerned = [...asked.filter(({ waiting }) => waiting > 0), ...sold].map(({ productId }) => productId)
  const productIds = [...new Set(concerned)].slice(0, productsMax)
  const [stock, products] = await Promise.all([candidates(db, productIds), resolveProducts(db, productIds)])
  const askedOf = groupBy(asked, ({ productId }) => productId)
  const soldOf = groupBy(sold, ({ productId }) => productId)
  return productIds.flatMap((productId) => {
    const rows = stock.get(productId) ?? []
    const facts = { rows, asked: askedOf.get(productId) ?? [], sold: soldOf.get(productId) ?? [] }
    const found = proposeTransfers(warehouses.map((one) => standOf(one, facts, dayIn(one.timeZone, db.act.at))))
    const product = products.get(productId)
    return product ? found.map((one) => inWords(one, { product, rows, named })) : []
  })
}

type Stock = NonNullable<ReturnType<Awaited<ReturnType<typeof candidates>>['get']>>
type Facts = Readonly<{ rows: Stock; asked: readonly Asked[]; sold: readonly Sold[] }>

function standOf({ id }: WarehouseRow, { rows, asked, sold }: Facts, today: string): WarehouseNow {
  const there = asked.find(({ warehouseId }) => warehouseId === id)
  const free = rows.filter(({ warehouseId, obstacles }) => warehouseId === id && obstacles.length === 0)
  return {
    warehouseId: id,
    today,
    free: free.map(({ batchId, expiresOn, available }) => ({ batchId, expiresOn, quantity: available })),
    waiting: there?.waiting ?? 0,
    coming: there?.coming ?? 0,
    soldPerDay: (sold.find(({ warehouseId }) => warehouseId === id)?.sold ?? 0) / soldDays,
  }
}

type Named = Readonly<{
  product: { id: string; sku: string; name: string }
  rows: Stock
  named: ReadonlyMap<string, WarehouseRow>
}>

function inWords(proposal: Proposal, { product, rows, named }: Named) {
  const code = (id: string) => named.get(id)?.code ?? ''
  const [fromCode, toCode] = [code(proposal.from), code(proposal.to)]
  const batchCode = rows.find(({ batchId }) => batchId === proposal.batchId)?.batchCode ?? null
  const shared = { productId: product.id, sku: product.sku, productName: product.name, fromCode, toCode, batchCode }
  if (proposal.why === 'waiting') {
    const says = `Orders wait for ${proposal.waiting} at ${toCode}, and ${fromCode} has some to spare`
    return { ...shared, ...proposal, expiresOn: null, unsold: null, says }
  }
  const { unsold, expiresOn } = proposal
  const says = `At its pace ${fromCode} would have ${unsold} left on the last day, ${expiresOn}; ${toCode} would sell them before`
  return { ...shared, ...proposal, waiting: null, says }
}
