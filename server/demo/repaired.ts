/**
 * server/demo/repaired.ts — batches of the demo that were recorded wrong and are right by now: a code that was typed with one digit too many, and
 * another with one too few.
 */
import type { CalendarDate } from '#domain/calendar-date.ts'
import type { Shop } from './furnish.ts'

type Batch = Readonly<{ id: string; code: string; expiresOn: string | null }>
type Received = Readonly<{ lines: readonly Readonly<{ batchId: string }>[] }>
const merged = 'one digit too many was typed at the dock'
const renamed = 'the last digit was left out; supplier sent the certificate'

/** Of the products that are looked at, the first where each works out. */
export async function wrongCodes(shop: Shop, today: CalendarDate): Promise<void> {
  const steps = [mergeTyped, renameOne]
  for (const { sku } of shop.articles.slice(24, 60)) {
    const { items } = await shop.quality.get<{ items: readonly Batch[] }>(`/v1/batches?product=${sku}&limit=5`)
    const batch = items.find(({ expiresOn }) => expiresOn !== null && expiresOn > today)
    const [step] = steps
    if (batch && step && (await step(shop, sku, batch))) steps.shift()
  }
}

type Step = (shop: Shop, sku: string, batch: Batch) => Promise<boolean>

const mergeTyped: Step = async ({ quality, receiving }, product, { id, code, expiresOn }) => {
  const line = { product, batch: `${code}8`, quantity: 24, expiresOn, batchIs: 'different' }
  const came = await receiving.attempt<Received>('/v1/receipts', { warehouse: 'EWR', lines: [line] })
  const batch = came?.lines[0]?.batchId
  if (!batch) return false
  const body = { kind: 'merge', batch, into: id, sameSupplier: true, reason: merged }
  return (await quality.attempt('/v1/batch-repairs', body)) !== null
}

const renameOne: Step = async ({ quality }, _, { id, code }) => {
  const body = { kind: 'rename', batch: id, code: `${code}7`, reason: renamed }
  return (await quality.attempt('/v1/batch-repairs', body)) !== null
}
