/**
 * cli/import/import-reports.ts — what a customer who sells on reports, from its own CSV. Nothing is written while a row is wrong, and the same row is written once.
 */
import type { Cells } from '../../domain/imports/read-cells.ts'
import { reportKinds } from '../../domain/sold-on.ts'
import { Failure } from '../failure.ts'
import { given } from '../options.ts'
import { type Courier, patiently } from './courier.ts'
import type { SheetOutcome } from './import-file.ts'
import { type RowProblem, readSheet } from './sheet.ts'
import { stableId } from './stable-id.ts'

const reportsMax = 10_000

const sheetOf = (customer: string | undefined) => ({
  needed: ['sku', 'quantity', 'on', ...(customer === undefined ? ['customer'] : [])],
  optional: ['kind', 'document', 'note', ...(customer === undefined ? [] : ['customer'])],
  read: (cells: Cells) => ({
    customer: cells.text('customer') ?? customer ?? cells.needed('customer'),
    product: cells.needed('sku'),
    kind: cells.choice('kind', reportKinds) ?? ('sold' as const),
    quantity: cells.needed('quantity') && (cells.whole('quantity', { least: 1 }) ?? 0),
    on: cells.needed('on') && (cells.day('on') ?? ''),
    ...given({ document: cells.text('document'), note: cells.text('note') }),
  }),
})

type Report = ReturnType<ReturnType<typeof sheetOf>['read']>
type Asked = Readonly<{ path: string; customer: string | undefined; dryRun: boolean }>

/** `customer` is that of rows which name none. */
export async function importReports(courier: Courier, { path, customer, dryRun }: Asked): Promise<SheetOutcome> {
  const { items, problems } = await readSheet(path, sheetOf(customer))
  const outcome: SheetOutcome = { rows: items.length + problems.length, written: 0, known: 0, problems: [...problems] }
  if (dryRun || problems.length > 0) return outcome
  // By day, so that of many what was brought back goes with or behind what was sold.
  const inTurn = withIds(items).toSorted(({ item: a }, { item: b }) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))
  for (let at = 0; at < inTurn.length && outcome.problems.length === 0; at += reportsMax) {
    courier.stopping.check()
    const told = await recorded(courier, inTurn.slice(at, at + reportsMax))
    outcome.problems.push(...told.problems)
    outcome.known += told.items.filter(({ repeated }) => repeated).length
    outcome.written += told.items.filter(({ repeated }) => !repeated).length
  }
  return outcome
}

type Row = Readonly<{ lineNo: number; item: Report & { id: string } }>
type Recorded = Readonly<{ items: readonly { repeated: boolean }[] }>

async function recorded({ api }: Courier, rows: readonly Row[]): Promise<Recorded & { problems: RowProblem[] }> {
  const reports = rows.map(({ item }) => item)
  try {
    return { ...(await patiently(() => api.send<Recorded>('POST', '/v1/sell-through', { reports }))), problems: [] }
  } catch (error) {
    const problems = error instanceof Failure ? problemsAt(error, rows) : []
    if (problems.length === 0) throw error
    return { items: [], problems }
  }
}

/** What the server names by its place among the reports, by the line of the file. */
function problemsAt({ message, problem }: Failure, rows: readonly Row[]): RowProblem[] {
  const { where, problems = [] } = (problem?.facts ?? {}) as Facts
  const nth = /^line (\d+)$/.exec(where ?? '')?.[1]
  const named =
    nth === undefined
      ? problems.map(({ at, message: reason }) => ({ at: Number(/^reports\[(\d+)\]/.exec(at)?.[1]), reason }))
      : [{ at: Number(nth) - 1, reason: message.replace(/^line \d+: /, '') }]
  return named.flatMap(({ at, reason }) => (rows[at] ? [{ lineNo: rows[at].lineNo, reason }] : []))
}

type Facts = Readonly<{ where?: string; problems?: readonly { at: string; message: string }[] }>

/** Of what a row says but for its quantity: a row that was put right is refused, and does not count beside what it was. */
function withIds(rows: readonly Readonly<{ lineNo: number; item: Report }>[]): Row[] {
  const seen = new Map<string, number>()
  return rows.map(({ lineNo, item }) => {
    const { customer, product, kind, on, document = '' } = item
    const said = [customer, product, kind, on, document] as const
    const key = said.join('\n')
    const nth = seen.get(key) ?? 0
    seen.set(key, nth + 1)
    return { lineNo, item: { ...item, id: stableId('sell-through', ...said, nth) } }
  })
}
