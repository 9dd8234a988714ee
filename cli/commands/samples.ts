import type { Command } from 'commander'
import { firstRows } from '../api.ts'
import { findLying } from '../find-lying.ts'
import { day, given, oneOf, positive, whole } from '../options.ts'
import { sessionOf } from '../session.ts'
import { table } from '../table.ts'

type Sample = Readonly<{
  id: string
  number: string
  sku: string
  batchCode: string
  state: string
  dueOn: string
  keptAt: string | null
  left: number
}>

const columns = [
  { title: 'Sample', of: ({ number }: Sample) => number },
  { title: 'Product', of: ({ sku }: Sample) => sku },
  { title: 'Batch', of: ({ batchCode }: Sample) => batchCode },
  { title: 'State', of: ({ state }: Sample) => state },
  { title: 'Kept until', of: ({ dueOn }: Sample) => dueOn },
  { title: 'Found at', of: ({ keptAt }: Sample) => keptAt ?? '' },
  { title: 'Left', of: ({ left }: Sample) => left },
]

export function sampleCommands(root: Command): void {
  const samples = root.command('samples').description('Retention samples: units kept back of a batch, and until when')
  looking(samples)
  keeping(samples)
}

function looking(samples: Command): void {
  samples
    .command('list')
    .description('samples, those first that are due first')
    .option('--state <state>', 'kept, due or gone', oneOf(['kept', 'due', 'gone']))
    .option('--product <sku>')
    .option('--limit <rows>', 'at most so many rows', positive, 100)
    .action(async ({ limit, ...query }: { limit: number; state?: string; product?: string }, command: Command) => {
      const { api, answer } = sessionOf(command)
      const { items, more } = await firstRows<Sample>(api, '/v1/samples', { limit, query: given(query) })
      answer({ items, more }, () => table(items, columns))
    })
}

type Keeping = Readonly<{ quantity: number; place?: string; product?: string; until?: string; at?: string }>
type Removing = Readonly<{ quantity: number; as: string; reason: string }>
type Ruling = Readonly<{ units: number; months: number; at?: string }>

function keeping(samples: Command): void {
  samples
    .command('keep')
    .description('keep units of a batch: they are for sale no more')
    .argument('<batch>', 'code or id')
    .option('--quantity <units>', 'how many', positive, 1)
    .option('--place <code>', 'from which they are taken, where the batch lies at several')
    .option('--product <sku>', 'where several products have a batch of this code')
    .option('--until <day>', 'kept until; else counted from the last day', day)
    .option('--at <text>', 'where they are found')
    .action(async (batch: string, { quantity, until, at, ...where }: Keeping, command: Command) => {
      const session = sessionOf(command)
      const { batchId, placeId } = await findLying(session, { batch, ...where })
      const body = { batch: batchId, place: placeId, quantity, ...given({ dueOn: until, keptAt: at }) }
      const sample = await session.api.send<Sample>('POST', '/v1/samples', body)
      session.answer(sample, () => `Sample ${sample.number} is kept until ${sample.dueOn}`)
    })
  samples
    .command('take-out')
    .description('say what became of units of a sample')
    .argument('<sample>', 'number or id')
    .requiredOption('--as <end>', 'used, destroyed or returned', oneOf(['used', 'destroyed', 'returned']))
    .requiredOption('--reason <text>')
    .option('--quantity <units>', 'how many', positive, 1)
    .action(async (ref: string, body: Removing, command: Command) => {
      const { api, answer } = sessionOf(command)
      const { id } = await api.get<Sample>(`/v1/samples/${encodeURIComponent(ref)}`)
      const sample = await api.send<Sample>('POST', `/v1/samples/${id}/removals`, { ...body })
      answer(sample, () => `${sample.left} left of sample ${sample.number}`)
    })
  samples
    .command('rule')
    .description('how many of each new batch of a product are kept, and how long after its last day')
    .argument('<product>', 'SKU or id')
    .requiredOption('--units <number>', 'of each new batch; 0 for none', whole)
    .option('--months <number>', 'after the last day', whole, 12)
    .option('--at <text>', 'where they are found')
    .action(async (ref: string, { units, months, at }: Ruling, command: Command) => {
      const { api, answer } = sessionOf(command)
      const { id, sku } = await api.get<{ id: string; sku: string }>(`/v1/products/${encodeURIComponent(ref)}`)
      const body = { units, keepMonths: months, ...given({ keptAt: at }) }
      const rule = await api.send('PUT', `/v1/sample-rules/${id}`, body)
      answer(rule, () => `Of each new batch of ${sku}, ${units} are kept`)
    })
}
