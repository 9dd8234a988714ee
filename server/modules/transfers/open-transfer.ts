import { normaliseBatchCode } from '#domain/batch-code.ts'
import { type Allotted, allot, type Part } from '#domain/transfers.ts'
import type { Tx } from '#platform/db.ts'
import { isId } from '#platform/references.ts'
import { Refusal } from '#platform/refusal.ts'
import { findSerials, otherNames } from '../batches/index.ts'
import { lockProducts } from '../catalog/index.ts'
import { lockTransfer, productsOfTransfer, type TransferRow } from './store.ts'

/** As a person or a file names goods of a transfer; `line` is the number of its line. */
export type GoodsNamed = Readonly<{
  line?: number
  batch?: string
  place?: string
  quantity: number
  serials?: readonly string[]
}>
type Goods = Part & Readonly<{ lineId: string; productId: string; sku: string; tracking: 'none' | 'batch' | 'serial' }>
export type Taken<P extends Goods> = Readonly<{
  where: string
  part: P
  quantity: number
  serialIds: readonly string[]
  asked: number // its place among what was named
}>

/** Takes the locks of its products, then its own. Refuses `not_found`, `transfer_not_approved`. */
export async function openTransfer(tx: Tx, id: string): Promise<TransferRow & { productIds: string[] }> {
  const productIds = (await productsOfTransfer(tx, id)).map(({ productId }) => productId)
  await lockProducts(tx, productIds)
  const [transfer] = await lockTransfer(tx, id)
  if (!transfer) throw new Refusal('not_found', { kind: 'transfer', id })
  if (!transfer.approvedAt) throw new Refusal('transfer_not_approved', { number: transfer.number })
  return { ...transfer, productIds }
}

/** All that there is, where its units have no names. Refuses `serials_needed`. */
export function takeAll<P extends Goods>(parts: readonly P[]): Taken<P>[] {
  return parts.map((part, asked) => {
    const where = `line ${part.lineNo}`
    if (part.tracking === 'serial')
      throw new Refusal('serials_needed', { where, sku: part.sku, needed: part.quantity, given: 0 })
    return { where, part, quantity: part.quantity, serialIds: [], asked }
  })
}

/**
 * What the names mean of what there is. Refuses `transfer_beyond`, `ambiguous`, `serials_needed`, `serial_elsewhere`, `not_found` for a
 * serial.
 */
export async function takeNamed<P extends Goods>(
  tx: Tx,
  named: readonly GoodsNamed[],
  parts: readonly P[],
): Promise<Taken<P>[]> {
  const plain = await withMeant(
    tx,
    named.map(({ serials: _, ...one }) =>
      one.batch === undefined || isId(one.batch) ? one : { ...one, batch: normaliseBatchCode(one.batch).code },
    ),
    parts,
  )
  const allotted = allot(plain, parts)
  const taken = allotted.flatMap((one, asked) => takesOf(one, { named: named[asked], asked, parts }))
  const serialIds = await serialsOf(tx, taken, named)
  return taken.map((one, index) => ({ ...one, serialIds: serialIds[index] ?? [] }))
}

type Plain = Omit<GoodsNamed, 'serials'>

/** A label may hold a code that the batch had: then it is named by its id. */
async function withMeant(tx: Tx, named: readonly Plain[], parts: readonly Goods[]): Promise<Plain[]> {
  const has = new Set(parts.flatMap(({ batchId, batchCode }) => [batchId, batchCode]))
  const productIds = [...new Set(parts.map(({ productId }) => productId))]
  const strange = [...new Set(named.flatMap(({ batch }) => (batch === undefined || has.has(batch) ? [] : [batch])))]
  const meant = await otherNames(
    tx,
    strange.flatMap((name) => productIds.map((productId) => ({ productId, name }))),
  )
  return named.map((one) => {
    const { batch } = one
    if (batch === undefined || has.has(batch)) return one
    const found = productIds.map((productId) => meant({ productId, name: batch })).find((id) => has.has(id))
    return { ...one, batch: found ?? batch }
  })
}

type Ask<P> = Readonly<{ named: GoodsNamed | undefined; asked: number; parts: readonly P[] }>

function takesOf<P extends Goods>(one: Allotted<P>, { named, asked }: Ask<P>): Omit<Taken<P>, 'serialIds'>[] {
  const where = `line ${asked + 1}`
  if (one.kind === 'taken') return one.takes.map((take) => ({ ...take, where, asked }))
  const name = named?.batch ?? (named?.line === undefined ? '' : `line ${named.line}`)
  if (one.kind !== 'which')
    throw new Refusal('transfer_beyond', {
      where,
      name,
      asked: named?.quantity ?? 0,
      most: one.kind === 'beyond' ? one.most : 0,
    })
  const candidates = one.among.map(({ batchId, batchCode, placeCode, quantity }) => ({
    id: batchId,
    says: `${quantity} of batch ${batchCode} at ${placeCode}`,
  }))
  throw new Refusal('ambiguous', { where, name, candidates })
}

/** One list for each taking. A name's serials are shared out to its takings in their order. */
async function serialsOf<P extends Goods>(
  tx: Tx,
  taken: readonly Omit<Taken<P>, 'serialIds'>[],
  named: readonly GoodsNamed[],
): Promise<string[][]> {
  const asks = taken.flatMap(({ part: { productId }, asked }) =>
    (named[asked]?.serials ?? []).map((code) => ({ productId, code })),
  )
  const serialOf = await findSerials(tx, asks)
  const used = new Map<number, number>()
  return taken.map(({ where, part, quantity, asked }) => {
    const all = named[asked]?.serials ?? []
    const start = used.get(asked) ?? 0
    const needed = part.tracking === 'serial' ? quantity : 0
    used.set(asked, start + needed)
    const codes = all.slice(start, start + needed)
    if (codes.length !== needed || (needed === 0 && all.length > 0))
      throw new Refusal('serials_needed', { where, sku: part.sku, needed, given: all.length })
    return codes.map((code) => {
      const serial = serialOf(part.productId, code)
      if (!serial) throw new Refusal('not_found', { kind: 'serial', id: code })
      if (serial.batchId !== part.batchId)
        throw new Refusal('serial_elsewhere', { serial: code, place: `not in batch ${part.batchCode}` })
      return serial.id
    })
  })
}
