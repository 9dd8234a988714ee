/**
 * server/test/shop-rules.ts — what those who make the rules do in the simulation, and the laws that hold of it once the work
 * behind it is done.
 */
import { anyOf, ask, type State, type Step } from './shop-state.ts'
import type { Caller, Json, World } from './world.ts'

/** Of its orders each leaves from one warehouse. */
export const neverSplit = 'whole'
export const channels = ['Shopify', 'outlet', neverSplit]

/** A kit of the shop's products, and the rule of routing for the orders that are not split. */
export async function openRules(world: World): Promise<void> {
  const parts = [
    { product: 'FEFO', quantity: 2 },
    { product: 'FIFO', quantity: 1 },
  ]
  await world.post('/v1/products', { sku: 'KIT', name: 'Kit', kit: parts })
  const routing = { criteria: ['priority'], split: 'never' }
  await world.post('/v1/rules', { name: 'One parcel', channel: neverSplit, routing, reason: 'freight' })
}

export const ruleSteps: Readonly<Record<string, Step>> = {
  async rule({ caller, roll, state }) {
    const batch = anyOf(roll, state.batches)
    const barred = batch && roll.chance(70) ? [batch] : []
    const sets = barred.length > 0 ? { barred } : { lifeDaysMin: roll.below(90) }
    const answer = await ask({ state, caller }, 'POST', '/v1/rules', { name: 'Now', reason: 'as agreed', ...sets })
    if (answer) state.rules.set(answer.body.id, barred)
  },
  async endRule({ caller, roll, state }) {
    const id = anyOf(roll, state.rules.keys())
    if (id) await endRule(caller, state, id)
  },
  async pool({ caller, roll, state }) {
    const asked = { name: 'Friday', product: roll.of(['FEFO', 'FIFO', 'LIFO']), channel: roll.of(channels) }
    const more = { quantity: 1 + roll.below(30), validUntil: '2099-01-01', reason: 'campaign' }
    const answer = await ask({ state, caller }, 'POST', '/v1/pools', { ...asked, ...more })
    if (answer) state.pools.add(answer.body.id)
  },
  async endPool({ caller, roll, state }) {
    const id = anyOf(roll, state.pools)
    if (id) await endPool(caller, state, id)
  },
}

async function endRule(caller: Caller, state: State, id: string): Promise<void> {
  if (await ask({ state, caller }, 'POST', `/v1/rules/${id}/ending`, { reason: 'over' })) state.rules.delete(id)
}
async function endPool(caller: Caller, state: State, id: string): Promise<void> {
  if (await ask({ state, caller }, 'POST', `/v1/pools/${id}/ending`, { reason: 'over' })) state.pools.delete(id)
}

/** Nothing is forbidden or kept any more. */
export async function endAll(caller: Caller, state: State): Promise<void> {
  for (const id of state.rules.keys()) await endRule(caller, state, id)
  for (const id of state.pools) await endPool(caller, state, id)
}

/** The warehouses from which an order was promised something when it was placed. */
export const warehousesOf = ({ lines }: Json): string[] => [
  ...new Set<string>(
    lines
      .flatMap((line: Json) => [line, ...line.components])
      .flatMap(({ batches }: Json) => batches.map(({ warehouseCode }: Json) => warehouseCode)),
  ),
]

/** What breaks a law: promises of what the newest bar forbids, pools drawn beyond themselves, kits whose parts do not fit. */
export async function brokenLaws(world: World, rules: State['rules']): Promise<Json[]> {
  const bars = [...rules].filter(([, barred]) => barred.length > 0).sort(([a], [b]) => (a < b ? 1 : -1))
  const barred = bars[0]?.[1] ?? []
  const promised = await world.owner`
    select 'barred' as law, r.* from stock.reservation r join stock.demand d on d.id = r.demand_id and d.kind = 'order'
    where r.batch_id = any(${barred as string[]}::uuid[]) and not exists (
      select from allocation.exception e where e.demand_id = r.demand_id and e.batch_id = r.batch_id)`
  const pools = (await world.get('/v1/pools?all=true&limit=500')).items
  const drawn = pools.filter(({ drawn: taken, quantity }: Json) => taken > quantity)
  const kits = await world.owner`
    select 'kit' as law, l.kit_line_id from orders.order_line l join stock.demand d on d.id = l.id
    where l.kit_line_id is not null group by l.kit_line_id
    -- Of a cancelled order no more is asked than has gone.
    having min(d.quantity::numeric / l.per_kit) < max(d.quantity::numeric / l.per_kit)
        and not bool_or(exists (select from orders.sales_order o where o.id = d.document_id and o.cancelled_at is not null))
      -- What never left leaves half of a kit with the customer, where the other half went from another warehouse.
      or min(d.shipped::numeric / l.per_kit) < max(d.shipped::numeric / l.per_kit) and not bool_or(exists (
        select from stock.move u where u.document_line_id = d.id and u.document_kind = 'shipment' and u.reason = 'reversal'))`
  return [...promised, ...drawn, ...kits]
}
