import { Readable } from 'node:stream'
import type { Command } from 'commander'
import { batchOnSheet } from '../../domain/batch-code.ts'
import { type Api, type Query, rowsOf } from '../api.ts'
import { csvOf } from '../csv.ts'
import { findBatch } from '../find-batch.ts'
import { customerCode } from '../find-customer.ts'
import { oneOf, orderStates, stockStatuses } from '../options.ts'
import { fileOf, save } from '../save.ts'
import { sessionOf } from '../session.ts'

type Options = {
  out?: string
  product?: string
  warehouse?: string
  status?: string
  state?: string
  customer?: string
}

/** Lists that the API gives page by page, and the columns they have as a file. */
const lists = {
  moves: {
    path: '/v1/moves',
    columns:
      'id occurredAt recordedAt sku batchCode batchId fromKind fromCode toKind toCode quantity reason documentKind documentId note actorName reversesId',
  },
  orders: {
    path: '/v1/orders',
    columns:
      'id number customerName channel orderedAt deliverOn priority state lineCount quantity allocated shipped backOrdered',
  },
} as const

export function exportCommands(root: Command): void {
  const exporting = root.command('export').description('Files in CSV, to the terminal or with --out to a file')
  out(exporting.command('stock').description('stock by batch and place'))
    .option('--product <sku>')
    .option('--warehouse <code>')
    .option('--status <status>', stockStatuses.join(', '), oneOf(stockStatuses))
    .action(async ({ product, warehouse, status, out: path }: Options, command: Command) => {
      const { api } = sessionOf(command)
      await save(await fileOf(api, '/v1/stock.csv', { product, warehouse, status }), path)
    })
  out(exporting.command('moves').description('the ledger, newest first'))
    .option('--product <sku>')
    .action(async ({ product, out: path }: Options, command: Command) => {
      await save(listAsCsv(sessionOf(command).api, { ...lists.moves, query: { product } }), path)
    })
  out(exporting.command('orders').description('orders, newest first'))
    .option('--state <state>', orderStates.join(', '), oneOf(orderStates))
    .option('--customer <code>')
    .action(async ({ state, customer, out: path }: Options, command: Command) => {
      const { api } = sessionOf(command)
      const query = { state, customer: await customerCode(api, customer) }
      await save(listAsCsv(api, { ...lists.orders, query }), path)
    })
  out(exporting.command('trace').description('who got a batch, complete'))
    .argument('<batch>', 'code or id')
    .option('--product <sku>', 'where several batches have this code')
    .action(async (batch: string, { product, out: path }: Options, command: Command) => {
      const session = sessionOf(command)
      const { id } = await findBatch(session, { batch, product })
      await save(await fileOf(session.api, `/v1/batches/${id}/trace.csv`, {}), path)
    })
}

const out = (command: Command) => command.option('--out <file>', 'write to this file')

function listAsCsv(api: Api, list: { path: string; columns: string; query: Query }): Readable {
  const columns = Object.fromEntries(list.columns.split(' ').map((name) => [name, name]))
  const rows = Readable.from(rowsOf<Record<string, unknown>>(api, list.path, list.query)).map(onSheet)
  const csv = csvOf(columns)
  rows.on('error', (error) => csv.destroy(error))
  return rows.pipe(csv)
}

const onSheet = (row: Record<string, unknown>) =>
  typeof row.batchCode === 'string' ? batchOnSheet({ ...row, batchCode: row.batchCode }) : row
