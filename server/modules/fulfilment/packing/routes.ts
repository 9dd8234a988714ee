import {
  Choice,
  download,
  Exactly,
  type House,
  Id,
  IdParams,
  idAfter,
  Page,
  PageQuery,
  pageOf,
  RefParams,
  read,
  Text,
  Type,
  write,
} from '#platform/http/index.ts'
import { Refusal } from '#platform/refusal.ts'
import { packsOf } from '../../catalog/index.ts'
import { ordersByRef } from '../../orders/index.ts'
import { packingSlip } from '../packing-slip.ts'
import { pickRows } from '../picking/wave-detail.ts'
import { senderOf } from '../store.ts'
import { cancelParcel, pack } from './pack.ts'
import { parcelByRef, parcelDetails } from './parcel-detail.ts'
import { parcelPaper } from './parcel-paper.ts'
import { NewParcel, Packing, Parcel, parcelStates } from './shapes.ts'

const tag = 'fulfilment'
const parcelsOfOrderMax = 500

export function packingRoutes(house: House): void {
  reading(house)
  ofOrders(house)
  packing(house)
  papers(house)
}

function reading(house: House): void {
  read(
    house,
    {
      url: '/v1/parcels',
      needs: 'look',
      tells: 'Parcels, newest first',
      tag,
      query: Exactly({
        order: Type.Optional(Id()),
        shipment: Type.Optional(Id()),
        state: Type.Optional(Choice(parcelStates)),
        ...PageQuery,
      }),
      answer: Page(Parcel),
    },
    async (db, { query: { order, shipment, state, cursor, limit = 100 } }) => {
      const rows = await parcelDetails(db, {
        orderId: order ?? null,
        shipmentId: shipment ?? null,
        state: state ?? null,
        before: idAfter(cursor),
        limit: limit + 1,
      })
      return pageOf(rows, limit, ({ id }) => [id])
    },
  )
  read(
    house,
    {
      url: '/v1/parcels/:ref',
      needs: 'look',
      tells: 'A parcel, by id, number or SSCC',
      tag,
      params: RefParams(),
      answer: Parcel,
    },
    (db, { params: { ref } }) => parcelByRef(db, ref),
  )
}

function ofOrders(house: House): void {
  read(
    house,
    {
      url: '/v1/orders/:ref/packing',
      needs: 'look',
      tells: 'What of an order is picked and can be packed, what is stopped, and its parcels',
      tag,
      params: RefParams(),
      answer: Packing,
    },
    async (db, { params: { ref } }) => {
      const [order] = await ordersByRef(db, [ref])
      if (!order) throw new Refusal('not_found', { kind: 'order', id: ref })
      const rows = await pickRows(db, { orderIds: [order.id], warehouseId: null })
      const parcels = await parcelDetails(db, { orderId: order.id, limit: parcelsOfOrderMax })
      const packs = await packsOf(
        db,
        rows.map(({ productId }) => productId),
      )
      const gtinsOf = ({ productId }: { productId: string }) =>
        packs.flatMap((pack) => (pack.productId === productId && pack.gtin !== null ? [pack.gtin] : []))
      return {
        orderId: order.id,
        number: order.number,
        rows: rows.map((row) => ({ ...row, gtins: gtinsOf(row) })),
        parcels,
      }
    },
  )
}

function packing(house: House): void {
  write(
    house,
    'POST',
    {
      url: '/v1/parcels',
      needs: 'ship',
      tells: 'Pack what was picked of an order, or the part named, into a parcel',
      tag,
      status: 201,
      body: NewParcel,
      answer: Parcel,
    },
    async (tx, { body }) => parcelByRef(tx, await pack(tx, body)),
  )
  write(
    house,
    'POST',
    {
      url: '/v1/parcels/:id/cancellation',
      needs: 'ship',
      tells: 'Open a parcel again before it is shipped: its goods are picked and in no parcel',
      tag,
      params: IdParams(),
      body: Exactly({ reason: Text(1000) }),
      answer: Parcel,
    },
    async (tx, { params: { id }, body: { reason } }) => {
      await cancelParcel(tx, { id, reason })
      return parcelByRef(tx, id)
    },
  )
}

function papers(house: House): void {
  download(
    house,
    {
      url: '/v1/parcels/:id/packing-slip.pdf',
      needs: 'look',
      tells: 'The packing slip of one parcel: batches, last days, serials and SSCC',
      tag,
      params: IdParams(),
    },
    async (db, { params: { id } }) => {
      const parcel = await parcelByRef(db, id)
      const [sender] = await senderOf(db, parcel.warehouseId)
      if (!sender) throw new Error('a parcel lies in no warehouse')
      const content = await packingSlip({ paper: parcelPaper(parcel, sender), sender, toCome: [] })
      return { type: 'application/pdf', name: `packing-slip-${parcel.number}.pdf`, content }
    },
  )
}
