/**
 * domain/picking/judge-scan.ts — which batch a picker's scan means, and whether it may be taken: the same for the server, and for a phone
 * that cannot ask it.
 */
import { normaliseBatchCode, untrackedCode } from '../batch-code.ts'
import type { Label } from '../gs1/label.ts'

export type Wanted = Readonly<{
  productId: string
  sku: string
  tracking: 'none' | 'batch' | 'serial'
  batchCode: string
}>
export type Owner = Readonly<{ id: string; sku: string; name: string }>
export type Known<Batch> = Readonly<{
  wanted: readonly Wanted[]
  /** Batches of what is wanted that bear the code which `codeOn` reads. */
  called: readonly Batch[]
  /** Of the GTIN on the label; null where nobody knows it. */
  owner: Owner | null
}>

export type ScanRefusal = Readonly<
  | { code: 'scan_unreadable'; facts: { at: number; says: string } }
  | { code: 'scan_of_other'; facts: { is: string | null; gtin: string; wants: readonly string[] } }
  | { code: 'scan_without_batch'; facts: { is: string } }
>
export type Judged<Batch> = Readonly<
  | { refused: ScanRefusal }
  | { refused: null; batches: readonly Batch[]; labelled: boolean }
  /** The label names the product alone, and its goods without batch are meant. */
  | { refused: null; withoutBatchOf: string }
>

/** The code of the batch as it is known here; null where a parcel was scanned, which names none. */
export const codeOn = ({ batch, sscc, text }: Label): string | null =>
  sscc !== null && batch === null ? null : normaliseBatchCode(batch ?? text).code

/** Digits alone may be the code of a batch, and look like a GTIN: a batch that is known comes first. */
export function judgeScan<Batch extends { productId: string }>(label: Label, known: Known<Batch>): Judged<Batch> {
  const { called, owner } = known
  const [problem] = label.problems
  if (problem) return unreadable(problem)
  if (label.batch === null && called.length > 0) return { refused: null, batches: called, labelled: false }
  const refused = ownerRefused(label, known)
  if (refused) return { refused }
  if (called.length === 0 && label.doubt) return unreadable(label.doubt)
  const own = label.gtin === null ? null : owner
  if (label.batch === null && own) return { refused: null, withoutBatchOf: own.id }
  const batches = called.filter(({ productId }) => own === null || productId === own.id)
  return { refused: null, batches, labelled: true }
}

const unreadable = ({ at, says }: Readonly<{ at: number; says: string }>) => ({
  refused: { code: 'scan_unreadable', facts: { at, says } } as const,
})

/** A code of a tracked product must name the batch as well, unless goods without batch are wanted of it. */
function ownerRefused({ gtin, batch, sscc }: Label, { wanted, owner }: Known<unknown>): ScanRefusal | null {
  if (sscc !== null && batch === null) return { code: 'scan_without_batch', facts: { is: `a parcel, SSCC ${sscc}` } }
  if (gtin === null) return null
  const own = wanted.find(({ productId }) => productId === owner?.id)
  if (!own) {
    const wants = [...new Set(wanted.map(({ sku }) => sku))].slice(0, 3)
    return { code: 'scan_of_other', facts: { is: owner ? `${owner.sku} ${owner.name}` : null, gtin, wants } }
  }
  const withoutBatch = wanted.some((row) => row.productId === own.productId && row.batchCode === untrackedCode)
  if (batch !== null || own.tracking === 'none' || withoutBatch) return null
  return { code: 'scan_without_batch', facts: { is: own.sku } }
}
