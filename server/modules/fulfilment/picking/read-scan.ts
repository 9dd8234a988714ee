/**
 * server/modules/fulfilment/picking/read-scan.ts — which batches a scan may mean: by id, by code, or by what a GS1 label says,
 * whose product must be wanted.
 */
import { normaliseBatchCode, untrackedCode } from '#domain/batch-code.ts'
import { type Label, readLabel } from '#domain/gs1/label.ts'
import type { Db } from '#platform/db.ts'
import { isId } from '#platform/references.ts'
import { Refusal } from '#platform/refusal.ts'
import { productsByGtin } from '../../catalog/index.ts'
import { batchesNamed, type NamedBatch } from './store.ts'
import type { PickRow } from './wave-detail.ts'

export type ScanRead = Readonly<{
  /** As people call it. */
  name: string
  batches: readonly NamedBatch[]
  /** What differs from what is known here, in sentences. */
  notesOn: (batch: NamedBatch) => string[]
}>
type Wanted = readonly Pick<PickRow, 'productId' | 'sku' | 'tracking' | 'batchCode'>[]

/** Refuses `scan_unreadable`, `scan_of_other`, `scan_without_batch`. */
export async function readScan(db: Db, scan: string, wanted: Wanted): Promise<ScanRead> {
  const productIds = [...new Set(wanted.map(({ productId }) => productId))]
  const notesOn = () => []
  if (isId(scan)) return { name: scan, batches: await batchesNamed(db, productIds, { id: scan, code: '' }), notesOn }
  const label = readLabel(scan, Number(db.act.at.slice(0, 4)))
  const [problem] = label.problems
  if (problem) throw new Refusal('scan_unreadable', { at: problem.at, says: problem.says })
  const { code } = normaliseBatchCode(label.batch ?? label.text)
  // Digits alone may be the code of a batch, and look like a GTIN.
  const called =
    label.sscc === null || label.batch !== null ? await batchesNamed(db, productIds, { id: null, code }) : []
  if (label.batch === null && called.length > 0) return { name: code, batches: called, notesOn }
  const owner = await ownerOf(db, label, wanted)
  const isOf = ({ productId }: NamedBatch) => owner === null || productId === owner
  return {
    name: code,
    batches: label.batch === null && owner ? await batchesNamed(db, [owner], untracked) : called.filter(isOf),
    notesOn: ({ expiresOn }) => lifeNotes(label, expiresOn),
  }
}

const untracked = { id: null, code: untrackedCode }

/**
 * The product whose GTIN it bears; null where it bears none. A code of a tracked product must name the batch as well, unless goods without batch are
 * wanted of it.
 */
async function ownerOf(db: Db, { gtin, batch, sscc }: Label, wanted: Wanted): Promise<string | null> {
  if (sscc !== null && batch === null) throw new Refusal('scan_without_batch', { is: `a parcel, SSCC ${sscc}` })
  if (gtin === null) return null
  const [product] = await productsByGtin(db, [gtin])
  const own = wanted.find(({ productId }) => productId === product?.id)
  if (!own) {
    const wants = [...new Set(wanted.map(({ sku }) => sku))].slice(0, 3)
    throw new Refusal('scan_of_other', { is: product ? `${product.sku} ${product.name}` : null, gtin, wants })
  }
  const withoutBatch = wanted.some((row) => row.productId === own.productId && row.batchCode === untrackedCode)
  if (batch === null && own.tracking !== 'none' && !withoutBatch)
    throw new Refusal('scan_without_batch', { is: own.sku })
  return own.productId
}

function lifeNotes({ expiresOn, bestBefore }: Label, ours: string | null): string[] {
  const said = expiresOn ?? bestBefore
  if (said === null || said === ours) return []
  return [`The label says ${said} is the last day, here it is ${ours ?? 'not known'}. Tell someone who may correct it.`]
}
