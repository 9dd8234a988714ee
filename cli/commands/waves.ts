import type { Command } from 'commander'
import { batchText } from '../../domain/batch-code.ts'
import { firstRows } from '../api.ts'
import { wrongUse } from '../failure.ts'
import { day, given, oneOf, positive, whole } from '../options.ts'
import { type Session, sessionOf } from '../session.ts'
import { table } from '../table.ts'
import { findWarehouse } from '../warehouses.ts'

type Summary = Readonly<{
  id: string
  number: string
  warehouseCode: string
  orderCount: number
  units: number
  pickedUnits: number
  stoppedUnits: number
  closedAt: string | null
}>
type Task = Readonly<{
  orderNumber: string
  orderLineId: string
  lineNo: number
  sku: string
  batchId: string
  batchCode: string
  expiresOn: string | null
  placeId: string
  placeCode: string
  toPick: number
  stopped: number
  why: string | null
}>
type Wave = Summary & Readonly<{ tasks: readonly Task[]; stopped: readonly Task[] }>
type Picked = Readonly<{
  batchCode: string
  placeCode: string
  quantity: number
  swap: { batchCode: string; lines: number } | null
}>

export function waveCommands(root: Command): void {
  const waves = root.command('waves').description('Pick waves: orders that are picked in one walk')
  looking(waves)
  making(waves)
  picking(waves)
  falling(waves)
}

function looking(waves: Command): void {
  waves
    .command('list')
    .description('pick waves, newest first')
    .option('--state <state>', 'open or closed', oneOf(['open', 'closed']))
    .option('--limit <rows>', 'at most so many rows', positive, 100)
    .action(async ({ state, limit }: { state?: string; limit: number }, command: Command) => {
      const { api, answer } = sessionOf(command)
      const { items, more } = await firstRows<Summary>(api, '/v1/pick-waves', { limit, query: given({ state }) })
      answer({ items, more }, () => table(items, columns))
    })
  waves
    .command('show')
    .description('what to pick, as one walks, and what to put back')
    .argument('<wave>', 'number or id')
    .action(async (ref: string, _: unknown, command: Command) => {
      const session = sessionOf(command)
      const wave = await waveOf(session, ref)
      session.answer(wave, () => waveText(wave))
    })
}

type Making = Readonly<{ warehouse?: string; order?: string[]; dueUntil?: string; channel?: string; max?: number }>

function making(waves: Command): void {
  waves
    .command('make')
    .description('put orders into a new wave: those named, or those due first')
    .option('--warehouse <code>')
    .option('--order <number...>', 'these')
    .option('--due-until <day>', 'as 2026-03-31', day)
    .option('--channel <channel>')
    .option('--max <orders>', 'at most so many', positive)
    .action(async ({ warehouse, order, dueUntil, channel, max }: Making, command: Command) => {
      const { api, answer } = sessionOf(command)
      const { code } = await findWarehouse(api, warehouse)
      const body = { warehouse: code, ...given({ orders: order, dueUntil, channel, ordersMax: max }) }
      const wave = await api.send<Wave>('POST', '/v1/pick-waves', body)
      answer(wave, () => waveText(wave))
    })
  waves
    .command('close')
    .description('close a wave; what is not picked can go into another')
    .argument('<wave>', 'number or id')
    .action(async (ref: string, _: unknown, command: Command) => {
      const session = sessionOf(command)
      const { id } = await waveOf(session, ref)
      const wave = await session.api.send<Wave>('POST', `/v1/pick-waves/${id}/closing`, {})
      session.answer(wave, () => `Pick wave ${wave.number} is closed.`)
    })
}

type Picking = Readonly<{ quantity: number; place?: string; order?: string; force?: string }>

function picking(waves: Command): void {
  waves
    .command('pick')
    .description('pick a batch; another than planned is swapped where the rules allow it')
    .argument('<wave>', 'number or id')
    .argument('<batch>', 'as on the label')
    .requiredOption('--quantity <units>', 'in base units', positive)
    .option('--place <code>', 'the bin it was taken from')
    .option('--order <number>', 'the order it is for')
    .option('--force <reason>', 'although the rules of the line forbid it')
    .action(async (ref: string, batch: string, options: Picking, command: Command) => {
      const session = sessionOf(command)
      const wave = await waveOf(session, ref)
      const { quantity, place, order, force } = options
      const orderLine = order === undefined ? undefined : lineOf(wave, order)
      const body = { batch, quantity, ...given({ place, orderLine }), ...(force ? { force: { reason: force } } : {}) }
      const picked = await session.api.send<Picked>('POST', `/v1/pick-waves/${wave.id}/picks`, body)
      session.answer(picked, () => pickedText(picked))
    })
}

/** The first line of an order that has something to be picked. */
function lineOf({ number, tasks }: Wave, order: string): string {
  const task = tasks.find(({ orderNumber, toPick }) => orderNumber === order && toPick > 0)
  if (!task) throw wrongUse(`Nothing of order "${order}" is to be picked in wave ${number}.`)
  return task.orderLineId
}

type Short = Readonly<{ found: number; reason: string; place?: string }>

function falling(waves: Command): void {
  waves
    .command('short')
    .description('fewer are at the bin: what is missing leaves the stock, and the line is served from elsewhere')
    .argument('<wave>', 'number or id')
    .argument('<batch>', 'that was to be picked')
    .requiredOption('--found <quantity>', 'how many are there', whole)
    .requiredOption('--reason <text>')
    .option('--place <code>', 'the bin, where it is to be picked from several')
    .action(async (ref: string, batch: string, { found, reason, place }: Short, command: Command) => {
      const session = sessionOf(command)
      const wave = await waveOf(session, ref)
      const meant = wave.tasks.filter(
        (one) =>
          one.toPick > 0 && [one.batchCode, one.batchId].includes(batch) && [one.placeCode, undefined].includes(place),
      )
      const [task] = meant
      if (!task || meant.length > 1)
        throw wrongUse(`Batch "${batch}" is ${task ? 'several tasks' : 'no task'} of wave ${wave.number}.`)
      const { orderLineId: orderLine, batchId, placeId } = task
      const body = { orderLine, batch: batchId, place: placeId, found, reason }
      const shorted = await session.api.send<{ picked: number; missing: number; gone: number }>(
        'POST',
        `/v1/pick-waves/${wave.id}/short`,
        body,
      )
      session.answer(
        shorted,
        () =>
          `${shorted.picked} picked, ${shorted.missing} missing; ${shorted.gone} left the stock. See waves show ${ref}.`,
      )
    })
}

const waveOf = ({ api }: Session, ref: string) => api.get<Wave>(`/v1/pick-waves/${encodeURIComponent(ref)}`)

const columns = [
  { title: 'Wave', of: ({ number }: Summary) => number },
  { title: 'Warehouse', of: ({ warehouseCode }: Summary) => warehouseCode },
  { title: 'Orders', of: ({ orderCount }: Summary) => orderCount },
  { title: 'Picked', of: ({ pickedUnits, units }: Summary) => `${pickedUnits} of ${units}` },
  { title: 'Stopped', of: ({ stoppedUnits }: Summary) => stoppedUnits },
  { title: 'State', of: ({ closedAt }: Summary) => (closedAt === null ? 'open' : 'closed') },
]

function waveText(wave: Wave): string {
  const open = wave.tasks.filter(({ toPick }) => toPick > 0)
  const rows = table(open, [
    { title: 'Place', of: ({ placeCode }) => placeCode },
    { title: 'Batch', of: ({ batchCode }) => batchText(batchCode) },
    { title: 'Expires', of: ({ expiresOn }) => expiresOn },
    { title: 'To pick', of: ({ toPick }) => toPick },
    { title: 'SKU', of: ({ sku }) => sku },
    { title: 'Order', of: ({ orderNumber }) => orderNumber },
  ])
  const back = wave.stopped.map(
    ({ stopped, batchCode, placeCode, why }) => `Put back ${stopped} of ${batchCode} to ${placeCode}: ${why}.`,
  )
  const head = `Pick wave ${wave.number} in ${wave.warehouseCode}: ${wave.pickedUnits} of ${wave.units} picked`
  return [head, open.length > 0 ? rows : 'Nothing is to be picked.', ...back].join('\n')
}

const pickedText = ({ quantity, batchCode, placeCode, swap }: Picked): string =>
  `${quantity} of ${batchText(batchCode)} picked from ${placeCode}${
    swap ? ` instead of ${batchText(swap.batchCode)}; ${swap.lines} other lines were served otherwise` : ''
  }.`
