/**
 * server/modules/trace/scope/answers.ts — how the answers to a scope look.
 */
import { Count, Day, Id, Instant, Nullable, Quantity, Type } from '#platform/http/index.ts'
import { CameFrom, Lies, MassBalance, OpenOrder, whoGot } from '../shapes.ts'

const text = () => Nullable(Type.String())
const named = {
  batchId: Id(),
  batchCode: Type.String(),
  productId: Id(),
  sku: Type.String(),
  expiresOn: Nullable(Day()),
}
const Recipient = Type.Object({
  customerId: Nullable(Id()),
  customerName: text(),
  orders: Type.Integer(),
  least: Count(),
  most: Count(),
})
const MayBe = Type.Object({
  path: Id(),
  productId: Id(),
  sku: Type.String(),
  here: Type.Object({ least: Count(), most: Count() }),
  sent: Type.Object({ least: Count(), most: Count(), items: Type.Array(Recipient) }),
})
export const ScopeTrace = Type.Object({
  batches: Type.Array(
    Type.Object({
      ...named,
      named: Type.Boolean({ description: 'What is asked for; otherwise it was made of that' }),
      undated: Type.Boolean({ description: 'Named because nobody knows when it was made' }),
      massBalance: MassBalance,
    }),
  ),
  products: Type.Array(
    Type.Object({
      productId: Id(),
      sku: Type.String(),
      productName: Type.String(),
      batches: Type.Integer(),
      massBalance: MassBalance,
    }),
    { description: 'The sums of each product' },
  ),
  serials: Type.Array(
    Type.Object({
      serialId: Id(),
      code: Type.String(),
      batchId: Id(),
      batchCode: Type.String(),
      sku: Type.String(),
      placeCode: Type.String(),
      placeKind: Type.String(),
      warehouseCode: text(),
      since: Instant(),
      orderId: Nullable(Id()),
      orderNumber: text(),
      customerId: Nullable(Id()),
      customerName: text(),
    }),
    { description: 'Units that are named by themselves, and where each is' },
  ),
  upstream: Type.Array(Type.Object({ ...named, supplierName: text(), supplierLot: text() }), {
    description: 'What it was made of',
  }),
  receipts: Type.Array(CameFrom),
  here: Type.Array(Type.Object({ ...Lies.properties, sku: Type.String() })),
  openOrders: Type.Array(OpenOrder, { description: 'What can still be stopped' }),
  transfers: Type.Array(
    Type.Object({
      transferId: Id(),
      number: Type.String(),
      fromWarehouse: Type.String(),
      toWarehouse: Type.String(),
      batchId: Id(),
      quantity: Quantity(),
    }),
  ),
  mayBe: Nullable(
    Type.Array(MayBe, {
      description: 'Goods without batch that may be of it, by product; of a moment before now not told',
    }),
  ),
  ...whoGot,
})

export const Exposure = Type.Object({
  batches: Type.Integer({ description: 'With what was made of those that are named' }),
  products: Type.Integer(),
  warehouses: Type.Integer(),
  places: Type.Integer(),
  onHand: Count(),
  inTransit: Count(),
  transfers: Type.Integer(),
  openOrders: Type.Integer({ description: 'That can still be stopped' }),
  reserved: Count(),
  picked: Count(),
  customers: Type.Integer(),
  orders: Type.Integer({ description: 'That were sent some' }),
  shipped: Count(),
  returned: Count(),
  kept: { ...Count(), description: 'Sent less returned' },
  customersWithoutEmail: Type.Integer(),
  ordersOfNobody: Type.Integer({ description: 'Sent to, and naming no customer' }),
  mayBe: Type.Object(
    { least: Count(), most: Count() },
    { description: 'Of goods without batch, here and sent, so many may be of these' },
  ),
  sellers: Type.Object(
    {
      customers: Type.Integer(),
      soldOn: Type.Object({ least: Count(), most: Count() }),
      there: Type.Object({ least: Count(), most: Count() }),
    },
    { description: 'Customers who sell on and report how many: sold on, and there still, of what they have' },
  ),
  currency: Type.String(),
  costHere: { ...Count(), description: 'Of what is here, in minor units of the currency' },
  costOut: { ...Count(), description: 'Of what customers have' },
  unitsWithoutCost: { ...Count(), description: 'Of which no receipt said what they cost: in neither' },
})
