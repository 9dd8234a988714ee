/**
 * server/modules/closing/consignees.ts — the consignee spreadsheet that a regulator asks for, a row a consignee and batch, to be sorted by whoever reads it.
 */
import { batchOnSheet } from '#domain/batch-code.ts'
import { groupBy } from '#domain/group-by.ts'
import type { Db } from '#platform/db.ts'
import { type NoticeRecipient, noticeRecipients } from '../notices/index.ts'
import { endedAt, recallByRef } from '../recalls/index.ts'
import { reachOf, soldOnBeside, soldOnCells, whoGotAll } from '../trace/index.ts'

const named = {
  customerCode: 'Account',
  name: 'Consignee',
  shipTo: 'Ship to',
  email: 'E-mail',
  phone: 'Phone',
}
const shipped = {
  orderNumbers: 'Orders',
  sku: 'Product',
  batchCode: 'Lot',
  expiresOn: 'Last day',
  quantity: 'Quantity shipped',
  firstShippedAt: 'First shipped',
  lastShippedAt: 'Last shipped',
  returned: 'Returned',
  kept: 'Not returned',
}
/** Of this batch, where the consignee sells on and reports how many; empty where it does not. */
export const soldOnColumns = {
  soldOnLeast: 'Sold on, at least',
  soldOnMost: 'Sold on, at most',
  thereLeast: 'There still, at least',
  thereMost: 'There still, at most',
}
const told = {
  state: 'State',
  notifiedAt: 'Notified',
  way: 'Notified by',
  notices: 'Notices',
  calls: 'Calls',
  respondedAt: 'Answered',
  have: 'Have (all lots)',
  destroyed: 'Destroyed (all lots)',
  returning: 'Returning (all lots)',
  used: 'Used (all lots)',
}
export const consigneeColumns = { ...named, ...shipped, ...soldOnColumns, ...told }
/** For the file that is kept: no name, no address. */
export const namelessColumns = { customerCode: named.customerCode, ...shipped, ...soldOnColumns, ...told }
const counts = {
  quantity: 1,
  returned: 1,
  kept: 1,
  ...soldOnColumns,
  notices: 1,
  calls: 1,
  have: 1,
  destroyed: 1,
  returning: 1,
  used: 1,
}
export const consigneesAs = {
  ...Object.fromEntries(Object.keys(counts).map((key) => [key, 'count' as const])),
  expiresOn: 'day' as const,
  firstShippedAt: 'instant' as const,
  lastShippedAt: 'instant' as const,
  notifiedAt: 'instant' as const,
  respondedAt: 'instant' as const,
}

/** Those who are meant, and may have got some as well: theirs is a quantity of 0. Refuses `not_found`. */
export async function consigneeRows(db: Db, ref: string) {
  const recall = await recallByRef(db, ref)
  const { asked } = await reachOf(db, recall.now.scope, endedAt(recall))
  const [recipients, sent, beside] = await Promise.all([
    noticeRecipients(db, recall.id),
    whoGotAll(db, asked),
    soldOnBeside(db, asked),
  ])
  const shipments = groupBy(sent, (row) => `${row.customerId ?? row.orderId} ${row.batchId}`)
  return recipients.filter(({ isMeant }) => isMeant).flatMap((one) => rowsOf(one, { shipments, beside }))
}

type Sent = Awaited<ReturnType<typeof whoGotAll>>[number]

type Found = Readonly<{
  shipments: ReadonlyMap<string, readonly Sent[]>
  beside: Awaited<ReturnType<typeof soldOnBeside>>
}>

function rowsOf(one: NoticeRecipient, { shipments, beside }: Found) {
  const { contact, units, customerCode, state, notifiedAt, way, notices, calls, respondedAt } = one
  const { have, destroyed, returning, used } = units
  const told = { state, notifiedAt, way, notices, calls, respondedAt, have, destroyed, returning, used }
  return one.items.map(({ batchId, most, productName, ...item }) => {
    const own = shipments.get(`${one.customerId ?? one.orderId} ${batchId}`) ?? []
    const times = own.map(({ shippedAt }) => shippedAt).toSorted()
    return batchOnSheet({
      customerCode,
      name: contact.name,
      shipTo: own.find(({ shipTo }) => shipTo !== null)?.shipTo ?? contact.address,
      email: contact.email,
      phone: contact.phone,
      ...item,
      orderNumbers: [...new Set(own.map(({ orderNumber }) => orderNumber))].join(' '),
      firstShippedAt: times[0] ?? null,
      lastShippedAt: times.at(-1) ?? null,
      ...soldOnCells(beside({ batchId, customerId: one.customerId })),
      ...told,
    })
  })
}
