/**
 * domain/gs1/label.ts — what a scanned label says of the goods, in the words of the warehouse.
 */
import { type CalendarDate, isCalendarDate, lastDayOfMonth } from '../calendar-date.ts'
import { elementValue, hinders, parseScan } from './parse-scan.ts'
import type { ScanProblem } from './problem.ts'

export type Label = Readonly<{
  /** What was scanned, without what the scanner adds of its own. */
  text: string
  gtin: string | null
  batch: string | null
  serial: string | null
  sscc: string | null
  producedOn: CalendarDate | null
  bestBefore: CalendarDate | null
  expiresOn: CalendarDate | null
  /** Only of what stands here. */
  problems: readonly ScanProblem[]
  /** What else the batch may be, where a separator may be missing; to be told where nobody knows the batch. */
  doubt: ScanProblem | null
}>

/** `year` is the present one: it says which century two digits mean. */
export function readLabel(scan: string, year: number): Label {
  const read = parseScan(scan.trim())
  const day = (ai: string) => gs1Day(elementValue(read, ai), year)
  return {
    text: read.text,
    gtin: elementValue(read, '01') ?? elementValue(read, '02'),
    batch: elementValue(read, '10'),
    serial: elementValue(read, '21'),
    sscc: elementValue(read, '00'),
    producedOn: day('11'),
    bestBefore: day('15'),
    expiresOn: day('17'),
    problems: read.problems.filter(hinders),
    doubt: read.doubt,
  }
}

/** YYMMDD within 49 years back and 50 ahead (General Specifications §7.12); day 00 is the last of the month. */
export function gs1Day(value: string | null, year: number): CalendarDate | null {
  if (value === null) return null
  const ahead = Number(value.slice(0, 2)) - (year % 100)
  const century = Math.floor(year / 100) + (ahead >= 51 ? -1 : ahead <= -50 ? 1 : 0)
  const month = `${String(century).padStart(2, '0')}${value.slice(0, 2)}-${value.slice(2, 4)}`
  const day = value.endsWith('00') ? lastDayOfMonth(`${month}-01`) : `${month}-${value.slice(4)}`
  return isCalendarDate(day) ? day : null
}
