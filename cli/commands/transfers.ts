import type { Command } from 'commander'
import { firstRows } from '../api.ts'
import { exitCodes, Failure } from '../failure.ts'
import { readSheet } from '../import/sheet.ts'
import { given, oneOf, type Portion, portions, positive } from '../options.ts'
import { type Session, sessionOf } from '../session.ts'
import { table } from '../table.ts'

type Transfer = Readonly<{
  id: string
  number: string
  fromCode: string
  toCode: string
  state: string
  asked: number
  reserved: number
  sent: number
  inTransit: number
  arrived: number
  missing: number
}>
type Proposal = Readonly<{
  sku: string
  fromCode: string
  toCode: string
  quantity: number
  batchCode: string | null
  says: string
}>
type Requesting = Readonly<{
  from: string
  to: string
  line?: Portion[]
  file?: string
  note?: string
  approve?: boolean
}>
type Moving = Readonly<{ file?: string; rest?: string; warehouse?: string }>

export function transferCommands(root: Command): void {
  const transfers = root.command('transfers').description('Goods that go from one warehouse to another')
  lookCommands(transfers)
  requestCommand(transfers)
  decideCommands(transfers)
  moveCommands(transfers)
}

function lookCommands(transfers: Command): void {
  transfers
    .command('list')
    .description('transfers, newest first')
    .option('--warehouse <code>', 'at either end')
    .option('--next <step>', 'what is to be done: approve, ship or receive', oneOf(['approve', 'ship', 'receive']))
    .option('--limit <rows>', 'at most so many rows', positive, 100)
    .action(async ({ limit, ...query }: { warehouse?: string; next?: string; limit: number }, command: Command) => {
      const { api, answer } = sessionOf(command)
      const { items, more } = await firstRows<Transfer>(api, '/v1/transfers', { limit, query: given(query) })
      answer({ items, more }, () => table(items, columns))
    })
  transfers
    .command('propose')
    .description('what should go where, and why')
    .action(async (_options: unknown, command: Command) => {
      const { api, answer } = sessionOf(command)
      const found = await api.get<{ items: readonly Proposal[] }>('/v1/transfer-proposals')
      answer(found, () => table(found.items, proposalColumns))
    })
  transfers
    .command('goods')
    .description('what is on its way, as a CSV that the receiving side receives from')
    .argument('<transfer>', 'number or id')
    .action(async (ref: string, _options: unknown, command: Command) => {
      const response = await sessionOf(command).api.download(`${addressOf(ref)}/goods.csv`)
      process.stdout.write(await response.text())
    })
}

function requestCommand(transfers: Command): void {
  transfers
    .command('request')
    .description('ask for goods to go to another warehouse')
    .requiredOption('--from <warehouse>')
    .requiredOption('--to <warehouse>')
    .option('--line <product=quantity...>', 'so many of a product', portions)
    .option('--file <csv>', 'lines with the columns sku, quantity, and where one is chosen batch and reason')
    .option('--note <text>')
    .option('--approve', 'at once, where you may')
    .action(async ({ from, to, line = [], file, note, approve }: Requesting, command: Command) => {
      const session = sessionOf(command)
      const typed = line.map(({ name, quantity }) => ({ product: name, quantity }))
      const lines = [...typed, ...(file ? await requestedIn(file) : [])]
      const body = given({ from, to, note, approve, lines })
      told(session, await session.api.send<Transfer>('POST', '/v1/transfers', body))
    })
}

function decideCommands(transfers: Command): void {
  transfers
    .command('approve')
    .description('its lines are promised stock')
    .argument('<transfer>', 'number or id')
    .action(async (ref: string, _options: unknown, command: Command) => {
      const session = sessionOf(command)
      told(session, await session.api.send<Transfer>('POST', `${await byId(session, ref)}/approval`))
    })
  transfers
    .command('cancel')
    .description('what has not left stays')
    .argument('<transfer>', 'number or id')
    .requiredOption('--reason <text>')
    .action(async (ref: string, { reason }: { reason: string }, command: Command) => {
      const session = sessionOf(command)
      told(session, await session.api.send<Transfer>('POST', `${await byId(session, ref)}/cancellation`, { reason }))
    })
}

function moveCommands(transfers: Command): void {
  transfers
    .command('ship')
    .description('all that is promised leaves, or what a file names of it')
    .argument('<transfer>', 'number or id')
    .option('--file <csv>', 'columns line, batch, quantity, and where needed place and serials')
    .action(async (ref: string, { file }: Moving, command: Command) => {
      const session = sessionOf(command)
      const body = file ? { lines: await goodsIn(file) } : {}
      told(session, await session.api.send<Transfer>('POST', `${await byId(session, ref)}/shipments`, body))
    })
  transfers
    .command('receive')
    .description('all that is on its way arrives, or what a file names of it')
    .argument('<transfer>', 'number or id')
    .option('--file <csv>', 'as "transfers goods" writes it; what did not come is taken out or made less')
    .option('--rest <what>', 'of what does not come: to_come or missing', oneOf(['to_come', 'missing']))
    .option('--warehouse <code>', 'where it left, if it comes back')
    .action(async (ref: string, { file, rest, warehouse }: Moving, command: Command) => {
      const session = sessionOf(command)
      const body = given({ rest, warehouse, ...(file ? { lines: await goodsIn(file) } : {}) })
      told(session, await session.api.send<Transfer>('POST', `${await byId(session, ref)}/receipts`, body))
    })
}

const addressOf = (ref: string) => `/v1/transfers/${encodeURIComponent(ref)}`

async function byId({ api }: Session, ref: string): Promise<string> {
  return addressOf((await api.get<{ id: string }>(addressOf(ref))).id)
}

const told = ({ answer }: Session, transfer: Transfer): void => answer(transfer, () => table([transfer], columns))

const requestedIn = (file: string) =>
  rowsOfSheet(file, {
    needed: ['sku', 'quantity'],
    optional: ['batch', 'reason'],
    read: ({ text, needed, whole }) =>
      given({
        product: needed('sku'),
        quantity: whole('quantity', { least: 1 }),
        batch: plain(text('batch')),
        reason: text('reason'),
      }),
  })

const goodsIn = (file: string) =>
  rowsOfSheet(file, {
    needed: ['quantity'],
    optional: ['line', 'batch', 'place', 'serials'],
    read: ({ text, whole }) =>
      given({
        line: whole('line', { least: 1 }),
        batch: plain(text('batch')),
        place: text('place'),
        quantity: whole('quantity', { least: 1 }),
        serials: text('serials')?.split(/\s+/).map(plain),
      }),
  })

/** Our own files guard what a spreadsheet would run as a formula. */
const plain = <T extends string | undefined>(text: T) => text?.replace(/^'(?=[=+\-@])/, '')

async function rowsOfSheet<Item>(file: string, columnsOf: Parameters<typeof readSheet<Item>>[1]): Promise<Item[]> {
  const { items, problems } = await readSheet(file, columnsOf)
  if (problems.length > 0)
    throw new Failure(
      exitCodes.refused,
      ['Nothing was sent:', ...problems.map(({ lineNo, reason }) => `  line ${lineNo}: ${reason}`)].join('\n'),
    )
  return items.map(({ item }) => item)
}

const columns = [
  { title: 'Transfer', of: ({ number }: Transfer) => number },
  { title: 'From', of: ({ fromCode }: Transfer) => fromCode },
  { title: 'To', of: ({ toCode }: Transfer) => toCode },
  { title: 'State', of: ({ state }: Transfer) => state.replaceAll('_', ' ') },
  { title: 'Asked', of: ({ asked }: Transfer) => asked },
  { title: 'Promised', of: ({ reserved }: Transfer) => reserved },
  { title: 'Sent', of: ({ sent }: Transfer) => sent },
  { title: 'On its way', of: ({ inTransit }: Transfer) => inTransit },
  { title: 'Arrived', of: ({ arrived }: Transfer) => arrived },
  { title: 'Missing', of: ({ missing }: Transfer) => missing },
]
const proposalColumns = [
  { title: 'Product', of: ({ sku }: Proposal) => sku },
  { title: 'From', of: ({ fromCode }: Proposal) => fromCode },
  { title: 'To', of: ({ toCode }: Proposal) => toCode },
  { title: 'Quantity', of: ({ quantity }: Proposal) => quantity },
  { title: 'Batch', of: ({ batchCode }: Proposal) => batchCode ?? 'by rotation' },
  { title: 'Why', of: ({ says }: Proposal) => says },
]
