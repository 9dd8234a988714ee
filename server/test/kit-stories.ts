/**
 * server/test/kit-stories.ts — kits as tests say them: `GIFT: 2 P, 1 Q`.
 */
import { order, product, receive } from './stories.ts'
import type { Answer, Caller, Json } from './world.ts'

/** `2 P, 1 Q` */
export const partsOf = (text: string) =>
  text.split(', ').map((part) => {
    const [quantity, sku] = part.split(' ')
    return { product: sku, quantity: Number(quantity) }
  })

export const kit = (caller: Caller, sku: string, parts: string): Promise<Json> =>
  product(caller, { sku, name: `Kit ${sku}`, kit: partsOf(parts) })

export const setKit = async (caller: Caller, sku: string, parts: string | null): Promise<Answer> => {
  const { id } = await caller.get(`/v1/products/${sku}`)
  return caller.call('PATCH', `/v1/products/${id}`, { kit: parts === null ? null : partsOf(parts) })
}

/** P and Q, of which GIFT holds two and one, with so many of each; P in two batches. */
export async function gifts(caller: Caller, stock: { p: readonly [number, number]; q: number }): Promise<void> {
  await product(caller)
  await product(caller, { sku: 'Q', name: 'Soap' })
  await kit(caller, 'GIFT', '2 P, 1 Q')
  const [early, late] = stock.p
  const lines = [
    { batch: 'P1', quantity: early, expiresOn: '2026-03-01' },
    { batch: 'P2', quantity: late, expiresOn: '2026-06-01' },
    { product: 'Q', batch: 'Q1', quantity: stock.q, expiresOn: '2026-09-01' },
  ].filter(({ quantity }) => quantity > 0)
  if (lines.length > 0) await receive(caller, lines)
}

export const orderKits = (caller: Caller, quantity: number, more: Record<string, unknown> = {}): Promise<Json> =>
  order(caller, quantity, { ...more, line: { product: 'GIFT' } })

/** `P: 2 P1 + 4 P2`, for each part of the first line. */
export const batchesOf = (placed: Json): string[] =>
  placed.lines[0].components.map(
    ({ sku, batches }: Json) =>
      `${sku}: ${batches.map(({ quantity, batchCode }: Json) => `${quantity} ${batchCode}`).join(' + ')}`,
  )

/** `{ orderLine, batch, quantity }` of every batch of the first line's parts, as a packer would name them. */
export const linesOfParts = (placed: Json, skus: readonly string[]): Json[] =>
  placed.lines[0].components
    .filter(({ sku }: Json) => skus.includes(sku))
    .flatMap(({ id, batches }: Json) =>
      batches.map(({ batchCode, quantity }: Json) => ({ orderLine: id, batch: batchCode, quantity })),
    )
