import type { Command } from 'commander'
import { firstRows } from '../api.ts'
import { findLying } from '../find-lying.ts'
import { day, given, oneOf, positive, whole } from '../options.ts'
import { sessionOf } from '../session.ts'
import { table } from '../table.ts'

type Redating = Readonly<{
  id: string
  kind: string
  sku: string
  batchCode: string
  childCode: string
  onDay: string
  expiresOn: string | null
  says: string | null
  state: string
  left: number
  opened: number
}>

const columns = [
  { title: 'Batch', of: ({ childCode }: Redating) => childCode },
  { title: 'Product', of: ({ sku }: Redating) => sku },
  { title: 'Was', of: ({ kind, onDay }: Redating) => `${kind} ${onDay}` },
  { title: 'Good until', of: ({ expiresOn }: Redating) => expiresOn ?? '' },
  { title: 'State', of: ({ state }: Redating) => state },
  { title: 'Left', of: ({ left }: Redating) => left },
  { title: 'Id', of: ({ id }: Redating) => id },
]

export function openedCommands(root: Command): void {
  const opened = root.command('opened').description('What was opened, frozen or thawed, and the last day it has since')
  looking(opened)
  for (const kind of ['opened', 'frozen', 'thawed'] as const) saying(opened, kind)
  ending(opened)
  ruling(opened)
}

function looking(opened: Command): void {
  opened
    .command('list')
    .description('newest first')
    .option('--state <state>', 'here, past or gone', oneOf(['here', 'past', 'gone']))
    .option('--kind <kind>', 'opened, frozen or thawed', oneOf(['opened', 'frozen', 'thawed']))
    .option('--limit <rows>', 'at most so many rows', positive, 100)
    .action(async ({ limit, ...query }: { limit: number; state?: string; kind?: string }, command: Command) => {
      const { api, answer } = sessionOf(command)
      const { items, more } = await firstRows<Redating>(api, '/v1/redatings', { limit, query: given(query) })
      answer({ items, more }, () => table(items, columns))
    })
}

type Saying = Readonly<{ quantity: number; place?: string; product?: string; on?: string; at?: string; note?: string }>
const verbs = { opened: 'open', frozen: 'freeze', thawed: 'thaw' } as const

function saying(opened: Command, kind: keyof typeof verbs): void {
  opened
    .command(verbs[kind])
    .description(`say that units of a batch were ${kind}`)
    .argument('<batch>', 'code or id')
    .option('--quantity <units>', 'how many', positive, 1)
    .option('--place <code>', 'where they lie, where the batch lies at several')
    .option('--product <sku>', 'where several products have a batch of this code')
    .option('--on <day>', 'today, unless said', day)
    .option('--at <text>', 'where they are found')
    .option('--note <text>')
    .action(async (batch: string, { quantity, place, product, on, at, note }: Saying, command: Command) => {
      const session = sessionOf(command)
      const { batchId, placeId } = await findLying(session, { batch, place, product })
      const body = { kind, batch: batchId, place: placeId, quantity, ...given({ on, keptAt: at, note }) }
      const made = await session.api.send<Redating>('POST', '/v1/redatings', body)
      session.answer(made, () => `Batch ${made.childCode}, good until ${made.expiresOn}: ${made.says}`)
    })
}

type Removing = Readonly<{ quantity: number; as: string; reason: string }>

function ending(opened: Command): void {
  opened
    .command('take-out')
    .description('say that opened units were used up or thrown away')
    .argument('<id>', 'as the list tells it')
    .requiredOption('--as <end>', 'used or thrown_away', oneOf(['used', 'thrown_away']))
    .requiredOption('--reason <text>')
    .option('--quantity <units>', 'how many', positive, 1)
    .action(async (id: string, body: Removing, command: Command) => {
      const { api, answer } = sessionOf(command)
      const now = await api.send<Redating>('POST', `/v1/redatings/${encodeURIComponent(id)}/removals`, { ...body })
      answer(now, () => `${now.opened} left of ${now.childCode}`)
    })
  opened
    .command('undo')
    .description('it did not happen: the units are of their old batch again')
    .argument('<id>', 'as the list tells it')
    .requiredOption('--reason <text>')
    .action(async (id: string, { reason }: { reason: string }, command: Command) => {
      const { api, answer } = sessionOf(command)
      const now = await api.send<Redating>('POST', `/v1/redatings/${encodeURIComponent(id)}/undoing`, { reason })
      answer(now, () => `Undone: the units are of batch ${now.batchCode} again`)
    })
}

type Ruling = Readonly<{
  says: string
  openDays?: number
  openMonths?: number
  frozenDays?: number
  thawedDays?: number
  refreezes?: boolean
}>

function ruling(opened: Command): void {
  opened
    .command('rule')
    .description('what the maker states of opening, freezing and thawing; earlier versions stay')
    .argument('<product>', 'SKU or id')
    .requiredOption('--says <text>', 'what is stated, and where it is written')
    .option('--open-months <number>', 'it lasts once opened', positive)
    .option('--open-days <number>', 'the same in days', positive)
    .option('--frozen-days <number>', 'from the day of freezing', positive)
    .option('--thawed-days <number>', 'from the day of thawing', whole)
    .option('--refreezes', 'what was thawed may be frozen again')
    .action(async (product: string, { openDays, openMonths, ...stated }: Ruling, command: Command) => {
      const { api, answer } = sessionOf(command)
      const months = openMonths === undefined ? undefined : { count: openMonths, unit: 'months' }
      const afterOpening = openDays === undefined ? months : { count: openDays, unit: 'days' }
      const body = { product, ...given({ afterOpening, ...stated }) }
      const rule = await api.send<{ sku: string; version: number }>('POST', '/v1/redating-rules', body)
      answer(rule, () => `Version ${rule.version} of the rule of ${rule.sku} stands`)
    })
}
