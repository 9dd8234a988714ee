/**
 * domain/imports/gaps.ts — what a sheet of stock does not tell, or tells wrongly: the gaps that a recall, a customer or an inspector would find.
 */
import { lookAlikeKey, normaliseBatchCode } from '../batch-code.ts'
import type { CalendarDate } from '../calendar-date.ts'
import { groupBy } from '../group-by.ts'
import { normaliseGtin } from '../gs1/check-digit.ts'
import type { CellProblem } from './read-cells.ts'
import type { StockLine, StockRow } from './stock-row.ts'

/** Each with what it means, in the order in which it weighs. */
export const gapMeanings = {
  batch_missing: [
    'No batch',
    'If one batch is recalled, nobody can tell whether these units are of it: all of the product must be held or written off.',
  ],
  batch_spoiled: [
    'Batch spoiled by a spreadsheet',
    'The code reads as a day or as a number with an exponent: what is printed on the goods was another one.',
  ],
  batch_alike: [
    'Batch codes that look alike',
    'They may be one batch written in two ways. A recall that finds one of them misses the other.',
  ],
  date_missing: [
    'No date',
    'Nobody can tell when these units expire, so they cannot be sold first expired, first out.',
  ],
  date_impossible: ['Impossible date', 'What stands there is no day, or cannot be: the goods have to be looked at.'],
  date_unclear: [
    'Date that may be two days',
    'It may have the day or the month first, or is a month. Said once for the column, all of these are clear.',
  ],
  dates_differ: [
    'One batch, two dates',
    'A batch has one last day. One of the rows is wrong, and it may be the later one.',
  ],
  expired: ['Expired', 'These units can be sold to nobody. They cost their place until they are disposed of.'],
  row_twice: [
    'The same row twice',
    'The same goods may be counted twice. Both rows become stock where both are imported.',
  ],
  gtin_wrong: [
    'Wrong GTIN',
    'Its check digit does not fit: no scanner and no marketplace will know the product by it.',
  ],
  product_unknown: ['Unknown product', 'No product here has this SKU: it must be added before its stock can be.'],
  place_missing: [
    'No place',
    'Where these units lie is in somebody’s head. They go to the first bin of the warehouse.',
  ],
  supplier_missing: [
    'No supplier',
    'When a supplier recalls a delivery, nobody can tell whether these units came with it.',
  ],
} as const
export type Gap = keyof typeof gapMeanings
export const gaps = Object.keys(gapMeanings) as Gap[]

export type GapRow = Readonly<{
  sheet: StockRow
  gtin: string | undefined
  problems: readonly CellProblem[]
  /** Of the product; null where it is not known here, and is judged as most are: by batch, with dates. */
  needs: Readonly<{ batch: boolean; date: boolean }> | null
  today: CalendarDate
}>

const dayColumns = ['expires_on', 'best_before', 'use_by', 'produced_on']

/** In their order. Rows that may be of one batch must be among them together. */
export function gapsIn(rows: readonly GapRow[]): Gap[][] {
  const together = groupGaps(rows)
  return rows.map((row) => {
    const own = new Set([...ownGaps(row), ...(together.get(row) ?? [])])
    return gaps.filter((gap) => own.has(gap))
  })
}

function ownGaps({ sheet: { supplier, line }, gtin, problems, needs, today }: GapRow): Gap[] {
  const dates = problems.filter(({ column }) => dayColumns.includes(column))
  const last = lastDay(line)
  const isDateless = dates.length === 0 && last === undefined && line.producedOn === undefined
  const isAfter =
    line.producedOn !== undefined && (line.producedOn > today || (last !== undefined && line.producedOn > last))
  const facts: Partial<Record<Gap, boolean>> = {
    batch_missing: line.batch === undefined && (needs?.batch ?? true),
    batch_spoiled: line.batch !== undefined && isSpoiled(line.batch),
    date_missing: isDateless && (needs?.date ?? true),
    date_impossible: isAfter || dates.some(({ asks }) => !asks),
    date_unclear: dates.some(({ asks }) => asks),
    expired: dates.length === 0 && last !== undefined && last < today,
    gtin_wrong: gtin !== undefined && !normaliseGtin(gtin).ok,
    product_unknown: needs === null && line.product !== '',
    place_missing: line.place === undefined,
    supplier_missing: supplier === undefined,
  }
  return gaps.filter((gap) => facts[gap])
}

/** What Excel makes of `MAR-27` and `12E10` when nobody looks. */
const spoiled = /^(\d{4}-\d{2}-\d{2}|\d(\.\d+)?E\+?\d+)$/i

export const isSpoiled = (batch: string): boolean => spoiled.test(batch)

/** The earliest that is said; which one governs is for the product. */
const lastDay = ({ useBy, bestBefore, expiresOn }: StockLine): CalendarDate | undefined =>
  [useBy, bestBefore, expiresOn].filter((day) => day !== undefined).toSorted()[0]

const codeOf = ({ sheet }: GapRow): string => normaliseBatchCode(sheet.line.batch ?? '').code

function groupGaps(rows: readonly GapRow[]): Map<GapRow, Gap[]> {
  const withBatch = rows.filter(({ sheet }) => sheet.line.batch !== undefined)
  const named = (row: GapRow, code: string) => JSON.stringify([row.sheet.line.product, code])
  const alike = [...groupBy(withBatch, (row) => named(row, lookAlikeKey(codeOf(row)))).values()]
  const batches = [...groupBy(withBatch, (row) => named(row, codeOf(row))).values()]
  const same = [...groupBy(rows, ({ sheet }) => JSON.stringify(sheet)).values()]
  const told: (readonly [Gap, GapRow[]])[] = [
    ['batch_alike', alike.filter((group) => new Set(group.map(codeOf)).size > 1).flat()],
    ['dates_differ', batches.filter(datesDiffer).flat()],
    ['row_twice', same.flatMap((group) => group.slice(1))],
  ]
  const found = new Map<GapRow, Gap[]>()
  for (const [gap, of] of told) for (const row of of) found.set(row, [...(found.get(row) ?? []), gap])
  return found
}

const datesDiffer = (rows: readonly GapRow[]): boolean =>
  (['expiresOn', 'bestBefore', 'useBy', 'producedOn'] as const).some(
    (name) => new Set(rows.flatMap(({ sheet }) => sheet.line[name] ?? [])).size > 1,
  )
