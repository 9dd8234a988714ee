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
export async function wrongCodes({ quality, receiving, articles }: Shop, today: CalendarDate): Promise<void> {
  const done = new Set<string>()
  for (const { sku } of articles.slice(24, 60)) {
    const { items } = await quality.get<{ items: readonly Batch[] }>(`/v1/batches?product=${sku}&limit=5`)
    const batch = items.find(({ expiresOn }) => expiresOn !== null && expiresOn > today)
    if (!batch) continue
    const { id, code, expiresOn } = batch
    if (done.has('merge')) {
      const body = { kind: 'rename', batch: id, code: `${code}7`, reason: renamed }
      if (await quality.attempt('/v1/batch-repairs', body)) return
      continue
    }
    const line = { product: sku, batch: `${code}8`, quantity: 24, expiresOn, batchIs: 'different' }
    const came = await receiving.attempt<Received>('/v1/receipts', { warehouse: 'EWR', lines: [line] })
    const wrong = came?.lines[0]?.batchId
    const body = { kind: 'merge', batch: wrong, into: id, sameSupplier: true, reason: merged }
    if (wrong && (await quality.attempt('/v1/batch-repairs', body))) done.add('merge')
  }
}
