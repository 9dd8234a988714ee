import type { Command } from 'commander'
import { firstRows } from '../api.ts'
import { given, oneOf, type Portion, portions, positive } from '../options.ts'
import { type Session, sessionOf } from '../session.ts'
import { fields, table } from '../table.ts'
import { findWarehouse } from '../warehouses.ts'

type Disposal = Readonly<{
  id: string
  number: string
  state: string
  reason: string
  method: string
  cost: number | null
  currency: string
  quantity: number
  skus: readonly string[]
  missing: readonly string[]
}>
type Writing = Readonly<{ warehouse?: string; line: Portion[]; why: string; how: string; cost?: number; note?: string }>

export function disposalCommands(root: Command): void {
  const disposals = root.command('disposals').description('Goods that are destroyed, before a witness')
  lookCommands(disposals)
  writeCommand(disposals)
  endCommands(disposals)
  paperCommand(disposals)
}

const states = ['open', 'destroyed', 'cancelled', 'reversed']

function lookCommands(disposals: Command): void {
  disposals
    .command('list')
    .description('disposals, newest first')
    .option('--state <state>', states.join(', '), oneOf(states))
    .option('--limit <rows>', 'at most so many rows', positive, 100)
    .action(async ({ state, limit }: { state?: string; limit: number }, command: Command) => {
      const { api, answer } = sessionOf(command)
      const { items, more } = await firstRows<Disposal>(api, '/v1/disposals', { limit, query: { state } })
      answer({ items, more }, () => table(items, columns))
    })
  disposals
    .command('show')
    .description('a disposal, and whose signature is missing')
    .argument('<disposal>', 'number or id')
    .action(async (ref: string, _options: unknown, command: Command) => {
      const session = sessionOf(command)
      show(session, await disposalOf(session, ref))
    })
}

const disposalOf = ({ api }: Session, ref: string) => api.get<Disposal>(`/v1/disposals/${encodeURIComponent(ref)}`)
const show = ({ answer }: Session, found: Disposal) => answer(found, () => disposalText(found))

function writeCommand(disposals: Command): void {
  disposals
    .command('write')
    .description('write what is to be destroyed; nothing moves before it is signed')
    .option('--warehouse <code>', 'needed where there are several')
    .requiredOption('--line <sku:batch[@place]=quantity>', 'what; may be given again', portions)
    .requiredOption('--why <reason>', "one of the account's reasons")
    .requiredOption('--how <method>', "one of the account's methods")
    .option('--cost <minor units>', 'where somebody knows better than the receipts', positive)
    .option('--note <text>', 'for the record')
    .action(async ({ warehouse, line, why, how, ...rest }: Writing, command: Command) => {
      const session = sessionOf(command)
      const { code } = await findWarehouse(session.api, warehouse)
      const body = { warehouse: code, reason: why, method: how, ...given(rest), lines: line.map(lineOf) }
      show(session, await session.api.send<Disposal>('POST', '/v1/disposals', body))
    })
}

function lineOf({ name, quantity }: Portion) {
  const [, product = '', batch, place] = /^([^:@]*)(?::(.*?))?(?:@([^@]*))?$/.exec(name) ?? []
  return { product, quantity, ...given({ batch: batch || undefined, place: place || undefined }) }
}

function paperCommand(disposals: Command): void {
  disposals
    .command('certificate')
    .description('the certificate of destruction, as PDF')
    .argument('<disposal>', 'number or id')
    .action(async (ref: string, _options: unknown, command: Command) => {
      const { api } = sessionOf(command)
      const response = await api.download(`/v1/disposals/${encodeURIComponent(ref)}/certificate.pdf`)
      process.stdout.write(new Uint8Array(await response.arrayBuffer()))
    })
}

function endCommands(disposals: Command): void {
  const end = (name: string, about: string, path: string) =>
    disposals
      .command(name)
      .description(about)
      .argument('<disposal>', 'number or id')
      .action(async (ref: string, _options: unknown, command: Command) => {
        const session = sessionOf(command)
        const { id } = await disposalOf(session, ref)
        show(
          session,
          await session.api.send<Disposal>(
            'POST',
            `/v1/disposals/${id}/${path}`,
            path === 'signatures' ? {} : undefined,
          ),
        )
      })
  end('sign', 'sign as its witness, with the key of somebody else than wrote it', 'signatures')
  end('destroy', 'it is destroyed: it leaves the stock for good', 'destruction')
  const withReason = (name: string, about: string, path: string) =>
    disposals
      .command(name)
      .description(about)
      .argument('<disposal>', 'number or id')
      .requiredOption('--reason <text>', 'why')
      .action(async (ref: string, { reason }: { reason: string }, command: Command) => {
        const session = sessionOf(command)
        const { id } = await disposalOf(session, ref)
        show(session, await session.api.send<Disposal>('POST', `/v1/disposals/${id}/${path}`, { reason }))
      })
  withReason('cancel', 'give up a draft', 'cancellation')
  withReason('reverse', 'it was not destroyed after all: all of it lies where it lay', 'reversal')
}

const costText = ({ cost, currency }: Disposal) =>
  cost === null ? 'not known' : `${currency} ${(cost / 100).toFixed(2)}`

const disposalText = (found: Disposal): string =>
  fields([
    ['Disposal', found.number],
    ['State', found.state],
    ['Signature missing', found.missing.join(', ')],
    ['Products', found.skus.join(', ')],
    ['Units', String(found.quantity)],
    ['Why', found.reason],
    ['How', found.method],
    ['Cost', costText(found)],
  ])

const columns = [
  { title: 'Disposal', of: ({ number }: Disposal) => number },
  { title: 'State', of: ({ state }: Disposal) => state },
  { title: 'Products', of: ({ skus }: Disposal) => skus.join(', ') },
  { title: 'Units', of: ({ quantity }: Disposal) => quantity },
  { title: 'Why', of: ({ reason }: Disposal) => reason },
  { title: 'Cost', of: costText },
]
