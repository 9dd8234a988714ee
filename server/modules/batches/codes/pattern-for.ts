import { type PatternPart, readPattern } from '#domain/batch-codes/pattern.ts'
import type { CodePatternRow } from './store.ts'

export type ReadPattern = Readonly<{ pattern: string; parts: readonly PatternPart[] }>

/** The product's own, else the one for all. */
export function patternFor(rows: readonly CodePatternRow[], product: string): ReadPattern | null {
  const row = rows.find(({ productId }) => productId === product) ?? rows.find(({ productId }) => productId === null)
  const read = row && readPattern(row.pattern)
  return row && read?.ok ? { pattern: row.pattern, parts: read.parts } : null
}
