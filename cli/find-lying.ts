/**
 * cli/find-lying.ts — where units of a batch lie, as a person names it: its batch, and the place where there are several.
 */
import { firstRows } from './api.ts'
import { exitCodes, Failure, wrongUse } from './failure.ts'
import { findBatch } from './find-batch.ts'
import type { Session } from './session.ts'

export type Lying = Readonly<{
  batchId: string
  batchCode: string
  placeId: string
  placeCode: string
  warehouseCode: string
}>
export type LyingAsk = Readonly<{ batch: string; product?: string | undefined; place?: string | undefined }>

const rowsMax = 5000

/** Fails where nothing of it lies there, or where it lies at several places and none is named. */
export async function findLying(session: Session, ask: LyingAsk): Promise<Lying> {
  const { id, code, sku } = await findBatch(session, { batch: ask.batch, product: ask.product })
  const { items } = await firstRows<Lying>(session.api, '/v1/stock', { limit: rowsMax, query: { product: sku } })
  const here = items.filter(({ batchId }) => batchId === id)
  const [only, ...others] = ask.place === undefined ? here : here.filter(({ placeCode }) => placeCode === ask.place)
  if (only && others.length === 0) return only
  if (here.length === 0) throw new Failure(exitCodes.refused, `Nothing of batch "${code}" is here.`)
  const list = here.map(({ warehouseCode, placeCode }) => `${warehouseCode} ${placeCode}`).join(', ')
  throw wrongUse(`Batch "${code}" lies at ${list}. Say which with --place.`)
}
