import { dayIn } from '#platform/clock.ts'
import type { Db } from '#platform/db.ts'
import { csv } from '#platform/http/csv.ts'
import { download, type House, RefParams } from '#platform/http/index.ts'
import { packingSlip, senderOf } from '../fulfilment/index.ts'
import { partsInTransit, serialsInTransit } from './standings.ts'
import { transferByRef } from './transfer-detail.ts'

const tag = 'transfers'

/** Read back by `POST /v1/transfers/:id/receipts` and by the command line. */
const columns = {
  number: 'transfer',
  lineNo: 'line',
  sku: 'sku',
  batchCode: 'batch',
  expiresOn: 'expires_on',
  quantity: 'quantity',
  serials: 'serials',
}

export function paperRoutes(house: House): void {
  download(
    house,
    {
      url: '/v1/transfers/:ref/packing-slip.pdf',
      needs: 'look',
      tells: 'The packing slip of what is on its way: batches, last days, quantities and serials',
      tag,
      params: RefParams(),
    },
    async (db, { params: { ref } }) => {
      const transfer = await transferByRef(db, ref)
      return {
        type: 'application/pdf',
        name: `packing-slip-${transfer.number}.pdf`,
        content: await slipOf(db, transfer),
      }
    },
  )
  download(
    house,
    {
      url: '/v1/transfers/:ref/goods.csv',
      needs: 'look',
      tells: 'What is on its way, a row a batch: a file that the receiving side reads, and receives from',
      tag,
      params: RefParams(),
    },
    async (db, { params: { ref } }) => {
      const { id, number } = await transferByRef(db, ref)
      const rows = (await goodsOf(db, id)).map((row) => ({ ...row, number }))
      return { type: 'text/csv; charset=utf-8', name: `transfer-${number}.csv`, content: csv(columns, rows) }
    },
  )
}

async function goodsOf(db: Db, id: string) {
  const [parts, serials] = await Promise.all([partsInTransit(db, id), serialsInTransit(db, id)])
  const codes = new Map(serials.map((row) => [`${row.lineId} ${row.batchId}`, row.codes]))
  return parts.map((part) => ({ ...part, serials: codes.get(`${part.lineId} ${part.batchId}`) ?? [] }))
}

type Summary = Awaited<ReturnType<typeof transferByRef>>

async function slipOf(db: Db, transfer: Summary): Promise<Uint8Array> {
  const [[from], [to], goods] = await Promise.all([
    senderOf(db, transfer.fromWarehouseId),
    senderOf(db, transfer.toWarehouseId),
    goodsOf(db, transfer.id),
  ])
  if (!from || !to) throw new Error('a transfer has no warehouses')
  const paper = {
    number: transfer.number,
    facts: [
      `Transfer ${transfer.number}`,
      `From ${from.warehouseName} to ${to.warehouseName}`,
      `Printed ${dayIn(from.timeZone, db.act.at)}`,
      ...(transfer.note ? [transfer.note] : []),
    ],
    customerName: to.warehouseName,
    shipTo: to.address,
    kits: [],
    lines: goods.map((part) => ({ ...part, kitLineId: null })),
  }
  return packingSlip({ paper, sender: from, toCome: [] })
}
