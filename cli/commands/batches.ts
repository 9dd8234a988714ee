import type { Command } from 'commander'
import { firstRows } from '../api.ts'
import { wrongUse } from '../failure.ts'
import { batchColumns, type FoundBatch, findBatch } from '../find-batch.ts'
import { day, given, oneOf, positive } from '../options.ts'
import { sessionOf } from '../session.ts'
import { fields, table } from '../table.ts'

type Batch = FoundBatch &
  Readonly<{
    supplierLot: string | null
    originCountry: string | null
    producedOn: string | null
    expiresOnSource: string | null
    firstReceivedOn: string | null
    dates: readonly {
      kind: string
      on: string
      source: string
      explanation: string | null
      reason: string | null
      actorName: string
      recordedAt: string
      stands: boolean
    }[]
    lots: readonly { code: string }[]
    mergedIntoCode: string | null
    formerCodes: readonly string[]
  }>

const kinds = ['produced', 'best_before', 'use_by', 'expiry']

export function batchCommands(root: Command): void {
  const batches = root.command('batches').description('Batches and their dates')
  batches
    .command('list')
    .description('batches, newest first')
    .option('--product <sku>', 'of one product')
    .option('--text <words>', 'part of code or SKU')
    .option('--expires-before <day>', 'with a last day before this one', day)
    .option('--supplier-lot <text>', "with this number of the supplier's")
    .option('--limit <rows>', 'at most so many rows', positive, 100)
    .action(async (options: Record<string, string> & { limit: number }, command: Command) => {
      const { api, answer, remark } = sessionOf(command)
      const { product, text, expiresBefore, supplierLot, limit } = options
      const query = { product, text, expiresBefore, supplierLot }
      const { items, more } = await firstRows<FoundBatch>(api, '/v1/batches', { limit, query })
      answer({ items, more }, () => table(items, batchColumns))
      if (more) remark('There are more. Ask for more with --limit, or narrow the question.')
    })
  batches
    .command('show')
    .description('a batch with the history of its dates')
    .argument('<batch>', 'code or id')
    .option('--product <sku>', 'where several batches have this code')
    .action(async (batch: string, options: { product?: string }, command: Command) => {
      const session = sessionOf(command)
      const { id } = await findBatch(session, { batch, ...options })
      const found = await session.api.get<Batch>(`/v1/batches/${id}`)
      session.answer(found, () => batchText(found))
    })
  correctCommand(batches)
}

function correctCommand(batches: Command): void {
  batches
    .command('correct')
    .description(
      'correct a date (with --kind and --on), the supplier lot or the origin; the old date stays in the history',
    )
    .argument('<batch>', 'code or id')
    .option('--product <sku>', 'where several batches have this code')
    .option('--kind <kind>', kinds.join(', '), oneOf(kinds))
    .option('--on <day>', 'the right date', day)
    .option('--supplier-lot <text>')
    .option('--origin <country>', 'two letters, as DE')
    .requiredOption('--reason <text>', 'why, for the audit')
    .action(async (batch: string, options: Record<string, string>, command: Command) => {
      const session = sessionOf(command)
      const { product, kind, on, supplierLot, origin, reason } = options
      if ((kind === undefined) !== (on === undefined)) throw wrongUse('--kind and --on belong together.')
      const change = given({ supplierLot, originCountry: origin })
      if (on === undefined && Object.keys(change).length === 0) throw wrongUse('Say what to correct.')
      const { id } = await findBatch(session, { batch, product })
      if (on !== undefined) await session.api.send('POST', `/v1/batches/${id}/dates`, { kind, on, reason })
      if (Object.keys(change).length > 0) await session.api.send('PATCH', `/v1/batches/${id}`, { ...change, reason })
      const found = await session.api.get<Batch>(`/v1/batches/${id}`)
      session.answer(found, () => batchText(found))
    })
}

function batchText(batch: Batch): string {
  const top = fields([
    ['Batch', batch.code],
    ['Merged into', batch.mergedIntoCode],
    ['Was called', batch.formerCodes.join(', ')],
    ['Product', `${batch.sku} ${batch.productName}`],
    ['Expires', batch.expiresOn ? `${batch.expiresOn} (${batch.expiresOnSource ?? 'source unknown'})` : null],
    ['Produced', batch.producedOn],
    ['First received', batch.firstReceivedOn],
    ['Supplier', [batch.supplierName, batch.supplierLot].filter(Boolean).join(', ')],
    ['Origin', batch.originCountry],
    ['Lots', batch.lots.map(({ code }) => code).join(', ')],
    ['Id', batch.id],
  ])
  if (batch.dates.length === 0) return top
  const dates = table(batch.dates, [
    { title: 'Date', of: ({ kind }) => kind },
    { title: 'On', of: ({ on }) => on },
    { title: 'Source', of: ({ source, explanation }) => (explanation ? `${source}: ${explanation}` : source) },
    { title: 'Stands', of: ({ stands }) => (stands ? 'yes' : 'no') },
    { title: 'By', of: ({ actorName }) => actorName },
    { title: 'Recorded', of: ({ recordedAt }) => recordedAt },
    { title: 'Why', of: ({ reason }) => reason },
  ])
  return `${top}\n\n${dates}`
}
