/**
 * domain/transit-sheet.ts — reads a table of transit times as people keep it: a header and one row a line. Every wrong row is
 * named, with all that is wrong with it.
 */
export const transitColumns = [
  'service',
  'warehouse',
  'country',
  'postalPrefix',
  'transitDays',
  'distanceKm',
  'parcelCost',
] as const
type ColumnName = (typeof transitColumns)[number]

/** As they stand in the file; the first is the header. */
export type SheetLine = Readonly<{ lineNo: number; cells: readonly string[] }>
export type TransitLine = Readonly<{
  service?: string
  warehouse?: string
  country?: string
  postalPrefix?: string
  transitDays: number
  distanceKm?: number
  parcelCost?: number // minor units
}>
export type LineProblem = Readonly<{ lineNo: number; message: string }>
export type TransitSheet = Readonly<{
  rows: readonly TransitLine[]
  /** Of each row, where it stands. */
  lineNos: readonly number[]
  problems: readonly LineProblem[]
}>
/** Codes. */
export type Known = Readonly<{ services: ReadonlySet<string>; warehouses: ReadonlySet<string> }>

/** Case, spaces and the order of columns say nothing; what is empty holds for any. */
export function readTransitSheet([header, ...lines]: readonly SheetLine[], known: Known): TransitSheet {
  if (!header) return { rows: [], lineNos: [], problems: [] }
  const named = header.cells.map(plain)
  const at = (name: ColumnName) => named.indexOf(plain(name))
  if (at('transitDays') < 0) {
    const message = `there is no column transitDays. The header is ${transitColumns.join(',')}`
    return { rows: [], lineNos: [], problems: [{ lineNo: header.lineNo, message }] }
  }
  const read = lines.map(({ lineNo, cells }) => {
    const cell = (name: ColumnName) => cells[at(name)]?.trim() ?? ''
    return { lineNo, row: rowOf(cell), wrong: whatIsWrong(cell, known) }
  })
  const right = read.filter(({ wrong }) => wrong.length === 0)
  return {
    rows: right.map(({ row }) => row),
    lineNos: right.map(({ lineNo }) => lineNo),
    problems: read.flatMap(({ lineNo, wrong }) => (wrong.length > 0 ? [{ lineNo, message: wrong.join('; ') }] : [])),
  }
}

const plain = (name: string): string => name.toLowerCase().replaceAll(/[^a-z]/g, '')

type Cell = (name: ColumnName) => string

const rowOf = (cell: Cell): TransitLine => ({
  ...(cell('service') && { service: cell('service') }),
  ...(cell('warehouse') && { warehouse: cell('warehouse') }),
  ...(cell('country') && { country: cell('country').toUpperCase() }),
  ...(cell('postalPrefix') && { postalPrefix: cell('postalPrefix') }),
  transitDays: Number(cell('transitDays')),
  ...(cell('distanceKm') && { distanceKm: Number(cell('distanceKm')) }),
  ...(cell('parcelCost') && { parcelCost: Number(cell('parcelCost')) }),
})

function whatIsWrong(cell: Cell, { services, warehouses }: Known): string[] {
  const [service, warehouse, country, days] = [cell('service'), cell('warehouse'), cell('country'), cell('transitDays')]
  const wrong: [boolean, string][] = [
    [service !== '' && !services.has(service), `there is no service "${service}"`],
    [warehouse !== '' && !warehouses.has(warehouse), `there is no warehouse "${warehouse}"`],
    [!/^([a-z]{2})?$/i.test(country), `country must be a code of two letters, as US, not "${country}"`],
    [country === '' && cell('postalPrefix') !== '', 'postalPrefix needs the country that it belongs to'],
    [!/^\d{1,3}$/.test(days) || Number(days) > 365, `transitDays must be a whole number from 0 to 365, not "${days}"`],
    [
      !whole(cell('distanceKm'), 50_000),
      `distanceKm must be a whole number of kilometres, or empty, not "${cell('distanceKm')}"`,
    ],
    [
      !whole(cell('parcelCost'), 1_000_000_000),
      `parcelCost must be a whole number of cents, as 590 for 5.90, or empty, not "${cell('parcelCost')}"`,
    ],
  ]
  return wrong.flatMap(([is, message]) => (is ? [message] : []))
}

const whole = (text: string, max: number): boolean => /^\d*$/.test(text) && Number(text) <= max

/** What the server complains of, as `rows[3].service`, at the line of that row; what is about no row stands at none. */
export function atTransitLines(
  problems: readonly Readonly<{ at: string; message: string }>[],
  lineNos: readonly number[],
): LineProblem[] {
  return problems.flatMap(({ at, message }) => {
    const [, index] = /^rows[[.](\d+)/.exec(at) ?? []
    const lineNo = lineNos[Number(index)]
    return lineNo === undefined ? [] : [{ lineNo, message: message.replace(/row (\d+)/, rowIsLine(lineNos)) }]
  })
}

/** The server counts the rows that it was sent. */
const rowIsLine = (lineNos: readonly number[]) => (_: string, number: string) =>
  `line ${lineNos[Number(number) - 1] ?? number}`
