import { explainPassedOver } from '#domain/allocation/planner.ts'
import type { Db } from '#platform/db.ts'
import {
  Choice,
  Exactly,
  gathered,
  type House,
  Id,
  IdParams,
  Page,
  PageQuery,
  pageOf,
  Reference,
  RefParams,
  read,
  readCursor,
  SearchText,
  Text,
  Type,
  write,
} from '#platform/http/index.ts'
import { isId } from '#platform/references.ts'
import { Refusal } from '#platform/refusal.ts'
import { decisionsOf } from '../allocation/index.ts'
import { resolveCustomers } from '../catalog/index.ts'
import { cancelOrder, changeOrder, retryOrder } from './change-order.ts'
import { chooseLineBatches } from './choose-batches.ts'
import { lostBatches } from './lost-batches.ts'
import { orderDetails } from './order-detail.ts'
import { orderList, orderStates } from './order-list.ts'
import { placeOrders } from './place-orders.ts'
import { placedDetail, placedSummary } from './placed-order.ts'
import { lookUp } from './plan-orders.ts'
import { Decision, NewOrder, Order, OrderChange, OrderSummary, PlacedOrder } from './shapes.ts'
import { ordersByRef } from './store.ts'
import { waitingAsOfNow } from './waiting-now.ts'

const tag = 'orders'

/** While one wave of orders waits for the database, another is planned. */
const lanes = 2

export function ordersRoutes(house: House): void {
  placing(house)
  reading(house)
  changing(house)
}

async function orderByRef(db: Db, ref: string) {
  const [row] = await ordersByRef(db, [ref])
  const [order] = row ? await orderDetails(db, [row.id]) : []
  if (!order) throw new Refusal('not_found', { kind: 'order', id: ref })
  return order as never
}

function placing(house: House): void {
  gathered(house, {
    url: '/v1/orders',
    needs: 'order',
    tells: 'Place an order; its batches are allocated before it is answered',
    tag,
    body: NewOrder,
    answer: Order,
    bulk: {
      field: 'orders',
      tells: 'Place many orders, thousands of lines; each is answered, and a refused one never undoes another',
      itemsMax: 5000,
      bodyBytesMax: 16_000_000,
      brief: PlacedOrder,
    },
    alsoNeeds: ({ history }) => (history ? 'record history' : null),
    lane: ({ lines }) => String((lines[0]?.product.at(-1)?.charCodeAt(0) ?? 0) % lanes),
    weigh: ({ lines }) => lines.length,
    lookUp,
    run: placeOrders,
    answers: async (tx, done) => done.map((placed) => placedDetail(placed, tx.act)),
    brief: placedSummary,
  })
}

function reading(house: House): void {
  read(
    house,
    {
      url: '/v1/orders',
      needs: 'look',
      tells: 'Orders, newest first',
      tag,
      query: Exactly({
        state: Type.Optional(Choice(orderStates)),
        customer: Type.Optional(Reference()),
        product: Type.Optional(Id()),
        text: Type.Optional(SearchText(200)),
        ...PageQuery,
      }),
      answer: Page(OrderSummary),
    },
    async (db, { query: { state, customer, product, text, cursor, limit = 100 } }) => {
      const found = customer === undefined ? null : (await resolveCustomers(db, [customer])).get(customer)
      if (found === undefined) throw new Refusal('not_found', { kind: 'customer', id: customer ?? '' })
      const [at, id] = readCursor(cursor, 2) ?? [null, null]
      const rows = await orderList(db, {
        ids: null,
        number: null,
        state: state ?? null,
        customerId: found?.id ?? null,
        productId: product ?? null,
        text: text ?? null,
        before: typeof at === 'string' && typeof id === 'string' && isId(id) ? { at, id } : null,
        limit: limit + 1,
      })
      const { items, next } = pageOf(rows, limit, (row) => [row.orderedAt, row.id])
      const waiting = items.filter(({ backOrdered }) => backOrdered > 0).map(({ id: waitingId }) => waitingId)
      const lost = await lostBatches(db, waiting)
      return { items: items.map((row) => ({ ...row, lost: lost.get(row.id) ?? [] })), next }
    },
  )
  read(
    house,
    {
      url: '/v1/orders/:ref',
      needs: 'look',
      tells:
        'An order, by id or number, with the batches of each line and why others were passed over; of lines that wait, as it is now',
      tag,
      params: RefParams(),
      answer: Order,
    },
    async (db, { params: { ref } }) => (await waitingAsOfNow(db, await orderByRef(db, ref))) as never,
  )
  read(
    house,
    {
      url: '/v1/order-lines/:id/decisions',
      needs: 'look',
      tells: 'Every allocation decision of a line, newest first, as it was judged then',
      tag,
      params: IdParams(),
      answer: Type.Object({ items: Type.Array(Decision) }),
    },
    async (db, { params: { id } }) => ({
      items: (await decisionsOf(db, id)).map(({ passedOver, ...decision }) => ({
        ...decision,
        passedOver: passedOver.map((one) => ({ ...one, says: explainPassedOver(one) })),
      })) as never,
    }),
  )
}

function changing(house: House): void {
  write(
    house,
    'PATCH',
    {
      url: '/v1/orders/:id',
      needs: 'order',
      tells:
        'Change quantities, priority, destination, service or the day of delivery; an order set to 0 on every line is cancelled',
      tag,
      params: IdParams(),
      body: OrderChange,
      answer: Order,
    },
    async (tx, { params: { id }, body }) => {
      await changeOrder(tx, { id, ...body })
      return orderByRef(tx, id)
    },
  )
  write(
    house,
    'POST',
    {
      url: '/v1/orders/:id/cancellation',
      needs: 'order',
      tells: 'Cancel what is not shipped',
      tag,
      params: IdParams(),
      body: Exactly({ reason: Text(1000) }),
      answer: Order,
    },
    async (tx, { params: { id }, body }) => {
      await cancelOrder(tx, { id, ...body })
      return orderByRef(tx, id)
    },
  )
  write(
    house,
    'POST',
    {
      url: '/v1/orders/:id/allocation',
      needs: 'order',
      tells: 'Try again what waits for stock; the queue is not jumped',
      tag,
      params: IdParams(),
      answer: Order,
    },
    async (tx, { params: { id } }) => {
      await retryOrder(tx, id)
      return orderByRef(tx, id)
    },
  )
  write(
    house,
    'PUT',
    {
      url: '/v1/order-lines/:id/batches',
      needs: 'order',
      tells: 'Choose the batches of a line by hand, in the order in which they are taken; for rules that ask a person',
      tag,
      params: IdParams(),
      body: Exactly({ batches: Type.Array(Id(), { maxItems: 500 }), reason: Type.Optional(Text(1000)) }),
      answer: Order,
    },
    async (tx, { params: { id }, body }) => orderByRef(tx, await chooseLineBatches(tx, { lineId: id, ...body })),
  )
}
