/**
 * server/modules/imports/import-detail.ts — imports and their rows as people read them.
 */
import { asksOf, noDaysSeen } from '#domain/imports/day-style.ts'
import { fieldNamed, fieldsOf, type ImportKind } from '#domain/imports/fields.ts'
import { ignoredColumns, missingFields } from '#domain/imports/mapping.ts'
import type { Db } from '#platform/db.ts'
import { csv } from '#platform/http/csv.ts'
import { Refusal } from '#platform/refusal.ts'
import { mappingOf } from './mapping-of.ts'
import { type Counts, countRows, type ImportRow, importById, importList, rowsOfFile } from './store.ts'

const states = ['reading', 'judging', 'judged', 'committing', 'ended'] as const
export type ImportState = (typeof states)[number]
export const importStates = states

function stateOf({ readAt, judgedAt, mode, endedAt }: ImportRow): ImportState {
  if (!readAt) return 'reading'
  if (endedAt) return 'ended'
  if (mode) return 'committing'
  return judgedAt ? 'judged' : 'judging'
}

function viewOf(of: ImportRow, { new: waiting, good, wrong, known, committed }: Counts) {
  const judged = good + wrong + known + committed
  return { ...of, ...columnsOf(of), state: stateOf(of), rows: judged + waiting, judged, good, wrong, known, committed }
}

/** Which column says what, as far as it is known. */
function columnsOf(of: ImportRow) {
  const mapping = mappingOf(of)
  const fieldAt = new Map(Object.entries(mapping.columns).map(([field, placed]) => [placed.at, { field, ...placed }]))
  const columns = of.header.map((name, at) => {
    const { field = null, because = null, days } = fieldAt.get(at) ?? {}
    const { samples = [], filled = 0, days: daysSeen = noDaysSeen } = of.seen?.[at] ?? {}
    const isDay = field !== null && fieldNamed(of.kind, field)?.isDay === true
    const style = isDay ? (days ?? null) : null
    return {
      name,
      field,
      because,
      samples: [...samples],
      filled,
      days: style,
      asks: style ? asksOf(daysSeen, style) : [],
    }
  })
  const { fixed } = mapping
  return { columns, fixed, ignored: ignoredColumns(of.header, mapping), missing: missingFields(of.kind, mapping) }
}

const none: Counts = { new: 0, good: 0, wrong: 0, known: 0, committed: 0 }

/** Refuses `not_found`. */
export async function importDetail(db: Db, id: string) {
  const of = await importNamed(db, id)
  const [counts = none] = await countRows(db, id)
  return viewOf(of, counts)
}

export async function importViews(db: Db, page: { after: string | null; limit: number }) {
  return (await importList(db, page)).map((row) => viewOf(row, row))
}

export async function importNamed(db: Db, id: string): Promise<ImportRow> {
  const [of] = await importById(db, id)
  if (!of) throw new Refusal('not_found', { kind: 'import', id })
  return of
}

const wrongMax = 100_000

/** What is wrong, to be mended and uploaded again: as it came, with the line it came from and why. */
export async function wrongRowsSheet(db: Db, id: string) {
  const { header, number } = await importNamed(db, id)
  const rows = await rowsOfFile(db, id, { state: 'wrong', gap: null, after: 0, limit: wrongMax })
  const own = header.map((name, at) => ({ name, at })).filter(({ name }) => !['line', 'problems'].includes(name))
  const columns = {
    ...Object.fromEntries(own.map(({ name, at }) => [`c${at}`, name])),
    line: 'line',
    problems: 'problems',
  }
  const content = csv(
    columns,
    rows.map(({ lineNo, cells, problems }) => ({
      ...Object.fromEntries(own.map(({ at }) => [`c${at}`, cells[at] ?? ''])),
      line: lineNo,
      problems: (problems ?? []).map(({ column, message }) => `${column} ${message}`.trim()).join('; '),
    })),
  )
  return { type: 'text/csv; charset=utf-8', name: `${number}-wrong.csv`, content }
}

const examples: Readonly<Record<ImportKind, Readonly<Record<string, string>>>> = {
  stock: {
    sku: 'CREAM-50',
    quantity: '120',
    warehouse: 'CHI',
    batch: 'L2401',
    expires_on: '2027-06-30',
    place: 'A-01',
  },
  products: {
    sku: 'CREAM-50',
    name: 'Hand cream 50 ml',
    tracking: 'batch',
    dates: 'required',
    gtin: '4006381333931',
    pack_quantity: '12',
  },
  suppliers: { code: 'ACME', name: 'Acme Labs', email: 'orders@acme.example', phone: '+1 312 555 0100' },
  customers: { code: 'C-100', name: 'Corner shop', email: 'shop@corner.example', country: 'US' },
  places: { warehouse: 'CHI', code: 'A-01', kind: 'storage', aisle: 'A', bay: '1', level: '0' },
  orders: {
    order: '1001',
    sku: 'CREAM-50',
    quantity: '24',
    customer: 'shop@corner.example',
    channel: 'direct',
    deliver_on: '2027-02-15',
    ship_to: '1 Main Street, Chicago',
    shortage: 'part',
  },
  shipments: {
    shipped_on: '2026-09-30',
    sku: 'CREAM-50',
    quantity: '12',
    batch: 'L2401',
    expires_on: '2027-06-30',
    customer: 'C-100',
  },
}

const fileNames: Partial<Readonly<Record<ImportKind, string>>> = {
  stock: 'opening-stock',
  orders: 'open-orders',
  shipments: 'past-shipments',
}

/** With a row that shows how it is meant. */
export function templateSheet(kind: ImportKind) {
  const names = fieldsOf[kind].filter(({ isRare }) => !isRare).map(({ name }) => name)
  return {
    type: 'text/csv; charset=utf-8',
    name: `${fileNames[kind] ?? kind}.csv`,
    content: csv(Object.fromEntries(names.map((name) => [name, name])), [
      Object.fromEntries(names.map((name) => [name, examples[kind][name] ?? ''])),
    ]),
  }
}
