/**
 * server/test/shop-storage.ts — bins of the simulation that do not take everything: goods are carried there, at times by force, and the rules are
 * changed over goods that lie there; and an auditor of its own that reckons what lies wrong.
 */
import { type Asker, ask, type Step } from './shop-state.ts'
import type { Json, World } from './world.ts'

const rules: readonly Json[] = [
  { mixing: 'one_batch', capacity: null },
  { mixing: 'one_product', capacity: null },
  { mixing: 'lane', capacity: null },
  { mixing: 'mixed', capacity: 12 },
]
const isRuled = (code: string) => code.startsWith('RULED-')

export async function openStorage(world: World): Promise<void> {
  const { items } = await world.get('/v1/warehouses')
  const places = items.flatMap(({ id: warehouseId }: Json) =>
    rules.map((rule, at) => ({ warehouseId, code: `RULED-${at}`, ...rule })),
  )
  await world.post('/v1/places', { places })
}

const ruledBins = async ({ caller }: Pick<Asker, 'caller'>): Promise<Json[]> =>
  (await caller.get('/v1/places?text=RULED&limit=500')).items

export const storageSteps: Readonly<Record<string, Step>> = {
  async carryToRuled({ caller, roll, state }) {
    const { items } = await caller.get('/v1/stock?limit=500')
    const rows = items.filter((row: Json) => row.warehouseId !== null && row.packOf === null && !isRuled(row.placeCode))
    if (rows.length === 0) return
    const { batchId: batch, placeId: from, warehouseId, onHand } = roll.of<Json>(rows)
    const bins = (await ruledBins({ caller })).filter((bin) => bin.warehouseId === warehouseId)
    const force = roll.chance(40) ? { force: { reason: 'for an hour' } } : {}
    const line = { batch, from, to: roll.of(bins).id, quantity: 1 + roll.below(Math.min(8, onHand)) }
    await ask({ state, caller }, 'POST', '/v1/relocations', { lines: [line], ...force })
  },
  async changeBin({ caller, roll, state }) {
    const bin = roll.of(await ruledBins({ caller }))
    await ask({ state, caller }, 'PATCH', `/v1/places/${bin.id}`, roll.of(rules))
  },
}

/** What lies wrong by the words of the rules, straight from the rows; goods here say nothing of how they are kept. */
const reckoned = (world: World) => world.owner<{ wrong: string }[]>`
  with lying as (
    select coalesce(p.bin_id, p.id) as bin_id, s.batch_id, s.product_id, b.expires_on, g.rotation, sum(s.on_hand) as quantity
    from stock.balance s join places.place p on p.id = s.place_id and p.kind = 'storage'
    join batches.batch b on b.id = s.batch_id join catalog.product g on g.id = s.product_id
    where s.account_id = ${world.accountId} group by 1, 2, 3, 4, 5)
  select l.bin_id || ' ' || l.batch_id as wrong
  from lying l join places.place bin on bin.id = l.bin_id
  where (bin.mixing = 'one_batch' and exists (select from lying o where o.bin_id = l.bin_id and o.batch_id <> l.batch_id))
    or (bin.mixing in ('one_batch', 'one_product', 'lane') and exists (
      select from lying o where o.bin_id = l.bin_id and o.product_id <> l.product_id))
    or (bin.mixing = 'lane' and l.rotation = 'fefo' and exists (
      select from lying o where o.bin_id = l.bin_id and o.product_id = l.product_id and o.batch_id <> l.batch_id
        and o.expires_on is not null and (l.expires_on is null or o.expires_on < l.expires_on)))
    or bin.capacity < (select sum(o.quantity) from lying o where o.bin_id = l.bin_id)`

/** What is listed and lies well, or lies wrong and is not listed. */
export async function wronglyListed(world: World): Promise<string[]> {
  const { items } = await world.get('/v1/misplaced')
  const listed = new Set(items.map(({ placeId, batchId }: Json) => `${placeId} ${batchId}`))
  const wrong = new Set((await reckoned(world)).map((row) => row.wrong))
  return [...listed]
    .filter((one) => !wrong.has(String(one)))
    .concat([...wrong].filter((one) => !listed.has(one))) as string[]
}
