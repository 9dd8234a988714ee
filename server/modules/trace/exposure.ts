/**
 * server/modules/trace/exposure.ts — what is at stake if these batches fail: who has how much, what can still be stopped, and what it is worth.
 */
import type { Db } from '#platform/db.ts'
import { joinsAsWritten } from '#platform/plans.ts'
import { accountSettings } from '../access/index.ts'
import { batchesById } from '../batches/index.ts'
import { costsOf } from '../counts/index.ts'
import { soldOnByCustomer } from '../sellthrough/index.ts'
import { returnsOf } from './came-back.ts'
import { mayBeAmong } from './may-be-among.ts'
import { soldOnInAll } from './sold-on-beside.ts'
import { type Asked, type Lying, lying, onTheWay, openOrders, reach } from './store.ts'

/** Units are base units; money is in minor units of the account's currency, at what receipts said that a unit cost. */
export async function exposureOf(db: Db, asked: Asked) {
  await joinsAsWritten(db)
  const [batches, here, open, transfers, [sent], returns, contacts, mayBe, [account], soldOn] = await Promise.all([
    batchesById(db, asked.batchIds),
    lying(db, asked),
    openOrders(db, asked),
    onTheWay(db, asked),
    reach(db, asked),
    returnsOf(db, asked),
    withoutContact(db, asked),
    mayBeAmong(db, asked.batchIds),
    accountSettings(db),
    soldOnByCustomer(db, asked),
  ])
  const shipped = sent?.shipped ?? 0
  const sum = (of: 'least' | 'most') => mayBe.reduce((all, { here: own, sent: out }) => all + own[of] + out[of], 0)
  return {
    batches: batches.length,
    products: new Set(batches.map(({ productId }) => productId)).size,
    warehouses: new Set(here.flatMap(({ warehouseId }) => warehouseId ?? [])).size,
    places: new Set(here.map(({ placeId }) => placeId)).size,
    onHand: unitsIn(here, (kind) => kind !== 'transit'),
    inTransit: unitsIn(here, (kind) => kind === 'transit'),
    transfers: new Set(transfers.map(({ transferId }) => transferId)).size,
    openOrders: open.length,
    reserved: open.reduce((all, { quantity }) => all + quantity, 0),
    picked: open.reduce((all, { picked }) => all + picked, 0),
    customers: sent?.customers ?? 0,
    orders: sent?.orders ?? 0,
    shipped,
    returned: returns.total,
    kept: shipped - returns.total,
    ...contacts,
    mayBe: { least: sum('least'), most: sum('most') },
    sellers: soldOnInAll(soldOn),
    currency: account?.currency ?? '',
    ...(await worth(db, { asked, batches, here })),
  }
}

const unitsIn = (here: readonly Lying[], is: (kind: string) => boolean) =>
  here.filter(({ placeKind }) => is(placeKind)).reduce((sum, { onHand }) => sum + onHand, 0)

/** Who got units and cannot be written to: customers without an e-mail address, and orders that name nobody. */
async function withoutContact(
  db: Db,
  { batchIds }: Asked,
): Promise<{ customersWithoutEmail: number; ordersOfNobody: number }> {
  const [row] = await db<{ customersWithoutEmail: number; ordersOfNobody: number }[]>`
    select count(distinct o.customer_id) filter (where c.email is null and o.customer_id is not null)::int as customers_without_email,
      count(distinct o.id) filter (where o.customer_id is null)::int as orders_of_nobody
    from stock.net_move m
    join fulfilment.shipment s on s.account_id = m.account_id and s.id = m.document_id
    join orders.sales_order o on o.account_id = s.account_id and o.id = s.order_id
    left join catalog.customer c on c.account_id = o.account_id and c.id = o.customer_id
    where m.account_id = ${db.act.accountId} and m.batch_id = any(${batchIds as string[]}::uuid[]) and m.reason = 'shipment'`
  return row ?? { customersWithoutEmail: 0, ordersOfNobody: 0 }
}

type Valued = Readonly<{ asked: Asked; batches: Awaited<ReturnType<typeof batchesById>>; here: readonly Lying[] }>

/** Of units of which nobody said what they cost, no money is told: they are counted. */
async function worth(db: Db, { asked, batches, here }: Valued) {
  const cost = await costsOf(db, [...new Set(batches.map(({ productId }) => productId))])
  const out = await keptByBatch(db, asked)
  const productOf = new Map(batches.map(({ id, productId }) => [id, productId]))
  const valued = (rows: readonly { batchId: string; quantity: number }[]) => {
    const costs = rows.map(({ batchId, quantity }) => ({
      quantity,
      each: cost({ productId: productOf.get(batchId) ?? '', batchId }),
    }))
    return {
      money: Math.round(costs.reduce((sum, { quantity, each }) => sum + quantity * (each ?? 0), 0)),
      unknown: costs.reduce((sum, { quantity, each }) => sum + (each === null ? quantity : 0), 0),
    }
  }
  const [lies, left] = [valued(here.map(({ batchId, onHand }) => ({ batchId, quantity: onHand }))), valued(out)]
  return { costHere: lies.money, costOut: left.money, unitsWithoutCost: lies.unknown + left.unknown }
}

/** What customers have of each batch. */
const keptByBatch = (db: Db, { batchIds }: Asked) => db<{ batchId: string; quantity: number }[]>`
  select m.batch_id, sum(case m.reason when 'shipment' then m.quantity else -m.quantity end)::bigint as quantity
  from stock.net_move m
  where m.account_id = ${db.act.accountId} and m.batch_id = any(${batchIds as string[]}::uuid[]) and m.reason in ('shipment', 'return')
  group by m.batch_id`
