/**
 * server/demo/units.ts — samples, opened testers and frozen cartons of the demo, by rules that somebody wrote.
 */
import { addDays, type CalendarDate } from '#domain/calendar-date.ts'
import type { Shop } from './furnish.ts'

type Row = Readonly<{ batchId: string; placeId: string; available: number; packOf: number | null }>

const leaflet =
  'Open-jar symbol 12M on the label; frozen 90 days and thawed 3 days by the maker’s letter, never frozen again'

export async function samplesAndTesters(
  { owner, quality, receiving, articles }: Shop,
  today: CalendarDate,
): Promise<void> {
  await reasons(owner)
  for (const [index, { sku }] of articles.slice(0, 3).entries()) {
    await quality.post('/v1/redating-rules', {
      product: sku,
      afterOpening: { count: 12, unit: 'months' },
      frozenDays: 90,
      thawedDays: 3,
      says: leaflet,
    })
    const { items } = await owner.get<{ items: readonly Row[] }>(`/v1/stock?product=${sku}&status=sellable&limit=50`)
    const row = items.find(({ available, packOf }) => available > 4 && packOf === null)
    if (!row) continue
    const from = { batch: row.batchId, place: row.placeId }
    await quality.attempt('/v1/samples', { ...from, quantity: 2, keptAt: 'Laboratory, cupboard 2' })
    await receiving.attempt('/v1/redatings', { kind: 'opened', ...from, quantity: 1, keptAt: 'Showroom' })
    if (index === 0)
      await quality.attempt('/v1/samples', { ...from, quantity: 1, dueOn: addDays(today, -3), keptAt: 'Cold room' })
    if (index === 1)
      await receiving.attempt('/v1/redatings', { kind: 'frozen', ...from, quantity: 2, keptAt: 'Freezer' })
  }
}

async function reasons(owner: Shop['owner']): Promise<void> {
  const out = (name: string, setsAside: boolean) => ({ name, direction: 'out', setsAside })
  for (const body of [out('Damaged', true), out('Stolen', false), { name: 'Found', direction: 'in', setsAside: false }])
    await owner.post('/v1/stock-reasons', body)
}
