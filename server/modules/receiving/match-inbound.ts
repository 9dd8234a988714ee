import type { Db } from '#platform/db.ts'
import type { BatchRow } from '../batches/index.ts'
import type { PlannedLine, PlannedReceipt } from './plan-receipts.ts'
import { type InboundLineRow, linesOfInbounds } from './store.ts'

/**
 * Which announced line each received line answers: the one that named its batch, else one of the product that named none,
 * else one that named another batch, which is then a difference. The returned function gives null for what was not announced.
 */
export async function matchInbound(
  db: Db,
  receipts: readonly PlannedReceipt[],
  batches: readonly BatchRow[],
): Promise<(line: PlannedLine) => string | null> {
  const inboundIds = receipts.flatMap(({ inboundId }) => inboundId ?? [])
  if (inboundIds.length === 0) return () => null
  const announced = await linesOfInbounds(db, [...new Set(inboundIds)])
  const matched = new Map<PlannedLine, string | null>()
  const pairs = receipts.flatMap((receipt) => receipt.lines.map((line) => ({ receipt, line })))
  for (const [index, { receipt, line }] of pairs.entries()) {
    const code = batches[index]?.code ?? ''
    const candidates = announced.filter(
      ({ inboundId, productId }) => inboundId === receipt.inboundId && productId === line.ask.product.id,
    )
    matched.set(line, bestMatch(candidates, code)?.id ?? null)
  }
  return (line) => matched.get(line) ?? null
}

const bestMatch = (candidates: readonly InboundLineRow[], code: string): InboundLineRow | undefined =>
  candidates.find(({ batchCode }) => batchCode === code) ??
  candidates.find(({ batchCode }) => batchCode === null) ??
  candidates[0]
