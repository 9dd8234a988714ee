import { type Command, InvalidArgumentError } from 'commander'
import { batchText } from '../../domain/batch-code.ts'
import { firstRows } from '../api.ts'
import { exitCodes, Failure } from '../failure.ts'
import { findBatch } from '../find-batch.ts'
import { day, given, oneOf, positive, whole } from '../options.ts'
import { type Session, sessionOf } from '../session.ts'
import { table } from '../table.ts'

type Alert = Readonly<{
  id: string
  state: string
  stepDays: number
  daysLeft: number | null
  expiresOn: string | null
  raisedAt: string
  batchCode: string
  sku: string
  units: number
  places: readonly Readonly<{ warehouseCode: string; placeCode: string }>[]
  snoozedUntil: string | null
  closedBecause: string | null
}>
type Steps = Readonly<{
  account: Readonly<{ days: readonly number[] }>
  products: readonly Readonly<{ sku: string; days: readonly number[] }>[]
}>

const stateWords = ({ state, snoozedUntil, closedBecause }: Alert) =>
  state === 'snoozed' ? `snoozed until ${snoozedUntil}` : (closedBecause ?? state)

const columns = [
  { title: 'Days left', of: ({ daysLeft }: Alert) => daysLeft },
  { title: 'Last day', of: ({ expiresOn }: Alert) => expiresOn },
  { title: 'SKU', of: ({ sku }: Alert) => sku },
  { title: 'Batch', of: ({ batchCode }: Alert) => batchText(batchCode) },
  {
    title: 'Where',
    of: ({ places }: Alert) => places.map(({ warehouseCode, placeCode }) => `${warehouseCode} ${placeCode}`).join(', '),
  },
  { title: 'Units', of: ({ units }: Alert) => units },
  { title: 'Step', of: ({ stepDays }: Alert) => (stepDays === 0 ? 'expired' : stepDays) },
  { title: 'Since', of: ({ raisedAt }: Alert) => raisedAt.slice(0, 10) },
  { title: 'State', of: stateWords },
]

export function alertCommands(root: Command): void {
  const alerts = root.command('alerts').description('Batches that come to their last day, and who has seen them')
  looking(alerts)
  answering(alerts)
  setting(alerts)
}

type Looking = Readonly<{ limit: number; state?: string; step?: number; product?: string; warehouse?: string }>

function looking(alerts: Command): void {
  alerts
    .command('list', { isDefault: true })
    .description('those first whose last day comes first')
    .option('--state <state>', 'new, seen, snoozed or closed; the new and the seen unless said', oneOf(states))
    .option('--step <days>', 'at one step; 0 is what has expired', whole)
    .option('--product <sku>')
    .option('--warehouse <code>', 'some of it lies there')
    .option('--limit <rows>', 'at most so many rows', positive, 100)
    .action(async ({ limit, ...query }: Looking, command: Command) => {
      const { api, answer } = sessionOf(command)
      const { items, more } = await firstRows<Alert>(api, '/v1/alerts', { limit, query: given(query) })
      answer({ items, more }, () => (items.length === 0 ? 'No batch to tell of.' : table(items, columns)))
    })
}

const states = ['new', 'seen', 'snoozed', 'closed']

type Answering = Readonly<{ product?: string }>
type Snoozing = Answering & Readonly<{ until: string; reason: string }>

function answering(alerts: Command): void {
  alerts
    .command('seen')
    .description('say that somebody has seen it')
    .argument('<batch>', 'code or id')
    .option('--product <sku>', 'where several products have a batch of this code')
    .action(async (batch: string, { product }: Answering, command: Command) => {
      const session = sessionOf(command)
      const { id } = await openAlert(session, { batch, product })
      const alert = await session.api.send<Alert>('POST', `/v1/alerts/${id}/acknowledgement`, {})
      session.answer(alert, () => `Batch ${batchText(alert.batchCode)} is seen`)
    })
  alerts
    .command('snooze')
    .description('leave it out of the list until a day is over; a tighter step is told of nevertheless')
    .argument('<batch>', 'code or id')
    .requiredOption('--until <day>', 'the last day on which it is quiet', day)
    .requiredOption('--reason <text>')
    .option('--product <sku>', 'where several products have a batch of this code')
    .action(async (batch: string, { product, ...body }: Snoozing, command: Command) => {
      const session = sessionOf(command)
      const { id } = await openAlert(session, { batch, product })
      const alert = await session.api.send<Alert>('POST', `/v1/alerts/${id}/snooze`, body)
      session.answer(alert, () => `Batch ${batchText(alert.batchCode)} is ${stateWords(alert)}`)
    })
}

/** A batch has one at most, snoozed or not. */
async function openAlert(session: Session, wanted: { batch: string; product: string | undefined }): Promise<Alert> {
  const { id, code } = await findBatch(session, wanted)
  for (const query of [{ batch: id }, { batch: id, state: 'snoozed' }]) {
    const { items } = await firstRows<Alert>(session.api, '/v1/alerts', { limit: 1, query })
    if (items[0]) return items[0]
  }
  throw new Failure(exitCodes.refused, `Nobody was told of batch ${batchText(code)}: it has no alert that is open.`)
}

/** `90,60,30`, or `none`. */
function dayList(text: string): number[] {
  const days = text === 'none' ? [] : text.split(',').map((one) => positive(one.trim()))
  if (new Set(days).size < days.length) throw new InvalidArgumentError('Each number of days is named once.')
  return days
}

function setting(alerts: Command): void {
  alerts
    .command('steps')
    .description('how many days before the last day somebody is told; once it is over, always')
    .option('--set <days>', 'as 90,60,30, or none', dayList)
    .option('--product <sku>', 'of one product')
    .option('--as-account', 'the product has the steps of the account again')
    .action(async ({ set, product, asAccount }: Setting, command: Command) => {
      const { api, answer } = sessionOf(command)
      const query = product === undefined ? '' : `?product=${encodeURIComponent(product)}`
      const path = product === undefined ? '/v1/alert-steps' : `/v1/alert-steps/${await productId(api, product)}`
      if (asAccount && product !== undefined) await api.send('DELETE', path)
      else if (set) await api.send('PUT', path, { days: set })
      const steps = await api.get<Steps>(`/v1/alert-steps${query}`)
      answer(steps, () => [`All products: ${words(steps.account.days)}`, ...steps.products.map(ofProduct)].join('\n'))
    })
}

type Setting = Readonly<{ set?: number[]; product?: string; asAccount?: boolean }>

const words = (days: readonly number[]) => (days.length === 0 ? 'only once expired' : `${days.join(', ')} days`)
const ofProduct = ({ sku, days }: Steps['products'][number]) => `${sku}: ${words(days)}`

const productId = async (api: Session['api'], sku: string) =>
  (await api.get<{ id: string }>(`/v1/products/${encodeURIComponent(sku)}`)).id
