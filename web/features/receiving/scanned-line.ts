/**
 * web/features/receiving/scanned-line.ts — a GS1 label that is scanned where the product goes fills the whole line.
 */
import type { Label } from '#domain/gs1/label.ts'
import type { LineValues } from './receipt-values.ts'

/** The line with what the label says; null where it names no product, or nothing beside it. A batch that may be meant otherwise is left to be typed. */
export function scannedLine(line: LineValues, label: Label): LineValues | null {
  const { gtin, batch, serial, expiresOn, bestBefore, producedOn, problems, doubt } = label
  const more = batch ?? serial ?? expiresOn ?? bestBefore ?? producedOn
  if (gtin === null || more === null || problems.length > 0) return null
  return {
    ...line,
    product: gtin,
    batch: doubt ? line.batch : (batch ?? line.batch),
    expiresOn: expiresOn ?? line.expiresOn,
    bestBefore: bestBefore ?? line.bestBefore,
    producedOn: producedOn ?? line.producedOn,
    serials: [line.serials, serial ?? ''].filter(Boolean).join('\n'),
  }
}
