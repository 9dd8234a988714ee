import type { Command } from 'commander'
import { firstRows } from '../api.ts'
import { wrongUse } from '../failure.ts'
import { given, instant, oneOf, type Portion, portions, positive } from '../options.ts'
import { type Session, sessionOf } from '../session.ts'
import { fields, table } from '../table.ts'
import { findWarehouse } from '../warehouses.ts'
import { inspectionCommands } from './return-inspections.ts'

type Return = Readonly<{
  id: string
  number: string
  customerName: string | null
  orderNumber: string | null
  announcedAt: string
  closedAt: string | null
  toInspect: number
  note: string | null
  quantity: number
}>
type Line = Readonly<{
  lineNo: number
  sku: string
  productName: string
  quantity: number
  returned: number
  batches: readonly { batchCode: string; warehouseCode: string; placeCode: string; quantity: number }[]
  out: readonly { batchCode: string; expiresOn: string | null; quantity: number }[]
}>
type ReturnDetail = Return & Readonly<{ lines: readonly Line[] }>
type Options = Readonly<{
  warehouse?: string
  line?: Portion[]
  serial?: string[]
  receivedAt?: string
  note?: string
  despiteReports?: string
}>

export function returnCommands(root: Command): void {
  const returns = root.command('return').description('Goods that customers send back')
  listCommand(returns)
  returns
    .command('show')
    .description('a return: what was announced, what came, and which batches can still come')
    .argument('<return>', 'number or id')
    .action(async (ref: string, _options: unknown, command: Command) => {
      const session = sessionOf(command)
      show(session, await returnOf(session, ref))
    })
  takeInCommand(returns)
  inspectionCommands(returns)
  returns
    .command('close')
    .description('nothing more of it is expected')
    .argument('<return>', 'number or id')
    .action(async (ref: string, _options: unknown, command: Command) => {
      const session = sessionOf(command)
      const { id } = await returnOf(session, ref)
      show(session, await session.api.send<ReturnDetail>('POST', `/v1/returns/${id}/closing`))
    })
}

const returnOf = ({ api }: Session, ref: string) => api.get<ReturnDetail>(`/v1/returns/${encodeURIComponent(ref)}`)
const show = ({ answer }: Session, found: ReturnDetail) => answer(found, () => returnText(found))

const states = ['open', 'to_inspect', 'closed']

function listCommand(returns: Command): void {
  returns
    .command('list')
    .description('returns, newest first')
    .option('--state <state>', states.join(', '), oneOf(states))
    .option('--limit <rows>', 'at most so many rows', positive, 100)
    .action(async ({ state, limit }: { state?: string; limit: number }, command: Command) => {
      const { api, answer, remark } = sessionOf(command)
      const { items, more } = await firstRows<Return>(api, '/v1/returns', { limit, query: { state } })
      answer({ items, more }, () => table(items, columns))
      if (more) remark('There are more. Ask for more with --limit, or narrow with --state.')
    })
}

const gathered = (text: string, before: readonly string[] = []): string[] => [...before, text]

function takeInCommand(returns: Command): void {
  returns
    .command('take-in')
    .description(
      'take in what came back: all that is still announced, or the lines named; to quarantine, or to a place',
    )
    .argument('<return>', 'number or id')
    .option('--warehouse <code>', 'needed where there are several')
    .option('--line <lineNo[:batch][@place]=quantity>', 'only this; may be given again', portions)
    .option('--serial <lineNo:serial>', 'a unit with a serial; may be given again', gathered)
    .option('--received-at <time>', 'when, if not now', instant)
    .option('--note <text>', 'as its condition')
    .option('--despite-reports <reason>', 'also where the customer reports that so many are not with it any more')
    .action(async (ref: string, options: Options, command: Command) => {
      const session = sessionOf(command)
      const announced = await returnOf(session, ref)
      const { code: warehouse } = await findWarehouse(session.api, options.warehouse)
      const lines = linesOf(announced, options).map((line) => ({ ...line, ...given({ note: options.note }) }))
      const { receivedAt, despiteReports: despite } = options
      const body = { warehouse, ...given({ receivedAt, despiteReports: despite }), lines }
      show(session, await session.api.send<ReturnDetail>('POST', `/v1/returns/${announced.id}/receipts`, body))
    })
}

function linesOf(announced: ReturnDetail, { line = [], serial = [] }: Options) {
  const named = [...line.map((portion) => namedLine(announced, portion)), ...serialLines(announced, serial)]
  if (named.length > 0) return named
  const awaited = announced.lines.filter(({ quantity, returned }) => returned < quantity)
  if (awaited.length === 0)
    throw wrongUse(`Nothing of return ${announced.number} is still awaited. Say what came with --line.`)
  return awaited.map(({ lineNo, quantity, returned }) => ({ line: lineNo, quantity: quantity - returned }))
}

function lineOf({ number, lines }: ReturnDetail, { wanted, like }: { wanted: string; like: string }): Line {
  const found = lines.find(({ lineNo }) => String(lineNo) === wanted)
  if (!found) throw wrongUse(`Return ${number} has no line "${wanted}". Write ${like}.`)
  return found
}

function namedLine(announced: ReturnDetail, { name, quantity }: Portion) {
  const [, wanted = '', code, place] = /^([^:@]*)(?::(.*?))?(?:@([^@]*))?$/.exec(name) ?? []
  const { lineNo, out } = lineOf(announced, { wanted, like: 'LINE:BATCH@PLACE=QUANTITY, as 1:L2231@MAIN=5' })
  // A code may itself have an @ in it.
  const whole = name.slice(wanted.length + 1)
  if (out.some(({ batchCode }) => batchCode === whole)) return { line: lineNo, quantity, batch: whole }
  return { line: lineNo, quantity, ...given({ batch: code || undefined, place: place || undefined }) }
}

function serialLines(announced: ReturnDetail, serials: readonly string[]) {
  const ofLine = new Map<number, string[]>()
  for (const text of serials) {
    const at = text.indexOf(':')
    const { lineNo } = lineOf(announced, { wanted: text.slice(0, Math.max(at, 0)), like: 'LINE:SERIAL, as 1:SN-0042' })
    ofLine.set(lineNo, [...(ofLine.get(lineNo) ?? []), text.slice(at + 1)])
  }
  return [...ofLine].map(([line, codes]) => ({ line, quantity: codes.length, serials: codes }))
}

function returnText({ lines, ...found }: ReturnDetail): string {
  const back = lines.flatMap(({ lineNo, batches }) => batches.map((batch) => ({ lineNo, ...batch })))
  const out = lines.flatMap(({ lineNo, out: batches }) => batches.map((batch) => ({ lineNo, ...batch })))
  return [
    fields([
      ['Return', found.number],
      ['Customer', found.customerName],
      ['Order', found.orderNumber],
      ['Announced', found.announcedAt.slice(0, 10)],
      ['State', stateOf(found)],
      ['Note', found.note],
    ]),
    table(lines, lineColumns),
    ...(back.length > 0 ? ['What came back', table(back, backColumns)] : []),
    ...(out.length > 0 ? ['What can still come', table(out, outColumns)] : []),
  ].join('\n\n')
}

const stateOf = ({ closedAt, toInspect }: Return): string =>
  toInspect > 0 ? `${toInspect} to look at` : closedAt ? `dealt with ${closedAt.slice(0, 10)}` : 'to deal with'

const columns = [
  { title: 'Return', of: ({ number }: Return) => number },
  { title: 'Customer', of: ({ customerName }: Return) => customerName },
  { title: 'Order', of: ({ orderNumber }: Return) => orderNumber },
  { title: 'Announced', of: ({ announcedAt }: Return) => announcedAt.slice(0, 10) },
  { title: 'State', of: stateOf },
  { title: 'Units', of: ({ quantity }: Return) => quantity },
]
const lineColumns = [
  { title: 'Line', of: ({ lineNo }: Line) => lineNo },
  { title: 'SKU', of: ({ sku }: Line) => sku },
  { title: 'Product', of: ({ productName }: Line) => productName },
  { title: 'Announced', of: ({ quantity }: Line) => quantity },
  { title: 'Returned', of: ({ returned }: Line) => returned },
]
type Back = Line['batches'][number] & { lineNo: number }
const backColumns = [
  { title: 'Line', of: ({ lineNo }: Back) => lineNo },
  { title: 'Batch', of: ({ batchCode }: Back) => batchCode },
  { title: 'Warehouse', of: ({ warehouseCode }: Back) => warehouseCode },
  { title: 'Place', of: ({ placeCode }: Back) => placeCode },
  { title: 'Quantity', of: ({ quantity }: Back) => quantity },
]
type Out = Line['out'][number] & { lineNo: number }
const outColumns = [
  { title: 'Line', of: ({ lineNo }: Out) => lineNo },
  { title: 'Batch', of: ({ batchCode }: Out) => batchCode },
  { title: 'Expires', of: ({ expiresOn }: Out) => expiresOn },
  { title: 'At most', of: ({ quantity }: Out) => quantity },
]
