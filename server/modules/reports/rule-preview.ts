/**
 * server/modules/reports/rule-preview.ts — what a rule would change, before it is written: lines, units, money, batches.
 */
import { groupBy } from '#domain/group-by.ts'
import type { Db } from '#platform/db.ts'
import { Count, Currency, consider, Exactly, type House, Id, Money, Nullable, Type } from '#platform/http/index.ts'
import { Refusal } from '#platform/refusal.ts'
import { type BatchEffect, type LineEffect, NewRule, readRuleTurn, ruleEffect } from '../allocation/index.ts'
import { resolveProducts } from '../catalog/index.ts'

const tag = 'allocation'

/** Examples that are listed; the sums are of all. */
const listed = 50

const KitSku = () => Nullable(Type.String({ description: 'The kit that was sold, where the line is a part of one' }))
const Amount = Type.Object({ currency: Currency(), amount: Money() })
const Batches = Type.Object({
  batches: Count(),
  quantity: Count(),
  cost: Type.Array(Amount, { description: 'What they cost by their receipts, where these say so' }),
  items: Type.Array(Type.Object({ batchId: Id(), batchCode: Type.String(), sku: Type.String(), quantity: Count() })),
})
const RulePreview = Type.Object({
  linesConcerned: Type.Integer({ description: 'Open order lines that the rule speaks of' }),
  losing: Type.Object(
    {
      lines: Count(),
      orders: Count(),
      quantity: Count(),
      servedOtherwise: Count(),
      leftWaiting: Count(),
      value: Type.Array(Amount, { description: 'Of what is left waiting, by the prices of the orders' }),
    },
    { description: 'Lines that lose what they were promised, in units of the product' },
  ),
  served: Type.Object(
    { lines: Count(), orders: Count(), quantity: Count() },
    { description: 'Lines that wait no more' },
  ),
  lines: Type.Array(
    Type.Object({
      orderId: Id(),
      orderNumber: Type.String(),
      lineId: Id(),
      sku: Type.String(),
      kitSku: KitSku(),
      loses: Count(),
      gets: Count(),
      batches: Type.Array(Type.String()),
      customerName: Nullable(Type.String()),
    }),
  ),
  unsellable: Batches,
  sellable: Batches,
  moves: Nullable(
    Type.Object({
      lines: Type.Integer({ description: 'That would go from other warehouses, were their orders placed now' }),
      orders: Count(),
      considered: Type.Integer({ description: 'Open lines that were tried, the first in their turn' }),
      parcels: Type.Object({ are: Count(), wouldBe: Count() }),
      items: Type.Array(
        Type.Object({
          orderId: Id(),
          orderNumber: Type.String(),
          lineId: Id(),
          sku: Type.String(),
          kitSku: KitSku(),
          customerName: Nullable(Type.String()),
          from: Type.Array(Type.String()),
          to: Type.Array(Type.String()),
        }),
      ),
    }),
  ),
})

export function rulePreviewRoute(house: House): void {
  consider(
    house,
    {
      url: '/v1/rule-preview',
      needs: 'look',
      tells: 'What a rule would change on present stock and open orders, were it written, or ended, now',
      tag,
      body: Exactly({ rule: Type.Optional(NewRule), ends: Type.Optional(Id()) }),
      answer: RulePreview,
    },
    async (db, { body }) => {
      if (!body.rule === !body.ends) {
        const message = 'is needed, or in "ends" the id of a rule that is to end: one of the two'
        throw new Refusal('invalid_input', { problems: [{ at: 'rule', message }] })
      }
      return told(db, await ruleEffect(db, await readRuleTurn(db, body)))
    },
  )
}

type Effect = Awaited<ReturnType<typeof ruleEffect>>
const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0)
const orders = (lines: readonly Pick<LineEffect, 'line'>[]) => new Set(lines.map(({ line }) => line.documentId)).size

async function told(db: Db, { linesConcerned, lines, unsellable, sellable, moves }: Effect) {
  const losing = lines.filter(({ loses }) => loses > 0)
  const short = losing.flatMap((one) => (one.loses > one.gets ? [{ ...one, short: one.loses - one.gets }] : []))
  const served = lines.filter(({ loses, gets }) => gets > loses)
  const [value, names, unsellableTold, sellableTold, moving] = await Promise.all([
    worthOf(db, short),
    namesOf(db, lines.slice(0, listed)),
    batchesTold(db, unsellable),
    batchesTold(db, sellable),
    moves ? movesTold(db, moves) : null,
  ])
  return {
    linesConcerned,
    losing: {
      lines: losing.length,
      orders: orders(losing),
      quantity: sum(losing.map(({ loses }) => loses)),
      servedOtherwise: sum(losing.map(({ loses, gets }) => Math.min(loses, gets))),
      leftWaiting: sum(short.map((one) => one.short)),
      value,
    },
    served: {
      lines: served.length,
      orders: orders(served),
      quantity: sum(served.map(({ loses, gets }) => gets - loses)),
    },
    lines: names.map((one) => ({ ...one, batches: [...one.batches] })),
    unsellable: unsellableTold,
    sellable: sellableTold,
    moves: moving,
  }
}

async function movesTold(db: Db, { lines, considered, parcels }: NonNullable<Effect['moves']>) {
  return {
    lines: lines.length,
    orders: orders(lines),
    considered,
    parcels,
    items: (await namesOf(db, lines.slice(0, listed))).map(({ from, to, ...one }) => ({
      ...one,
      from: [...from],
      to: [...to],
    })),
  }
}

/** A kit is short of as many as the part is that is most short, at the price of the kit. */
async function worthOf(db: Db, lines: readonly (LineEffect & { short: number })[]) {
  if (lines.length === 0) return []
  return db<{ currency: string; amount: number }[]>`
    select l.currency, sum(l.unit_price * s.quantity)::bigint as amount
    from (
      select coalesce(o.kit_line_id, o.id) as id, max(ceil(s.quantity::numeric / coalesce(o.per_kit, 1))) as quantity
      from unnest(${lines.map(({ line }) => line.id)}::uuid[], ${lines.map(({ short }) => short)}::bigint[]) as s(id, quantity)
      join orders.order_line o on o.account_id = ${db.act.accountId} and o.id = s.id
      group by 1) s
    join orders.order_line l on l.account_id = ${db.act.accountId} and l.id = s.id
    where l.unit_price is not null group by l.currency order by l.currency`
}

type LineName = { lineId: string; orderNumber: string; sku: string; kitSku: string | null; customerName: string | null }

async function namesOf<Row extends Pick<LineEffect, 'line'>>(db: Db, lines: readonly Row[]) {
  const rows = await db<LineName[]>`
    select l.id as line_id, o.number as order_number, p.sku, kp.sku as kit_sku, c.name as customer_name
    from orders.order_line l
    join orders.sales_order o on o.account_id = l.account_id and o.id = l.order_id
    join catalog.product p on p.account_id = l.account_id and p.id = l.product_id
    left join orders.order_line kl on kl.account_id = l.account_id and kl.id = l.kit_line_id
    left join catalog.product kp on kp.account_id = kl.account_id and kp.id = kl.product_id
    left join catalog.customer c on c.account_id = o.account_id and c.id = o.customer_id
    where l.account_id = ${db.act.accountId} and l.id = any(${lines.map(({ line }) => line.id)}::uuid[])`
  const byLine = new Map(rows.map((row) => [row.lineId, row]))
  return lines.map(({ line, ...row }) => {
    const known = byLine.get(line.id)
    return {
      orderId: line.documentId,
      orderNumber: known?.orderNumber ?? '',
      lineId: line.id,
      sku: known?.sku ?? '',
      kitSku: known?.kitSku ?? null,
      customerName: known?.customerName ?? null,
      ...row,
    }
  })
}

async function batchesTold(db: Db, batches: readonly BatchEffect[]) {
  const most = batches.toSorted((a, b) => b.quantity - a.quantity).slice(0, listed)
  const [products, cost] = await Promise.all([
    resolveProducts(
      db,
      most.map(({ productId }) => productId),
    ),
    costOf(db, batches),
  ])
  return {
    batches: batches.length,
    quantity: sum(batches.map(({ quantity }) => quantity)),
    cost,
    items: most.map(({ batchId, batchCode, productId, quantity }) => ({
      batchId,
      batchCode,
      sku: products.get(productId)?.sku ?? '',
      quantity,
    })),
  }
}

/** By the mean of what its receipts say, rounded to minor units for each batch. */
async function costOf(db: Db, batches: readonly BatchEffect[]) {
  if (batches.length === 0) return []
  const rows = await db<{ batchId: string; currency: string; unitCost: number }[]>`
    select batch_id, currency, (sum(unit_cost * quantity)::float8 / sum(quantity)) as unit_cost from receiving.receipt_line
    where account_id = ${db.act.accountId} and unit_cost is not null and batch_id = any(${batches.map(({ batchId }) => batchId)}::uuid[])
    group by batch_id, currency`
  const quantityOf = new Map(batches.map(({ batchId, quantity }) => [batchId, quantity]))
  return [...groupBy(rows, ({ currency }) => currency)].map(([currency, some]) => ({
    currency,
    amount: sum(some.map(({ batchId, unitCost }) => Math.round(unitCost * (quantityOf.get(batchId) ?? 0)))),
  }))
}
