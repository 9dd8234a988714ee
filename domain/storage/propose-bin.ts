/**
 * domain/storage/propose-bin.ts — which bin goods should go to: beside their batch, beside their product, else where nothing lies,
 * the nearest first; and of every bin passed over, why.
 */
import { byPosition, type Position } from './bin-position.ts'
import { type Bin, type Breach, type Goods, mayLie, roomOf } from './may-lie.ts'

export type PlacedBin = Bin & Readonly<{ zoneCode: string | null; position: Position }>
export type Proposal<Of extends PlacedBin = PlacedBin> = Readonly<{
  bin: Of
  quantity: number // base units that it takes of those asked
  why: 'same_batch' | 'same_product' | 'empty' | 'beside_others'
}>
export type Proposals<Of extends PlacedBin = PlacedBin> = Readonly<{
  proposed: readonly Proposal<Of>[] // the best first
  passedOver: readonly Readonly<{ bin: Of; breaches: readonly Breach[] }>[]
}>

/**
 * Laws: a bin that is proposed takes the quantity said by `mayLie`; every bin is proposed or passed over; the order of the bins
 * given changes nothing. Where no bin takes all, those that take a part come by the same order.
 */
export function proposeBins<Of extends PlacedBin>(goods: Goods, bins: readonly Of[]): Proposals<Of> {
  const proposed: Proposal<Of>[] = []
  const passedOver: { bin: Of; breaches: readonly Breach[] }[] = []
  for (const bin of bins.toSorted(byRoute)) {
    const quantity = Math.min(goods.quantity, roomOf(bin) ?? goods.quantity)
    const breaches = mayLie({ ...goods, quantity: Math.max(1, quantity) }, bin)
    if (breaches.length === 0) proposed.push({ bin, quantity, why: whyThere(goods, bin) })
    else passedOver.push({ bin, breaches })
  }
  return { proposed: proposed.toSorted(bestFirst(goods)), passedOver }
}

function whyThere({ batchId, productId }: Goods, { lying }: Bin): Proposal['why'] {
  if (lying.length === 0) return 'empty'
  if (lying.some((row) => row.batchId === batchId)) return 'same_batch'
  return lying.some((row) => row.productId === productId) ? 'same_product' : 'beside_others'
}

const ranks = { same_batch: 0, same_product: 1, empty: 2, beside_others: 3 } as const

/** Sorting is stable, and the bins come by their route. */
const bestFirst =
  (goods: Goods) =>
  (a: Proposal, b: Proposal): number =>
    Number(a.quantity < goods.quantity) - Number(b.quantity < goods.quantity) ||
    spared(goods, a.bin) - spared(goods, b.bin) ||
    ranks[a.why] - ranks[b.why]

/** Cold rooms and places for dangerous goods are left to those who need them. */
const spared = ({ storage, hazard }: Goods, bin: Bin): number =>
  Number(storage === null && bin.storage !== 'ambient') + Number(hazard === null && bin.hazards.length > 0)

/** From the dock on: the first bin of the route is the nearest. */
const byRoute = (a: PlacedBin, b: PlacedBin): number =>
  byPosition({ ...a.position, code: a.code }, { ...b.position, code: b.code })

/** Finishes "A-01-2: ". */
export const whyWords = {
  same_batch: 'the same batch lies there',
  same_product: 'the same product lies there',
  empty: 'empty',
  beside_others: 'has room beside other goods',
} as const
