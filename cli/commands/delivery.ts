import type { Command } from 'commander'
import { atTransitLines, type LineProblem, readTransitSheet, transitColumns } from '../../domain/transit-sheet.ts'
import { type Api, firstRows, rowsOf } from '../api.ts'
import { csvOf } from '../csv.ts'
import { exitCodes, Failure } from '../failure.ts'
import { type FileRow, readRows } from '../import/read-rows.ts'
import { given, positive } from '../options.ts'
import { type Session, sessionOf } from '../session.ts'
import { table } from '../table.ts'
import type { Warehouse } from '../warehouses.ts'
import { workingDaysText } from '../weekdays.ts'

type ServiceRow = Readonly<{
  id: string
  code: string
  name: string
  workingDays: readonly number[]
  standard: boolean
  archivedAt: string | null
}>
type Transit = Readonly<{
  serviceId: string | null
  warehouseId: string | null
  country: string | null
  postalPrefix: string
  transitDays: number
  distanceKm: number | null
  parcelCost: number | null
}>
type Holiday = Readonly<{ on: string; name: string; warehouseId: string | null; serviceId: string | null }>
type Arrival = Readonly<{
  warehouseId: string
  service: string | null
  transitDays: number | null
  leavesOn: string | null
  deliversOn: string | null
}>
type Options = Record<string, string | undefined>

export function deliveryCommands(root: Command): void {
  const delivery = root.command('delivery').description('On which day parcels leave and arrive')
  delivery
    .command('services')
    .description("carriers' services")
    .action(async (_options: unknown, command: Command) => {
      const { api, answer } = sessionOf(command)
      const found = await api.get<{ items: readonly ServiceRow[] }>('/v1/delivery-services')
      answer(found, () => table(found.items, serviceColumns))
    })
  timesCommand(delivery)
  importCommand(delivery)
  delivery
    .command('holidays')
    .description('days on which warehouses or carriers rest')
    .action(async (_options: unknown, command: Command) => {
      const { api, answer } = sessionOf(command)
      const found = await api.get<{ items: readonly Holiday[] }>('/v1/holidays')
      const { codes } = await named(api)
      answer(found, () =>
        table(found.items, [
          { title: 'Day', of: ({ on }) => on },
          { title: 'Name', of: ({ name }) => name },
          { title: 'For', of: ({ warehouseId, serviceId }) => codes.get(warehouseId ?? serviceId ?? '') ?? 'all' },
        ]),
      )
    })
  dayCommand(delivery)
}

function timesCommand(delivery: Command): void {
  delivery
    .command('times')
    .description('the table of transit times')
    .option('--country <code>', 'rows for this country alone')
    .option('--limit <rows>', 'at most so many rows; a CSV has them all', positive, 100)
    .option('--csv', 'as a file that can be changed and imported again')
    .action(async (options: { country?: string; limit: number; csv?: boolean }, command: Command) => {
      const { api, answer, remark } = sessionOf(command)
      const [query, { codes }] = [given({ country: options.country }), await named(api)]
      if (options.csv) return printCsv(rowsOf<Transit>(api, '/v1/transit-times', query), codes)
      const found = await firstRows<Transit>(api, '/v1/transit-times', { limit: options.limit, query })
      answer(found, () => table(found.items, transitTable(codes)))
      if (found.more) remark('There are more. Ask for more with --limit, or take them all with --csv.')
    })
}

async function printCsv(rows: AsyncIterable<Transit>, codes: Codes): Promise<void> {
  const file = csvOf(Object.fromEntries(transitColumns.map((name) => [name, name])))
  file.pipe(process.stdout, { end: false })
  for await (const { serviceId, warehouseId, ...row } of rows)
    file.write({ ...row, service: codes.get(serviceId ?? ''), warehouse: codes.get(warehouseId ?? '') })
  file.end()
}

function importCommand(delivery: Command): void {
  delivery
    .command('import')
    .description(`transit times from a CSV with the columns ${transitColumns.join(', ')}`)
    .argument('<file>')
    .option('--replace', 'in the place of the whole table')
    .action(async (path: string, { replace = false }: { replace?: boolean }, command: Command) => {
      const session = sessionOf(command)
      const { services, warehouses } = await named(session.api)
      const lines: FileRow[] = []
      for await (const row of readRows(path)) lines.push(row)
      const { rows, lineNos, problems } = readTransitSheet(lines, { services, warehouses })
      if (problems.length > 0) throw wrongRows(problems)
      const written = await putRows(session, { body: { rows, replace }, lineNos })
      session.answer(written, () => `${written.written} rows written, ${written.removed} removed.`)
    })
}

type Put = Readonly<{ body: Readonly<Record<string, unknown>>; lineNos: readonly number[] }>

async function putRows({ api }: Session, { body, lineNos }: Put): Promise<{ written: number; removed: number }> {
  try {
    return await api.send('PUT', '/v1/transit-times', body)
  } catch (error) {
    const problems = error instanceof Failure ? error.problem?.facts.problems : undefined
    const found = Array.isArray(problems) ? atTransitLines(problems, lineNos) : []
    throw found.length > 0 ? wrongRows(found) : error
  }
}

const wrongRows = (problems: readonly LineProblem[]): Failure =>
  new Failure(
    exitCodes.refused,
    ['Nothing was written:', ...problems.map(({ lineNo, message }) => `  line ${lineNo}: ${message}`)].join('\n'),
  )

function dayCommand(delivery: Command): void {
  delivery
    .command('day')
    .description('when a parcel that is ready now leaves and arrives')
    .option('--country <code>', 'where it goes, as US')
    .option('--postal <code>', 'postal code')
    .option('--service <code>', 'else the standard')
    .option('--warehouse <code>', 'else each')
    .action(async ({ country, postal, service, warehouse }: Options, command: Command) => {
      const { api, answer } = sessionOf(command)
      const query = given({ country, postalCode: postal, service, warehouse })
      const found = await api.get<{ items: readonly Arrival[] }>('/v1/delivery-days', query)
      const { codes } = await named(api)
      answer(found, () =>
        table(found.items, [
          { title: 'From', of: ({ warehouseId }) => codes.get(warehouseId) },
          { title: 'Service', of: (one) => one.service },
          { title: 'Leaves', of: ({ leavesOn }) => leavesOn },
          { title: 'Arrives', of: ({ deliversOn }) => deliversOn ?? 'nobody knows: judged as if at once' },
          { title: 'Days', of: ({ transitDays }) => transitDays },
        ]),
      )
    })
}

type Codes = ReadonlyMap<string, string>

/** The codes of services and warehouses, and by id what each is called. */
async function named(api: Api) {
  const services = await api.get<{ items: readonly ServiceRow[] }>('/v1/delivery-services')
  const warehouses = await api.get<{ items: readonly Warehouse[] }>('/v1/warehouses')
  return {
    services: new Set(services.items.map(({ code }) => code)),
    warehouses: new Set(warehouses.items.map(({ code }) => code)),
    codes: new Map([...services.items, ...warehouses.items].map(({ id, code }) => [id, code])),
  }
}

const serviceColumns = [
  { title: 'Code', of: ({ code }: ServiceRow) => code },
  { title: 'Name', of: ({ name }: ServiceRow) => name },
  { title: 'Works on', of: ({ workingDays }: ServiceRow) => workingDaysText(workingDays) },
  {
    title: 'State',
    of: ({ standard, archivedAt }: ServiceRow) => (archivedAt ? 'archived' : standard ? 'standard' : ''),
  },
]
const transitTable = (codes: Codes) => [
  { title: 'Service', of: ({ serviceId }: Transit) => codes.get(serviceId ?? '') ?? 'any' },
  { title: 'From', of: ({ warehouseId }: Transit) => codes.get(warehouseId ?? '') ?? 'any' },
  { title: 'Country', of: ({ country }: Transit) => country ?? 'any' },
  { title: 'Postal prefix', of: ({ postalPrefix }: Transit) => postalPrefix },
  { title: 'Days', of: ({ transitDays }: Transit) => transitDays },
  { title: 'Kilometres', of: ({ distanceKm }: Transit) => distanceKm },
  { title: 'A parcel, in cents', of: ({ parcelCost }: Transit) => parcelCost },
]
