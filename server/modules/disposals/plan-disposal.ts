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
import { type LyingRow, lyingAt, type SerialRow, serialsLying } from './store.ts'

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
  const serials = lines.flatMap(({ product, serials: codes = [] }) => {
    const known = products.get(product)
    return known ? codes.map((code) => ({ productId: known.id, code: plainCode(code) })) : []
  })
  const [balances, units] = await Promise.all([
    lyingAt(tx, warehouseId, ids),
    serials.length > 0 ? serialsLying(tx, warehouseId, serials) : [],
  ])
  const lying = groupBy(balances, ({ productId }) => productId)
  const asked = (await withNamesOfToday(tx, lines, { products, lying })).map((line) => {
    const product = products.get(line.product)
    if (!product) return wrong('product', `there is no product "${line.product}"`)
    return planLine(line, product, lying.get(product.id) ?? [])
  })
  const planned = withUnits(withinStock(asked), units)
  const problems = planned.flatMap((one, index) =>
    'field' in one ? [{ at: `lines[${index}].${one.field}`, message: one.message }] : [],
  )
  if (problems.length > 0) throw new Refusal('invalid_input', { problems })
  const goods = planned.flatMap((one) => ('field' in one ? [] : [one.line]))
  return draftDisposal(tx, { ...rest, warehouseId, lines: goods })
}

type Planned = Readonly<{ line: DisposalLine; at: LyingRow }>
type Wrong = Readonly<{ field: keyof LineInput; message: string }>

const wrong = (field: Wrong['field'], message: string): Wrong => ({ field, message })

/** Lines of one batch at one place take from the same units: the one with which they are too many is wrong. */
function withinStock(planned: readonly (Planned | Wrong)[]): (Planned | Wrong)[] {
  const taken = new Map<string, number>()
  return planned.map((one) => {
    if ('field' in one) return one
    const { line, at } = one
    const key = `${at.batchId} ${at.placeId}`
    const together = (taken.get(key) ?? 0) + line.quantity
    taken.set(key, together)
    if (together <= at.onHand) return one
    return wrong('quantity', `${together} are to be destroyed, but ${whereWords([at])}`)
  })
}

const plainCode = (serial: string) => normaliseBatchCode(serial).code

/** Each unit that a line names lies where the line says, and is named once. */
function withUnits(planned: readonly (Planned | Wrong)[], units: readonly SerialRow[]): (Planned | Wrong)[] {
  const seen = new Set<string>()
  return planned.map((one) => {
    if ('field' in one) return one
    const { batchId, placeId, batchCode, placeCode, productId } = one.at
    const strange = one.line.serials.find((serial) => {
      const code = plainCode(serial)
      const twice = seen.has(`${productId} ${code}`)
      seen.add(`${productId} ${code}`)
      return twice || !units.some((row) => row.code === code && row.batchId === batchId && row.placeId === placeId)
    })
    if (strange === undefined) return one
    return wrong('serials', `${strange} is no unit of ${batchCode} at ${placeCode}, or is named twice`)
  })
}

type Lines = Readonly<{ products: ReadonlyMap<string, ProductRow>; lying: ReadonlyMap<string, readonly LyingRow[]> }>

/** A batch is also meant by a code that it had before, where nothing of that code lies here. */
async function withNamesOfToday(tx: Tx, lines: readonly LineInput[], { products, lying }: Lines): Promise<LineInput[]> {
  const isHere = (productId: string, name: string) => (lying.get(productId) ?? []).some((row) => isBatch(name, row))
  const strange = lines.flatMap(({ product, batch }) => {
    const productId = products.get(product)?.id
    if (productId === undefined || batch === undefined || isHere(productId, batch)) return []
    return [{ productId, name: batch }]
  })
  const meant = await otherNames(tx, strange)
  return lines.map((line) => {
    const productId = products.get(line.product)?.id
    if (productId === undefined || line.batch === undefined) return line
    const batch = meant({ productId, name: line.batch })
    return batch !== undefined && isHere(productId, batch) ? { ...line, batch } : line
  })
}

/** The line to write, or what is wrong and what would be right. */
function planLine(line: LineInput, product: ProductRow, lying: readonly LyingRow[]): Planned | Wrong {
  if (product.isKit) return wrong('product', notStocked(product, 'count'))
  if (line.batch === undefined && product.tracking !== 'none') return wrong('batch', 'must be named')
  const serials = line.serials ?? []
  if (product.tracking === 'serial' && serials.length !== line.quantity)
    return wrong('serials', `name each of the ${line.quantity} units: ${product.sku} is tracked by serial`)
  const ofBatch = lying.filter(({ batchId, batchCode }) => isBatch(line.batch, { batchId, batchCode }))
  if (ofBatch.length === 0) return wrong('batch', `nothing of ${line.batch ?? product.sku} lies in this warehouse`)
  const there = ofBatch.filter((row) => line.place === undefined || [row.placeId, row.placeCode].includes(line.place))
  const [at, ...others] = there
  if (!at)
    return wrong('place', `nothing of ${line.batch ?? product.sku} lies at ${line.place}; ${whereWords(ofBatch)}`)
  if (others.length > 0) return wrong('place', `must be named: ${whereWords(there)}`)
  const { batchId, placeId } = at
  return { line: { productId: product.id, batchId, placeId, quantity: line.quantity, serials }, at }
}

function isBatch(named: string | undefined, { batchId, batchCode }: Pick<LyingRow, 'batchId' | 'batchCode'>): boolean {
  if (named === undefined || named === batchId) return true
  return !isId(named) && normaliseBatchCode(batchCode).code === normaliseBatchCode(named).code
}

const whereWords = (rows: readonly LyingRow[]) =>
  rows.map(({ onHand, placeCode }) => `${onHand} lie at ${placeCode}`).join(', ')
