import type { CalendarDate } from '#domain/calendar-date.ts'
import { keepMonthsUsual, sampleDue } from '#domain/samples.ts'
import type { Origin, Tx } from '#platform/db.ts'
import { newId } from '#platform/id.ts'
import { nextNumbers } from '#platform/numbers.ts'
import { Refusal } from '#platform/refusal.ts'
import { auditMany } from '../access/index.ts'
import { type BatchRow, batchesById, findSerials } from '../batches/index.ts'
import { lockProducts } from '../catalog/index.ts'
import { placesById, virtualPlaces } from '../places/index.ts'
import { type PlaceOf, recordMoves } from '../stock/index.ts'
import { insertSamples, type RuleRow, rulesOf, type SampleRow } from './store.ts'

export type SampleAsk = Readonly<{
  where: string // how a refusal names it
  batch: BatchRow
  from: PlaceOf
  warehouseId: string
  quantity: number
  serialIds?: readonly string[]
  receiptId: string | null
  dueOn: CalendarDate | null
  keptAt: string | null
  note: string | null
  id?: string | undefined
  origin: Origin
}>

/**
 * Takes units that are promised to nobody out of what can be sold, and says until when they are kept: the day stated, else the last
 * day and the months that are written for the product. The products must be locked. Refuses `sample_due_needed` and what
 * `recordMoves` refuses.
 */
export async function takeSamples(tx: Tx, asks: readonly SampleAsk[]): Promise<string[]> {
  if (asks.length === 0) return []
  const rules = await rulesByProduct(
    tx,
    asks.map(({ batch }) => batch.productId),
  )
  const to = { id: (await virtualPlaces(tx)).sample, kind: 'sample' } as const
  const due = asks.map((ask) => dueOf(ask, rules.get(ask.batch.productId)))
  const numbers = await nextNumbers(tx, 'SA', asks.length)
  const rows = asks.map((ask, at): SampleRow => {
    const { batch, warehouseId, receiptId, quantity, note } = ask
    const keptAt = ask.keptAt ?? rules.get(batch.productId)?.keptAt ?? null
    const own = { id: ask.id ?? newId(), number: numbers[at] ?? '', batchId: batch.id }
    return { ...own, warehouseId, receiptId, quantity, keptAt, note, ...(due[at] ?? dueOf(ask, undefined)) }
  })
  await insertSamples(tx, rows)
  await recordMoves(
    tx,
    asks.map(({ where, batch, from, quantity, serialIds, note }, at) => ({
      where,
      batchId: batch.id,
      productId: batch.productId,
      from,
      to,
      quantity,
      reason: 'sample' as const,
      document: { kind: 'sample', id: rows[at]?.id ?? '', lineId: null },
      occurredAt: tx.act.at,
      note,
      ...(serialIds ? { serialIds } : {}),
    })),
  )
  auditMany(
    tx,
    rows.map(({ id, number, quantity, dueOn, keptAt }, at) => ({
      action: 'sample.take',
      subjectKind: 'sample',
      subjectId: id,
      origin: asks[at]?.origin ?? tx.act,
      after: { number, batch: asks[at]?.batch.code, quantity, dueOn, keptAt },
    })),
  )
  return rows.map(({ id }) => id)
}

export const rulesByProduct = async (tx: Tx, productIds: readonly string[]): Promise<ReadonlyMap<string, RuleRow>> =>
  new Map((await rulesOf(tx, [...new Set(productIds)])).map((rule) => [rule.productId, rule]))

function dueOf({ where, batch, dueOn }: SampleAsk, rule: RuleRow | undefined) {
  if (dueOn !== null) return { dueOn, dueBecause: null, keepMonths: null }
  const keepMonths = rule?.keepMonths ?? keepMonthsUsual
  const due = sampleDue(batch.expiresOn, keepMonths)
  if (!due) throw new Refusal('sample_due_needed', { where, batch: batch.code })
  return { dueOn: due.dueOn, dueBecause: due.because, keepMonths }
}

export type NewSample = Readonly<{
  id?: string
  batch: string
  place: string
  quantity: number
  serials?: readonly string[]
  dueOn?: CalendarDate
  keptAt?: string
  note?: string
}>

/** From stock. Refuses `not_found`, `place_not_physical`, `serial_elsewhere`, and what `takeSamples` refuses. */
export async function takeFromStock(tx: Tx, ask: NewSample): Promise<string> {
  const [seen] = await batchesById(tx, [ask.batch])
  if (!seen) throw new Refusal('not_found', { kind: 'batch', id: ask.batch })
  const [from] = await placesById(tx, [ask.place])
  if (!from) throw new Refusal('not_found', { kind: 'place', id: ask.place })
  if (from.warehouseId === null) throw new Refusal('place_not_physical', { place: from.code })
  await lockProducts(tx, [seen.productId])
  const [batch = seen] = await batchesById(tx, [ask.batch])
  const [id = ''] = await takeSamples(tx, [
    {
      where: 'Sample',
      batch,
      from,
      warehouseId: from.warehouseId,
      quantity: ask.quantity,
      ...(ask.serials ? { serialIds: await serialIdsOf(tx, batch, ask.serials) } : {}),
      receiptId: null,
      dueOn: ask.dueOn ?? null,
      keptAt: ask.keptAt ?? null,
      note: ask.note ?? null,
      id: ask.id,
      origin: tx.act,
    },
  ])
  return id
}

/** Refuses `serial_elsewhere` for one that is not of the batch. */
export async function serialIdsOf(tx: Tx, batch: BatchRow, codes: readonly string[]): Promise<string[]> {
  const find = await findSerials(
    tx,
    codes.map((code) => ({ productId: batch.productId, code })),
  )
  return codes.map((code) => {
    const serial = find(batch.productId, code)
    if (serial?.batchId === batch.id) return serial.id
    throw new Refusal('serial_elsewhere', { serial: code, place: `not in batch ${batch.code}` })
  })
}
