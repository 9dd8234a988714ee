import { batchOnSheet } from '#domain/batch-code.ts'
import type { Db } from '#platform/db.ts'
import { csv } from '#platform/http/csv.ts'
import {
  Count,
  Day,
  download,
  Exactly,
  type House,
  Id,
  IdParams,
  Instant,
  Nullable,
  Page,
  PageQuery,
  pageOf,
  Quantity,
  RefParams,
  read,
  Type,
} from '#platform/http/index.ts'
import { Refusal } from '#platform/refusal.ts'
import { batchesOf, lotByRef, withDescendants } from '../batches/index.ts'
import { resolveCustomers } from '../catalog/index.ts'
import { batchesWithinLot } from './batch-trace.ts'
import { possibleRecipients } from './possible-recipients.ts'
import { batchesOfCustomer, recipientsAndKept } from './recipients.ts'
import { keptOf, pageAsk } from './shapes.ts'

const tag = 'trace'
const recipientsMax = 1000
const Bounds = (description: string) => Type.Object({ least: Count(), most: Count() }, { description })
const Recipients = Type.Object({
  items: Type.Array(
    Type.Object({
      batchId: Id(),
      customerId: Nullable(Id()),
      customerName: Nullable(Type.String()),
      orders: Type.Integer(),
      quantity: Quantity(),
      ...keptOf,
      soldOn: Nullable(Bounds('What the customer sold on, as far as it reports; null where it reports nothing')),
      there: Nullable(Bounds('What is there still')),
    }),
  ),
})
const PossibleRecipients = Type.Object({
  path: Nullable(Id()),
  least: Type.Integer({
    description: 'Units of the batch that customers have kept among goods without batch, at least',
  }),
  most: Type.Integer({ description: 'And at most' }),
  items: Type.Array(
    Type.Object({
      customerId: Nullable(Id()),
      customerName: Nullable(Type.String()),
      orders: Type.Integer(),
      before: Type.Integer({ description: 'Got without a batch before its batches were tracked' }),
      since: Type.Integer({ description: 'And since' }),
      returned: Type.Integer(),
      least: Type.Integer(),
      most: Type.Integer(),
    }),
  ),
})
const CustomerBatch = Type.Object({
  batchId: Id(),
  batchCode: Type.String(),
  expiresOn: Nullable(Day()),
  productId: Id(),
  sku: Type.String(),
  productName: Type.String(),
  shipmentId: Id(),
  shipmentNumber: Type.String(),
  shippedAt: Instant(),
  orderId: Id(),
  orderNumber: Type.String(),
  quantity: Quantity(),
  kitSku: Nullable(Type.String({ description: 'The kit that was sold, where it came as a part of one' })),
  ...keptOf,
})

export function recipientRoutes(house: House): void {
  read(
    house,
    {
      url: '/v1/batches/:id/recipients',
      needs: 'look',
      tells: `Who got a batch, customer by customer, those who got most first; up to ${recipientsMax}`,
      tag,
      params: IdParams(),
      answer: Recipients,
    },
    async (db, { params: { id } }) => {
      if ((await batchesOf(db, [id])).length === 0) throw new Refusal('not_found', { kind: 'batch', id })
      return { items: await recipientsAndKept(db, await withDescendants(db, [id]), recipientsMax) }
    },
  )
  read(
    house,
    {
      url: '/v1/lots/:ref/recipients',
      needs: 'look',
      tells: `Who got the batches of a lot, batch by batch and customer by customer; up to ${recipientsMax}`,
      tag,
      params: RefParams(),
      answer: Recipients,
    },
    async (db, { params: { ref } }) => {
      const ids = await batchesWithinLot(db, (await lotByRef(db, ref)).id)
      return { items: await recipientsAndKept(db, ids, recipientsMax) }
    },
  )
  read(
    house,
    {
      url: '/v1/batches/:id/possible-recipients',
      needs: 'look',
      tells: `Who may have got units of a batch among goods that left without one, with least and most; up to ${recipientsMax}`,
      tag,
      params: IdParams(),
      answer: PossibleRecipients,
    },
    (db, { params: { id } }) => possibleRecipients(db, id, recipientsMax),
  )
  customerRoute(house)
}

function customerRoute(house: House): void {
  read(
    house,
    {
      url: '/v1/customers/:ref/batches',
      needs: 'look',
      tells: 'The batches that a customer got, newest first',
      tag,
      params: RefParams(),
      query: Exactly(PageQuery),
      answer: Page(CustomerBatch),
    },
    async (db, { params: { ref }, query }) => {
      const customer = await customerByRef(db, ref)
      const { after, limit } = pageAsk(query)
      const rows = await batchesOfCustomer(db, { customerId: customer.id, after, limit: limit + 1 })
      return pageOf(rows, limit, ({ moveId }) => [moveId])
    },
  )
  download(
    house,
    {
      url: '/v1/customers/:ref/batches.csv',
      needs: 'look',
      tells: 'The complete list of the batches that a customer got',
      tag,
      params: RefParams(),
    },
    async (db, { params: { ref } }) => {
      const { id: customerId, code } = await customerByRef(db, ref)
      const rows = await batchesOfCustomer(db, { customerId, after: null, limit: null })
      return {
        type: 'text/csv; charset=utf-8',
        name: `batches-of-${code}.csv`,
        content: csv(columns, rows.map(batchOnSheet)),
      }
    },
  )
}

async function customerByRef(db: Db, ref: string) {
  const customer = (await resolveCustomers(db, [ref])).get(ref)
  if (!customer) throw new Refusal('not_found', { kind: 'customer', id: ref })
  return customer
}

const columns = {
  sku: 'Product',
  productName: 'Name',
  batchCode: 'Batch',
  expiresOn: 'Last day',
  quantity: 'Quantity',
  orderNumber: 'Order',
  shipmentNumber: 'Shipment',
  shippedAt: 'Shipped at',
  kitSku: 'Part of kit',
}
