/**
 * server/modules/allocation/swap-promises.ts — a line takes other stock than was promised to it: what is free, then what is
 * promised to lines that can do without. Those get what was freed where their rules allow it, else they are served anew.
 */
import { explainPassedOver, type WhyNot } from '#domain/allocation/planner.ts'
import { whyNotBeside } from '#domain/allocation/unfit-promises.ts'
import { packsCovering, wholePacks } from '#domain/packs.ts'
import type { Tx } from '#platform/db.ts'
import { newId } from '#platform/id.ts'
import { Refusal } from '#platform/refusal.ts'
import { placesById } from '../places/index.ts'
import {
  demandsById,
  giveBackParts,
  type Promised,
  promisesAt,
  type ReservationRow,
  releaseReservations,
  reservationsOf,
  reserve,
} from '../stock/index.ts'
import { candidates } from './candidates.ts'
import { insertDecisions } from './decisions.ts'
import { forcedBatches, insertException } from './exceptions.ts'
import { keptFromLine } from './pools/kept-pools.ts'
import { promisedStock, ruledLines, stockByProduct } from './rejudge.ts'
import { rulesInForce } from './rules/rules-in-force.ts'
import { toldRules } from './rules/told-rules.ts'
import { serveBackOrders } from './serve-back-orders.ts'

type Spot = Readonly<{ batchId: string; placeId: string }>
export type SwapAsk = Readonly<{
  demandId: string
  productId: string
  give: Spot // promised to the line
  take: Pick<ReservationRow, 'batchId' | 'placeId' | 'batchCode' | 'expiresOn'> & { readonly placeCode: string }
  quantity: number
  /** How much of a promise of `take` its line can do without: not what it has picked. */
  spare: (promise: Promised) => number
  force: string | null // why it may have the batch though its rules forbid it
}>
/** Lines that lost some of `take`; `gets` where they have what was freed instead. */
export type Swapped = Readonly<{ others: readonly (Promised & { gets: boolean })[]; forced: boolean }>

/**
 * Unit for unit, so that the line has as much as before. The product must be locked. Refuses `insufficient_stock`,
 * `pick_not_allowed`.
 */
export async function swapPromises(tx: Tx, ask: SwapAsk): Promise<Swapped> {
  const { losses, kept } = await lossesOf(tx, ask)
  const lines = await readLines(tx, ask, losses)
  const whyNot = lines.whyNot(ask.demandId, { ...ask, quantity: ask.quantity })
  const forced = await allow(tx, ask, whyNot ? { reason: whyNot, quantity: ask.quantity } : kept)
  const others = losses.map((loss) => {
    const instead = { give: ask.take, take: { ...ask.take, ...lines.given }, quantity: loss.quantity }
    return { ...loss, gets: lines.whyNot(loss.demandId, instead) === null }
  })
  const own = { demandId: ask.demandId, productId: ask.productId, quantity: ask.quantity }
  const served = others.filter(({ gets }) => gets).map((one) => ({ ...one, ...spotOf(ask.give) }))
  await releaseReservations(tx, [{ ...own, ...spotOf(ask.give) }, ...losses])
  await reserve(tx, [{ ...own, ...spotOf(ask.take) }, ...served])
  insertDecisions(tx, lines.decisions([{ ...own, ...spotOf(ask.take) }, ...served]))
  const lost = others.filter(({ gets }) => !gets).map(({ demandId }) => demandId)
  const parts = await giveBackParts(tx, lost)
  const concerned = [...new Set([...lost, ...parts.map(({ demandId }) => demandId)])]
  await serveBackOrders(tx, [ask.productId], { cause: 'swap', concerned })
  return { others, forced }
}

const spotOf = ({ batchId, placeId }: Spot): Spot => ({ batchId, placeId })
const isAt = (row: Spot, { batchId, placeId }: Spot) => row.batchId === batchId && row.placeId === placeId

type Obstacle = Readonly<{ reason: WhyNot; quantity: number }>
type Losses = Readonly<{
  losses: readonly Promised[]
  kept: Obstacle | null // what other channels keep of it, where that is needed too
}>

/** What must be taken from whom, the least urgent first, beyond what is free. */
async function lossesOf(tx: Tx, { productId, demandId, take, quantity, spare }: SwapAsk): Promise<Losses> {
  const rows = (await candidates(tx, [productId])).get(productId) ?? []
  const kept = await keptFromLine(tx, { demandId, productId, rows, at: (row) => isAt(row, take) })
  const free = rows.find((row) => isAt(row, take))?.available ?? 0
  const packOf = (await placesById(tx, [take.placeId]))[0]?.packOf ?? 1
  let missing = Math.max(0, quantity - free + (kept?.quantity ?? 0))
  const promises = missing > 0 ? await promisesAt(tx, [take]) : []
  const losses = promises.flatMap((row) => {
    const part =
      row.demandId === demandId ? 0 : wholePacks(Math.min(packsCovering(missing, packOf), spare(row)), packOf)
    missing = Math.max(0, missing - part)
    return part > 0 ? [{ ...row, quantity: part }] : []
  })
  if (missing === 0) return { losses, kept: null }
  if (kept && missing <= kept.quantity) {
    const { name: pool, channel, until } = kept.pool
    return { losses, kept: { reason: { kind: 'pool', pool, channel, until }, quantity: kept.quantity } }
  }
  const { batchCode: batch, placeCode: place } = take
  throw new Refusal('insufficient_stock', {
    where: 'Scan',
    batch,
    place,
    asked: quantity,
    available: quantity - missing + (kept?.quantity ?? 0),
  })
}

type Exchange = Readonly<{ give: Spot; take: Omit<SwapAsk['take'], 'placeCode'>; quantity: number }>

/** All lines of the swap under their rules, each with what it would then have. */
async function readLines(tx: Tx, ask: SwapAsk, losses: readonly Promised[]) {
  const ids = [ask.demandId, ...losses.map(({ demandId }) => demandId)]
  const reserved = await reservationsOf(tx, { demandIds: ids })
  const given = reserved.find((row) => row.demandId === ask.demandId && isAt(row, ask.give))
  if (!given) throw new Error('a line swaps what is not promised to it')
  const taken = { ...given, ...ask.take }
  const rules = await rulesInForce(tx)
  const stockOf = await promisedStock(tx, [...reserved, taken])
  const stock = stockByProduct([...reserved, taken], stockOf)
  const judged = await ruledLines(tx, await demandsById(tx, ids), { stock, rules })
  const lineOf = new Map(judged.map((one) => [one.ask.demand.id, one]))
  const batchOf = new Map([given, taken].map((row) => [row.batchId, row.batchCode]))
  return {
    given: { batchId: given.batchId, placeId: given.placeId, batchCode: given.batchCode, expiresOn: given.expiresOn },
    whyNot(demandId: string, { give, take, quantity }: Exchange) {
      const line = lineOf.get(demandId)
      if (!line) throw new Error('a line of a swap is not there')
      const kept = reserved
        .filter((row) => row.demandId === demandId)
        .map((row) => (isAt(row, give) ? { ...row, quantity: row.quantity - quantity } : row))
        .filter((row) => row.quantity > 0)
      const row = { ...given, ...take, demandId, quantity }
      const heldFor = (one: ReservationRow) => ({ stock: stockOf(one), quantity: one.quantity })
      return whyNotBeside(line.demand, kept.map(heldFor), heldFor(row))
    },
    decisions: (served: readonly Promised[]) =>
      served.flatMap(({ demandId, batchId, placeId, quantity }) => {
        const line = lineOf.get(demandId)
        if (!line) return []
        const pick = { batchId, batchCode: batchOf.get(batchId) ?? '', placeId, quantity }
        const { judgedOn, demand, rules: held, arrivals } = line
        const told = {
          cause: 'swap',
          judgedOn,
          rotation: demand.rotation,
          rules: toldRules(held),
          arrivals: [...arrivals],
        }
        return [{ id: newId(), demandId, asked: quantity, shortfall: 0, picks: [pick], passedOver: [], ...told }]
      }),
  }
}

/** Against life, the rules about batches and pools a person may decide; never against a hold, a last day, a place or a closed box. */
async function allow(tx: Tx, { demandId, take, force }: SwapAsk, obstacle: Obstacle | null): Promise<boolean> {
  if (obstacle === null) return false
  const { reason } = obstacle
  const forcible =
    !['held', 'expired', 'place'].includes(reason.kind) && !(reason.kind === 'pack' && reason.by === null)
  if (force === null || !forcible) {
    const says = explainPassedOver({ batchCode: take.batchCode, ...obstacle })
    throw new Refusal('pick_not_allowed', { batch: take.batchCode, says, forcible })
  }
  const known = (await forcedBatches(tx, [demandId])).get(demandId) ?? []
  if (!known.includes(take.batchId)) await insertException(tx, { demandId, batchId: take.batchId, reason: force })
  return true
}
