/**
 * server/modules/allocation/serve-back-orders.ts — offers free stock to what waits for it, in turn (domain/turn.ts), so many lines
 * in one transaction and the others in those that follow (stock/offers.ts says what that guarantees).
 */
import { groupBy } from '#domain/group-by.ts'
import { isExpired } from '#domain/shelf-life.ts'
import type { Tx } from '#platform/db.ts'
import { enqueue } from '#platform/jobs.ts'
import { lockProducts, resolveProducts } from '../catalog/index.ts'
import {
  advanceOffers,
  closeOffers,
  type DemandRow,
  demandsById,
  headsOfQueues,
  type OfferCause,
  offersOf,
  type Promised,
  productsOnOffer,
  reserve,
  restOfQueues,
} from '../stock/index.ts'
import { planAllocation } from './allocate.ts'
import { type Candidate, candidates } from './candidates.ts'
import { insertDecisions } from './decisions.ts'
import { keepDraws } from './pools/kept-pools.ts'
import { keepRoutings, lockRoutings } from './routing/routing-store.ts'
import { type RulesInForce, rulesInForce } from './rules/rules-in-force.ts'
import type { ToAllocate } from './under-the-rules.ts'

/** That one transaction serves or tells. */
const linesMax = 1000
const productsMax = 20

/** `concerned`: lines whose decision is kept even where they get nothing, for something was done to them. */
type Offer = Readonly<{ cause: OfferCause; concerned: readonly string[] }>

/** From the head of the queues. The products must be locked. */
export async function serveBackOrders(
  tx: Tx,
  productIds: readonly string[],
  { cause, concerned }: Offer,
): Promise<void> {
  if (productIds.length === 0) return
  const pageMax = pageFor(productIds)
  const queue = await headsOfQueues(tx, productIds, pageMax)
  await serve(tx, { cause, concerned: concerned.slice(0, linesMax), pageMax, queue })
  const untold = concerned.slice(linesMax)
  if (untold.length > 0) await enqueue(tx, 'lines-released', { cause, demandIds: untold })
}

/** For what was taken from lines in an earlier transaction: other batches are looked for, and each is told. */
export async function serveReleased(
  tx: Tx,
  { cause, demandIds }: { cause: OfferCause; demandIds: readonly string[] },
): Promise<void> {
  if (demandIds.length === 0) return
  const demands = await demandsById(tx, demandIds.slice(0, linesMax))
  const productIds = [...new Set(demands.map(({ productId }) => productId))]
  await lockProducts(tx, productIds)
  await serveBackOrders(tx, productIds, { cause, concerned: demandIds })
}

/** One more step of the offers that are open; where any is left, a job takes the next. */
export async function continueOffers(tx: Tx): Promise<void> {
  const seen = await productsOnOffer(tx, productsMax)
  if (seen.length === 0) return
  await lockProducts(tx, seen)
  const pageMax = pageFor(seen)
  const [offers, queue] = await Promise.all([offersOf(tx, seen), restOfQueues(tx, seen, pageMax)])
  for (const [cause, group] of groupBy(offers, (offer) => offer.cause)) {
    const productIds = new Set(group.map(({ productId }) => productId))
    const waiting = queue.filter(({ productId }) => productIds.has(productId))
    for (const { productId } of waiting) productIds.delete(productId)
    await closeOffers(tx, [...productIds])
    await serve(tx, { cause, concerned: [], pageMax, queue: waiting })
  }
  if ((await productsOnOffer(tx, 1)).length > 0) await goOn(tx)
}

const pageFor = (productIds: readonly string[]) => Math.max(1, Math.floor(linesMax / productIds.length))
const goOn = (tx: Tx) => enqueue(tx, 'offers-open', {}, 'all')

type Serving = Offer & Readonly<{ queue: readonly DemandRow[]; pageMax: number }>

async function serve(tx: Tx, { queue, concerned, cause, pageMax }: Serving): Promise<void> {
  const behind = await elsewhere(tx, queue, concerned)
  if (queue.length + behind.length === 0) return
  const demands = [...queue, ...behind]
  const productIds = [...new Set(demands.map(({ productId }) => productId))]
  const [products, stock, rules] = await Promise.all([
    resolveProducts(tx, productIds),
    candidates(tx, productIds),
    rulesInForce(tx),
  ])
  if (rules.rules.some(({ sets }) => sets.routing !== undefined))
    await lockRoutings(
      tx,
      queue.map(({ documentId }) => documentId),
    )
  const told = new Set(concerned)
  const asks = demands.flatMap((demand, index): ToAllocate[] => {
    const product = products.get(demand.productId)
    const quantity = demand.quantity - demand.reserved - demand.shipped
    const waits = index >= queue.length
    return product ? [{ demand, product, quantity, history: false, waits, told: told.has(demand.id) }] : []
  })
  const promises = await promise(tx, asks, { stock, rules, cause })
  await noteHowFar(tx, { queue, cause, pageMax, isLeft: leftAfter(stock, promises) })
}

type Against = Readonly<{ stock: ReadonlyMap<string, readonly Candidate[]>; rules: RulesInForce; cause: OfferCause }>

async function promise(tx: Tx, asks: readonly ToAllocate[], against: Against): Promise<Promised[]> {
  const { promises, decisions, draws, routings } = await planAllocation(tx, asks, against)
  keepDraws(tx, draws)
  await reserve(tx, promises)
  insertDecisions(tx, decisions)
  keepRoutings(tx, routings)
  return promises
}

/**
 * Before whoever waits, as much as these lines just gave back, of what is free now: it was theirs. They are of one order, and `demands`
 * say in `reserved` what each had. The products must be locked.
 */
export async function serveAgain(
  tx: Tx,
  demands: readonly DemandRow[],
  { rules, cause }: Pick<Against, 'rules' | 'cause'>,
): Promise<void> {
  const productIds = [...new Set(demands.map(({ productId }) => productId))]
  const [products, stock] = await Promise.all([resolveProducts(tx, productIds), candidates(tx, productIds)])
  const asks = demands.flatMap((demand): ToAllocate[] => {
    const product = products.get(demand.productId)
    const { reserved: quantity } = demand
    const none = { history: false, waits: false, told: false }
    return product && quantity > 0 ? [{ demand, product, quantity, ...none }] : []
  })
  await promise(tx, asks, { stock, rules, cause })
}

/** Concerned lines that want something and are not in this piece of the queue: they are told, and wait for their turn. */
async function elsewhere(tx: Tx, queue: readonly DemandRow[], concerned: readonly string[]): Promise<DemandRow[]> {
  const here = new Set(queue.map(({ id }) => id))
  const ids = concerned.filter((id) => !here.has(id))
  const demands = ids.length > 0 ? await demandsById(tx, ids) : []
  return demands.filter(({ quantity, reserved, shipped }) => reserved + shipped < quantity)
}

/** An offer goes on where its piece of the queue was full and anything is left that could be sold. */
async function noteHowFar(
  tx: Tx,
  offered: Pick<Serving, 'queue' | 'cause' | 'pageMax'> & { isLeft: (productId: string) => boolean },
): Promise<void> {
  const last: string[] = []
  const ended: string[] = []
  for (const [productId, lines] of groupBy(offered.queue, (line) => line.productId)) {
    const goesOn = lines.length === offered.pageMax && offered.isLeft(productId)
    if (goesOn) last.push(lines.at(-1)?.id ?? '')
    else ended.push(productId)
  }
  if (ended.length > 0) tx.send(closeOffers(tx, ended).execute())
  if (last.length === 0) return
  await advanceOffers(tx, last, offered.cause)
  await goOn(tx)
}

function leftAfter(stock: ReadonlyMap<string, readonly Candidate[]>, promises: readonly Promised[]) {
  const taken = new Map<string, number>()
  for (const { batchId, placeId, quantity } of promises)
    taken.set(`${batchId} ${placeId}`, (taken.get(`${batchId} ${placeId}`) ?? 0) + quantity)
  const isLeft = ({ batchId, placeId, available, obstacles, expiresOn, today }: Candidate) =>
    available > (taken.get(`${batchId} ${placeId}`) ?? 0) && obstacles.length === 0 && !isExpired(expiresOn, today)
  return (productId: string) => (stock.get(productId) ?? []).some(isLeft)
}
