/**
 * server/modules/notices/who.ts — everybody who got what a recall means, with their units; as it was known at its end, once that has come.
 */
import type { CalendarDate } from '#domain/calendar-date.ts'
import { groupBy } from '#domain/group-by.ts'
import type { Instant } from '#platform/clock.ts'
import type { Db } from '#platform/db.ts'
import { joinsAsWritten } from '#platform/plans.ts'
import { stableId } from '#platform/stable-id.ts'
import { batchesOf } from '../batches/index.ts'
import { endedAt, type Recall } from '../recalls/index.ts'
import { mayBeAmong, reachOf, whereSerialsAre, whoGotAll } from '../trace/index.ts'
import { serialsSent } from './units-store.ts'

/** What somebody got of one batch: certainly, and at most where nobody knows the batch. */
export type Item = Readonly<{
  batchId: string
  batchCode: string
  expiresOn: CalendarDate | null
  sku: string
  productName: string
  quantity: number
  returned: number
  kept: number
  most: number
}>
/** A customer, or an order that names none. */
export type Whose = Readonly<{
  id: string
  customerId: string | null
  orderId: string | null
  orderIds: readonly string[]
  orderNumbers: readonly string[]
  items: readonly Item[]
}>

type Part = Readonly<{
  customerId: string | null
  orderId: string | null // null: of a customer, in whatever order
  orderNumber: string | null
  batchId: string
  quantity: number
  returned: number
  most: number // beyond the quantity
}>

/** The id is the same whenever it is asked, before anything is written down of them. */
export const recipientId = (recallId: string, { customerId, orderId }: Pick<Part, 'customerId' | 'orderId'>): string =>
  stableId('recipient', recallId, customerId ?? orderId ?? '')

/** Those who may have got some are told of a recall that runs; of one that has ended it is not kept. */
export async function whoGotIt(db: Db, recall: Recall): Promise<Whose[]> {
  await joinsAsWritten(db)
  const until = endedAt(recall)
  const { meant, asked } = await reachOf(db, recall.now.scope, until)
  const serialIds = meant.serials.map(({ serialId }) => serialId)
  const [sent, units, possible] = await Promise.all([
    whoGotAll(db, asked),
    serialIds.length > 0 ? unitsOf(db, serialIds, until) : [],
    until === null ? mayHave(db, asked.batchIds) : [],
  ])
  const parts = [...sent.map((row) => ({ ...row, most: 0 })), ...units, ...possible]
  const batchIds = [...new Set(parts.map(({ batchId }) => batchId))]
  const batchOf = new Map((await batchesOf(db, batchIds)).map((batch) => [batch.id, batch]))
  return [...groupBy(parts, (part) => recipientId(recall.id, part))].map(([id, own]) => {
    const [first] = own
    return {
      id,
      customerId: first?.customerId ?? null,
      orderId: first?.customerId ? null : (first?.orderId ?? null),
      orderIds: [...new Set(own.flatMap(({ orderId }) => orderId ?? []))],
      orderNumbers: [...new Set(own.flatMap(({ orderNumber }) => orderNumber ?? []))].toSorted(),
      items: [...groupBy(own, ({ batchId }) => batchId)].map(([batchId, rows]) =>
        itemOf(rows, { batchId, ...namesOf(batchOf.get(batchId)) }),
      ),
    }
  })
}

type Batch = Awaited<ReturnType<typeof batchesOf>>[number]

const namesOf = (batch: Batch | undefined) => ({
  batchCode: batch?.code ?? '',
  expiresOn: batch?.expiresOn ?? null,
  sku: batch?.sku ?? '',
  productName: batch?.productName ?? '',
})

function itemOf(
  rows: readonly Part[],
  named: Pick<Item, 'batchId' | 'batchCode' | 'expiresOn' | 'sku' | 'productName'>,
): Item {
  const sum = (of: 'quantity' | 'returned' | 'most') => rows.reduce((total, row) => total + row[of], 0)
  const [quantity, returned] = [sum('quantity'), sum('returned')]
  return { ...named, quantity, returned, kept: quantity - returned, most: quantity + sum('most') }
}

/** A unit that is back is with nobody; sent twice, it is with whom it was sent to last. */
async function unitsOf(db: Db, serialIds: readonly string[], knownOn: Instant | null): Promise<Part[]> {
  const [sent, now] = await Promise.all([
    serialsSent(db, serialIds, knownOn),
    whereSerialsAre(db, { serialIds, knownOn }),
  ])
  const orderNow = new Map(now.map(({ serialId, orderId }) => [serialId, orderId]))
  const lastSent = new Map(sent.map((row) => [row.serialId, row]))
  return sent.map((row) => {
    const { serialId, ...rest } = row
    const isThere = lastSent.get(serialId) === row && orderNow.get(serialId) === row.orderId
    return { ...rest, quantity: 1, returned: isThere ? 0 : 1, most: 0 }
  })
}

/** Goods without batch that may be of it: by customer, and by order where there is no customer. */
async function mayHave(db: Db, batchIds: readonly string[]): Promise<Part[]> {
  const found = await mayBeAmong(db, batchIds)
  const parts = found.map(async ({ unknownId, sent }) => {
    const named = sent.items.flatMap((item) =>
      item.customerId === null ? [] : [partOf(unknownId, item.customerId, item)],
    )
    if (named.length === sent.items.length) return named
    const orders = await whoGotAll(db, { batchIds: [unknownId], knownOn: null })
    const nameless = orders.filter(({ customerId, kept }) => customerId === null && kept > 0)
    return [...named, ...nameless.map((row) => ({ ...row, quantity: 0, returned: 0, most: row.kept }))]
  })
  return (await Promise.all(parts)).flat()
}

const partOf = (batchId: string, customerId: string, { least, most }: { least: number; most: number }): Part => ({
  customerId,
  orderId: null,
  orderNumber: null,
  batchId,
  quantity: least,
  returned: 0,
  most: most - least,
})
