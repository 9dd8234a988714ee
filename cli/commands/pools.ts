import type { Command } from 'commander'
import { firstRows } from '../api.ts'
import { findBatch } from '../find-batch.ts'
import { day, given, positive } from '../options.ts'
import { sessionOf } from '../session.ts'
import { table } from '../table.ts'

type Kept = Readonly<{ batchCode: string; warehouseCode: string; placeCode: string; quantity: number }>
type Pool = Readonly<{
  id: string
  name: string
  sku: string
  batchCode: string | null
  warehouseCode: string | null
  channel: string
  quantity: number
  left: number
  validFrom: string
  validUntil: string
  createdBy: string
  kept: readonly Kept[]
}>
type Options = Readonly<{
  name: string
  product: string
  batch?: string
  warehouse?: string
  channel: string
  quantity: number
  from?: string
  until: string
  preview?: boolean
  reason: string
}>

export function poolsCommands(root: Command): void {
  const pools = root.command('pools').description('Stock that is kept for a channel, until a day')
  addCommand(pools)
  pools
    .command('list')
    .description('pools that keep something or will, newest first')
    .option('--all', 'those that are over too')
    .option('--product <product>', 'of this product only')
    .option('--limit <rows>', 'at most so many rows', positive, 100)
    .action(async ({ limit, ...query }: { all?: boolean; product?: string; limit: number }, command: Command) => {
      const { api, answer } = sessionOf(command)
      const { items, more } = await firstRows<Pool>(api, '/v1/pools', { limit, query: given(query) })
      answer({ items, more }, () => table(items, columns))
    })
  pools
    .command('end')
    .description('give what a pool keeps free at once')
    .argument('<pool>', 'id')
    .requiredOption('--reason <text>')
    .action(async (id: string, { reason }: { reason: string }, command: Command) => {
      const { api, answer } = sessionOf(command)
      const ended = await api.send<Pool>('POST', `/v1/pools/${encodeURIComponent(id)}/ending`, { reason })
      answer(ended, () => `Pool "${ended.name}" keeps nothing any more.`)
    })
}

function addCommand(pools: Command): void {
  pools
    .command('add')
    .description('keep a quantity of a product, or of one batch of it, for a channel')
    .requiredOption('--name <name>', 'as people call it: "Black Friday"')
    .requiredOption('--product <product>')
    .option('--batch <batch>', 'code or id; any batch, the freshest first, where none is named')
    .option('--warehouse <warehouse>')
    .requiredOption('--channel <channel>', 'who alone may have it')
    .requiredOption('--quantity <units>', 'so many', positive)
    .option('--from <day>', 'today where none is given', day)
    .requiredOption('--until <day>', 'the last day', day)
    .option('--preview', 'say what it would keep, and change nothing')
    .requiredOption('--reason <text>')
    .action(async (options: Options, command: Command) => {
      const session = sessionOf(command)
      const { from, until, preview, batch, ...rest } = options
      const batchId = batch && (await findBatch(session, { batch, product: options.product })).id
      const body = given({ ...rest, batch: batchId, validFrom: from, validUntil: until })
      if (preview) {
        const told = await session.api.send<Pick<Pool, 'kept'>>('POST', '/v1/pool-preview', body)
        return session.answer(told, () => `${keptWords(told)}\nNothing was changed.`)
      }
      const added = await session.api.send<Pool>('POST', '/v1/pools', body)
      session.answer(
        added,
        () => `Pool "${added.name}" for ${added.channel} until ${added.validUntil}. ${keptWords(added)}`,
      )
    })
}

const keptWords = ({ kept }: Pick<Pool, 'kept'>): string =>
  kept.length === 0
    ? 'Nothing of it is free now.'
    : `Kept now: ${kept
        .map((one) => `${one.quantity} of ${one.batchCode} in ${one.warehouseCode} · ${one.placeCode}`)
        .join(', ')}.`

const columns = [
  { title: 'Pool', of: ({ name }: Pool) => name },
  { title: 'Product', of: ({ sku }: Pool) => sku },
  { title: 'Batch', of: ({ batchCode }: Pool) => batchCode ?? 'any' },
  { title: 'Warehouse', of: ({ warehouseCode }: Pool) => warehouseCode ?? 'any' },
  { title: 'For', of: ({ channel }: Pool) => channel },
  { title: 'Left', of: ({ left, quantity }: Pool) => `${left} of ${quantity}` },
  { title: 'From', of: ({ validFrom }: Pool) => validFrom },
  { title: 'Until', of: ({ validUntil }: Pool) => validUntil },
  { title: 'By', of: ({ createdBy }: Pool) => createdBy },
  { title: 'Id', of: ({ id }: Pool) => id },
]
