/**
 * server/modules/notices/units-store.ts — who is behind customers and orders, read where it is kept.
 */
import type { Audience, Language } from '#domain/notices/choices.ts'
import type { Instant } from '#platform/clock.ts'
import type { Db } from '#platform/db.ts'
import { netMoves } from '../stock/index.ts'

export type SerialSent = {
  serialId: string
  batchId: string
  orderId: string
  orderNumber: string
  customerId: string | null
}

/** Each shipment of each of these units that stands. */
export const serialsSent = (db: Db, serialIds: readonly string[], knownOn: Instant | null) => db<SerialSent[]>`
  select ms.serial_id, m.batch_id, o.id as order_id, o.number as order_number, o.customer_id
  from stock.move_serial ms
  join ${netMoves(db, knownOn)} m on m.account_id = ms.account_id and m.id = ms.move_id and m.reason = 'shipment'
  join fulfilment.shipment s on s.account_id = m.account_id and s.id = m.document_id
  join orders.sales_order o on o.account_id = s.account_id and o.id = s.order_id
  where ms.account_id = ${db.act.accountId} and ms.serial_id = any(${serialIds as string[]}::uuid[]) order by m.id, ms.serial_id`

export type CustomerContact = {
  id: string
  code: string
  name: string
  email: string | null
  phone: string | null
  address: string | null
  country: string | null
  language: Language | null
  audience: Audience | null
}

export const customerContacts = (db: Db, ids: readonly string[]) => db<CustomerContact[]>`
  select id, code, name, email, phone, address, country, language, audience from catalog.customer
  where account_id = ${db.act.accountId} and id = any(${ids as string[]}::uuid[])`

export type OrderContact = { id: string; number: string; channel: string; shipTo: string | null; orderedAt: Instant }

export const orderContacts = (db: Db, ids: readonly string[]) => db<OrderContact[]>`
  select id, number, channel, ship_to, ordered_at from orders.sales_order
  where account_id = ${db.act.accountId} and id = any(${ids as string[]}::uuid[]) order by ordered_at desc, id`
