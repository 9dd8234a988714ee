import type { Tx } from '#platform/db.ts'
import { Refusal } from '#platform/refusal.ts'
import { audit } from '../access/index.ts'
import { lockProducts } from '../catalog/index.ts'
import { openPath } from './identify-units.ts'
import { pathById } from './path-detail.ts'
import { markGivenUp } from './store.ts'

/** Nobody looks for the batches of the rest any more: it goes on to be sold as goods without batch. Refuses `identify_given_up`, `identify_all_known`. */
export async function giveUp(tx: Tx, id: string, reason: string): Promise<void> {
  const { sku, here, identified } = await openPath(tx, id)
  if (here === 0) throw new Refusal('identify_all_known', { sku })
  await markGivenUp(tx, id, reason)
  const after = { product: sku, identified, unknown: here }
  audit(tx, { action: 'identification.give_up', subjectKind: 'identification', subjectId: id, after, reason })
}

/** The rest is looked for after all. Refuses `identify_goes_on`, `not_found`. */
export async function goOn(tx: Tx, id: string): Promise<void> {
  const { productId } = await pathById(tx, id)
  await lockProducts(tx, [productId])
  const { sku, here, givenUpAt } = await pathById(tx, id)
  if (givenUpAt === null) throw new Refusal('identify_goes_on', { sku })
  await markGivenUp(tx, id, null)
  const after = { product: sku, unknown: here }
  audit(tx, { action: 'identification.go_on', subjectKind: 'identification', subjectId: id, after, reason: null })
}
