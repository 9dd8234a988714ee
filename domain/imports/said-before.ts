/**
 * domain/imports/said-before.ts — which row of a file stated a date of a batch, where another one differs.
 */
import { normaliseBatchCode } from '../batch-code.ts'
import type { CalendarDate } from '../calendar-date.ts'
import type { StockLine } from './stock-row.ts'

export type Stated = Readonly<{ lineNo: number; line: StockLine }>
export type Differing = Readonly<{ of: Stated; kind: string; on: CalendarDate | null }>

const fieldOf: Readonly<Record<string, 'producedOn' | 'bestBefore' | 'useBy' | 'expiresOn'>> = {
  produced: 'producedOn',
  best_before: 'bestBefore',
  use_by: 'useBy',
  expiry: 'expiresOn',
}

/** The first row of the same product and batch that says `on`, of whatever kind where its own is not said; null where none does. */
export function saidBefore(rows: readonly Stated[], { of, kind, on }: Differing): number | null {
  if (on === null) return null
  const batch = codeOf(of)
  const same = rows.filter((one) => one !== of && one.line.product === of.line.product && codeOf(one) === batch)
  const field = fieldOf[kind]
  const found =
    same.find(({ line }) => field && line[field] === on) ??
    same.find(({ line }) => Object.values(fieldOf).some((other) => line[other] === on))
  return found?.lineNo ?? null
}

const codeOf = ({ line: { batch } }: Stated): string => (batch === undefined ? '' : normaliseBatchCode(batch).code)
