/**
 * server/test/kit-races.ts — changes of kits at the same moment, each by another client.
 */
import { kit, setKit } from './kit-stories.ts'
import { bugsOf, type Clients } from './races.ts'
import { product } from './stories.ts'
import type { Json, World } from './world.ts'

const circles = 8

/**
 * Of four kits each holds the next, but for two steps that are missing: both are made at once, and together they close a
 * circle. Answers with how many circles were closed.
 */
export async function circleAtOnce(world: World, clients: Clients): Promise<number> {
  const names = Array.from({ length: circles }, (_, at) => ['A', 'B', 'C', 'D'].map((name) => `${name}${at}`))
  await product(world, { sku: 'PART' })
  for (const [a, b, c, d] of names) {
    await kit(world, c ?? '', '1 PART')
    await kit(world, a ?? '', '1 PART')
    await kit(world, b ?? '', `1 ${c}`)
    await kit(world, d ?? '', `1 ${a}`)
  }
  const asks = names.flatMap(([a = '', b, c = '', d]) => [
    [a, `1 ${b}`],
    [c, `1 ${d}`],
  ])
  const answers = await Promise.all(
    asks.map(([sku = '', parts = ''], at) => setKit(clients[at % clients.length] ?? world, sku, parts)),
  )
  if (bugsOf(answers).length > 0) throw new Error(bugsOf(answers).join('\n'))
  const passed = names.map((_, at) => [answers[2 * at], answers[2 * at + 1]].every((one) => one?.status === 200))
  return passed.filter(Boolean).length
}

/** Products are received and ordered, and made kits, at once. Answers with those that are kits and in stock or asked for. */
export async function kitsAmidStock(world: World, clients: Clients): Promise<string[]> {
  await product(world, { sku: 'PART' })
  const skus = Array.from({ length: circles }, (_, at) => `N${at}`)
  for (const sku of skus) await product(world, { sku })
  const receiptOf = (sku: string) => ({ product: sku, batch: `B-${sku}`, quantity: 1, expiresOn: '2026-06-01' })
  const answers = await Promise.all(
    skus.flatMap((sku, at) => {
      const client = clients[at] ?? world
      const other = clients[at + circles] ?? world
      const incoming =
        at % 2 === 0
          ? other.call('POST', '/v1/receipts', { warehouse: 'CHI', lines: [receiptOf(sku)] })
          : other.call('POST', '/v1/orders', { lines: [{ product: sku, quantity: 1 }] })
      return [setKit(client, sku, '1 PART'), incoming]
    }),
  )
  if (bugsOf(answers).length > 0) throw new Error(bugsOf(answers).join('\n'))
  const wrong = await world.owner<{ sku: string }[]>`
    select sku from catalog.product p where is_kit and (
      exists (select from stock.move m where m.account_id = p.account_id and m.product_id = p.id) or
      exists (select from stock.demand d where d.account_id = p.account_id and d.product_id = p.id and d.quantity > 0))`
  return wrong.map(({ sku }: Json) => sku)
}
