/**
 * server/modules/disposals/plan-disposal.ts — from what a person writes (a product, a batch, perhaps a bin) to what lies where. Names every
 * wrong line at once.
 */
import { normaliseBatchCode } from '#domain/batch-code.ts'
import { groupBy } from '#domain/group-by.ts'
import type { Tx } from '#platform/db.ts'
import { found, isId } from '#platform/references.ts'
import { Refusal } from '#platform/refusal.ts'
import { otherNames } from '../batches/index.ts'
import { notStocked, type ProductRow, resolveProducts } from '../catalog/index.ts'
import { resolveWarehouses } from '../places/index.ts'
import { type DisposalLine, draftDisposal } from './draft.ts'
import { type LyingRow, lyingAt } from './store.ts'

export type DisposalInput = Readonly<{
  id?: string
  warehouse: string
  reason: string
  method: string
  note?: string
  cost?: number
  proofs?: readonly string[]
  lines: readonly LineInput[]
}>
type LineInput = Readonly<{
  product: string
  batch?: string
  place?: string
  quantity: number
  serials?: readonly string[]
}>

/** Refuses `not_found`, `invalid_input` naming each wrong line, and what `draftDisposal` refuses. */
export async function planDisposal(tx: Tx, { warehouse, lines, ...rest }: DisposalInput) {
  const { id: warehouseId } = found(await resolveWarehouses(tx), 'warehouse', warehouse)
  const products = await resolveProducts(
    tx,
    lines.map(({ product }) => product),
  )
  const ids = [...new Set([...products.values()].map(({ id }) => id))]
  const lying = groupBy(await lyingAt(tx, warehouseId, ids), ({ productId }) => productId)
  const isHere = (productId: string, name: string) => (lying.get(productId) ?? []).some((row) => isBatch(name, row))
  const strange = lines.flatMap(({ product, batch }) => {
    const productId = products.get(product)?.id
    if (productId === undefined || batch === undefined || isHere(productId, batch)) return []
    return [{ productId, name: batch }]
  })
  const meant = await otherNames(tx, strange)
  const planned = lines.map((line) => {
    const product = products.get(line.product)
    if (!product) return `there is no product "${line.product}"`
    const rows = lying.get(product.id) ?? []
    const batch = line.batch === undefined ? undefined : meant({ productId: product.id, name: line.batch })
    return planLine({ ...line, ...(batch && isHere(product.id, batch) ? { batch } : {}) }, product, rows)
  })
  const problems = planned.flatMap((one, index) =>
    typeof one === 'string' ? [{ at: `lines[${index}]`, message: one }] : [],
  )
  if (problems.length > 0) throw new Refusal('invalid_input', { problems })
  const goods = planned.flatMap((one) => (typeof one === 'string' ? [] : [one]))
  return draftDisposal(tx, { ...rest, warehouseId, lines: goods })
}

/** The line to write, or what is wrong and what would be right. */
function planLine(line: LineInput, product: ProductRow, lying: readonly LyingRow[]): DisposalLine | string {
  if (product.isKit) return notStocked(product, 'count')
  if (line.batch === undefined && product.tracking !== 'none') return `name the batch of ${product.sku}`
  const serials = line.serials ?? []
  if (product.tracking === 'serial' && serials.length !== line.quantity)
    return `${product.sku} is tracked by serial: name each of the ${line.quantity} units`
  const ofBatch = lying.filter(({ batchId, batchCode }) => isBatch(line.batch, { batchId, batchCode }))
  if (ofBatch.length === 0) return `nothing of ${line.batch ?? product.sku} lies in this warehouse`
  const there = ofBatch.filter((row) => line.place === undefined || [row.placeId, row.placeCode].includes(line.place))
  const [at, ...others] = there
  if (!at) return `nothing of ${line.batch ?? product.sku} lies at ${line.place}; ${whereWords(ofBatch)}`
  if (others.length > 0) return `name the place: ${whereWords(there)}`
  if (line.quantity > at.onHand) return `${line.quantity} are to be destroyed, but ${whereWords([at])}`
  return { productId: product.id, batchId: at.batchId, placeId: at.placeId, quantity: line.quantity, serials }
}

function isBatch(named: string | undefined, { batchId, batchCode }: Pick<LyingRow, 'batchId' | 'batchCode'>): boolean {
  if (named === undefined || named === batchId) return true
  return !isId(named) && normaliseBatchCode(batchCode).code === normaliseBatchCode(named).code
}

const whereWords = (rows: readonly LyingRow[]) =>
  rows.map(({ onHand, placeCode }) => `${onHand} lie at ${placeCode}`).join(', ')
