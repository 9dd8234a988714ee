import type { Command } from 'commander'
import { customerCode } from '../find-customer.ts'
import { sessionOf } from '../session.ts'
import { table } from '../table.ts'

type Bounds = Readonly<{ least: number; most: number }>
type Numbers = Readonly<{ sent: number; returned: number; soldOn: Bounds; lost: Bounds; there: Bounds }>
type Product = Numbers &
  Readonly<{
    sku: string
    gap: number
    batches: readonly (Numbers & { batchCode: string; expiresOn: string | null })[]
  }>
type Row = Numbers & Readonly<{ sku: string; batchCode: string }>

const rangeText = ({ least, most }: Bounds) => (least === most ? String(most) : `${least} to ${most}`)

const columns = [
  { title: 'SKU', of: ({ sku }: Row) => sku },
  { title: 'Batch', of: ({ batchCode }: Row) => batchCode },
  { title: 'Sent', of: ({ sent }: Row) => sent },
  { title: 'Returned', of: ({ returned }: Row) => returned },
  { title: 'Sold on', of: ({ soldOn }: Row) => rangeText(soldOn) },
  { title: 'Lost there', of: ({ lost }: Row) => rangeText(lost) },
  { title: 'There still', of: ({ there }: Row) => rangeText(there) },
]

export function soldOnCommand(root: Command): void {
  root
    .command('sold-on')
    .description(
      'what a customer who sells on has sold of each batch, at least and at most; reports come with `import sell-through`',
    )
    .argument('<customer>', 'code, id or name')
    .action(async (wanted: string, _options: unknown, command: Command) => {
      const { api, answer, remark } = sessionOf(command)
      const customer = (await customerCode(api, wanted)) ?? wanted
      const found = await api.get<{ items: readonly Product[] }>(
        `/v1/customers/${encodeURIComponent(customer)}/sold-on`,
      )
      const rows = found.items.flatMap(({ sku, batches }) => batches.map((batch) => ({ sku, ...batch })))
      answer(found, () => (rows.length === 0 ? 'It has told nothing.' : table(rows, columns)))
      for (const { sku, gap } of found.items)
        if (gap > 0)
          remark(
            `${gap} of ${sku} are reported that cannot be: its reports say nothing of batches until that is settled.`,
          )
    })
}
