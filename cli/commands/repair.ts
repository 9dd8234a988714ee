import type { Command } from 'commander'
import { counted } from '../../domain/counted.ts'
import { firstRows } from '../api.ts'
import { findBatch } from '../find-batch.ts'
import { findLying } from '../find-lying.ts'
import { day, given, oneOf, type Portion, portions, positive } from '../options.ts'
import { type PreviewTold, previewText } from '../repair-preview.ts'
import { type Session, sessionOf } from '../session.ts'
import { table } from '../table.ts'

type Repair = Readonly<{
  id: string
  number: string
  kind: string
  sku: string
  batchCode: string
  otherCode: string | null
  codeBefore: string | null
  codeAfter: string | null
  dateKind: string | null
  dateBefore: string | null
  dateAfter: string | null
  parts: readonly { batchCode: string; quantity: number }[]
  quantity: number
  reason: string
  madeBy: string
  madeAt: string
  undoneAt: string | null
}>
type Shared = Readonly<{ product?: string; reason: string; preview?: boolean }>

const kinds = ['merge', 'split', 'rename', 'date']
const dateKinds = ['produced', 'best_before', 'use_by', 'expiry']

export function repairCommands(root: Command): void {
  const repair = root
    .command('repair')
    .description('Batches that were recorded wrong: merged, split, renamed, dated anew')
  merging(repair)
  splitting(repair)
  correcting(repair)
  looking(repair)
}

const shared = (command: Command): Command =>
  command
    .option('--product <sku>', 'where several products have a batch of this code')
    .option('--preview', 'tell what it would do, and do nothing')
    .requiredOption('--reason <text>', 'why, for the audit')

/** Does it, or only tells what it would do. */
async function doing(session: Session, body: Record<string, unknown>, preview: boolean | undefined): Promise<void> {
  if (preview) {
    const told = await session.api.send<PreviewTold>('POST', '/v1/batch-repair-preview', body)
    return session.answer(told, () => previewText(told))
  }
  const made = await session.api.send<Repair>('POST', '/v1/batch-repairs', body)
  session.answer(made, () => `${made.number}: ${whatOf(made)}`)
}

function merging(repair: Command): void {
  shared(repair.command('merge').description('two batches are one: what is here of the wrong one is of the right one'))
    .argument('<wrong>', 'code or id of the batch that was recorded wrong')
    .argument('<right>', 'code or id of the batch that it is')
    .option('--same-supplier', 'confirmed: what came from two suppliers is one batch')
    .action(async (wrong: string, right: string, options: Shared & { sameSupplier?: boolean }, command: Command) => {
      const session = sessionOf(command)
      const { product, reason, preview, sameSupplier } = options
      const [batch, into] = [
        await findBatch(session, { batch: wrong, product }),
        await findBatch(session, { batch: right, product }),
      ]
      await doing(
        session,
        { kind: 'merge', batch: batch.id, into: into.id, reason, ...given({ sameSupplier }) },
        preview,
      )
    })
}

type Splitting = Shared &
  Readonly<{
    part?: readonly Portion[]
    quantity?: number
    place?: string
    serial?: readonly string[]
    different?: boolean
  }>

function splitting(repair: Command): void {
  shared(repair.command('split').description('part of a batch gets a code of its own'))
    .argument('<batch>', 'code or id')
    .option('--part <code=units>', 'as L001-B=40; may be repeated', portions)
    .option('--quantity <units>', 'instead of --part: so many get a code that is made', positive)
    .option('--place <code>', 'where they lie, where the batch lies at several')
    .option('--serial <code...>', 'of the units in the order of the parts, where the product is tracked by serial')
    .option('--different', 'confirmed: a code that looks like a known one is another batch')
    .action(async (batch: string, options: Splitting, command: Command) => {
      const session = sessionOf(command)
      const { product, place, part = [], quantity, serial, reason, preview, different } = options
      const { batchId, placeId } = await findLying(session, { batch, place, product })
      const named = part.map((one) => ({ code: one.name, place: placeId, quantity: one.quantity }))
      const all = quantity === undefined ? named : [...named, { place: placeId, quantity }]
      const parts = serial === undefined ? all : withSerials(all, serial)
      await doing(session, { kind: 'split', batch: batchId, parts, reason, ...given({ different }) }, preview)
    })
}

/** Each part takes as many as it has units, and the last one what is left. */
function withSerials<Part extends { quantity: number }>(parts: readonly Part[], serials: readonly string[]) {
  let from = 0
  return parts.map((part, at) => {
    const own = serials.slice(from, at === parts.length - 1 ? undefined : from + part.quantity)
    from += part.quantity
    return { ...part, serials: own }
  })
}

type Dating = Shared & Readonly<{ kind: string; on: string; otherYear?: boolean }>

function correcting(repair: Command): void {
  shared(repair.command('rename').description('a batch gets the code that is right; the other one still finds it'))
    .argument('<batch>', 'code or id')
    .argument('<code>', 'the code that is right')
    .option('--different', 'confirmed: a code that looks like a known one is another batch')
    .action(async (batch: string, code: string, options: Shared & { different?: boolean }, command: Command) => {
      const session = sessionOf(command)
      const { product, reason, preview, different } = options
      const { id } = await findBatch(session, { batch, product })
      await doing(session, { kind: 'rename', batch: id, code, reason, ...given({ different }) }, preview)
    })
  shared(repair.command('date').description('a date is stated anew; the old one stays in the history'))
    .argument('<batch>', 'code or id')
    .requiredOption('--kind <kind>', dateKinds.join(', '), oneOf(dateKinds))
    .requiredOption('--on <day>', 'the day that is right', day)
    .option('--other-year', 'confirmed: a day more than a year from the one that stands is meant')
    .action(async (batch: string, options: Dating, command: Command) => {
      const session = sessionOf(command)
      const { product, reason, preview, kind: date, on, otherYear } = options
      const { id } = await findBatch(session, { batch, product })
      await doing(session, { kind: 'date', batch: id, date, on, reason, ...given({ otherYear }) }, preview)
    })
}

function looking(repair: Command): void {
  repair
    .command('undo')
    .description('what was before stands again')
    .argument('<number>', 'as BR-3')
    .requiredOption('--reason <text>')
    .action(async (number: string, { reason }: { reason: string }, command: Command) => {
      const { api, answer } = sessionOf(command)
      const { id } = await api.get<Repair>(`/v1/batch-repairs/${encodeURIComponent(number)}`)
      const now = await api.send<Repair>('POST', `/v1/batch-repairs/${id}/undoing`, { reason })
      answer(now, () => `${now.number} is undone: what was before stands again`)
    })
  repair
    .command('list')
    .description('newest first')
    .option('--batch <batch>', 'of one batch')
    .option('--product <sku>')
    .option('--kind <kind>', kinds.join(', '), oneOf(kinds))
    .option('--limit <rows>', 'at most so many rows', positive, 100)
    .action(async ({ limit, batch, product, kind }: { limit: number } & Record<string, string>, command: Command) => {
      const session = sessionOf(command)
      const id = batch === undefined ? undefined : (await findBatch(session, { batch, product })).id
      const query = given({ batch: id, product, kind })
      const { items, more } = await firstRows<Repair>(session.api, '/v1/batch-repairs', { limit, query })
      session.answer({ items, more }, () => table(items, columns))
    })
}

function whatOf(one: Repair): string {
  if (one.kind === 'merge') return `${one.batchCode} is ${one.otherCode}; ${counted(one.quantity, 'unit')} went over`
  if (one.kind === 'rename') return `${one.codeBefore} is called ${one.codeAfter}`
  if (one.kind === 'date') return `${one.batchCode}, ${one.dateKind}: ${one.dateBefore ?? 'none'} → ${one.dateAfter}`
  return `${one.batchCode} → ${one.parts.map(({ batchCode, quantity }) => `${quantity} of ${batchCode}`).join(', ')}`
}

const columns = [
  { title: 'Repair', of: ({ number }: Repair) => number },
  { title: 'Product', of: ({ sku }: Repair) => sku },
  { title: 'What', of: whatOf },
  { title: 'Why', of: ({ reason }: Repair) => reason },
  { title: 'By', of: ({ madeBy }: Repair) => madeBy },
  { title: 'On', of: ({ madeAt }: Repair) => madeAt.slice(0, 10) },
  { title: 'Undone', of: ({ undoneAt }: Repair) => undoneAt?.slice(0, 10) ?? null },
]
