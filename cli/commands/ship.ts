import type { Command } from 'commander'
import { wrongUse } from '../failure.ts'
import { given, instant, type Portion, portions } from '../options.ts'
import type { OrderDetail } from '../order-text.ts'
import { sessionOf } from '../session.ts'
import { table } from '../table.ts'

type Shipment = Readonly<{
  number: string
  warehouseCode: string
  lines: readonly { lineNo: number; sku: string; batchCode: string; expiresOn: string | null; quantity: number }[]
}>
type Options = {
  warehouse?: string
  carrier?: string
  tracking?: string
  shippedAt?: string
  line?: Portion[]
}

export function shipCommand(root: Command): void {
  root
    .command('ship')
    .description('ship what an order has been allocated')
    .argument('<order>', 'number or id')
    .option('--warehouse <code>', 'from this one only')
    .option('--carrier <name>')
    .option('--tracking <number>')
    .option('--shipped-at <time>', 'when, if not now', instant)
    .option('--line <lineNo:batch=quantity>', 'only this; may be given again', portions)
    .action(async (ref: string, options: Options, command: Command) => {
      const { api, answer } = sessionOf(command)
      const order = await api.get<OrderDetail>(`/v1/orders/${encodeURIComponent(ref)}`)
      const { warehouse, carrier, tracking, shippedAt, line } = options
      const lines = line?.map((portion) => allocatedLine(order, portion))
      const { items } = await api.send<{ items: readonly Shipment[] }>('POST', '/v1/shipments', {
        order: order.id,
        ...given({ warehouse, carrier, trackingNumber: tracking, shippedAt, lines }),
      })
      answer({ items }, () => items.map((shipment) => shipmentText(order.number, shipment)).join('\n\n'))
    })
}

function allocatedLine({ number, lines }: OrderDetail, { name, quantity }: Portion) {
  const [lineNo = '', ...rest] = name.split(':')
  const code = rest.join(':')
  const line = lines.find((one) => String(one.lineNo) === lineNo)
  if (!line || code === '')
    throw wrongUse(`Order ${number} has no line "${lineNo}". Write LINE:BATCH=QUANTITY, as 1:L2231=5.`)
  const fitting = line.batches.filter(({ batchCode, batchId }) => code === batchCode || code === batchId)
  const [batch] = fitting
  if (!batch) throw wrongUse(`Line ${lineNo} of order ${number} has nothing allocated from batch "${code}".`)
  const place = fitting.length === 1 ? { place: batch.placeId } : {}
  return { orderLine: line.id, batch: batch.batchId, ...place, quantity }
}

function shipmentText(order: string, { number, warehouseCode, lines }: Shipment): string {
  const rows = table(lines, [
    { title: 'Line', of: ({ lineNo }) => lineNo },
    { title: 'SKU', of: ({ sku }) => sku },
    { title: 'Batch', of: ({ batchCode }) => batchCode },
    { title: 'Expires', of: ({ expiresOn }) => expiresOn },
    { title: 'Quantity', of: ({ quantity }) => quantity },
  ])
  return `Shipment ${number} of order ${order} from ${warehouseCode}\n${rows}`
}
