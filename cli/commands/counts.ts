import type { Command } from 'commander'
import { batchText } from '../../domain/batch-code.ts'
import { counted } from '../../domain/counted.ts'
import { moneyText } from '../../domain/money.ts'
import { firstRows } from '../api.ts'
import { readTallies } from '../counts/read-tallies.ts'
import { given, oneOf, positive, whole } from '../options.ts'
import { type Session, sessionOf } from '../session.ts'
import { table } from '../table.ts'
import { findWarehouse } from '../warehouses.ts'

type Summary = Readonly<{
  id: string
  number: string
  warehouseCode: string
  kind: string
  blind: boolean
  bins: number
  counted: number
  open: number | null
  closedAt: string | null
}>
type Task = Readonly<{ placeCode: string; state: 'to_count' | 'counted' | 'recount'; countedBy: string | null }>
type Count = Summary & Readonly<{ seed: number | null; sample: number | null; tasks: readonly Task[] }>
type Difference = Readonly<{
  id: string
  placeCode: string
  sku: string
  batchRead: string
  expected: number
  found: number
  difference: number
  identifies: number
  value: number | null
  needsApproval: boolean
  suggestion: { says: string } | null
  bookedBy: string | null
}>
type Differences = Readonly<{ number: string; currency: string; items: readonly Difference[] }>

export function countCommands(root: Command): void {
  const counts = root.command('counts').description('Counts: what is found in the bins, and the differences booked')
  looking(counts)
  making(counts)
  tallying(counts)
  settling(counts)
}

function looking(counts: Command): void {
  counts
    .command('list')
    .description('counts, newest first')
    .option('--state <state>', 'open or closed', oneOf(['open', 'closed']))
    .option('--limit <rows>', 'at most so many rows', positive, 100)
    .action(async ({ state, limit }: { state?: string; limit: number }, command: Command) => {
      const { api, answer } = sessionOf(command)
      const { items, more } = await firstRows<Summary>(api, '/v1/counts', { limit, query: given({ state }) })
      answer({ items, more }, () => table(items, columns))
    })
  counts
    .command('show')
    .description('a count, bin by bin')
    .argument('<count>', 'number or id')
    .action(async (ref: string, _: unknown, command: Command) => {
      const session = sessionOf(command)
      const count = await countOf(session, ref)
      session.answer(count, () => countText(count))
    })
  counts
    .command('differences')
    .description('what was found and not expected, with what it is worth and what it may be')
    .argument('<count>', 'number or id')
    .action(async (ref: string, _: unknown, command: Command) => {
      const { api, answer } = sessionOf(command)
      const told = await api.get<Differences>(`/v1/counts/${encodeURIComponent(ref)}/differences`)
      answer(told, () => differencesText(told))
    })
}

type Making = Readonly<{
  warehouse?: string
  bin?: string[]
  product?: string[]
  batch?: string[]
  class?: string
  by?: string
  random?: number
  seed?: number
  blind?: boolean
  counter?: string
}>

function making(counts: Command): void {
  counts
    .command('make')
    .description('ask for a count: of all bins with stock, or of what is named')
    .option('--warehouse <code>')
    .option('--bin <code...>', 'these bins')
    .option('--product <sku...>', 'these products, wherever they lie')
    .option('--batch <code...>', 'these batches, wherever they lie')
    .option('--class <letter>', 'products of this ABC class', oneOf(['A', 'B', 'C']))
    .option('--by <measure>', 'classes by units or value shipped', oneOf(['units', 'value']))
    .option('--random <bins>', 'so many bins, drawn at random', positive)
    .option('--seed <number>', 'draw the same bins again', whole)
    .option('--blind', 'who counts is not told what is expected')
    .option('--counter <name>', 'who is to count')
    .action(async (options: Making, command: Command) => {
      const { api, answer } = sessionOf(command)
      const { code } = await findWarehouse(api, options.warehouse)
      const count = await api.send<Count>('POST', '/v1/counts', { warehouse: code, ...asked(options) })
      answer(count, () => countText(count))
    })
}

function asked(options: Making) {
  const { bin, product, batch, class: letter, by, random, seed, blind = false, counter } = options
  const of = product ? 'products' : batch ? 'batches' : letter ? 'class' : random ? 'random' : 'bins'
  const chosen = { bins: bin, products: product, batches: batch, class: letter, classBy: by, sample: random, seed }
  return { of, blind, ...given({ ...chosen, counter }) }
}

function tallying(counts: Command): void {
  counts
    .command('tally')
    .description('write what was found, from a sheet with the columns place, product, batch, quantity, expires, note')
    .argument('<count>', 'number or id')
    .argument('<file>', 'CSV; a bin in which nothing was found has a row with no batch and quantity 0')
    .action(async (ref: string, file: string, _: unknown, command: Command) => {
      const session = sessionOf(command)
      const tallies = await readTallies(file)
      const { id, number } = await countOf(session, ref)
      const told = await session.api.send<{ items: unknown[] }>('POST', `/v1/counts/${id}/tallies`, { tallies })
      session.answer(
        told,
        () => `Counted: ${counted(told.items.length, 'bin')} of ${number}. See counts differences ${number}.`,
      )
    })
}

function settling(counts: Command): void {
  counts
    .command('book')
    .description('book differences: those named by their ids, or all that you may')
    .argument('<count>', 'number or id')
    .option('--line <id...>', 'these; counts differences --json tells the ids')
    .option('--reason <text>')
    .action(async (ref: string, { line, reason }: { line?: string[]; reason?: string }, command: Command) => {
      const session = sessionOf(command)
      const { id, number } = await countOf(session, ref)
      const body = given({ lines: line, reason })
      const told = await session.api.send<{ booked: number; left: number }>('POST', `/v1/counts/${id}/bookings`, body)
      session.answer(told, () => `${told.booked} differences of ${number} are booked, ${told.left} are left.`)
    })
  counts
    .command('recount')
    .description('have bins counted again')
    .argument('<count>', 'number or id')
    .argument('<bin...>')
    .requiredOption('--reason <text>')
    .action(async (ref: string, places: string[], { reason }: { reason: string }, command: Command) => {
      const session = sessionOf(command)
      const { id } = await countOf(session, ref)
      const count = await session.api.send<Count>('POST', `/v1/counts/${id}/recounts`, { places, reason })
      session.answer(count, () => countText(count))
    })
  counts
    .command('close')
    .description('close a count; with a reason where something is left')
    .argument('<count>', 'number or id')
    .option('--reason <text>')
    .action(async (ref: string, { reason }: { reason?: string }, command: Command) => {
      const session = sessionOf(command)
      const { id } = await countOf(session, ref)
      const count = await session.api.send<Count>('POST', `/v1/counts/${id}/closing`, given({ reason }))
      session.answer(count, () => `Count ${count.number} is closed.`)
    })
}

const countOf = ({ api }: Session, ref: string) => api.get<Count>(`/v1/counts/${encodeURIComponent(ref)}`)

const columns = [
  { title: 'Count', of: ({ number }: Summary) => number },
  { title: 'Warehouse', of: ({ warehouseCode }: Summary) => warehouseCode },
  { title: 'Of', of: ({ kind, blind }: Summary) => (blind ? `${kind}, blind` : kind) },
  { title: 'Counted', of: ({ counted, bins }: Summary) => `${counted} of ${bins}` },
  { title: 'To settle', of: ({ open }: Summary) => open ?? '' },
  { title: 'State', of: ({ closedAt }: Summary) => (closedAt === null ? 'open' : 'closed') },
]

const states = { to_count: 'to count', counted: 'counted', recount: 'count again' }

function countText(count: Count): string {
  const drawn = count.seed === null ? '' : `, drawn with seed ${count.seed}`
  const head = `Count ${count.number} in ${count.warehouseCode}: ${count.counted} of ${counted(count.bins, 'bin')} counted${drawn}`
  const rows = table(count.tasks, [
    { title: 'Bin', of: ({ placeCode }) => placeCode },
    { title: 'State', of: ({ state }) => states[state] },
    { title: 'By', of: ({ countedBy }) => countedBy },
  ])
  return `${head}\n${rows}`
}

function differencesText({ number, currency, items }: Differences): string {
  if (items.length === 0) return `Count ${number}: all that was counted is as expected.`
  return table(items, [
    { title: 'Bin', of: ({ placeCode }) => placeCode },
    { title: 'SKU', of: ({ sku }) => sku },
    { title: 'Batch', of: ({ batchRead }) => batchText(batchRead) },
    { title: 'Expected', of: ({ expected }) => expected },
    { title: 'Found', of: ({ found }) => found },
    { title: 'Difference', of: ({ difference }) => difference },
    { title: 'Worth', of: ({ value }) => (value === null ? '' : moneyText({ currency, amount: value })) },
    { title: 'State', of: ({ bookedBy, needsApproval }) => bookedText(bookedBy, needsApproval) },
    { title: 'Suggestion', of: ({ identifies, suggestion }) => identifiedText(identifies) ?? suggestion?.says },
  ])
}

const bookedText = (bookedBy: string | null, needsApproval: boolean) =>
  bookedBy === null ? (needsApproval ? 'to approve' : 'to book') : `booked by ${bookedBy}`

/** Goods without batch that were found under the batch on their label are no difference. */
const identifiedText = (identifies: number) => (identifies === 0 ? null : `${identifies} are identified: no difference`)
