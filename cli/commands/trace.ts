import type { Command } from 'commander'
import { counted } from '../../domain/counted.ts'
import type { Api } from '../api.ts'
import { wrongUse } from '../failure.ts'
import { type FoundBatch, findBatch } from '../find-batch.ts'
import { instant } from '../options.ts'
import { fileOf, save } from '../save.ts'
import { namesGoods, type ScopeOptions, scopeOf, takesScope } from '../scope-options.ts'
import { type ScopeTrace, scopeText } from '../scope-text.ts'
import { type Session, sessionOf } from '../session.ts'
import { fields, table } from '../table.ts'

type Recipient = Readonly<{
  batchCode: string
  shipmentNumber: string
  shippedAt: string
  orderNumber: string
  customerCode: string | null
  customerName: string | null
  quantity: number
  returned: number
  kept: number
}>
type Here = Readonly<{
  batchCode: string
  placeCode: string
  warehouseCode: string
  onHand: number
  reserved: number
  available: number
  holds: readonly string[]
}>
type Trace = Readonly<{
  batch: FoundBatch
  massBalance: Readonly<Record<string, number | string | null> & { percent: number; alarm: string | null }>
  here: readonly Here[]
  children: readonly unknown[]
  receipts: readonly {
    number: string
    receivedAt: string
    supplierName: string | null
    supplierLot: string | null
    quantity: number
  }[]
  reserved: readonly { orderNumber: string; customerName: string | null; quantity: number }[]
  customers: number
  orders: number
  shipped: number
  returned: number
  kept: number
  returnedByUnknown: number
  unlabelled: Readonly<{ least: number; most: number }>
  shipments: Readonly<{ items: readonly Recipient[]; next: string | null }>
}>

type Options = ScopeOptions & Readonly<{ product?: string; knownOn?: string; out?: string }>

export function traceCommand(root: Command): void {
  const command = root
    .command('trace')
    .description('who got a batch, where it is now, and whether it all adds up; or the same of goods named in any way')
    .argument('[batch]', 'code or id; or name goods with the options')
    .option('--product <sku>', 'where several batches have this code')
  takesScope(command)
    .option('--known-on <time>', 'as it was known then; of goods named with the options', instant)
    .option('--out <file>', 'all of who got them; as a workbook where the name ends in .xlsx, else CSV')
    .action(async (batch: string | undefined, { product, ...options }: Options, ran: Command) => {
      const session = sessionOf(ran)
      if (batch === undefined) return traceGoods(session, options)
      if (namesGoods(options)) throw wrongUse('Name one batch, or goods with the options; not both.')
      const { id } = await findBatch(session, { batch, product })
      const trace = await wholeTrace(session.api, id)
      session.answer(trace, () => traceText(trace))
    })
}

async function traceGoods(session: Session, { knownOn, out, ...goods }: Options): Promise<void> {
  const query = { scope: JSON.stringify(await scopeOf(session, goods)), knownOn }
  const path = out === undefined ? '/v1/trace' : `/v1/trace.${out.endsWith('.xlsx') ? 'xlsx' : 'csv'}`
  if (out !== undefined) return save(await fileOf(session.api, path, query), out)
  const trace = await session.api.get<ScopeTrace>(path, { ...query, limit: 100 })
  session.answer(trace, () => scopeText(trace))
}

/** All pages of it: a list of who got a batch that ends early would be worse than none. */
async function wholeTrace(api: Api, id: string): Promise<Trace> {
  const first = await api.get<Trace>(`/v1/batches/${id}/trace`, { limit: 500 })
  const items = [...first.shipments.items]
  let cursor = first.shipments.next
  while (cursor !== null) {
    const { shipments } = await api.get<Trace>(`/v1/batches/${id}/trace`, { limit: 500, cursor })
    items.push(...shipments.items)
    cursor = shipments.next
  }
  return { ...first, shipments: { items, next: null } }
}

function traceText(trace: Trace): string {
  const { batch, shipments, here, receipts, reserved } = trace
  // What was opened or frozen of it is a batch of its own, and told with it.
  const ofFamily = trace.children.length > 0 ? [batchColumn] : []
  const sections = [
    fields([
      ['Batch', batch.code],
      ['Product', `${batch.sku} ${batch.productName}`],
      ['Expires', batch.expiresOn],
    ]),
    whoGotIt(trace),
    ...(shipments.items.length > 0 ? [table(shipments.items, [...ofFamily, ...recipientColumns])] : []),
    ...(reserved.length > 0 ? ['Promised, not yet shipped', table(reserved, reservedColumns)] : []),
    'Where it is now',
    here.length > 0 ? table(here, [...ofFamily, ...hereColumns]) : 'Nothing of it is here.',
    'Where it came from',
    receipts.length > 0 ? table(receipts, receiptColumns) : 'No receipt.',
    balanceText(trace.massBalance),
  ]
  return sections.join('\n\n')
}

function whoGotIt({ customers, orders, shipped, returned, kept, returnedByUnknown, unlabelled }: Trace): string {
  const got = `Who got it: ${counted(customers, 'customer')}, ${counted(orders, 'order')}, ${counted(shipped, 'unit')}`
  const unknown =
    returnedByUnknown > 0 ? `; ${returnedByUnknown} of the returned name neither an order nor a customer` : ''
  const back = returned > 0 ? `; ${returned} returned, ${kept} kept${unknown}` : ''
  return `${got}${back}${unlabelledText(unlabelled)}`
}

function unlabelledText({ least, most }: Trace['unlabelled']): string {
  if (most === 0) return ''
  return `; of the kept, ${least === most ? '' : `${least} to `}${most} came back without a label that anybody could read`
}

function balanceText({ percent, alarm, gap, ...parts }: Trace['massBalance']): string {
  const terms = Object.entries(parts).flatMap(([name, quantity]) =>
    typeof quantity === 'number' && quantity !== 0 && name !== 'in' && name !== 'out'
      ? [`${name.replaceAll(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`)} ${quantity}`]
      : [],
  )
  const verdict = alarm ? `ALARM: ${alarm} (${gap})` : 'every unit is accounted for'
  return `Mass balance: ${terms.join(', ')}; ${percent} % (${verdict})`
}

const batchColumn = { title: 'Batch', of: ({ batchCode }: Readonly<{ batchCode: string }>) => batchCode }
const recipientColumns = [
  { title: 'Shipped', of: ({ shippedAt }: Recipient) => shippedAt.slice(0, 10) },
  { title: 'Customer', of: ({ customerCode }: Recipient) => customerCode },
  { title: 'Name', of: ({ customerName }: Recipient) => customerName },
  { title: 'Order', of: ({ orderNumber }: Recipient) => orderNumber },
  { title: 'Shipment', of: ({ shipmentNumber }: Recipient) => shipmentNumber },
  { title: 'Quantity', of: ({ quantity }: Recipient) => quantity },
  { title: 'Returned', of: ({ returned }: Recipient) => returned },
  { title: 'Kept', of: ({ kept }: Recipient) => kept },
]
const reservedColumns = [
  { title: 'Order', of: ({ orderNumber }: Trace['reserved'][number]) => orderNumber },
  { title: 'Customer', of: ({ customerName }: Trace['reserved'][number]) => customerName },
  { title: 'Quantity', of: ({ quantity }: Trace['reserved'][number]) => quantity },
]
const hereColumns = [
  { title: 'Warehouse', of: ({ warehouseCode }: Here) => warehouseCode },
  { title: 'Place', of: ({ placeCode }: Here) => placeCode },
  { title: 'On hand', of: ({ onHand }: Here) => onHand },
  { title: 'Reserved', of: ({ reserved }: Here) => reserved },
  { title: 'Available', of: ({ available }: Here) => available },
  { title: 'Holds', of: ({ holds }: Here) => holds.join(' ') },
]
const receiptColumns = [
  { title: 'Receipt', of: ({ number }: Trace['receipts'][number]) => number },
  { title: 'Received', of: ({ receivedAt }: Trace['receipts'][number]) => receivedAt.slice(0, 10) },
  { title: 'Supplier', of: ({ supplierName }: Trace['receipts'][number]) => supplierName },
  { title: 'Supplier lot', of: ({ supplierLot }: Trace['receipts'][number]) => supplierLot },
  { title: 'Quantity', of: ({ quantity }: Trace['receipts'][number]) => quantity },
]
