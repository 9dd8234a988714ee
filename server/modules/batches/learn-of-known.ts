/**
 * server/modules/batches/learn-of-known.ts — a delivery of a batch that is known: what it says must agree with all that was
 * said before, and what it adds is kept. The last day never changes here: that is a person's decision.
 */
import type { CalendarDate } from '#domain/calendar-date.ts'
import { type DateKind, governingExpiry } from '#domain/shelf-life.ts'
import type { Origin, Tx } from '#platform/db.ts'
import { newId } from '#platform/id.ts'
import { Refusal } from '#platform/refusal.ts'
import { auditMany } from '../access/index.ts'
import type { BatchAsk } from './batch-ask.ts'
import type { DateStatement, StatedLife } from './stated-life.ts'
import { type BatchRow, type DateSource, insertDates, updateLearned } from './store.ts'

type Delivery = Readonly<{ ask: BatchAsk; life: StatedLife }>
export type Learned = Readonly<{
  before: BatchRow
  after: BatchRow
  statements: readonly DateStatement[]
  origin: Origin
}>

/** What stands of each batch's dates, by kind. */
export class Said {
  private readonly dates = new Map<string, Map<DateKind, CalendarDate>>()

  constructor(rows: readonly { batchId: string; kind: DateKind; onDate: CalendarDate }[]) {
    for (const row of rows) this.add(row.batchId, [row])
  }

  add(batchId: string, statements: readonly { kind: DateKind; onDate: CalendarDate }[]): void {
    const own = this.dates.get(batchId) ?? new Map<DateKind, CalendarDate>()
    for (const { kind, onDate } of statements) own.set(kind, onDate)
    this.dates.set(batchId, own)
  }

  of = (batchId: string): ReadonlyMap<DateKind, CalendarDate> => this.dates.get(batchId) ?? new Map()
}

/** What is new of it, which `known` then has too, for the next line. Refuses `batch_dates_differ`, `batch_supplier_differs`, `produced_after_expiry`. */
export function learn(known: BatchRow, delivery: Delivery, said: Said): Learned[] {
  const { ask } = delivery
  refuseOtherSupplier(known, ask)
  const statements = newStatements(known, delivery, said.of(known.id))
  said.add(known.id, statements)
  const before = { ...known }
  known.producedOn ??= statements.find(({ kind }) => kind === 'produced')?.onDate ?? null
  known.supplierLot ??= ask.supplierLot
  known.originCountry ??= ask.originCountry
  const after = { ...known }
  const differs = (['producedOn', 'supplierLot', 'originCountry'] as const).some((key) => before[key] !== after[key])
  return differs || statements.length > 0 ? [{ before, after, statements, origin: ask.origin }] : []
}

function newStatements(
  known: BatchRow,
  { ask, life }: Delivery,
  said: ReadonlyMap<DateKind, CalendarDate>,
): DateStatement[] {
  // A last day that was counted is no statement: what a label says stands above it.
  const stated = life.statements.filter(({ source }) => !isCounted(source) || known.expiresOn === null)
  for (const { kind, onDate, source } of stated) {
    const before = said.get(kind)
    if (before !== undefined && before !== onDate && !isCounted(source))
      throw differing(known, ask, { kind, what: words[kind], known: before, given: onDate })
  }
  const fresh = stated.filter(({ kind }) => !said.has(kind))
  const lastDay = governingExpiry(stated.map(({ kind, onDate }) => ({ kind, on: onDate })))
  const speaks = fresh.find(({ kind }) => kind !== 'produced')
  if (speaks && lastDay !== null && lastDay !== known.expiresOn) {
    const kind = stated.find(({ kind: one, onDate }) => one !== 'produced' && onDate === lastDay)?.kind ?? speaks.kind
    throw differing(known, ask, { kind, what: 'last day', known: known.expiresOn, given: lastDay })
  }
  const producedOn = fresh.find(({ kind }) => kind === 'produced')?.onDate
  if (producedOn && known.expiresOn && producedOn > known.expiresOn)
    throw new Refusal('produced_after_expiry', { where: ask.where, producedOn, expiresOn: known.expiresOn })
  return fresh
}

const isCounted = (source: DateSource) => source === 'computed' || source === 'inherited'

const words: Readonly<Record<DateKind, string>> = {
  produced: 'production date',
  best_before: 'best-before date',
  use_by: 'use-by date',
  expiry: 'last day',
}

const differing = (
  batch: BatchRow,
  { where }: BatchAsk,
  dates: { kind: DateKind; what: string; known: CalendarDate | null; given: CalendarDate },
) =>
  new Refusal('batch_dates_differ', {
    where,
    batch: batch.code,
    batchId: batch.id,
    ...dates,
    choices: ['correct_known_date', 'own_code', 'reject'],
  })

function refuseOtherSupplier({ kind, code, supplierId }: BatchRow, { where, supplier, same }: BatchAsk): void {
  if (kind !== 'batch' || !supplierId || !supplier || supplierId === supplier.id || same) return
  throw new Refusal('batch_supplier_differs', {
    where,
    batch: code,
    known: supplierId,
    choices: ['same_batch', 'own_code'],
  })
}

export async function saveLearned(tx: Tx, learned: readonly Learned[]): Promise<void> {
  if (learned.length === 0) return
  const dates = learned.flatMap(({ after, statements }) =>
    statements.map((statement) => ({ id: newId(), batchId: after.id, reason: null, ...statement })),
  )
  if (dates.length > 0) await insertDates(tx, dates)
  await updateLearned(tx, [...new Map(learned.map(({ after }) => [after.id, after])).values()])
  auditMany(
    tx,
    learned.map(({ before, after, statements, origin }) => ({
      origin,
      action: 'batch.learn',
      subjectKind: 'batch',
      subjectId: after.id,
      before: facts(before),
      after: { ...facts(after), stated: statements.map(({ kind, onDate }) => ({ kind, on: onDate })) },
    })),
  )
}

const facts = ({ producedOn, supplierLot, originCountry }: BatchRow) => ({ producedOn, supplierLot, originCountry })
