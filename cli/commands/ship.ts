import type { Command } from 'commander'
import { batchText } from '../../domain/batch-code.ts'
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
type Allocated = OrderDetail['lines'][number]['batches'][number]
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
    .option('--line <lineNo:batch[@place]=quantity>', 'only this; may be given again', portions)
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
  const [batch, ...others] = line.batches.filter((one) => isMeant(one, code))
  if (!batch) throw wrongUse(`Line ${lineNo} of order ${number} has nothing allocated from batch "${code}".`)
  if (others.length > 0) {
    const places = [batch, ...others].map((one) => `${one.warehouseCode} ${one.placeCode}`).join(', ')
    throw wrongUse(`Batch "${code}" is allocated from ${places}. Write LINE:BATCH@PLACE=QUANTITY, as 1:L2231@MAIN=5.`)
  }
  return { orderLine: line.id, batch: batch.batchId, place: batch.placeId, quantity }
}

const isMeant = ({ batchCode, batchId, placeCode, placeId }: Allocated, wanted: string) =>
  [batchCode, batchId].some((name) => [name, `${name}@${placeCode}`, `${name}@${placeId}`].includes(wanted))

function shipmentText(order: string, { number, warehouseCode, lines }: Shipment): string {
  const rows = table(lines, [
    { title: 'Line', of: ({ lineNo }) => lineNo },
    { title: 'SKU', of: ({ sku }) => sku },
    { title: 'Batch', of: ({ batchCode }) => batchText(batchCode) },
    { title: 'Expires', of: ({ expiresOn }) => expiresOn },
    { title: 'Quantity', of: ({ quantity }) => quantity },
  ])
  return `Shipment ${number} of order ${order} from ${warehouseCode}\n${rows}`
}
