/**
 * server/modules/stock/refuse-unopening.ts — what is opened is never for sale again, whichever way it comes.
 */
import { isPhysical } from '#domain/ledger.ts'
import type { Tx } from '#platform/db.ts'
import { Refusal } from '#platform/refusal.ts'
import { openedAmong } from '../batches/index.ts'
import type { MoveAsk } from './move-ask.ts'
import { namesOf } from './store.ts'

/**
 * What is opened stays where opened units lie until it is used up; nothing comes there but by opening it, because it was found there, or back;
 * and opened units that come from outside the warehouse, from a sample, a count or a receipt, come nowhere else. Refuses `opened_stays`, `opened_only`
 * and `opened_for_good`.
 */
export async function refuseUnopening(tx: Tx, asks: readonly MoveAsk[]): Promise<void> {
  const carried = asks.find(({ from, to }) => from.kind === 'opened' && isPhysical(to.kind))
  if (carried) throw new Refusal('opened_stays', await toldOf(tx, carried, carried.from.id))
  const unopened = asks.find((ask) => ask.to.kind === 'opened' && !mayComeToOpened(ask))
  if (unopened) throw new Refusal('opened_only', await toldOf(tx, unopened, unopened.to.id))
  const coming = asks.filter(comesForSale)
  const opened = coming.length > 0 ? await openedAmong(tx, [...new Set(coming.map(({ batchId }) => batchId))]) : null
  const wrong = coming.find(({ batchId }) => opened?.has(batchId))
  if (wrong) throw new Refusal('opened_for_good', await toldOf(tx, wrong, wrong.to.id))
}

const mayComeToOpened = ({ from, document, reversesId }: MoveAsk) =>
  from.kind === 'count' || from.kind === 'sample' || document.kind === 'redating' || Boolean(reversesId)

/** What is carried within the warehouse was judged when it came, and what is undone lies where it lay. */
const comesForSale = ({ from, to, reversesId }: MoveAsk) =>
  isPhysical(to.kind) && to.kind !== 'opened' && !isPhysical(from.kind) && !reversesId

async function toldOf(tx: Tx, { where, batchId }: MoveAsk, placeId: string) {
  const { batch, place } = await namesOf(tx, { batchId, placeId })
  return { where, batch, place }
}
