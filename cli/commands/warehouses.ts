import { type Command, InvalidArgumentError } from 'commander'
import { wrongUse } from '../failure.ts'
import { given, whole } from '../options.ts'
import { sessionOf } from '../session.ts'
import { table } from '../table.ts'
import { findWarehouse } from '../warehouses.ts'
import { weekdays, workingDaysText } from '../weekdays.ts'

type Row = Readonly<{
  code: string
  name: string
  timeZone: string
  address: string | null
  cutOff: string
  workingDays: readonly number[]
  priority: number
}>
type Options = Readonly<{
  name?: string
  timeZone?: string
  address?: string
  cutOff?: string
  worksOn?: number[]
  priority?: number
}>

export function warehouseCommands(root: Command): void {
  const all = root.command('warehouses').description('Warehouses: when parcels leave, and which sends first')
  all
    .command('list')
    .description('warehouses')
    .action(async (_options: unknown, command: Command) => {
      const { api, answer } = sessionOf(command)
      const found = await api.get<{ items: readonly Row[] }>('/v1/warehouses')
      answer(found, () => table(found.items, columns))
    })
  changing(all.command('add').description('add a warehouse').argument('<code>'))
    .requiredOption('--name <name>')
    .requiredOption('--time-zone <zone>', 'as America/Chicago')
    .action(async (code: string, options: Options, command: Command) => {
      const { api, answer } = sessionOf(command)
      const added = await api.send<Row>('POST', '/v1/warehouses', { code, ...bodyOf(options) })
      answer(added, () => table([added], columns))
    })
  changing(all.command('change').description('change what is named').argument('<warehouse>', 'code or id'))
    .option('--name <name>')
    .option('--time-zone <zone>', 'as America/Chicago')
    .action(async (wanted: string, options: Options, command: Command) => {
      const { api, answer } = sessionOf(command)
      const body = bodyOf(options)
      if (Object.keys(body).length === 0) throw wrongUse('Say what is to change, as --cut-off 14:30.')
      const { id } = await findWarehouse(api, wanted)
      const changed = await api.send<Row>('PATCH', `/v1/warehouses/${id}`, body)
      answer(changed, () => table([changed], columns))
    })
}

const changing = (command: Command): Command =>
  command
    .option('--cut-off <time>', 'until when an order of the day leaves the same day, as 14:30')
    .option('--works-on <days>', 'as Mon,Tue,Wed,Thu,Fri', daysOfWeek)
    .option('--priority <number>', 'where orders are routed: the lower first', whole)
    .option('--address <text>', '"" for none')

const bodyOf = ({ worksOn, address, ...options }: Options) =>
  given({ ...options, workingDays: worksOn, address: address === '' ? null : address })

function daysOfWeek(text: string): number[] {
  const days = text
    .split(',')
    .map((name) => weekdays.findIndex((day) => day.toLowerCase() === name.trim().toLowerCase()))
  if (days.includes(-1)) throw new InvalidArgumentError(`Days as ${weekdays.join(',')} are needed.`)
  return days.map((day) => day + 1)
}

const columns = [
  { title: 'Code', of: ({ code }: Row) => code },
  { title: 'Name', of: ({ name }: Row) => name },
  { title: 'Time zone', of: ({ timeZone }: Row) => timeZone },
  { title: 'Cut-off', of: ({ cutOff }: Row) => cutOff },
  { title: 'Works on', of: ({ workingDays }: Row) => workingDaysText(workingDays) },
  { title: 'Priority', of: ({ priority }: Row) => priority },
]
