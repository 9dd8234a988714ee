/**
 * cli/csv.ts — tables for files. Text that a spreadsheet would run as a formula is made plain text, as the server does.
 */
import { type Stringifier, stringify } from 'csv-stringify'

/** By field, what stands above its column. */
export const csvOf = (columns: Readonly<Record<string, string>>): Stringifier =>
  stringify({ header: true, columns, escape_formulas: true })
