/**
 * server/modules/catalog/kits.ts — what kits are made of, as it is told and as it is taken apart.
 */
import { groupBy } from '#domain/group-by.ts'
import type { Kits } from '#domain/kits.ts'
import type { Db } from '#platform/db.ts'
import { resolveProducts } from './resolve.ts'
import { kitPartsBelow, type ProductRow } from './store.ts'

/** More components than one kit may come to. */
export const componentsMax = 100

/** What is said where a kit is named and only what lies in stock will do; `act` is what is done to the parts. */
export const notStocked = ({ sku }: Pick<ProductRow, 'sku'>, act: string): string =>
  `${sku} is a kit and never lies in stock itself: ${act} its parts`

/** What kits hold, down to the last, with the products of all that is held, by id. */
export type KnownKits = Readonly<{ kits: Kits; products: ReadonlyMap<string, ProductRow> }>

export async function kitsBelow(db: Db, productIds: readonly string[]): Promise<KnownKits> {
  const parts = productIds.length > 0 ? await kitPartsBelow(db, productIds) : []
  const held = parts.map(({ partId, quantity, kitId }) => ({ productId: partId, quantity, kitId }))
  return {
    kits: groupBy(held, ({ kitId }) => kitId),
    products: await resolveProducts(
      db,
      parts.map(({ partId }) => partId),
    ),
  }
}
