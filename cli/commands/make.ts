import { type Command, InvalidArgumentError } from 'commander'
import { batchText } from '../../domain/batch-code.ts'
import { wrongUse } from '../failure.ts'
import { importRuns, runKinds } from '../import/import-runs.ts'
import { day, given, instant, oneOf, whole } from '../options.ts'
import { type Session, sessionOf } from '../session.ts'
import { table } from '../table.ts'
import { tell, travelling } from './import.ts'

type Line = Readonly<{
  sku: string
  batchCode: string
  expiresOn: string | null
  quantity: number
  waste: number
  placeCode: string
}>
type Run = Readonly<{
  number: string
  kind: string
  undoneAt: string | null
  inputs: readonly Line[]
  outputs: readonly Line[]
}>
type Side = Readonly<{ product: string; batch?: string; quantity: number }>
type Making = Readonly<{
  use: readonly Side[]
  into: readonly Side[]
  warehouse?: string
  kind: string
  produced?: string
  expires?: string
  rule?: string
  reference?: string
  heldReason?: string
  happenedAt?: string
  dryRun?: boolean
}>

export function makeCommands(root: Command): void {
  const making = root
    .command('make')
    .description('say which batches were used and which were made of them: one run, or a file of many (docs/cli.md)')
    .argument('[file.csv]', 'with the columns run, side, sku, batch, quantity, warehouse and more')
    .option('--use <SKU:BATCH=QUANTITY>', 'a batch that was used; as often as needed', sides, [])
    .option('--into <SKU:BATCH=QUANTITY>', 'a batch that was made; as often as needed', sides, [])
    .option('--warehouse <code>')
    .option('--kind <kind>', runKinds.join(', '), oneOf(runKinds), 'produce')
    .option('--produced <day>', 'production date of what was made', day)
    .option('--expires <day>', 'last day of what was made', day)
    .option('--rule <rule>', 'as_stated or min_of_inputs', oneOf(['as_stated', 'min_of_inputs']))
    .option('--reference <text>')
    .option('--held-reason <text>', 'why goods on hold are used, for rework')
    .option('--happened-at <time>', 'when, if not now', instant)
    .option('--dry-run', 'of a file: only say which rows are wrong')
    .action(async (path: string | undefined, options: Making, command: Command) => {
      const session = sessionOf(command)
      if (path === undefined) return makeOne(session, options)
      const dryRun = options.dryRun ?? false
      tell(session, await travelling(session, 2000, (courier) => importRuns(courier, path, dryRun)), dryRun)
    })
  making
    .command('undo')
    .description('undo a run as a whole, while what it made lies untouched')
    .argument('<run>', 'number or id')
    .requiredOption('--reason <text>')
    .action(async (ref: string, { reason }: { reason: string }, command: Command) => {
      const { api, answer } = sessionOf(command)
      const run = await api.send<Run>('POST', `/v1/production-runs/${encodeURIComponent(ref)}/reversal`, { reason })
      answer(run, () => `Run ${run.number} is undone: what it used lies where it lay`)
    })
}

async function makeOne(session: Session, options: Making): Promise<void> {
  const { use, into, warehouse, produced, expires, rule, kind, reference, heldReason, happenedAt } = options
  if (use.length === 0 || into.length === 0 || warehouse === undefined)
    throw wrongUse('Name a file, or what was used (--use), what was made (--into) and the --warehouse.')
  const dates = given({ producedOn: produced, expiresOn: expires, expiryRule: rule })
  const run = await session.api.send<Run>('POST', '/v1/production-runs', {
    kind,
    warehouse,
    ...given({ reference, reason: heldReason, happenedAt }),
    inputs: use,
    outputs: into.map((side) => ({ ...side, ...dates })),
  })
  session.answer(run, () => `Run ${run.number} is recorded.\n\n${sidesText(run)}`)
}

const sidesText = ({ inputs, outputs }: Run) =>
  table(
    [...inputs.map((line) => ({ side: 'used', ...line })), ...outputs.map((line) => ({ side: 'made', ...line }))],
    [
      { title: '', of: ({ side }) => side },
      { title: 'Product', of: ({ sku }) => sku },
      { title: 'Batch', of: ({ batchCode }) => batchText(batchCode) },
      { title: 'Last day', of: ({ expiresOn }) => expiresOn ?? '' },
      { title: 'Place', of: ({ placeCode }) => placeCode },
      { title: 'Quantity', of: ({ quantity }) => quantity },
    ],
  )

/** `SKU:BATCH=QUANTITY`, or `SKU=QUANTITY` of a product without batches; a batch code may hold either sign. */
function sides(text: string, before: readonly Side[]): Side[] {
  const [end, colon] = [text.lastIndexOf('='), text.indexOf(':')]
  const name = text.slice(0, end)
  if (end < 1) throw new InvalidArgumentError('Write SKU:BATCH=QUANTITY, as OIL:R-7=250.')
  const side =
    colon > 0 && colon < end ? { product: name.slice(0, colon), batch: name.slice(colon + 1) } : { product: name }
  return [...before, { ...side, quantity: whole(text.slice(end + 1)) }]
}
