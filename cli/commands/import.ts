import { createWriteStream } from 'node:fs'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { ReadableStream as WebStream } from 'node:stream/web'
import type { Command } from 'commander'
import type { ImportKind } from '../../domain/imports/fields.ts'
import { exitCodes, Failure } from '../failure.ts'
import type { Courier } from '../import/courier.ts'
import { type Gathered, gather } from '../import/gather.ts'
import { importFile, type ReadSheet, type SheetOutcome } from '../import/import-file.ts'
import { importOrders } from '../import/import-orders.ts'
import { importReports } from '../import/import-reports.ts'
import { type Looked, lookAtShipments } from '../import/look-at-shipments.ts'
import { planReceipts } from '../import/plan-receipts.ts'
import { readOrders } from '../import/read-orders.ts'
import { writeReport } from '../import/report.ts'
import { howToGoOn, stopOnInterrupt } from '../import/stopping.ts'
import { discrepancies, emptyTally, summaryText, type Tally } from '../import/summary.ts'
import { positive, whole } from '../options.ts'
import { progressOn } from '../progress.ts'
import { type Session, sessionOf } from '../session.ts'
import { fields, table } from '../table.ts'
import { findWarehouse } from '../warehouses.ts'

type OrderOptions = {
  warehouse?: string
  seed: number
  currency: string
  ship: boolean
  limit?: number
  chunk: number
  report?: string
  dryRun?: boolean
}

export function importCommands(root: Command): void {
  const importing = root.command('import').description('Files into Firstout; each may be stopped and run again')
  ordersCommand(importing)
  for (const [kind, tells, name = kind] of sheets) {
    const command = importing
      .command(name)
      .description(`${tells}; a workbook (XLSX) or CSV (docs/import-stock.md)`)
      .argument('<file>')
      .option('--sheet <name>', 'of a workbook; else its first one with rows')
      .option('--dry-run', 'only say which rows are wrong')
      .option('--good-rows', 'write the good rows although others are wrong')
      .option('--report <file.csv>', 'the wrong rows with their reasons, to be mended and imported again')
    if (kind === 'stock')
      command.option('--reference <text>', 'of these receipts; under another one the same rows are received again')
    command.action(async (path: string, options: SheetOptions, of: Command) => {
      const session = sessionOf(of)
      const { sheet, reference, report, dryRun = false, goodRows = false } = options
      const file = { kind, path, sheet, reference, report, dryRun, goodRows }
      const done = await travelling(session, 2000, (courier) => importFile(courier, file))
      remarkSheet(session, done)
      tell(session, done, dryRun)
    })
  }
  shipmentsCommand(importing)
  importing
    .command('sell-through')
    .description(
      'what customers who sell on report, from a CSV with the columns customer, sku, quantity, on and more (docs/sold-on.md)',
    )
    .argument('<file>')
    .option('--customer <code>', 'of rows that name none')
    .option('--dry-run', 'only say which rows are wrong')
    .action(async (path: string, options: { customer?: string; dryRun?: boolean }, command: Command) => {
      const session = sessionOf(command)
      const { customer, dryRun = false } = options
      tell(
        session,
        await travelling(session, 10_000, (courier) => importReports(courier, { path, customer, dryRun })),
        dryRun,
      )
    })
}

const sheets: readonly (readonly [kind: ImportKind, tells: string, name?: string])[] = [
  ['products', 'products, with packs, GTINs and kits'],
  ['stock', 'opening stock: a row for each batch and bin'],
  ['suppliers', 'suppliers'],
  ['customers', 'customers'],
  ['places', 'bins and other places of warehouses'],
  ['orders', 'open orders: a row for each line, rows of one number are one order', 'open-orders'],
]

type SheetOptions = { sheet?: string; reference?: string; dryRun?: boolean; goodRows?: boolean; report?: string }

function shipmentsCommand(importing: Command): void {
  importing
    .command('shipments')
    .description('past shipments, which are judged and move nothing; a workbook (XLSX) or CSV (docs/import-stock.md)')
    .argument('<file>')
    .option('--sheet <name>', 'of a workbook; else its first one with rows')
    .option('--pdf <file.pdf>', 'what was found, on paper')
    .action(async (path: string, { sheet, pdf }: { sheet?: string; pdf?: string }, command: Command) => {
      const session = sessionOf(command)
      const asked = { reference: undefined, report: undefined, dryRun: true, goodRows: false }
      const file = { kind: 'shipments', path, sheet, ...asked } as const
      const looked = await travelling(session, 2000, (courier) => lookAtShipments(courier, file))
      remarkSheet(session, looked)
      if (pdf !== undefined) await savePaper(session, looked, pdf)
      session.answer(looked, () => lookedText(looked))
      if (looked.problems.length > 0) process.exitCode = exitCodes.refused
    })
}

/** Where a workbook has others, somebody may have meant one of them. */
function remarkSheet({ remark }: Session, { sheet, sheets }: ReadSheet): void {
  const others = sheets.filter((name) => name !== sheet).map((name) => `"${name}"`)
  if (others.length > 0)
    remark(`Read the sheet "${sheet}". The workbook has also ${others.join(', ')}: --sheet names one.`)
}

async function savePaper({ api }: Session, { id }: Looked, path: string): Promise<void> {
  const { body } = await api.download(`/v1/imports/${id}/assessment.pdf`)
  if (body) await pipeline(Readable.fromWeb(body as WebStream), createWriteStream(path))
}

const lookedText = ({ number, rows, units, clean, gaps, problems }: Looked): string =>
  [
    ...problems.map(({ lineNo, reason }) => `line ${lineNo} ${reason}`),
    table(gaps, [
      { title: 'Found', of: ({ title }) => title },
      { title: 'Rows', of: (one) => one.rows },
      { title: 'Units', of: (one) => one.units },
      { title: 'First line', of: ({ firstLine }) => firstLine },
    ]),
    `${rows} rows, ${units} units: ${clean} show nothing that went wrong. Nothing was written; it is kept as ${number}.`,
  ].join('\n')

function ordersCommand(importing: Command): void {
  importing
    .command('orders')
    .description(
      "a shop's order lines, with products, customers, batches, returns and shipments (docs/import-orders.md)",
    )
    .argument('<file>')
    .option('--warehouse <code>', 'where the goods are; needed where there are several')
    .option('--seed <number>', 'of the rule by which batches are received', whole, 1)
    .option('--currency <code>', 'of the prices', 'GBP')
    .option('--no-ship', 'allocate only')
    .option('--limit <lines>', 'only the first so many lines, to the end of their invoice', positive)
    .option('--chunk <lines>', 'lines in one call', positive, 3000)
    .option('--report <file.csv>', 'every bad, refused or odd line with its reason')
    .option('--dry-run', 'read and count only; nothing is written')
    .action(async (path: string, options: OrderOptions, command: Command) => {
      const session = sessionOf(command)
      session.remark(`Reading ${path} …`)
      const gathered = await gather(readOrders(path, options.limit ?? Number.POSITIVE_INFINITY))
      const tally: Tally = { ...emptyTally(), linesIn: gathered.linesIn, odd: gathered.odd, bad: gathered.bad }
      if (options.dryRun) return dryRunAnswer(session, gathered, options)
      await runOrders(session, { gathered, options, tally })
      const problems = discrepancies(tally)
      if (options.report !== undefined) await writeReport(options.report, tally)
      session.answer({ ...summaryJson(tally), addsUp: problems.length === 0, discrepancies: problems }, () =>
        summaryText(tally),
      )
      if (problems.length > 0) process.exitCode = exitCodes.unexpected
    })
}

type OrderRun = Readonly<{ gathered: Gathered; options: OrderOptions; tally: Tally }>

async function runOrders(session: Session, { gathered, options, tally }: OrderRun): Promise<void> {
  const warehouse = await findWarehouse(session.api, options.warehouse)
  const { currency, seed, ship: ships } = options
  try {
    await travelling(session, options.chunk, (courier) =>
      importOrders(courier, { gathered, warehouse, currency, seed, ships }, tally),
    )
  } catch (error) {
    const { orders, shipments } = tally
    session.remark(
      `So far: ${orders.lines.toLocaleString('en-US')} lines in ${orders.documents.toLocaleString('en-US')} orders, ${shipments.documents.toLocaleString('en-US')} shipments.`,
    )
    if (error instanceof Failure && error.exitCode === exitCodes.unreachable)
      throw new Failure(error.exitCode, `${error.message}\n${howToGoOn}`, error.problem)
    throw error
  }
}

export async function travelling<T>(
  session: Session,
  linesMax: number,
  work: (courier: Courier) => Promise<T>,
): Promise<T> {
  const progress = progressOn(process.stderr)
  const stopping = stopOnInterrupt(session.remark)
  try {
    return await work({ api: session.api, progress, stopping, linesMax })
  } finally {
    progress.end()
    stopping.release()
  }
}

const count = <T>(items: readonly T[], of: (item: T) => number) => items.reduce((sum, item) => sum + of(item), 0)
const lineCount = ({ lines }: { lines: readonly unknown[] }) => lines.length

function dryRunAnswer({ answer }: Session, gathered: Gathered, { seed }: OrderOptions): void {
  const { firstDay, lastDay, leaving, orders, returns, adjustments, odd, bad, products, customers, linesIn } = gathered
  const receipts = firstDay && lastDay ? planReceipts(leaving, { firstDay, lastDay, seed }) : []
  const counts = {
    linesIn,
    orderLines: count(orders, lineCount),
    returnLines: count(returns, lineCount),
    adjustmentLines: adjustments.length,
    oddLines: odd.length,
    badRows: bad.length,
    orders: orders.length,
    returns: returns.length,
    products: products.length,
    customers: customers.length,
    batches: count(receipts, lineCount),
  }
  answer({ ...counts, bad }, () =>
    [
      fields([
        ['Lines in the file', counts.linesIn],
        ['  in orders', counts.orderLines],
        ['  in returns', counts.returnLines],
        ['  in adjustments', counts.adjustmentLines],
        ['  no goods', counts.oddLines],
        ['  bad rows', counts.badRows],
        ['Orders', counts.orders],
        ['Returns', counts.returns],
        ['Products', counts.products],
        ['Customers', counts.customers],
        ['Batches to receive', counts.batches],
      ]),
      ...bad.map(({ lineNo, reason }) => `line ${lineNo} ${reason}`),
      'Nothing was written.',
    ].join('\n'),
  )
}

/** Without the odd lines one by one: their number by kind is enough, and the report has them all. */
function summaryJson({ odd, ...tally }: Tally) {
  const kinds: Record<string, number> = {}
  for (const { what } of odd) kinds[what] = (kinds[what] ?? 0) + 1
  return { ...tally, odd: { lines: odd.length, kinds } }
}

export function tell({ answer }: Session, outcome: SheetOutcome, dryRun: boolean): void {
  const { rows, written, known, problems } = outcome
  answer(outcome, () =>
    [
      ...(problems.length > 0
        ? [
            table(problems, [{ title: 'Line', of: ({ lineNo }) => String(lineNo) }])
              .split('\n')
              .map((line, index) => (index === 0 ? `${line}  Why` : `${line}  ${problems[index - 1]?.reason}`))
              .join('\n'),
          ]
        : []),
      `${rows} rows: ${written} written, ${known} already here, ${problems.length} wrong.${dryRun || (problems.length > 0 && written === 0) ? ' Nothing was written.' : ''}`,
    ].join('\n\n'),
  )
  if (problems.length > 0) process.exitCode = exitCodes.refused
}
