import type { Command } from 'commander'
import { batchName, batchText } from '../../domain/batch-code.ts'
import { exitCodes, Failure, wrongUse } from '../failure.ts'
import { findBatch } from '../find-batch.ts'
import { placeNamed } from '../find-place.ts'
import { given, positive } from '../options.ts'
import { type Session, sessionOf } from '../session.ts'
import { table } from '../table.ts'
import { findWarehouse } from '../warehouses.ts'

type Proposal = Readonly<{ placeCode: string; quantity: number; says: string }>
type PassedOver = Readonly<{ placeCode: string; says: string }>
type Waiting = Readonly<{
  batchId: string
  batchCode: string
  sku: string
  placeId: string
  placeCode: string
  packOf: number | null
  warehouseCode: string
  onHand: number
  expiresOn: string | null
  proposed: readonly Proposal[]
  passedOver: readonly PassedOver[]
}>
type Wrong = Readonly<{
  warehouseCode: string
  placeCode: string
  sku: string
  batchCode: string
  quantity: number
  says: string
  moveTo: { placeCode: string } | null
}>

export function putawayCommands(root: Command): void {
  const putaway = root
    .command('putaway')
    .description('From the dock to the bin: what waits, where it goes, put it there')
  waiting(putaway)
  where(putaway)
  put(putaway)
  misplaced(putaway)
}

function waiting(putaway: Command): void {
  putaway
    .command('list')
    .description('what lies on docks, with the bin where it should go')
    .option('--warehouse <code>')
    .action(async ({ warehouse }: { warehouse?: string }, command: Command) => {
      const { api, answer } = sessionOf(command)
      const { items } = await api.get<{ items: readonly Waiting[] }>(`/v1/putaway${queryOf({ warehouse })}`)
      answer({ items }, () => table(items, waitingColumns))
    })
}

const queryOf = (fields: Readonly<Record<string, string | number | undefined>>): string => {
  const query = new URLSearchParams(
    Object.entries(given(fields)).map(([name, value]): [string, string] => [name, String(value)]),
  ).toString()
  return query === '' ? '' : `?${query}`
}

const waitingColumns = [
  { title: 'Batch', of: ({ batchCode }: Waiting) => batchText(batchCode) },
  { title: 'SKU', of: ({ sku }: Waiting) => sku },
  { title: 'Last day', of: ({ expiresOn }: Waiting) => expiresOn },
  { title: 'Lies at', of: ({ warehouseCode, placeCode }: Waiting) => `${warehouseCode} ${placeCode}` },
  { title: 'Quantity', of: ({ onHand }: Waiting) => onHand },
  { title: 'Goes to', of: ({ proposed }: Waiting) => proposed[0]?.placeCode ?? 'no bin takes it' },
  {
    title: 'Why',
    of: ({ proposed: [first], passedOver: [other] }: Waiting) => afterCode(first) ?? other?.says,
  },
]

const afterCode = (told: Proposal | undefined): string | undefined => told?.says.slice(told.placeCode.length + 2)

type Where = Readonly<{ warehouse?: string; product?: string; quantity: number }>

function where(putaway: Command): void {
  putaway
    .command('where')
    .description('of every bin, whether it takes the goods, or why not')
    .argument('[batch]', 'code or id; leave it out and name --product where the batch is not here yet')
    .option('--product <sku>')
    .option('--warehouse <code>')
    .option('--quantity <units>', 'base units', positive, 1)
    .action(async (ref: string | undefined, options: Where, command: Command) => {
      const session = sessionOf(command)
      const { code } = await findWarehouse(session.api, options.warehouse)
      const goods = await goodsNamed(session, ref, options.product)
      const query = queryOf({ warehouse: code, quantity: options.quantity, ...goods })
      const told = await session.api.get<{ proposed: readonly Proposal[]; passedOver: readonly PassedOver[] }>(
        `/v1/bin-proposals${query}`,
      )
      session.answer(told, () =>
        [
          ...told.proposed.map(({ says, quantity }) => `yes  ${says}, ${quantity}`),
          ...told.passedOver.map(({ says }) => `no   ${says}`),
        ].join('\n'),
      )
    })
}

async function goodsNamed(session: Session, batch: string | undefined, product: string | undefined) {
  if (batch !== undefined) return { batch: (await findBatch(session, { batch, product })).id }
  if (product === undefined) throw wrongUse('Name a batch, or a product with --product.')
  return { product }
}

type Put = Readonly<{
  from?: string
  product?: string
  warehouse?: string
  quantity?: number
  serial?: string[]
  force?: string
}>

function put(putaway: Command): void {
  putaway
    .command('put')
    .description('put what lies on a dock into a bin; all of it, unless a quantity is named')
    .argument('<batch>', 'code or id')
    .argument('[bin]', 'its code; the one proposed where it is left out')
    .option('--from <place>', 'where it lies, where that is several places')
    .option('--product <sku>', 'where several products have a batch of this code')
    .option('--warehouse <code>')
    .option('--quantity <units>', 'base units', positive)
    .option('--serial <code...>', 'of the units, where the product is tracked by serial')
    .option('--force <reason>', 'also where the rules of storage forbid it, by who may')
    .action(async (ref: string, bin: string | undefined, options: Put, command: Command) => {
      const session = sessionOf(command)
      const row = await lyingOf(session, ref, options)
      const code = bin ?? row.proposed[0]?.placeCode
      if (code === undefined) throw new Failure(exitCodes.refused, 'No bin takes it. See why: putaway where.')
      const to = await placeNamed(session.api, row.warehouseCode, code)
      const quantity = options.quantity ?? (bin === undefined ? (row.proposed[0]?.quantity ?? row.onHand) : row.onHand)
      const line = {
        batch: row.batchId,
        from: row.placeId,
        to: to.id,
        quantity,
        ...given({ closedPackOf: row.packOf ?? undefined, serials: options.serial }),
      }
      const force = options.force === undefined ? {} : { force: { reason: options.force } }
      const moved = await session.api.send('POST', '/v1/relocations', { lines: [line], ...force })
      session.answer(moved, () => `${quantity} of ${batchName(row.batchCode)} lie at ${to.code} now.`)
    })
}

async function lyingOf(session: Session, ref: string, { from, product, warehouse }: Put): Promise<Waiting> {
  const { id, code } = await findBatch(session, { batch: ref, product })
  const { items } = await session.api.get<{ items: readonly Waiting[] }>(`/v1/putaway${queryOf({ warehouse })}`)
  const rows = items.filter((row) => row.batchId === id && (from === undefined || row.placeCode === from))
  const [only, ...others] = rows
  if (!only) throw new Failure(exitCodes.refused, `Nothing of batch "${code}" lies on a dock.`)
  if (others.length === 0) return only
  const list = rows.map((row) => `${row.warehouseCode} ${row.placeCode}`).join(', ')
  throw wrongUse(`Batch "${code}" lies at ${list}. Say which with --from or --warehouse.`)
}

function misplaced(putaway: Command): void {
  putaway
    .command('misplaced')
    .description('what lies where it must not, why, and where to move it')
    .option('--warehouse <code>')
    .action(async ({ warehouse }: { warehouse?: string }, command: Command) => {
      const { api, answer } = sessionOf(command)
      const told = await api.get<{ items: readonly Wrong[] }>(`/v1/misplaced${queryOf({ warehouse })}`)
      answer(told, () => table(told.items, wrongColumns))
    })
}

const wrongColumns = [
  { title: 'Lies at', of: ({ warehouseCode, placeCode }: Wrong) => `${warehouseCode} ${placeCode}` },
  { title: 'SKU', of: ({ sku }: Wrong) => sku },
  { title: 'Batch', of: ({ batchCode }: Wrong) => batchText(batchCode) },
  { title: 'Quantity', of: ({ quantity }: Wrong) => quantity },
  { title: 'Why', of: ({ says }: Wrong) => says },
  { title: 'Move to', of: ({ moveTo }: Wrong) => moveTo?.placeCode ?? 'no bin takes it' },
]
