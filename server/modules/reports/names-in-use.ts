/**
 * server/modules/reports/names-in-use.ts — the channels and categories there are. Nobody keeps a list of them: they are what
 * orders, rules, pools and products name.
 */
import type { Db } from '#platform/db.ts'
import { type House, read, Type } from '#platform/http/index.ts'

const lastOrders = 5000
const Names = Type.Object({ items: Type.Array(Type.String()) })

export function namesInUseRoutes(house: House): void {
  const of = { needs: 'look', tag: 'reports', answer: Names } as const
  read(
    house,
    { url: '/v1/channels', tells: 'The channels that the latest orders, rules and pools name, by name', ...of },
    async (db) => ({ items: (await channels(db)).map(({ name }) => name) }),
  )
  read(house, { url: '/v1/categories', tells: 'The categories of products, by name', ...of }, async (db) => ({
    items: (await categories(db)).map(({ name }) => name),
  }))
}

const channels = (db: Db) => db<{ name: string }[]>`
  select channel as name from (select channel from orders.sales_order where account_id = ${db.act.accountId}
    order by ordered_at desc limit ${lastOrders}) latest
  union select channel from allocation.rule where account_id = ${db.act.accountId} and channel is not null
  union select channel from allocation.pool where account_id = ${db.act.accountId}
  order by name`

const categories = (db: Db) => db<{ name: string }[]>`
  select category as name from catalog.product where account_id = ${db.act.accountId} and category <> ''
  union select category from allocation.rule where account_id = ${db.act.accountId} and category is not null
  order by name`
