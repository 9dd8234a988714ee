import { type Command, InvalidArgumentError } from 'commander'
import { isCalendarDate } from '../../domain/calendar-date.ts'
import { counted } from '../../domain/counted.ts'
import { type Api, firstRows } from '../api.ts'
import { exitCodes, Failure } from '../failure.ts'
import { day, given, oneOf, positive } from '../options.ts'
import { sessionOf } from '../session.ts'
import { fields, table } from '../table.ts'

type Summary = Readonly<{
  id: string
  sku: string
  state: string
  startedAt: string
  meter: Readonly<{ percent: number; identified: number; here: number; gone: number; whole: number }>
}>
type Lying = Readonly<{ placeCode: string; warehouseCode: string | null; onHand: number; picked: number }>
type Path = Summary &
  Readonly<{ places: readonly Lying[]; candidates: readonly Readonly<{ batchCode: string; identified: number }>[] }>
type Preview = Readonly<{
  sku: string
  quantity: number
  orders: Readonly<{ orders: number; open: number; promised: number }>
  begins: readonly string[]
  barred: Readonly<{ quantity: number; items: readonly Readonly<{ orderNumber: string; says: string }>[] }>
}>
type Units = Readonly<{
  id: string
  batchCode: string
  placeCode: string
  quantity: number
  foundBy: string
  madeBy: string
  undoneBy: string | null
}>

export function identifyCommands(root: Command): void {
  const identify = root
    .command('identify')
    .description('Track the batches of a product that has stock, and find out bit by bit what lies there')
  looking(identify)
  beginning(identify)
  finding(identify)
  ending(identify)
}

async function pathOf(api: Api, product: string): Promise<Summary> {
  const { items } = await firstRows<Summary>(api, '/v1/identifications', { limit: 1, query: { product } })
  if (items[0]) return items[0]
  throw new Failure(
    exitCodes.refused,
    `The stock of ${product} is not being identified: begin with \`identify begin\`.`,
  )
}

const columns = [
  { title: 'Product', of: ({ sku }: Summary) => sku },
  { title: 'State', of: ({ state }: Summary) => state },
  { title: 'Began', of: ({ startedAt }: Summary) => startedAt.slice(0, 10) },
  { title: 'To identify', of: ({ meter }: Summary) => meter.here },
  { title: 'Identified', of: ({ meter }: Summary) => `${meter.percent} %` },
]
const lyingColumns = [
  { title: 'Place', of: ({ placeCode }: Lying) => placeCode },
  { title: 'Warehouse', of: ({ warehouseCode }: Lying) => warehouseCode ?? 'under way' },
  { title: 'Without batch', of: ({ onHand }: Lying) => onHand },
  { title: 'Picked', of: ({ picked }: Lying) => picked },
]
const unitColumns = [
  { title: 'Batch', of: ({ batchCode }: Units) => batchCode },
  { title: 'Place', of: ({ placeCode }: Units) => placeCode },
  { title: 'Units', of: ({ quantity }: Units) => quantity },
  { title: 'Found by', of: ({ foundBy }: Units) => foundBy },
  { title: 'By', of: ({ madeBy }: Units) => madeBy },
  { title: 'Undone by', of: ({ undoneBy }: Units) => undoneBy },
  { title: 'Id', of: ({ id }: Units) => id },
]

function told({ sku, meter, places, candidates }: Path): string {
  const known = candidates.map(({ batchCode, identified }) => `${batchCode} ${identified}`).join(', ')
  return [
    `${sku}: ${meter.percent} % identified`,
    fields([
      ['Identified', meter.identified],
      ['To identify', meter.here],
      ['Left without a batch', meter.gone],
      ['Of', meter.whole],
      ['Candidates', known],
    ]),
    ...(places.length > 0 ? [table(places, lyingColumns)] : []),
  ].join('\n\n')
}

function looking(identify: Command): void {
  identify
    .command('list')
    .description('products being identified, newest first')
    .option('--state <state>', 'open, done or given_up', oneOf(['open', 'done', 'given_up']))
    .option('--limit <rows>', 'at most so many rows', positive, 100)
    .action(async ({ limit, ...query }: { limit: number; state?: string }, command: Command) => {
      const { api, answer } = sessionOf(command)
      const { items, more } = await firstRows<Summary>(api, '/v1/identifications', { limit, query: given(query) })
      answer({ items, more }, () => table(items, columns))
    })
  identify
    .command('show')
    .description('how far a product is, and where what is unknown lies')
    .argument('<product>', 'SKU or id')
    .action(async (product: string, _: unknown, command: Command) => {
      const { api, answer } = sessionOf(command)
      const path = await api.get<Path>(`/v1/identifications/${(await pathOf(api, product)).id}`)
      answer(path, () => told(path))
    })
  identify
    .command('found')
    .description('what was identified of a product, newest first')
    .argument('<product>', 'SKU or id')
    .option('--limit <rows>', 'at most so many rows', positive, 100)
    .action(async (product: string, { limit }: { limit: number }, command: Command) => {
      const { api, answer } = sessionOf(command)
      const { id } = await pathOf(api, product)
      const { items, more } = await firstRows<Units>(api, `/v1/identifications/${id}/units`, { limit, query: {} })
      answer({ items, more }, () => table(items, unitColumns))
    })
}

type Candidate = Readonly<{ batch: string; expiresOn?: string }>

/** `CODE` or `CODE=LASTDAY`, gathered into a list; a code may itself hold an equals sign. */
function candidates(text: string, before: readonly Candidate[] = []): Candidate[] {
  const at = text.lastIndexOf('=')
  const expiresOn = text.slice(at + 1)
  if (at < 0) return [...before, { batch: text }]
  if (at === 0 || !isCalendarDate(expiresOn)) throw new InvalidArgumentError('Write CODE or CODE=2026-12-31.')
  return [...before, { batch: text.slice(0, at), expiresOn }]
}

type Beginning = Readonly<{
  dates?: string
  candidate?: Candidate[]
  openToAny?: boolean
  accept?: boolean
  reason: string
}>
const dates = ['none', 'optional', 'required']

function beginning(identify: Command): void {
  identify
    .command('preview')
    .description('what would change, and which promises that would forbid')
    .argument('<product>', 'SKU or id')
    .option('--dates <dates>', 'none, optional or required; required unless said', oneOf(dates))
    .action(async (product: string, options: { dates?: string }, command: Command) => {
      const { api, answer } = sessionOf(command)
      const query = new URLSearchParams({ product, ...given({ dates: options.dates }) })
      const seen = await api.get<Preview>(`/v1/identification-preview?${query}`)
      const { orders, barred } = seen
      answer(seen, () =>
        [
          `${counted(seen.quantity, 'unit')} of ${seen.sku} without a batch. ${counted(orders.orders, 'open order')} for ${orders.open}, of which ${orders.promised} promised.`,
          ...seen.begins,
          ...(barred.quantity > 0 ? [`${barred.quantity} promised units could not go any more:`] : []),
          ...barred.items.map(({ orderNumber, says }) => `  ${orderNumber}: ${says}`),
        ].join('\n'),
      )
    })
  identify
    .command('begin')
    .description('track its batches from now on; orders flow on')
    .argument('<product>', 'SKU or id')
    .requiredOption('--reason <text>')
    .option('--dates <dates>', 'none, optional or required; required unless said', oneOf(dates))
    .option(
      '--candidate <code=day>',
      'a batch that the stock may be of, with its last day; may be repeated',
      candidates,
    )
    .option('--open-to-any', 'or of any other')
    .option('--accept', 'promises that the dates forbid are given back')
    .action(async (product: string, { candidate, ...body }: Beginning, command: Command) => {
      const { api, answer } = sessionOf(command)
      const asked = { product, ...body, ...given({ candidates: candidate }) }
      const path = await api.send<Path>('POST', '/v1/identifications', asked)
      answer(
        path,
        () => `The batches of ${path.sku} are tracked. To be identified: ${counted(path.meter.here, 'unit')}.`,
      )
    })
}

type Found = Readonly<{ place: string; quantity: number; expires?: string; different?: boolean }>

function finding(identify: Command): void {
  identify
    .command('units')
    .description('say which batch units are, as their label says')
    .argument('<product>', 'SKU or id')
    .argument('<batch>', 'code, id, or all that the GS1 label says')
    .requiredOption('--place <code>', 'where they lie')
    .requiredOption('--quantity <units>', 'how many', positive)
    .option('--expires <day>', 'last day on the label, of a batch that is new', day)
    .option('--different', 'a code that looks like a known one is another batch')
    .action(async (product: string, batch: string, { expires, ...found }: Found, command: Command) => {
      const { api, answer } = sessionOf(command)
      const { id } = await pathOf(api, product)
      const lines = [{ batch, ...found, ...given({ expiresOn: expires }) }]
      const done = await api.send<{ path: Path }>('POST', `/v1/identifications/${id}/units`, { lines })
      const { meter } = done.path
      answer(done, () => `${meter.percent} % identified, ${counted(meter.here, 'unit')} left.`)
    })
  identify
    .command('undo')
    .description('units are not that batch: they are unknown again')
    .argument('<id>', 'as `identify found` tells it')
    .requiredOption('--reason <text>')
    .action(async (id: string, { reason }: { reason: string }, command: Command) => {
      const { api, answer } = sessionOf(command)
      const path = await api.send<Path>('POST', `/v1/identified-units/${encodeURIComponent(id)}/undoing`, { reason })
      answer(path, () => `Undone. To be identified: ${counted(path.meter.here, 'unit')} of ${path.sku}.`)
    })
}

function ending(identify: Command): void {
  identify
    .command('give-up')
    .description('look for the rest no more: it is sold without a batch')
    .argument('<product>', 'SKU or id')
    .requiredOption('--reason <text>')
    .action(async (product: string, { reason }: { reason: string }, command: Command) => {
      const { api, answer } = sessionOf(command)
      const { id } = await pathOf(api, product)
      const path = await api.send<Path>('POST', `/v1/identifications/${id}/giving-up`, { reason })
      answer(path, () => `Without a batch for good: ${counted(path.meter.here, 'unit')} of ${path.sku}.`)
    })
  identify
    .command('go-on')
    .description('look for the rest after all')
    .argument('<product>', 'SKU or id')
    .action(async (product: string, _: unknown, command: Command) => {
      const { api, answer } = sessionOf(command)
      const { id } = await pathOf(api, product)
      const path = await api.send<Path>('DELETE', `/v1/identifications/${id}/giving-up`)
      answer(path, () => `To be identified: ${counted(path.meter.here, 'unit')} of ${path.sku}.`)
    })
}
