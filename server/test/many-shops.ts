/**
 * server/test/many-shops.ts — a thousand small shops beside one another, each with one product, a dice of its own and a book of what the answers
 * said. What many do at the same time is one call for thousands of lines: so five hundred operations of each are a matter of minutes.
 */
import { groupBy } from '#domain/group-by.ts'
import { type Dice, dice } from './hostile.ts'
import type { Caller, Json, World } from './world.ts'

/** Units by where they must be, as far as answers told; nothing is read of how stock is kept. */
export type Book = {
  received: number
  shipped: number
  returned: number
  destroyed: number
  sampled: number
  lost: number // by adjustments, counts and transfers, less what was found
}
export type Lying = Readonly<{ batchId: string; placeId: string; warehouse: string; free: number; onHand: number }>
export type SmallShop = {
  sku: string
  roll: Dice
  book: Book
  operations: number
  open: { id: string; number: string; lines: number }[]
  gone: { number: string; quantity: number }[]
  lying: readonly Lying[]
}
export type Mall = Readonly<{
  world: World
  roll: Dice
  shops: readonly SmallShop[]
  places: ReadonlyMap<string, string[]>
}>

export const warehouses = ['CHI', 'DAL'] as const
const bins = ['A', 'B']
const atOnce = 250 // shops to a document of many lines
const bulkMax = 5000

export async function openMall(world: World, given: { seed: number; shops: number }): Promise<Mall> {
  await world.post('/v1/warehouses', { code: 'DAL', name: 'Dallas', timeZone: 'America/Chicago' })
  const { items } = await world.get('/v1/warehouses')
  const places = new Map<string, string[]>()
  for (const { id, code } of items) {
    const made = await world.post('/v1/places', { places: bins.map((bin) => ({ warehouseId: id, code: bin })) })
    places.set(
      code,
      made.items.map((place: Json) => place.id),
    )
  }
  const shops = Array.from(
    { length: given.shops },
    (_, at): SmallShop => ({
      sku: `S${String(at).padStart(4, '0')}`,
      roll: dice(given.seed * 4099 + at),
      book: { received: 0, shipped: 0, returned: 0, destroyed: 0, sampled: 0, lost: 0 },
      operations: 0,
      open: [],
      gone: [],
      lying: [],
    }),
  )
  const rotations = ['fefo', 'fifo', 'lifo']
  for (const [at, { sku }] of shops.entries())
    await world.post('/v1/products', { sku, name: sku, rotation: rotations[at % 3], dates: 'optional' })
  return { world, roll: dice(given.seed), shops, places }
}

/** What lies in the bins of each shop now: whoever goes to a shelf sees it. */
export async function look({ world, shops }: Mall): Promise<void> {
  const rows = await world.owner<(Lying & { sku: string })[]>`
    select p.sku, b.batch_id as "batchId", b.place_id as "placeId", w.code as warehouse, (b.on_hand - b.reserved)::int as free, b.on_hand::int as "onHand"
    from stock.balance b join catalog.product p on p.account_id = b.account_id and p.id = b.product_id
    join places.place pl on pl.account_id = b.account_id and pl.id = b.place_id and pl.kind = 'storage'
    join places.warehouse w on w.account_id = pl.account_id and w.id = pl.warehouse_id
    where b.account_id = ${world.accountId} order by p.sku, b.batch_id, b.place_id`
  const lying = groupBy(rows, ({ sku }) => sku)
  for (const shop of shops) shop.lying = lying.get(shop.sku) ?? []
}

export const groups = (shops: readonly SmallShop[]): SmallShop[][] =>
  Array.from({ length: Math.ceil(shops.length / atOnce) }, (_, at) => shops.slice(at * atOnce, (at + 1) * atOnce))

type Result = { index: number; status: number; answer: Json; problem: Json }

/** Answers of a bulk call by who asked; a refusal must have words. */
export async function inBulk<Ask extends { shop: SmallShop; body: Json }>(
  world: Caller,
  [url, field]: readonly [string, string],
  asks: readonly Ask[],
): Promise<{ ask: Ask; answer: Json }[]> {
  const results: Result[] = []
  for (let at = 0; at < asks.length; at += bulkMax) {
    const part = asks.slice(at, at + bulkMax).map(({ body }) => body)
    const answered = await world.post(url, { [field]: part })
    results.push(...answered.results.map((one: Result) => ({ ...one, index: one.index + at })))
  }
  const wrong = results.find(({ status, problem }) => status >= 500 || (status >= 300 && !problem?.detail))
  if (wrong) throw new Error(`${url}: ${JSON.stringify(wrong.problem)}`)
  for (const { shop, body } of asks) shop.operations += body.lines?.length ?? 1
  return results.flatMap(({ index, status, answer }) => {
    const ask = asks[index]
    return ask && status < 300 ? [{ ask, answer }] : []
  })
}

/** One document; null where it is refused, with words. */
export async function single(world: Caller, url: string, body: Json): Promise<Json> {
  const { status, body: answer, text } = await world.call('POST', url, body)
  if (status >= 500 || (status >= 300 && !answer.detail)) throw new Error(`${url} ${JSON.stringify(body)} → ${text}`)
  return status < 300 ? answer : null
}
