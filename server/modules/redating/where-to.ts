/**
 * server/modules/redating/where-to.ts — where units come to lie that were opened, frozen or thawed.
 */
import type { RedatingKind } from '#domain/redating.ts'
import type { Tx } from '#platform/db.ts'
import { Refusal } from '#platform/refusal.ts'
import { boxPlaces, openedPlace, type PlaceRow, placesById } from '../places/index.ts'
import { activeHolds, covers, refuseFreeing } from '../quality/index.ts'

export type From = PlaceRow & Readonly<{ warehouseId: string }>
type Asked = Readonly<{ kind: RedatingKind; to?: string }>
type Goods = Readonly<{ batchId: string; batch: string; productId: string; from: From }>

/**
 * What is opened lies where the opened units of the warehouse do, and stays there when it is frozen; everything else stays where it was
 * unless another bin is named, closed boxes as closed boxes. Refuses `not_found`, `redating_held`, `would_free_held`, and
 * `invalid_input` for a place to which it cannot go.
 */
export async function whereTo(tx: Tx, ask: Asked, goods: Goods): Promise<PlaceRow> {
  const { from, batchId, productId, batch } = goods
  const to = await chosen(tx, ask, from)
  if (to.id === from.id) return to
  const holds = await activeHolds(tx, [productId])
  const hold = holds.find((one) => one.scope === 'balance' && covers(one, { productId, batchId, placeId: from.id }))
  if (hold) throw new Refusal('redating_held', { batch, place: from.code, hold: hold.number })
  await refuseFreeing(tx, [{ where: 'Units', batchId, productId, from, to }])
  return to
}

async function chosen(tx: Tx, { kind, to: asked }: Asked, from: From): Promise<PlaceRow> {
  if (asked !== undefined && (kind === 'opened' || from.kind === 'opened'))
    throw problem('is not asked for: opened units lie where the opened ones of the warehouse do')
  if (kind === 'opened') return openedPlace(tx, from.warehouseId)
  if (asked === undefined || asked === from.id) return from
  const [to] = await placesById(tx, [asked])
  if (!to) throw new Refusal('not_found', { kind: 'place', id: asked })
  if (to.warehouseId !== from.warehouseId || to.kind === 'opened') throw problem('must be a bin of the same warehouse')
  if (from.packOf === null || to.packOf === from.packOf) return to
  const { packOf } = from
  return (await boxPlaces(tx, [{ bin: to, packOf }]))({ bin: to, packOf })
}

const problem = (message: string) => new Refusal('invalid_input', { problems: [{ at: 'to', message }] })
