import type { Command } from 'commander'
import { batchText } from '../../domain/batch-code.ts'
import { mixings } from '../../domain/storage/classes.ts'
import { wrongUse } from '../failure.ts'
import { placeNamed } from '../find-place.ts'
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

type Change = Readonly<{
  warehouse?: string
  takes?: string
  capacity?: number | false
  zone?: string
  aisle?: string
  bay?: number
  level?: number
}>

function change(bins: Command): void {
  bins
    .command('change')
    .description('say what a bin takes, how much it holds, where it stands; what lies there stays')
    .argument('<bin>', 'its code')
    .option('--warehouse <code>')
    .option('--takes <rule>', mixings.join(', '), oneOf(mixings))
    .option('--capacity <units>', 'base units', positive)
    .option('--no-capacity', 'nobody tells what it holds')
    .option('--zone <code>')
    .option('--aisle <text>')
    .option('--bay <number>', 'along the aisle', whole)
    .option('--level <number>', '0 is the floor', whole)
    .action(async (code: string, options: Change, command: Command) => {
      const session = sessionOf(command)
      const warehouse = await findWarehouse(session.api, options.warehouse)
      const { id } = await placeNamed(session.api, warehouse.code, code)
      const { takes, aisle, bay, level } = options
      const capacity = options.capacity === false ? null : options.capacity
      const zoneId = options.zone === undefined ? undefined : await zoneNamed(session, warehouse.id, options.zone)
      const body = given({ mixing: takes, capacity, zoneId, aisle, bay, level })
      if (Object.keys(body).length === 0) throw wrongUse('Say what is to change.')
      await session.api.send('PATCH', `/v1/places/${id}`, body)
      const bin = await session.api.get<Detail>(`/v1/bins/${id}`)
      session.answer(bin, () => binText(bin))
    })
}

async function zoneNamed({ api }: Session, warehouseId: string, code: string): Promise<string> {
  const { items } = await api.get<{ items: readonly { id: string; warehouseId: string; code: string }[] }>('/v1/zones')
  const zones = items.filter((zone) => zone.warehouseId === warehouseId)
  const found = zones.find((zone) => zone.code === code)
  if (found) return found.id
  throw wrongUse(`There is no zone "${code}". Known: ${zones.map((zone) => zone.code).join(', ') || 'none'}.`)
}
