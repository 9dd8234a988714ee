/**
 * domain/counts/abc-classes.ts — which products make up most of what leaves: those are counted often.
 */
export type AbcClass = 'A' | 'B' | 'C'
export type Moved = Readonly<{ productId: string; amount: number }>
export type Classed = Moved & Readonly<{ class: AbcClass; shareBefore: number }>

/** The days that are looked back upon. */
export const abcDays = 90
/** Up to which share of all that left a class begins, in hundredths. */
const classBounds = { A: 80, B: 95 } as const

export const abcDefinition = (by: 'units' | 'value') =>
  `By ${by === 'units' ? 'units' : 'value at cost'} shipped from the warehouse in the last ${abcDays} days, the most first: A until ${classBounds.A} % of all is reached, B until ${classBounds.B} %, C the rest and whatever did not move.`

/**
 * The most first. A product belongs to the class in which its share begins, so the first that moved is always A. Law: none of a later
 * class moved more than one of an earlier; what did not move is C.
 */
export function abcClasses(products: readonly Moved[]): Classed[] {
  const sorted = products.toSorted((a, b) => b.amount - a.amount || (a.productId < b.productId ? -1 : 1))
  const total = sorted.reduce((sum, { amount }) => sum + amount, 0)
  let before = 0
  return sorted.map((product) => {
    const shareBefore = total === 0 ? 100 : (100 * before) / total
    before += product.amount
    return { ...product, shareBefore, class: product.amount === 0 ? 'C' : classAt(shareBefore) }
  })
}

const classAt = (share: number): AbcClass => (share < classBounds.A ? 'A' : share < classBounds.B ? 'B' : 'C')
