/**
 * server/test/traced/book.ts — what went where of each batch, and what became of what, as far as answers told: slow, and obviously right. It knows nothing of how
 * a trace is found.
 */

/** `CUSTOMER`, `SUPPLIER`, `MADE`, `USED`, `COUNT` and `TRANSIT` are places as the shelves are; one is written `CHI A`. `orderId` where a customer has part in it. */
export type Went = {
  at: string
  batchId: string
  from: string
  to: string
  quantity: number
  orderId: string | null
  undoneAt: string | null
}
/** What is asked of one is asked of the other; of two that were merged in both directions. */
export type Became = { at: string; batchId: string; otherId: string; isOne: boolean; undoneAt: string | null }
export type Book = { went: Went[]; became: Became[] }

const outside = ['CUSTOMER', 'SUPPLIER', 'MADE', 'USED', 'COUNT']

/** Of what the book knew at a moment: what was done later did not happen, and what was undone later stands. */
export function asOf({ went, became }: Book, at: string): Book {
  const stood = (one: { at: string; undoneAt: string | null }) =>
    one.at <= at && (one.undoneAt === null || one.undoneAt > at)
  return { went: went.filter(stood), became: became.filter(stood) }
}

/** These, and again and again whatever any of them became, until nothing more comes. */
export function reachedFrom({ became }: Book, batchIds: readonly string[]): Set<string> {
  const reached = new Set(batchIds)
  for (let before = -1; before < reached.size; ) {
    before = reached.size
    const next = became.filter(({ batchId }) => reached.has(batchId)).map(({ otherId }) => otherId)
    const back = became.filter(({ isOne, otherId }) => isOne && reached.has(otherId)).map(({ batchId }) => batchId)
    for (const id of [...next, ...back]) reached.add(id)
  }
  return reached
}

export function sumsBy<Row>(rows: readonly Row[], key: (row: Row) => string, units: (row: Row) => number) {
  const sums = new Map<string, number>()
  for (const row of rows) sums.set(key(row), (sums.get(key(row)) ?? 0) + units(row))
  return new Map([...sums].filter(([, quantity]) => quantity !== 0))
}

/** Units by `batch place`, for places that stand in a warehouse and for what is on its way. */
export function lyingIn(book: Book): Map<string, number> {
  const ends = book.went.flatMap(({ batchId, from, to, quantity }) => [
    { batchId, place: from, quantity: -quantity },
    { batchId, place: to, quantity },
  ])
  return sumsBy(
    ends.filter(({ place }) => !outside.includes(place)),
    ({ batchId, place }) => `${batchId} ${place}`,
    ({ quantity }) => quantity,
  )
}

const isShipped = ({ to }: Went) => to === 'CUSTOMER'
const isReturned = ({ from }: Went) => from === 'CUSTOMER'
const ofOrder = ({ batchId, orderId }: Went) => `${batchId} ${orderId}`

/** Units by `batch order`. */
export const sentIn = ({ went }: Book) => sumsBy(went.filter(isShipped), ofOrder, ({ quantity }) => quantity)
export const keptIn = ({ went }: Book) =>
  sumsBy(
    went.filter((one) => isShipped(one) || isReturned(one)),
    ofOrder,
    (one) => (isShipped(one) ? one.quantity : -one.quantity),
  )

export type Truth = Readonly<{
  batches: string[]
  here: string[] // batch, place, units
  sent: string[] // batch, order, units
  kept: string[] // batch, order, units
  sums: { orders: number; shipped: number; returned: number }
}>

const told = (sums: ReadonlyMap<string, number>) => [...sums].map(([key, units]) => `${key} ${units}`).sort()

/** Everyone who got these batches or what was made of them, and where the rest lies, as it was known at a moment. */
export function truthOf(whole: Book, batchIds: readonly string[], at: string): Truth {
  const then = asOf(whole, at)
  const reached = reachedFrom(then, batchIds)
  const own: Book = { ...then, went: then.went.filter(({ batchId }) => reached.has(batchId)) }
  const units = (rows: readonly Went[]) => rows.reduce((sum, { quantity }) => sum + quantity, 0)
  return {
    batches: [...reached].sort(),
    here: told(lyingIn(own)),
    sent: told(sentIn(own)),
    kept: told(keptIn(own)),
    sums: {
      orders: new Set(own.went.filter(isShipped).map(({ orderId }) => orderId)).size,
      shipped: units(own.went.filter(isShipped)),
      returned: units(own.went.filter(isReturned)),
    },
  }
}
