/**
 * domain/production/same-goods.ts — goods that only get another batch do not become more, and what becomes less of them is told.
 */
export type Side = Readonly<{ productId: string; quantity: number }> // base units; of what was used, less the waste

export type Difference = Readonly<{ productId: string; used: number; made: number }>

/**
 * Products that went in and came out in other numbers. More may come out only where something else went in as well, and less only where something else
 * came out: then nobody can tell from the numbers alone.
 */
export function differences(used: readonly Side[], made: readonly Side[]): Difference[] {
  const [into, out] = [sums(used), sums(made)]
  return [...into].flatMap(([productId, usedOf]): Difference[] => {
    const madeOf = out.get(productId)
    if (madeOf === undefined) return []
    const more = madeOf > usedOf && into.size === 1
    const less = madeOf < usedOf && out.size === 1
    return more || less ? [{ productId, used: usedOf, made: madeOf }] : []
  })
}

function sums(sides: readonly Side[]): Map<string, number> {
  const sum = new Map<string, number>()
  for (const { productId, quantity } of sides) sum.set(productId, (sum.get(productId) ?? 0) + quantity)
  return sum
}
