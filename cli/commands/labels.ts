import type { Command } from 'commander'
import { counted } from '../../domain/counted.ts'
import { labelKinds } from '../../domain/labels/design.ts'
import { firstRows } from '../api.ts'
import { findBatch } from '../find-batch.ts'
import { given, oneOf, positive } from '../options.ts'
import { fileOf, save } from '../save.ts'
import { type Session, sessionOf } from '../session.ts'
import { table } from '../table.ts'

type Print = Readonly<{
  id: string
  number: string
  first: string
  template: string
  labels: number
  madeBy: string
  madeAt: string
  state: string
  notes?: readonly string[]
}>

const columns = [
  { title: 'Print', of: ({ number }: Print) => number },
  { title: 'Of', of: ({ first }: Print) => first },
  { title: 'Label', of: ({ template }: Print) => template },
  { title: 'Labels', of: ({ labels }: Print) => labels },
  { title: 'State', of: ({ state }: Print) => state },
  { title: 'Made by', of: ({ madeBy }: Print) => madeBy },
]

export function labelCommands(root: Command): void {
  const labels = root.command('labels').description('Labels of batches, bins, parcels, units and samples: PDF or ZPL')
  looking(labels)
  printing(labels)
  taking(labels)
}

function looking(labels: Command): void {
  labels
    .command('list')
    .description('what was printed, newest first')
    .option('--state <state>', 'queued or printed', oneOf(['queued', 'printed']))
    .option('--limit <rows>', 'at most so many rows', positive, 100)
    .action(async ({ limit, ...query }: { limit: number; state?: string }, command: Command) => {
      const { api, answer } = sessionOf(command)
      const { items, more } = await firstRows<Print>(api, '/v1/label-prints', { limit, query: given(query) })
      answer({ items, more }, () => table(items, columns))
    })
  labels
    .command('designs')
    .description('how labels look')
    .action(async (_: unknown, command: Command) => {
      const { api, answer } = sessionOf(command)
      const { items } = await api.get<{ items: Design[] }>('/v1/label-templates')
      answer({ items }, () => table(items, designColumns))
    })
}

type Design = Readonly<{ id: string; kind: string; name: string }>
const designColumns = [
  { title: 'Design', of: ({ id }: Design) => id },
  { title: 'Of', of: ({ kind }: Design) => kind },
  { title: 'Name', of: ({ name }: Design) => name },
]

type Printing = Readonly<{
  kind: string
  design: string
  format: string
  dpi: number
  copies: number
  pack: number
  product?: string
  reason?: string
}>

function printing(labels: Command): void {
  labels
    .command('print')
    .description('make labels; they wait in the queue until a printer takes them')
    .argument('<what...>', 'batches by code or id; of other kinds their ids')
    .option('--kind <kind>', labelKinds.join(', '), oneOf([...labelKinds]), 'batch')
    .option('--design <id>', 'how they look; see labels designs', 'batch-100x50')
    .option('--format <format>', 'pdf or zpl', oneOf(['pdf', 'zpl']), 'pdf')
    .option('--dpi <dots>', 'dots of the printer to the inch: 203 or 300', positive, 203)
    .option('--copies <labels>', 'of each', positive, 1)
    .option('--pack <units>', 'base units in what the label sticks on', positive, 1)
    .option('--product <sku>', 'where several products have a batch of this code')
    .option('--reason <text>', 'why once more, where one was printed before')
    .action(async (what: string[], { design, dpi, product, reason, ...asked }: Printing, command: Command) => {
      const session = sessionOf(command)
      const of = asked.kind === 'batch' ? await batchIds(session, what, product) : what
      const body = { ...asked, of, template: design, resolution: dpi, ...given({ reason }) }
      const print = await session.api.send<Print>('POST', '/v1/label-prints', body)
      for (const note of print.notes ?? []) session.remark(note)
      session.answer(
        print,
        () => `${print.number}: ${counted(print.labels, 'label')} to print; take it with: labels take ${print.id}`,
      )
    })
}

async function batchIds(session: Session, names: readonly string[], product: string | undefined): Promise<string[]> {
  const ids: string[] = []
  for (const batch of names) ids.push((await findBatch(session, { batch, product })).id)
  return ids
}

function taking(labels: Command): void {
  labels
    .command('take')
    .description('take a print out of the queue, once, and save its file')
    .argument('[print]', 'its id; else the one that waits longest')
    .option('--output <path>', 'where to; else to the terminal, as for a pipe to a printer')
    .option('--station <name>', 'the printer')
    .action(
      async (id: string | undefined, { output, station }: { output?: string; station?: string }, command: Command) => {
        const session = sessionOf(command)
        const next = id ?? (await longestWaiting(session))
        if (next === null) return session.remark('Nothing waits to be printed.')
        await session.api.send<Print>('POST', `/v1/label-prints/${next}/taking`, given({ station }))
        await save(await fileOf(session.api, `/v1/label-prints/${next}/file`, {}), output)
      },
    )
}

async function longestWaiting({ api }: Session): Promise<string | null> {
  const { items } = await firstRows<Print>(api, '/v1/label-prints', { limit: 5000, query: { state: 'queued' } })
  return items.at(-1)?.id ?? null
}
