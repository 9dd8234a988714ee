import type { Command } from 'commander'
import { counted } from '../../domain/counted.ts'
import { firstRows } from '../api.ts'
import { wrongUse } from '../failure.ts'
import { findBatch } from '../find-batch.ts'
import { day, given, oneOf, positive, whole } from '../options.ts'
import { type Session, sessionOf } from '../session.ts'
import { table } from '../table.ts'

type Rule = Readonly<{
  id: string
  name: string
  scope: string
  says: readonly string[]
  state: string
  validFrom: string
  validUntil: string | null
  reason: string
  createdBy: string
}>
type Preview = Readonly<{
  linesConcerned: number
  losing: { lines: number; orders: number; quantity: number; servedOtherwise: number; leftWaiting: number }
  served: { lines: number; quantity: number }
  unsellable: { batches: number; quantity: number }
  sellable: { batches: number; quantity: number }
  moves: { lines: number; orders: number; considered: number; parcels: { are: number; wouldBe: number } } | null
}>
type Options = Record<string, string | number | boolean | readonly string[] | undefined> & {
  preview?: boolean
  product?: string
  only?: readonly string[]
  bar?: readonly string[]
  routeBy?: readonly string[]
  split?: string
  splitCost?: number
}
const splits = ['never', 'allowed']
const rotations = ['fefo', 'fifo', 'lifo', 'lefo', 'manual']
const criteria = ['priority', 'distance', 'cost', 'expires_first', 'freshest']
const choices = ['any', 'one_per_line', 'one_per_order', 'fewest', 'oldest_that_fills']

export function rulesCommands(root: Command): void {
  const rules = root.command('rules').description('Rules of allocation: which batches may go, to whom, in which order')
  addCommand(rules)
  rules
    .command('list')
    .description('rules that hold or will, newest first')
    .option('--all', 'those that are over too')
    .option('--limit <rows>', 'at most so many rows', positive, 100)
    .action(async ({ all, limit }: { all?: boolean; limit: number }, command: Command) => {
      const { api, answer } = sessionOf(command)
      const { items, more } = await firstRows<Rule>(api, '/v1/rules', { limit, query: all ? { all } : {} })
      answer({ items, more }, () => table(items, columns))
    })
  rules
    .command('end')
    .description('end a rule at once, or after a day')
    .argument('<rule>', 'id')
    .option('--last-day <day>', 'as 2026-03-31', day)
    .option('--preview', 'say what would change, and change nothing')
    .requiredOption('--reason <text>')
    .action(async (id: string, { lastDay, preview, reason }: Options, command: Command) => {
      const session = sessionOf(command)
      if (preview) return previewed(session, { ends: id })
      const body = { reason, ...(lastDay === undefined ? {} : { lastDay }) }
      const ended = await session.api.send<Rule>('POST', `/v1/rules/${encodeURIComponent(id)}/ending`, body)
      session.answer(ended, () => `Rule "${ended.name}" ends after ${ended.validUntil}.`)
    })
}

function addCommand(rules: Command): void {
  const add = rules.command('add').description('add a rule, or put it in the place of another')
  for (const scope of ['customer', 'channel', 'market', 'product', 'category', 'warehouse', 'client'])
    add.option(`--${scope} <${scope === 'market' ? 'country' : scope}>`)
  add
    .requiredOption('--name <name>', 'as people call it: "Amazon"')
    .option('--rotation <rotation>', rotations.join(', '), oneOf(rotations))
    .option('--life-days <days>', 'that must be left on the day of delivery', whole)
    .option('--life-percent <percent>', 'of the whole life that must be left on the day of delivery', whole)
    .option('--more-than', 'exactly so much is not enough')
    .option('--batches <choice>', choices.join(', '), oneOf(choices))
    .option('--never-older', 'than what the customer last received')
    .option('--pack-of <units>', 'only whole packs of so many', positive)
    .option('--only <batch...>', 'codes or ids of the batches that alone may go')
    .option('--bar <batch...>', 'codes or ids of batches that may not go')
    .option('--split <split>', `whether an order may go from several warehouses: ${splits.join(', ')}`, oneOf(splits))
    .option('--route-by <criterion...>', `which warehouse first: ${criteria.join(', ')}`)
    .option('--split-cost <cents>', 'on top for each parcel after the first', whole)
    .option('--from <day>', 'today where none is given', day)
    .option('--until <day>', 'the last day', day)
    .option('--replaces <rule>', 'id of the rule whose place it takes')
    .option('--preview', 'say what would change, and change nothing')
    .requiredOption('--reason <text>')
    .action(async (options: Options, command: Command) => {
      const session = sessionOf(command)
      const rule = await ruleOf(session, options)
      if (options.preview) return previewed(session, { rule })
      const added = await session.api.send<Rule>('POST', '/v1/rules', rule)
      session.answer(
        added,
        () => `Rule "${added.name}" holds from ${added.validFrom} for ${added.scope}: ${added.says.join(', ')}.`,
      )
    })
}

async function ruleOf(session: Session, options: Options): Promise<Record<string, unknown>> {
  const { lifeDays, lifePercent, moreThan, neverOlder, from, until, preview: _, only, bar, ...others } = options
  const { routeBy, split, splitCost, ...rest } = others
  if (moreThan && lifeDays === undefined && lifePercent === undefined)
    throw wrongUse('--more-than needs --life-days or --life-percent.')
  if (split === undefined && (routeBy !== undefined || splitCost !== undefined))
    throw wrongUse('--route-by and --split-cost need --split.')
  const ids = async (batches: readonly string[]) => {
    const found = []
    for (const batch of batches) found.push((await findBatch(session, { batch, product: options.product })).id)
    return found
  }
  return given({
    ...rest,
    lifeDaysMin: lifeDays,
    lifePercentMin: lifePercent,
    lifeBoundary: moreThan ? 'more_than' : undefined,
    neverOlder: neverOlder ? true : undefined,
    approved: only ? await ids(only) : undefined,
    barred: bar ? await ids(bar) : undefined,
    routing: split ? given({ split, criteria: routeBy ?? [], splitCost }) : undefined,
    validFrom: from,
    validUntil: until,
  })
}

async function previewed({ api, answer }: Session, body: Readonly<Record<string, unknown>>): Promise<void> {
  const told = await api.send<Preview>('POST', '/v1/rule-preview', body)
  const { losing, served, unsellable, sellable, moves } = told
  answer(told, () =>
    [
      `${told.linesConcerned} open order lines are concerned.`,
      `${counted(losing.lines, 'line')} of ${counted(losing.orders, 'order')} would lose ${counted(losing.quantity, 'unit')}: ${losing.servedOtherwise} served otherwise, ${losing.leftWaiting} left waiting.`,
      `Of those that wait, ${counted(served.lines, 'line')} would get ${counted(served.quantity, 'unit')}.`,
      `${counted(unsellable.batches, 'batch', 'batches')} (${counted(unsellable.quantity, 'free unit')}) could not be sold there any more, ${sellable.batches} (${sellable.quantity}) could again.`,
      ...(moves
        ? [
            `Were ${counted(moves.considered, 'open line')} placed now, ${counted(moves.lines, 'line')} of ${counted(moves.orders, 'order')} would go from another warehouse: ${counted(moves.parcels.wouldBe, 'parcel')} instead of ${moves.parcels.are}.`,
          ]
        : []),
      'Nothing was changed.',
    ].join('\n'),
  )
}

const columns = [
  { title: 'Rule', of: ({ name }: Rule) => name },
  { title: 'For', of: ({ scope }: Rule) => scope },
  { title: 'Says', of: ({ says }: Rule) => says.join(', ') },
  { title: 'From', of: ({ validFrom }: Rule) => validFrom },
  { title: 'Until', of: ({ validUntil }: Rule) => validUntil ?? '' },
  { title: 'By', of: ({ createdBy }: Rule) => createdBy },
  { title: 'Id', of: ({ id }: Rule) => id },
]
