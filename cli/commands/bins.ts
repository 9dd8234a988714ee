import type { Command } from 'commander'
import { batchText } from '../../domain/batch-code.ts'
import { mixings } from '../../domain/storage/classes.ts'
import { wrongUse } from '../failure.ts'
import { placeNamed } from '../find-place.ts'
import { zoneNamed } from '../find-zone.ts'
import { given, oneOf, positive, whole } from '../options.ts'
import { type Session, sessionOf } from '../session.ts'
import { fields, table } from '../table.ts'
import { findWarehouse } from '../warehouses.ts'

type Rules = Readonly<{
  code: string
  kind: string
  zoneCode: string | null
  aisle: string
  bay: number
  level: number
  storage: string
  hazards: readonly string[]
  freeFrom: readonly string[]
  mixing: string
  capacity: number | null
  quantity: number
}>
type Bin = Rules & Readonly<{ batches: number; expiresOn: string | null; held: boolean; misplaced: boolean }>
type Goods = Readonly<{
  sku: string
  batchCode: string
  expiresOn: string | null
  onHand: number
  holds: readonly string[]
  says: string | null
}>
type Detail = Rules & Readonly<{ items: readonly Goods[] }>

export function binCommands(root: Command): void {
  const bins = root
    .command('bins')
    .description('Bins: how full, what expires first there, what is held; and what they take')
  list(bins)
  show(bins)
  add(bins)
  change(bins)
}

type Listing = Readonly<{ warehouse?: string; empty?: boolean; held?: boolean }>

function list(bins: Command): void {
  bins
    .command('list', { isDefault: true })
    .description('every bin of a warehouse')
    .option('--warehouse <code>')
    .option('--empty', 'only those where nothing lies')
    .option('--held', 'only those where something is held')
    .action(async ({ warehouse, empty, held }: Listing, command: Command) => {
      const { api, answer } = sessionOf(command)
      const { code } = await findWarehouse(api, warehouse)
      const told = await api.get<{ items: readonly Bin[] }>(`/v1/bin-map?warehouse=${encodeURIComponent(code)}`)
      const items = told.items.filter((bin) => (!empty || bin.quantity === 0) && (!held || bin.held))
      answer({ items }, () => table(items, columns))
    })
}

const marks = ({ held, misplaced }: Bin) =>
  [held ? 'held' : null, misplaced ? 'lies wrong' : null].filter((mark) => mark !== null).join(', ')

const columns = [
  { title: 'Bin', of: ({ code }: Bin) => code },
  { title: 'Kind', of: ({ kind }: Bin) => kind },
  { title: 'Zone', of: ({ zoneCode }: Bin) => zoneCode },
  { title: 'Units', of: ({ quantity }: Bin) => quantity },
  { title: 'Holds', of: ({ capacity }: Bin) => capacity },
  { title: 'Batches', of: ({ batches }: Bin) => batches },
  { title: 'First last day', of: ({ expiresOn }: Bin) => expiresOn },
  { title: 'Takes', of: ({ mixing }: Bin) => mixing },
  { title: '', of: marks },
]

function show(bins: Command): void {
  bins
    .command('show')
    .description('a bin, what it takes and what lies there')
    .argument('<bin>', 'its code')
    .option('--warehouse <code>')
    .action(async (code: string, { warehouse }: { warehouse?: string }, command: Command) => {
      const session = sessionOf(command)
      const { id } = await binOf(session, code, warehouse)
      const bin = await session.api.get<Detail>(`/v1/bins/${id}`)
      session.answer(bin, () => binText(bin))
    })
}

const binOf = async ({ api }: Session, code: string, warehouse: string | undefined) =>
  placeNamed(api, (await findWarehouse(api, warehouse)).code, code)

const binText = (bin: Detail): string =>
  [
    fields([
      ['Bin', bin.code],
      ['Zone', bin.zoneCode],
      ['Kept', bin.storage],
      ['Dangerous goods', bin.hazards.join(', ')],
      ['Free from', bin.freeFrom.join(', ')],
      ['Takes', bin.mixing],
      ['Holds', bin.capacity],
      ['Stands', `aisle ${bin.aisle}, bay ${bin.bay}, level ${bin.level}`],
      ['Units', bin.quantity],
    ]),
    table(bin.items, goodsColumns),
  ].join('\n\n')

const goodsColumns = [
  { title: 'SKU', of: ({ sku }: Goods) => sku },
  { title: 'Batch', of: ({ batchCode }: Goods) => batchText(batchCode) },
  { title: 'Last day', of: ({ expiresOn }: Goods) => expiresOn },
  { title: 'Units', of: ({ onHand }: Goods) => onHand },
  { title: 'Holds', of: ({ holds }: Goods) => holds.join(', ') },
  { title: 'Must not lie there', of: ({ says }: Goods) => says },
]

type Told = Readonly<{
  warehouse?: string
  takes?: string
  capacity?: number | false
  zone?: string | false
  aisle?: string
  bay?: number
  level?: number
}>
const kinds = ['storage', 'dock', 'quarantine']

const takesRules = (command: Command): Command =>
  command
    .option('--warehouse <code>')
    .option('--takes <rule>', mixings.join(', '), oneOf(mixings))
    .option('--capacity <units>', 'base units', positive)
    .option('--zone <code>')
    .option('--aisle <text>')
    .option('--bay <number>', 'along the aisle', whole)
    .option('--level <number>', '0 is the floor', whole)

/** As the API has it; `false` is what an option with `--no-` says. */
async function rulesOf({ api }: Session, warehouseId: string, { takes, zone, capacity, aisle, bay, level }: Told) {
  const zoneId = typeof zone === 'string' ? (await zoneNamed(api, warehouseId, zone)).id : zone
  return given({
    mixing: takes,
    capacity: capacity === false ? null : capacity,
    zoneId: zoneId === false ? null : zoneId,
    aisle,
    bay,
    level,
  })
}

function add(bins: Command): void {
  takesRules(bins.command('add'))
    .description('add bins, docks or places of quarantine to a warehouse, all with the same rules')
    .argument('<code...>', 'their codes')
    .option('--kind <kind>', kinds.join(', '), oneOf(kinds))
    .action(async (codes: string[], { kind, ...told }: Told & { kind?: string }, command: Command) => {
      const session = sessionOf(command)
      const warehouse = await findWarehouse(session.api, told.warehouse)
      const rules = { warehouseId: warehouse.id, ...given({ kind }), ...(await rulesOf(session, warehouse.id, told)) }
      const places = codes.map((code) => ({ code, ...rules }))
      const made = await session.api.send('POST', '/v1/places', { places })
      session.answer(made, () => `Added to ${warehouse.code}: ${codes.join(', ')}`)
    })
}

function change(bins: Command): void {
  takesRules(bins.command('change'))
    .description('say what a bin takes, how much it holds, where it stands; what lies there stays')
    .argument('<bin>', 'its code')
    .option('--no-capacity', 'nobody tells what it holds')
    .option('--no-zone', 'it is in none')
    .option('--code <code>', 'another code')
    .action(async (ref: string, { code, ...told }: Told & { code?: string }, command: Command) => {
      const session = sessionOf(command)
      const warehouse = await findWarehouse(session.api, told.warehouse)
      const { id } = await placeNamed(session.api, warehouse.code, ref)
      const body = { ...given({ code }), ...(await rulesOf(session, warehouse.id, told)) }
      if (Object.keys(body).length === 0) throw wrongUse('Say what is to change.')
      await session.api.send('PATCH', `/v1/places/${id}`, body)
      const bin = await session.api.get<Detail>(`/v1/bins/${id}`)
      session.answer(bin, () => binText(bin))
    })
}
