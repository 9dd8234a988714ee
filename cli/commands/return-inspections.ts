import type { Command } from 'commander'
import { wrongUse } from '../failure.ts'
import { given, oneOf, type Portion, portions, positive } from '../options.ts'
import { sessionOf } from '../session.ts'
import { fields } from '../table.ts'
import { findWarehouse } from '../warehouses.ts'

type Seen = Readonly<{ id: string; number: string; toInspect: number; inspections: readonly Inspection[] }>
type Inspection = Readonly<{
  decisions: readonly { becomes: string; quantity: number; disposalNumber: string | null }[]
}>
type Arrived = Readonly<{
  order?: string
  customer?: string
  warehouse?: string
  kind?: string
  line?: Portion[]
  unlabelled?: boolean
  note?: string
}>
type Deciding = Readonly<{
  line: number
  batch?: string
  restock?: number
  quarantine?: number
  refurbish?: number
  dispose?: number
  toVendor?: number
  place?: string
  reason?: string
  why?: string
  how?: string
  force?: string
}>

export function inspectionCommands(returns: Command): void {
  arrivedCommand(returns)
  decideCommand(returns)
}

const told = ({ number, toInspect, inspections }: Seen): string => {
  const decided = inspections.flatMap(({ decisions }) => decisions)
  const disposals = [...new Set(decided.flatMap(({ disposalNumber }) => disposalNumber ?? []))]
  return fields([
    ['Return', number],
    ['To look at', String(toInspect)],
    ['Decided', decided.map(({ becomes, quantity }) => `${quantity} ${becomes.replaceAll('_', ' ')}`).join(', ')],
    ['Disposals', disposals.join(', ')],
  ])
}

const kinds = ['customer_return', 'refused', 'undeliverable']

function arrivedCommand(returns: Command): void {
  returns
    .command('arrived')
    .description('take in what nobody announced: a return, a refused parcel, one that could not be delivered')
    .option('--order <number>', 'the order it is of')
    .option('--customer <code>', 'where the order is not known')
    .option('--warehouse <code>', 'needed where there are several')
    .option('--kind <kind>', kinds.join(', '), oneOf(kinds))
    .requiredOption('--line <sku[:batch]=quantity>', 'what is here; may be given again', portions)
    .option('--unlabelled', 'nobody can read which batch it is of')
    .option('--note <text>', 'for the record')
    .option('--despite-reports <reason>', 'also where the customer reports that so many are not with it any more')
    .action(async ({ order, line = [], unlabelled, warehouse, ...rest }: Arrived, command: Command) => {
      const { api, answer } = sessionOf(command)
      const { code } = await findWarehouse(api, warehouse)
      const lines = line.map((portion) => ({ ...arrivedLine(portion), ...(unlabelled ? { unlabelled } : {}) }))
      const body = { warehouse: code, ...given({ orderNumber: order, ...rest }), lines }
      const found = await api.send<Seen>('POST', '/v1/unannounced-returns', body)
      answer(found, () => told(found))
    })
}

function arrivedLine({ name, quantity }: Portion) {
  const at = name.indexOf(':')
  if (at < 0) return { product: name, quantity }
  return { product: name.slice(0, at), batch: name.slice(at + 1), quantity }
}

function decideCommand(returns: Command): void {
  returns
    .command('decide')
    .description('what becomes of units that came back, also in parts')
    .argument('<return>', 'number or id')
    .requiredOption('--line <lineNo>', 'of which line', positive)
    .option('--batch <code>', 'needed where several came back')
    .option('--restock <units>', 'back to stock', positive)
    .option('--quarantine <units>', 'stay in quarantine', positive)
    .option('--refurbish <units>', 'to be refurbished', positive)
    .option('--dispose <units>', 'to be destroyed, with --why and --how', positive)
    .option('--to-vendor <units>', 'back to the supplier', positive)
    .option('--place <code>', 'the bin that they are restocked to')
    .option('--reason <text>', 'for the record')
    .option('--force <reason>', 'also where the rules of storage forbid it, by who may')
    .option('--why <reason>', 'of the disposal')
    .option('--how <method>', 'of the disposal')
    .action(async (ref: string, options: Deciding, command: Command) => {
      const { api, answer } = sessionOf(command)
      const { id } = await api.get<Seen>(`/v1/returns/${encodeURIComponent(ref)}`)
      const found = await api.send<Seen>('POST', `/v1/returns/${id}/inspections`, bodyOf(options))
      answer(found, () => told(found))
    })
}

function bodyOf({ line, batch, place, reason, why, how, force, ...quantities }: Deciding) {
  const { restock, quarantine, refurbish, dispose, toVendor } = quantities
  const asked = { restock, quarantine, refurbish, dispose, return_to_vendor: toVendor }
  const decisions = Object.entries(asked).flatMap(([decide, quantity]) =>
    quantity === undefined
      ? []
      : [{ decide, quantity, ...given({ reason, place: decide === 'restock' ? place : undefined }) }],
  )
  if (decisions.length === 0) throw wrongUse('Say what becomes of how many, as --restock 3.')
  if (dispose !== undefined && (why === undefined || how === undefined))
    throw wrongUse('Say why and how it is destroyed, with --why and --how.')
  return {
    line,
    ...given({ batch }),
    decisions,
    ...(dispose === undefined ? {} : { disposal: { reason: why, method: how } }),
    ...(force === undefined ? {} : { force: { reason: force } }),
  }
}
