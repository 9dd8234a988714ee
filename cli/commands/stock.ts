import type { Command } from 'commander'
import { batchText } from '../../domain/batch-code.ts'
import { type Api, firstRows } from '../api.ts'
import { wrongUse } from '../failure.ts'
import { dayOrInstant, isInstant, oneOf, positive, stockStatuses } from '../options.ts'
import { sessionOf } from '../session.ts'
import { table } from '../table.ts'
import { endOfDay, findWarehouse } from '../warehouses.ts'

type Row = Readonly<{
  batchCode: string
  sku: string
  productName: string
  warehouseCode: string
  placeCode: string
  onHand: number
  reserved: number
  available: number
  expiresOn: string | null
  daysLeft: number | null
  status: string
  holds: readonly string[]
}>
type Past = Readonly<{ batchCode: string; sku: string; warehouseCode: string; placeCode: string; quantity: number }>
type Options = {
  product?: string
  warehouse?: string
  status?: string
  text?: string
  asOf?: string
  knownOn?: string
  limit: number
}

const moreWords = 'There are more. Ask for more with --limit, or narrow the question.'

export function stockCommand(root: Command): void {
  root
    .command('stock')
    .description('stock by batch and place, what expires first on top')
    .option('--product <sku>', 'of one product')
    .option('--warehouse <code>', 'in one warehouse')
    .option('--status <status>', stockStatuses.join(', '), oneOf(stockStatuses))
    .option('--text <words>', 'part of SKU, name or batch code')
    .option('--as-of <day or time>', 'as it was at the end of a day, or at a moment', dayOrInstant)
    .option('--known-on <day or time>', 'with --as-of: from what was known then', dayOrInstant)
    .option('--limit <rows>', 'at most so many rows', positive, 200)
    .action(async (options: Options, command: Command) => {
      const session = sessionOf(command)
      if (options.asOf !== undefined) {
        const { items, more } = await stockThen(session.api, options)
        session.answer({ items, more }, () => table(items, pastColumns))
        if (more) session.remark(moreWords)
        return
      }
      if (options.knownOn !== undefined) throw wrongUse('--known-on goes with --as-of.')
      const { product, warehouse, status, text, limit } = options
      const query = { product, warehouse, status, text }
      const { items, more } = await firstRows<Row>(session.api, '/v1/stock', { limit, query })
      session.answer({ items, more }, () => table(items, columns))
      if (more) session.remark(moreWords)
    })
}

async function stockThen(
  api: Api,
  { asOf, knownOn, product, warehouse, status, text, limit }: Options,
): Promise<{ items: readonly Past[]; more: boolean }> {
  if (status !== undefined || text !== undefined)
    throw wrongUse('--status and --text describe stock as it is now; they do not go with --as-of.')
  const at = await momentOf(api, asOf, warehouse)
  const known = await momentOf(api, knownOn, warehouse)
  return firstRows<Past>(api, '/v1/stock/as-of', { limit, query: { at, knownOn: known, product, warehouse } })
}

/** A day ends when it ends in the warehouse. */
async function momentOf(
  api: Api,
  text: string | undefined,
  warehouse: string | undefined,
): Promise<string | undefined> {
  if (text === undefined || isInstant(text)) return text
  return endOfDay((await findWarehouse(api, warehouse)).timeZone, text)
}

const columns = [
  { title: 'SKU', of: ({ sku }: Row) => sku },
  { title: 'Product', of: ({ productName }: Row) => productName },
  { title: 'Batch', of: ({ batchCode }: Row) => batchText(batchCode) },
  { title: 'Warehouse', of: ({ warehouseCode }: Row) => warehouseCode },
  { title: 'Place', of: ({ placeCode }: Row) => placeCode },
  { title: 'On hand', of: ({ onHand }: Row) => onHand },
  { title: 'Reserved', of: ({ reserved }: Row) => reserved },
  { title: 'Available', of: ({ available }: Row) => available },
  { title: 'Expires', of: ({ expiresOn }: Row) => expiresOn },
  { title: 'Days left', of: ({ daysLeft }: Row) => daysLeft },
  { title: 'Status', of: ({ status, holds }: Row) => [status.replaceAll('_', ' '), ...holds].join(' ') },
]

const pastColumns = [
  { title: 'SKU', of: ({ sku }: Past) => sku },
  { title: 'Batch', of: ({ batchCode }: Past) => batchText(batchCode) },
  { title: 'Warehouse', of: ({ warehouseCode }: Past) => warehouseCode },
  { title: 'Place', of: ({ placeCode }: Past) => placeCode },
  { title: 'Quantity', of: ({ quantity }: Past) => quantity },
]
