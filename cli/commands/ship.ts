import type { Command } from 'commander'
import { batchText } from '../../domain/batch-code.ts'
import { wrongUse } from '../failure.ts'
import { kitColumn } from '../kit-column.ts'
import { given, instant, type Portion, portions } from '../options.ts'
import { type OrderDetail, stockLines } from '../order-text.ts'
import { sessionOf } from '../session.ts'
import { table } from '../table.ts'

type Shipment = Readonly<{
  number: string
  warehouseCode: string
  lines: readonly {
    lineNo: number
    kitSku: string | null
    sku: string
    batchCode: string
    expiresOn: string | null
    quantity: number
  }[]
}>
type OrderLine = ReturnType<typeof stockLines>[number]
type Allocated = OrderLine['batches'][number]
type Options = {
  warehouse?: string
  carrier?: string
  tracking?: string
  shippedAt?: string
  line?: Portion[]
  partKits?: true
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
    .option('--part-kits', 'a part of a kit may go alone')
    .option('--line <lineNo:batch[@place]=quantity>', 'only this; may be given again', portions)
    .action(async (ref: string, options: Options, command: Command) => {
      const { api, answer } = sessionOf(command)
      const order = await api.get<OrderDetail>(`/v1/orders/${encodeURIComponent(ref)}`)
      const { warehouse, carrier, tracking, shippedAt, line, partKits } = options
      const lines = line?.map((portion) => allocatedLine(order, portion))
      const { items } = await api.send<{ items: readonly Shipment[] }>('POST', '/v1/shipments', {
        order: order.id,
        ...given({ warehouse, carrier, trackingNumber: tracking, shippedAt, lines, partKits }),
      })
      answer({ items }, () => items.map((shipment) => shipmentText(order.number, shipment)).join('\n\n'))
    })
}

function allocatedLine(order: OrderDetail, { name, quantity }: Portion) {
  const { number } = order
  const [lineNo = '', ...rest] = name.split(':')
  const code = rest.join(':')
  const lines = stockLines(order).filter((one) => String(one.lineNo) === lineNo)
  if (lines.length === 0 || code === '')
    throw wrongUse(`Order ${number} has no line "${lineNo}". Write LINE:BATCH=QUANTITY, as 1:L2231=5.`)
  const meant = lines.flatMap(({ id, batches }) =>
    batches.filter((one) => isMeant(one, code)).map((one) => ({ id, ...one })),
  )
  const [batch, ...others] = meant
  if (!batch) throw wrongUse(`Line ${lineNo} of order ${number} has nothing allocated from batch "${code}".`)
  if (others.length > 0) {
    const places = [batch, ...others].map((one) => `${one.warehouseCode} ${one.placeCode}`).join(', ')
    throw wrongUse(`Batch "${code}" is allocated from ${places}. Write LINE:BATCH@PLACE=QUANTITY, as 1:L2231@MAIN=5.`)
  }
  return { orderLine: batch.id, batch: batch.batchId, place: batch.placeId, quantity }
}

const isMeant = ({ batchCode, batchId, placeCode, placeId }: Allocated, wanted: string) =>
  [batchCode, batchId].some((name) => [name, `${name}@${placeCode}`, `${name}@${placeId}`].includes(wanted))

function shipmentText(order: string, { number, warehouseCode, lines }: Shipment): string {
  const rows = table(lines, [
    { title: 'Line', of: ({ lineNo }) => lineNo },
    { title: 'SKU', of: ({ sku }) => sku },
    ...kitColumn(lines),
    { title: 'Batch', of: ({ batchCode }) => batchText(batchCode) },
    { title: 'Expires', of: ({ expiresOn }) => expiresOn },
    { title: 'Quantity', of: ({ quantity }) => quantity },
  ])
  return `Shipment ${number} of order ${order} from ${warehouseCode}\n${rows}`
}
