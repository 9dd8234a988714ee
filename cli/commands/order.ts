import type { Command } from 'commander'
import { firstRows } from '../api.ts'
import { wrongUse } from '../failure.ts'
import { customerCode } from '../find-customer.ts'
import { day, given, oneOf, orderStates, type Portion, portions, positive, whole } from '../options.ts'
import { type OrderDetail, orderText } from '../order-text.ts'
import { type Session, sessionOf } from '../session.ts'
import { table } from '../table.ts'

type Order = Readonly<{
  number: string
  customerName: string | null
  orderedAt: string
  state: string
  lineCount: number
  quantity: number
  allocated: number
  shipped: number
  backOrdered: number
}>

export function orderCommands(root: Command): void {
  const order = root.command('order').description('Orders and the batches they take')
  addCommand(order)
  listCommand(order)
  order
    .command('show')
    .description('an order with the batches of each line, and those passed over')
    .argument('<order>', 'number or id')
    .action(async (ref: string, _options: unknown, command: Command) => {
      const session = sessionOf(command)
      show(session, await orderOf(session, ref))
    })
  editCommand(order)
  order
    .command('cancel')
    .description('cancel an order; what it had taken is free again')
    .argument('<order>', 'number or id')
    .requiredOption('--reason <text>')
    .action(async (ref: string, { reason }: { reason: string }, command: Command) => {
      const session = sessionOf(command)
      const { id } = await orderOf(session, ref)
      show(session, await session.api.send<OrderDetail>('POST', `/v1/orders/${id}/cancellation`, { reason }))
    })
}

const orderOf = ({ api }: Session, ref: string) => api.get<OrderDetail>(`/v1/orders/${encodeURIComponent(ref)}`)
const show = ({ answer }: Session, order: OrderDetail) => answer(order, () => orderText(order))

function addCommand(order: Command): void {
  order
    .command('add')
    .description('add an order and allocate it')
    .requiredOption('--line <sku=quantity>', 'what is ordered; may be given again', portions)
    .option('--number <text>', "your own number; else Firstout's")
    .option('--customer <code>', 'or the name, where only one has it')
    .option('--warehouse <code>', 'from this one only')
    .option('--channel <name>')
    .option('--deliver-on <day>', 'when the customer has it', day)
    .option('--priority <number>', 'higher goes first', whole)
    .option('--ship-to <address>')
    .option('--country <code>', 'where it goes, as US')
    .option('--postal <code>', 'postal code')
    .option('--service <code>', "a carrier's service")
    .option('--note <text>')
    .action(async (options: Record<string, string> & { line: Portion[] }, command: Command) => {
      const session = sessionOf(command)
      const { line, number, warehouse, channel, deliverOn, priority, shipTo, note, country, service, postal } = options
      const customer = await customerCode(session.api, options.customer)
      const added = await session.api.send<OrderDetail>('POST', '/v1/orders', {
        ...given({ number, customer, warehouse, channel, deliverOn, priority, shipTo, note, country, service }),
        ...given({ postalCode: postal }),
        lines: line.map(({ name, quantity }) => ({ product: name, quantity })),
      })
      show(session, added)
    })
}

function listCommand(order: Command): void {
  order
    .command('list')
    .description('orders, newest first')
    .option('--state <state>', orderStates.join(', '), oneOf(orderStates))
    .option('--customer <code>', 'or the name, where only one has it')
    .option('--text <words>', 'part of the number or customer')
    .option('--limit <rows>', 'at most so many rows', positive, 100)
    .action(async (options: Record<string, string> & { limit: number }, command: Command) => {
      const { api, answer, remark } = sessionOf(command)
      const { state, text, limit } = options
      const customer = await customerCode(api, options.customer)
      const { items, more } = await firstRows<Order>(api, '/v1/orders', { limit, query: { state, customer, text } })
      answer({ items, more }, () => table(items, columns))
      if (more) remark('There are more. Ask for more with --limit, or narrow the question.')
    })
}

function editCommand(order: Command): void {
  order
    .command('edit')
    .description('change quantities or terms; what is already shipped stays')
    .argument('<order>', 'number or id')
    .option('--line <lineNo=quantity>', 'new quantity of a line; may be given again', portions)
    .option('--priority <number>', 'higher goes first', whole)
    .option('--deliver-on <day>', 'when the customer has it', day)
    .option('--note <text>')
    .option('--ship-to <address>')
    .option('--country <code>', 'where it goes, as US')
    .option('--postal <code>', 'postal code')
    .option('--service <code>', "a carrier's service")
    .option('--reason <text>', 'why, for the audit')
    .action(async (ref: string, options: Record<string, string> & { line?: Portion[] }, command: Command) => {
      const session = sessionOf(command)
      const before = await orderOf(session, ref)
      const { priority, deliverOn, note, shipTo, country, service, postal, reason } = options
      const lines = options.line?.map(({ name, quantity }) => ({ id: lineOf(before, name).id, quantity }))
      const change = given({ lines, priority, deliverOn, note, shipTo, country, service, postalCode: postal, reason })
      if (Object.keys(change).length === 0) throw wrongUse('Say what to change.')
      show(session, await session.api.send<OrderDetail>('PATCH', `/v1/orders/${before.id}`, change))
    })
}

/** By line number, or by SKU where one line has it. */
function lineOf({ number, lines }: OrderDetail, wanted: string): OrderDetail['lines'][number] {
  const [found, other] = lines.filter(({ lineNo, sku }) => String(lineNo) === wanted || sku === wanted)
  if (!found) throw wrongUse(`Order ${number} has no line "${wanted}".`)
  if (other) throw wrongUse(`Order ${number} has several lines "${wanted}". Use the line number.`)
  return found
}

const columns = [
  { title: 'Order', of: ({ number }: Order) => number },
  { title: 'Customer', of: ({ customerName }: Order) => customerName },
  { title: 'Ordered', of: ({ orderedAt }: Order) => orderedAt.slice(0, 10) },
  { title: 'State', of: ({ state }: Order) => state },
  { title: 'Lines', of: ({ lineCount }: Order) => lineCount },
  { title: 'Units', of: ({ quantity }: Order) => quantity },
  { title: 'Allocated', of: ({ allocated }: Order) => allocated },
  { title: 'Shipped', of: ({ shipped }: Order) => shipped },
  { title: 'Back-ordered', of: ({ backOrdered }: Order) => backOrdered },
]
