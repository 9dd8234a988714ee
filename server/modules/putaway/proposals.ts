/**
 * server/modules/putaway/proposals.ts — where goods should go, and of every other bin why not.
 */
import { breachWords, type Goods } from '#domain/storage/may-lie.ts'
import { proposeBins, whyWords } from '#domain/storage/propose-bin.ts'
import type { Db } from '#platform/db.ts'
import { Refusal } from '#platform/refusal.ts'
import { resolveProducts } from '../catalog/index.ts'
import { resolveWarehouses } from '../places/index.ts'
import { goodsById, type StoredBin, storageBins } from '../stock/index.ts'

export type ProposalAsk = Readonly<{ warehouse: string; product?: string; batch?: string; quantity: number }>

const shownMax = 200

/** Of a batch, or of a product whose batch is not known yet. Refuses `not_found`, and `invalid_input` where none of them is named. */
export async function binProposals(db: Db, { warehouse, quantity, ...named }: ProposalAsk) {
  const found = (await resolveWarehouses(db)).get(warehouse)
  if (!found) throw new Refusal('not_found', { kind: 'warehouse', id: warehouse })
  const goods = await goodsNamed(db, named)
  return explained({ ...goods, quantity }, await storageBins(db, [found.id]))
}

/** Where so many of a batch may go, all in one bin, the best first; none where no bin takes them. */
export async function binsFor(
  db: Db,
  batchId: string,
  { warehouseId, quantity }: { warehouseId: string; quantity: number },
): Promise<string[]> {
  const [[goods], bins] = await Promise.all([goodsById(db, [batchId]), storageBins(db, [warehouseId])])
  const { proposed } = goods ? proposeBins({ ...goods, quantity }, bins) : { proposed: [] }
  return proposed.filter((one) => one.quantity >= quantity).map(({ bin }) => bin.id)
}

async function goodsNamed(
  db: Db,
  { product, batch }: Pick<ProposalAsk, 'product' | 'batch'>,
): Promise<Omit<Goods, 'quantity'>> {
  if (batch !== undefined) {
    const [goods] = await goodsById(db, [batch])
    if (!goods) throw new Refusal('not_found', { kind: 'batch', id: batch })
    return goods
  }
  if (product === undefined) {
    const message = 'must be named, or a product whose batch is not known yet'
    throw new Refusal('invalid_input', { problems: [{ at: 'batch', message }] })
  }
  const found = (await resolveProducts(db, [product])).get(product)
  if (!found) throw new Refusal('not_found', { kind: 'product', id: product })
  return { ...found, batchId: '', productId: found.id, expiresOn: null }
}

export function explained(goods: Goods, bins: readonly StoredBin[]) {
  const { proposed, passedOver } = proposeBins(goods, bins)
  return {
    proposed: proposed.slice(0, shownMax).map(({ bin, quantity, why }, at) => ({
      placeId: bin.id,
      placeCode: bin.code,
      zoneCode: bin.zoneCode,
      quantity,
      why,
      says: `${bin.code}: ${whyWords[why]}${why === 'empty' && at === 0 ? ', and the nearest' : ''}`,
    })),
    passedOver: passedOver.slice(0, shownMax).map(({ bin, breaches }) => ({
      placeId: bin.id,
      placeCode: bin.code,
      says: `${bin.code}: ${breaches.map(breachWords).join('; ')}`,
    })),
  }
}
