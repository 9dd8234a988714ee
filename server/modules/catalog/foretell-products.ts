import { normaliseGtin } from '#domain/gs1/check-digit.ts'
import type { Db } from '#platform/db.ts'
import { Refusal } from '#platform/refusal.ts'
import { type NewProduct, packRows, refuseDatesWithoutBatches } from './add-product.ts'
import { productsByGtin } from './store.ts'

/** What `addProduct` would refuse of each, but for what its kit holds: also a GTIN that another of them has. Nothing is written. */
export async function foretellProducts(db: Db, products: readonly NewProduct[]): Promise<(Refusal | null)[]> {
  const own = products.map(gtinsOf)
  const gtins = own.flat()
  const taken = gtins.length === 0 ? [] : await productsByGtin(db, gtins)
  const owner = new Map(taken.map(({ gtin, sku }) => [gtin, sku]))
  return products.map((product, at) => {
    const gtin = own[at]?.find((one) => owner.has(one))
    const refusal =
      gtin === undefined ? malformed(product) : new Refusal('gtin_taken', { gtin, sku: owner.get(gtin) ?? '' })
    if (!refusal) for (const one of own[at] ?? []) owner.set(one, product.sku)
    return refusal
  })
}

const gtinsOf = ({ gtin, packs = [] }: NewProduct): string[] =>
  [gtin, ...packs.map((pack) => pack.gtin)].flatMap((text) => {
    const read = text ? normaliseGtin(text) : null
    return read?.ok ? [read.gtin] : []
  })

function malformed({
  tracking = 'batch',
  dates,
  baseUnit = 'each',
  gtin = null,
  packs = [],
}: NewProduct): Refusal | null {
  try {
    refuseDatesWithoutBatches({ tracking, dates: dates ?? (tracking === 'none' ? 'none' : 'required') })
    packRows({ baseUnit }, [{ name: baseUnit, quantity: 1, gtin }, ...packs])
    return null
  } catch (error) {
    if (error instanceof Refusal) return error
    throw error
  }
}
