import type { Command } from 'commander'
import { batchText } from '../../domain/batch-code.ts'
import { toSettleKinds } from '../../domain/to-settle.ts'
import { firstRows } from '../api.ts'
import { given, oneOf, positive } from '../options.ts'
import { sessionOf } from '../session.ts'
import { table } from '../table.ts'

type Row = Readonly<{
  kind: string
  number: string | null
  skus: readonly string[]
  batchCode: string | null
  warehouseCode: string
  placeCode: string | null
  quantity: number
  since: string
  by: string | null
  says: string
}>
type Options = Readonly<{ kind?: string; warehouse?: string; limit: number }>

export function toSettleCommand(root: Command): void {
  root
    .command('to-settle')
    .description('what waits for a person, of all kinds, what has waited longest first')
    .option('--kind <kind>', toSettleKinds.join(', '), oneOf(toSettleKinds))
    .option('--warehouse <code>', 'in one warehouse')
    .option('--limit <rows>', 'at most so many rows', positive, 100)
    .action(async ({ limit, ...query }: Options, command: Command) => {
      const { api, answer } = sessionOf(command)
      const { items, more } = await firstRows<Row>(api, '/v1/to-settle', { limit, query: given(query) })
      answer({ items, more }, () => (items.length === 0 ? 'Nothing waits.' : table(items, columns)))
    })
}

const columns = [
  { title: 'What', of: ({ kind }: Row) => kind.replaceAll('_', ' ') },
  { title: 'Number', of: ({ number }: Row) => number },
  { title: 'SKU', of: ({ skus }: Row) => skus.join(', ') },
  { title: 'Batch', of: ({ batchCode }: Row) => (batchCode === null ? null : batchText(batchCode)) },
  { title: 'Where', of: ({ warehouseCode, placeCode }: Row) => [warehouseCode, placeCode ?? ''].join(' ').trim() },
  { title: 'Units', of: ({ quantity }: Row) => quantity },
  { title: 'Since', of: ({ since }: Row) => since.slice(0, 10) },
  { title: 'By', of: ({ by }: Row) => by },
  { title: 'Waits for', of: ({ says }: Row) => says },
]
