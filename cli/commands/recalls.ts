import type { Command } from 'commander'
import { recallClasses, recallStates } from '../../domain/recalls/state.ts'
import { firstRows } from '../api.ts'
import { given, oneOf, positive } from '../options.ts'
import { fileOf, save } from '../save.ts'
import { type ScopeOptions, scopeOf, takesScope } from '../scope-options.ts'
import { type ScopeTrace, scopeText } from '../scope-text.ts'
import { type Session, sessionOf } from '../session.ts'
import { fields, table } from '../table.ts'

type Recall = Readonly<{
  id: string
  number: string
  kind: string
  class: string | null
  title: string
  reason: string
  state: string
  version: number
  openedAt: string
  startedAt: string | null
  endedAt: string | null
  needsSecond: boolean
  secondsToIsolate: number | null
}>
type Preview = Readonly<{ named: number; exposure: Readonly<Record<string, number>> }>
type Draft = ScopeOptions & Readonly<{ title: string; why: string; kind: string; class?: string; hazard?: string }>

export function recallCommands(root: Command): void {
  const recalls = root.command('recalls').description('Bad goods: found, frozen everywhere at once, and followed up')
  lookCommands(recalls)
  draftCommand(recalls)
  stepCommands(recalls)
  traceCommand(recalls)
}

const pathOf = (ref: string, rest = '') => `/v1/recalls/${encodeURIComponent(ref)}${rest}`
const show = ({ answer }: Session, recall: Recall) => answer(recall, () => recallText(recall))

function lookCommands(recalls: Command): void {
  recalls
    .command('list')
    .description('recalls, newest first')
    .option('--state <state>', recallStates.join(', '), oneOf(recallStates))
    .option('--limit <rows>', 'at most so many rows', positive, 100)
    .action(async ({ state, limit }: { state?: string; limit: number }, command: Command) => {
      const { api, answer } = sessionOf(command)
      const { items, more } = await firstRows<Recall>(api, '/v1/recalls', { limit, query: { state } })
      answer({ items, more }, () => table(items, columns))
    })
  recalls
    .command('show')
    .description('a recall, and what stands next')
    .argument('<recall>', 'number or id')
    .action(async (ref: string, _options: unknown, command: Command) => {
      const session = sessionOf(command)
      show(session, await session.api.get<Recall>(pathOf(ref)))
    })
  recalls
    .command('preview')
    .description('what it reaches; nothing is touched')
    .argument('<recall>', 'number or id')
    .action(async (ref: string, _options: unknown, command: Command) => {
      const { api, answer } = sessionOf(command)
      const preview = await api.get<Preview>(pathOf(ref, '/preview'))
      answer(preview, () => previewText(preview))
    })
}

function draftCommand(recalls: Command): void {
  takesScope(recalls.command('draft').description('write a recall down; nothing is touched before it is started'))
    .requiredOption('--title <text>', 'stands on every hold')
    .requiredOption('--why <text>', 'what is wrong with the goods')
    .option(
      '--kind <kind>',
      'recall, withdrawal, stock_recovery',
      oneOf(['recall', 'withdrawal', 'stock_recovery']),
      'recall',
    )
    .option('--class <class>', 'of a recall: I, II, III', oneOf(recallClasses))
    .option('--hazard <text>', 'what it can do to people')
    .action(async ({ title, why, kind, class: of, hazard, ...goods }: Draft, command: Command) => {
      const session = sessionOf(command)
      const scope = await scopeOf(session, goods)
      const body = { kind, title, reason: why, ...given({ class: of, hazard }), scope }
      show(session, await session.api.send<Recall>('POST', '/v1/recalls', body))
    })
}

const steps = {
  start: { path: '/start', tells: 'hold everything that is meant, at once', needsReason: false },
  end: { path: '/end', tells: 'let go of what it holds; what others held stays held', needsReason: true },
  abandon: { path: '/abandonment', tells: 'give up a draft', needsReason: true },
} as const

function stepCommands(recalls: Command): void {
  for (const [name, { path, tells, needsReason }] of Object.entries(steps)) {
    const command = recalls.command(name).description(tells).argument('<recall>', 'number or id')
    const takes = needsReason
      ? command.requiredOption('--reason <text>', 'for the record')
      : command.option('--reason <text>', 'for the record')
    takes.action(async (ref: string, { reason }: { reason?: string }, ran: Command) => {
      await step(sessionOf(ran), { ref, path, body: given({ reason }) })
    })
  }
  recalls
    .command('approve')
    .description('say, as the second person, that it may be started or ended')
    .argument('<recall>', 'number or id')
    .requiredOption('--step <step>', 'start, end', oneOf(['start', 'end']))
    .option('--reason <text>', 'for the record')
    .action(async (ref: string, { step: of, reason }: { step: string; reason?: string }, ran: Command) => {
      await step(sessionOf(ran), { ref, path: '/approvals', body: { step: of, ...given({ reason }) } })
    })
}

type Step = Readonly<{ ref: string; path: string; body: unknown }>

async function step(session: Session, { ref, path, body }: Step): Promise<void> {
  const { id } = await session.api.get<Recall>(pathOf(ref))
  show(session, await session.api.send<Recall>('POST', pathOf(id, path), body))
}

function traceCommand(recalls: Command): void {
  recalls
    .command('trace')
    .description('where everything is that it means, and who got it')
    .argument('<recall>', 'number or id')
    .option('--out <file>', 'the complete list of who got it; as a workbook where the name ends in .xlsx, else CSV')
    .action(async (ref: string, { out }: { out?: string }, command: Command) => {
      const { api, answer } = sessionOf(command)
      if (out) return save(await fileOf(api, pathOf(ref, `/trace.${out.endsWith('.xlsx') ? 'xlsx' : 'csv'}`), {}), out)
      const trace = await api.get<ScopeTrace>(pathOf(ref, '/trace'), { limit: 100 })
      answer(trace, () => scopeText(trace))
    })
}

const nextOf = ({ state, needsSecond }: Recall): string | null => {
  if (state !== 'draft' && state !== 'running') return null
  const act = state === 'draft' ? 'start' : 'end'
  return needsSecond ? `another person approves the ${act}` : `recalls ${act}`
}

const recallText = (recall: Recall): string =>
  fields([
    ['Recall', `${recall.number}: ${recall.title}`],
    ['Kind', recall.class === null ? recall.kind : `${recall.kind}, class ${recall.class}`],
    ['State', recall.state],
    ['What is wrong', recall.reason],
    ['Opened', recall.openedAt],
    ['Started', recall.startedAt],
    ['Ended', recall.endedAt],
    ['Isolated in', recall.secondsToIsolate === null ? null : `${recall.secondsToIsolate} s`],
    ['Next', nextOf(recall)],
  ])

function previewText({ named, exposure }: Preview): string {
  const figures = Object.entries(exposure).filter(([, value]) => typeof value === 'number' && value !== 0)
  const words = (name: string) => name.replaceAll(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`)
  return fields([['batches meant', named], ...figures.map(([name, value]) => [words(name), value] as const)])
}

const columns = [
  { title: 'Recall', of: ({ number }: Recall) => number },
  { title: 'What is wrong', of: ({ title }: Recall) => title },
  { title: 'Kind', of: ({ kind }: Recall) => kind },
  { title: 'Class', of: ({ class: of }: Recall) => of },
  { title: 'State', of: ({ state }: Recall) => state },
  { title: 'Opened', of: ({ openedAt }: Recall) => openedAt.slice(0, 10) },
]
