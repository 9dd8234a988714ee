import {
  Choice,
  Exactly,
  gathered,
  type House,
  Id,
  IdParams,
  idAfter,
  Page,
  PageQuery,
  pageOf,
  Reference,
  RefParams,
  read,
  readCursor,
  Type,
  write,
} from '#platform/http/index.ts'
import { isId } from '#platform/references.ts'
import { Refusal } from '#platform/refusal.ts'
import { resolveProducts } from '../catalog/index.ts'
import { announceInbound } from './announce-inbound.ts'
import { closeInbound, openInboundAgain } from './close-inbound.ts'
import { inboundDetail, inboundList } from './inbound-detail.ts'
import { receiptDetails, receiptIdByNumber, receiptList } from './receipt-detail.ts'
import { type Arrive, receive } from './receive.ts'
import { Inbound, InboundSummary, NewInbound, NewReceipt, Receipt, ReceiptSummary } from './shapes.ts'

const tag = 'receiving'

export function receivingRoutes(house: House, arrived: Arrive): void {
  receiptRoutes(house, arrived)
  inboundRoutes(house)
}

function receiptRoutes(house: House, arrived: Arrive): void {
  gathered(house, {
    url: '/v1/receipts',
    needs: 'receive',
    tells: 'Record what came: batches, dates, quantities, conditions',
    tag,
    body: NewReceipt,
    answer: Receipt,
    bulk: {
      field: 'receipts',
      tells: 'Record many receipts, thousands of lines; each is answered, and a refused one never undoes another',
      itemsMax: 5000,
      bodyBytesMax: 16_000_000,
      brief: Type.Object({ id: Id(), number: Type.String() }),
    },
    weigh: ({ lines }) => lines.length,
    run: (tx, asks) => receive(tx, asks, arrived),
    answers: (tx, done) =>
      receiptDetails(
        tx,
        done.map(({ id }) => id),
      ),
    brief: (done) => done,
  })
  read(
    house,
    {
      url: '/v1/receipts',
      needs: 'look',
      tells: 'Receipts, newest first',
      tag,
      query: Exactly({ batch: Type.Optional(Id()), inbound: Type.Optional(Id()), ...PageQuery }),
      answer: Page(ReceiptSummary),
    },
    async (db, { query: { batch, inbound, cursor, limit = 100 } }) => {
      const rows = await receiptList(db, {
        ids: null,
        number: null,
        batchId: batch ?? null,
        inboundId: inbound ?? null,
        after: idAfter(cursor),
        limit: limit + 1,
      })
      return pageOf(rows, limit, ({ id }) => [id])
    },
  )
  read(
    house,
    {
      url: '/v1/receipts/:ref',
      needs: 'look',
      tells: 'A receipt, by id or number',
      tag,
      params: RefParams(),
      answer: Receipt,
    },
    async (db, { params: { ref } }) => {
      const id = isId(ref) ? ref : await receiptIdByNumber(db, ref)
      const [receipt] = id === null ? [] : await receiptDetails(db, [id])
      if (!receipt) throw new Refusal('not_found', { kind: 'receipt', id: ref })
      return receipt
    },
  )
}

function inboundRoutes(house: House): void {
  read(
    house,
    {
      url: '/v1/inbounds',
      needs: 'look',
      tells: 'Announced inbound shipments, newest first',
      tag,
      query: Exactly({
        state: Type.Optional(Choice(['open', 'closed'])),
        product: Type.Optional(Reference()),
        ...PageQuery,
      }),
      answer: Page(InboundSummary),
    },
    async (db, { query: { state, product, cursor, limit = 100 } }) => {
      const named = product === undefined ? null : (await resolveProducts(db, [product])).get(product)
      if (named === undefined) throw new Refusal('not_found', { kind: 'product', id: product ?? '' })
      const [at, id] = readCursor(cursor, 2) ?? [null, null]
      const before = typeof at === 'string' && typeof id === 'string' && isId(id) ? { at, id } : null
      const rows = await inboundList(db, {
        ref: null,
        state: state ?? null,
        productId: named?.id ?? null,
        before,
        limit: limit + 1,
      })
      return pageOf(rows, limit, (row) => [row.createdAt, row.id])
    },
  )
  read(
    house,
    {
      url: '/v1/inbounds/:ref',
      needs: 'look',
      tells: 'An inbound shipment, by id or number, with what came and what differs',
      tag,
      params: RefParams(),
      answer: Inbound,
    },
    (db, { params: { ref } }) => inboundDetail(db, ref),
  )
  write(
    house,
    'POST',
    {
      url: '/v1/inbounds',
      needs: 'receive',
      tells: 'Announce an inbound shipment: purchase order, ASN or receiving order',
      tag,
      status: 201,
      bodyBytesMax: 4_000_000,
      body: NewInbound,
      answer: Inbound,
    },
    async (tx, { body }) => inboundDetail(tx, (await announceInbound(tx, body)).id),
  )
  write(
    house,
    'POST',
    {
      url: '/v1/inbounds/:id/closing',
      needs: 'receive',
      tells: 'Close an inbound shipment: nothing more is expected',
      tag,
      params: IdParams(),
      answer: Inbound,
    },
    async (tx, { params: { id } }) => {
      await closeInbound(tx, id)
      return inboundDetail(tx, id)
    },
  )
  write(
    house,
    'DELETE',
    {
      url: '/v1/inbounds/:id/closing',
      needs: 'receive',
      tells: 'Open a closed inbound shipment again: more of it is expected',
      tag,
      params: IdParams(),
      answer: Inbound,
    },
    async (tx, { params: { id } }) => {
      await openInboundAgain(tx, id)
      return inboundDetail(tx, id)
    },
  )
}
