import type { Tx } from '#platform/db.ts'
import { patternFor, type ReadPattern } from './pattern-for.ts'
import { codePatternsOf } from './store.ts'

export type CheckedPatterns = Readonly<{ of(productId: string): ReadPattern | undefined }>

/** Those with a check character, by which a mistyped code is noticed. */
export async function checkedPatterns(tx: Tx, productIds: readonly string[]): Promise<CheckedPatterns> {
  const rows = productIds.length > 0 ? await codePatternsOf(tx, [...new Set(productIds)]) : []
  const read = new Map<string, ReadPattern | null>()
  return {
    of(productId) {
      const pattern = read.get(productId) ?? patternFor(rows, productId)
      read.set(productId, pattern)
      return pattern?.parts.some(({ kind }) => kind === 'check') ? pattern : undefined
    },
  }
}
