import { saysSettings } from '#domain/rule-words.ts'
import type { Db } from '#platform/db.ts'
import {
  Day,
  Exactly,
  type House,
  IdParams,
  idAfter,
  Page,
  PageQuery,
  pageOf,
  read,
  Text,
  Type,
  write,
} from '#platform/http/index.ts'
import { Refusal } from '#platform/refusal.ts'
import { resolveClients, resolveCustomers, resolveProducts } from '../../catalog/index.ts'
import { resolveWarehouses } from '../../places/index.ts'
import { addRule, endRule } from './change-rules.ts'
import { NewRule, RuleView } from './rule-shapes.ts'
import { type RuleRow, rulePage, rulesById } from './rule-store.ts'
import { ruleDay, ruleOf, stateOn } from './rules-in-force.ts'

const tag = 'allocation'

export function allocationRoutes(house: House): void {
  read(
    house,
    {
      url: '/v1/rules',
      needs: 'look',
      tells: 'Rules of allocation, newest first; those that are over only where asked for',
      tag,
      query: Exactly({ all: Type.Optional(Type.Boolean()), ...PageQuery }),
      answer: Page(RuleView),
    },
    async (db, { query: { all = false, cursor, limit = 100 } }) => {
      const rows = await rulePage(db, {
        state: all ? 'all' : 'now',
        today: await ruleDay(db),
        after: idAfter(cursor),
        limit: limit + 1,
      })
      const { items, next } = pageOf(rows, limit, ({ id }) => [id])
      return { items: await views(db, items), next }
    },
  )
  read(
    house,
    { url: '/v1/rules/:id', needs: 'look', tells: 'One rule', tag, params: IdParams(), answer: RuleView },
    (db, { params: { id } }) => ruleView(db, id),
  )
  changes(house)
}

function changes(house: House): void {
  write(
    house,
    'POST',
    {
      url: '/v1/rules',
      needs: 'change rules',
      tells: 'Add a rule, or put it in the place of another; what is promised is held against it within seconds',
      tag,
      status: 201,
      body: NewRule,
      answer: RuleView,
    },
    async (tx, { body }) => ruleView(tx, await addRule(tx, body)),
  )
  write(
    house,
    'POST',
    {
      url: '/v1/rules/:id/ending',
      needs: 'change rules',
      tells: 'End a rule at once, or after the day that is given',
      tag,
      params: IdParams(),
      body: Exactly({ lastDay: Type.Optional(Day()), reason: Text(1000) }),
      answer: RuleView,
    },
    async (tx, { params: { id }, body }) => {
      await endRule(tx, { id, ...body })
      return ruleView(tx, id)
    },
  )
}

async function ruleView(db: Db, id: string) {
  const [view] = await views(db, await rulesById(db, [id]))
  if (!view) throw new Refusal('not_found', { kind: 'rule', id })
  return view
}

async function views(db: Db, rules: readonly RuleRow[]) {
  const [today, name] = await Promise.all([ruleDay(db), scopeNames(db, rules)])
  return rules.map((rule) => ({
    ...rule,
    scope: name(rule),
    says: saysSettings(ruleOf(rule).sets),
    state: stateOn(rule, today),
  }))
}

/** "everything", "channel amazon, product CRM-01". */
async function scopeNames(db: Db, rules: readonly RuleRow[]): Promise<(rule: RuleRow) => string> {
  const ids = (key: 'customerId' | 'productId' | 'clientId') => [...new Set(rules.flatMap((rule) => rule[key] ?? []))]
  const [customers, products, clients, warehouses] = await Promise.all([
    resolveCustomers(db, ids('customerId')),
    resolveProducts(db, ids('productId')),
    resolveClients(db, ids('clientId')),
    resolveWarehouses(db),
  ])
  return ({ customerId, channel, market, productId, category, warehouseId, clientId }) => {
    const parts = [
      customerId && `customer ${customers.get(customerId)?.name}`,
      channel && `channel ${channel}`,
      market && `market ${market}`,
      productId && `product ${products.get(productId)?.sku}`,
      category && `category ${category}`,
      warehouseId && `warehouse ${warehouses.get(warehouseId)?.code}`,
      clientId && `client ${clients.get(clientId)?.name}`,
    ].filter((part) => part !== null && part !== '')
    return parts.length > 0 ? parts.join(', ') : 'everything'
  }
}
