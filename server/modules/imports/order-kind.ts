/**
 * server/modules/imports/order-kind.ts — open orders: rows with one number are one order, which is good as a whole or waits as a whole. What is wrong is
 * told as placing tells it; a number that is here already is known.
 */
import { groupBy } from '#domain/group-by.ts'
import { headOf, type OrderHead, type OrderRow, readOrderRow } from '#domain/imports/order-row.ts'
import type { CellProblem } from '#domain/imports/read-cells.ts'
import { startOfDay } from '#platform/clock.ts'
import type { Tx } from '#platform/db.ts'
import type { Refusal } from '#platform/refusal.ts'
import { stableId } from '#platform/stable-id.ts'
import { codesOfCustomers, resolveProducts } from '../catalog/index.ts'
import { foretellOrders, type OrderInput, ordersNumbered, placeInGroups } from '../orders/index.ts'
import { resolveWarehouses } from '../places/index.ts'
import { chunkRows } from './in-turn.ts'
import type { ToJudge } from './judge-rows.ts'
import type { Kind } from './kinds.ts'
import { readingFor } from './mapping-of.ts'
import { orderProblems } from './order-problems.ts'
import { type ImportRow, keysAbove, type SheetRow } from './store.ts'
import type { Verdict } from './store-verdicts.ts'

export type ReadLine = Readonly<{ row: SheetRow; item: OrderRow; problems: readonly CellProblem[] }>
type ReadOrder = Readonly<{ number: string; lines: readonly ReadLine[]; head: OrderHead }>

export const orders: Kind = { judge: judgeOrders, write: writeOrders, keysAreWhole: true }

/** Rows without a number are of no order, each alone. */
function readOrders(of: ImportRow, rows: readonly SheetRow[]): ReadOrder[] {
  const reading = readingFor(of)
  const read = rows.map((row): ReadLine => ({ row, ...readOrderRow(row.cells, reading) }))
  const groups = groupBy(read, ({ item, row }) => item.order || row)
  return [...groups].map(([number, lines]) => {
    const inOrder = lines.toSorted((a, b) => a.row.lineNo - b.row.lineNo)
    const { head, problems } = headOf(inOrder.map(({ row: { lineNo }, item }) => ({ lineNo, head: item.head })))
    const told = inOrder.map((line) => ({
      ...line,
      problems: [...line.problems, ...(problems.get(line.row.lineNo) ?? [])],
    }))
    return { number: typeof number === 'string' ? number : '', lines: told, head }
  })
}

async function judgeOrders(tx: Tx, of: ImportRow, { rows }: ToJudge): Promise<Verdict[]> {
  const read = readOrders(of, rows)
  const numbers = read.flatMap(({ number }) => number || [])
  const here = new Map((await ordersNumbered(tx, numbers)).map(({ id, number }) => [number, id]))
  const open = read.filter(({ number }) => !here.has(number))
  const problems = await problemsIn(tx, of, open)
  const verdicts = new Map(
    read.flatMap(({ number, lines }): [SheetRow, Verdict][] => {
      const id = here.get(number)
      return id
        ? lines.map(({ row }) => [row, { lineNo: row.lineNo, state: 'known', problems: null, becomesId: id }])
        : verdictsOf(lines, problems, stableId('open order', of.id, number))
    }),
  )
  return rows.flatMap((row) => verdicts.get(row) ?? [])
}

type Problems = ReadonlyMap<SheetRow, readonly CellProblem[]>

/** Where one line is wrong, the others of its order wait for it. */
function verdictsOf(lines: readonly ReadLine[], problems: Problems, id: string): [SheetRow, Verdict][] {
  const isWrong = ({ row }: ReadLine) => (problems.get(row) ?? []).length > 0
  const wrong = lines.find(isWrong)
  return lines.map(({ row }) => {
    const { lineNo } = row
    if (!wrong) return [row, { lineNo, state: 'good', problems: null, becomesId: id }]
    const own = problems.get(row) ?? []
    const waits = { column: '', message: `waits for line ${wrong.row.lineNo}, which is of the same order and wrong` }
    return [row, { lineNo, state: 'wrong', problems: own.length > 0 ? [...own] : [waits], becomesId: null }]
  })
}

async function problemsIn(tx: Tx, of: ImportRow, open: readonly ReadOrder[]): Promise<Problems> {
  const codes = await codesIn(tx, open)
  const keys = open.flatMap(({ lines }) => lines[0]?.row.key || [])
  const long = new Set((await keysAbove(tx, of.id, { keys, most: linesMax })).map(({ key }) => key))
  const ownOf = ({ row, item, problems }: ReadLine): readonly CellProblem[] => [
    ...problems,
    ...customerProblems(codes, item.head),
    ...(long.has(row.key) ? [tooLong] : []),
  ]
  const all = open.flatMap(({ lines }) => lines)
  const found = new Map(all.map((line) => [line.row, ownOf(line)]))
  const clear = open.filter(({ lines }) => lines.every(({ row }) => found.get(row)?.length === 0))
  const told = await foretellOrders(tx, await asksOf(tx, clear, codes))
  const products = await resolveProducts(
    tx,
    clear.flatMap(({ lines }) => lines.map(({ item }) => item.line.product)),
  )
  const refused = clear.flatMap(({ lines }, at) => {
    const refusal = told[at]
    return refusal ? orderProblems(refusal, lines, products) : []
  })
  for (const [row, problem] of refused) found.set(row, [...(found.get(row) ?? []), problem])
  return found
}

/** More would not be judged and written together. */
const linesMax = chunkRows - 1
const tooLong: CellProblem = { column: 'order', message: `has more than ${linesMax} lines: part it into several` }

type Codes = ReadonlyMap<string, readonly string[]>

const codesIn = (tx: Tx, read: readonly ReadOrder[]): Promise<Codes> =>
  codesOfCustomers(
    tx,
    read.flatMap(({ lines }) => lines.flatMap(({ item }) => item.head.customer ?? [])),
  )

function customerProblems(codes: Codes, { customer }: OrderHead): CellProblem[] {
  if (customer === undefined) return []
  const found = codes.get(customer) ?? []
  if (found.length === 1) return []
  const message =
    found.length === 0
      ? `names "${customer}", and there is no customer here with that code, e-mail address or name`
      : `names "${customer}", and several are called so: write the code, which is ${found.slice(0, 5).join(' or ')}`
  return [{ column: 'customer', message }]
}

async function asksOf(tx: Tx, read: readonly ReadOrder[], codes: Codes) {
  const warehouses = await resolveWarehouses(tx)
  const [first] = warehouses.values()
  return read.map(({ number, lines, head }) => {
    const zone = warehouses.get(head.warehouse ?? '')?.timeZone ?? first?.timeZone ?? 'UTC'
    const body = { ...bodyOf(number, head, codes), lines: lines.map(({ item }) => item.line) }
    const orderedAt = head.ordered_on === undefined ? {} : { orderedAt: startOfDay(zone, head.ordered_on) }
    const id = lines[0]?.row.becomesId
    return { body: { ...body, ...orderedAt, ...(id ? { id } : {}) }, origin: tx.act }
  })
}

function bodyOf(number: string, head: OrderHead, codes: Codes): Omit<OrderInput, 'lines'> {
  const { customer, ordered_on: _, deliver_on: deliverOn, ship_to: shipTo, postal_code: postalCode, ...rest } = head
  const code = codes.get(customer ?? '')?.[0]
  return {
    number,
    ...rest,
    ...(code === undefined ? {} : { customer: code }),
    ...(deliverOn === undefined ? {} : { deliverOn }),
    ...(shipTo === undefined ? {} : { shipTo }),
    ...(postalCode === undefined ? {} : { postalCode }),
  }
}

/** Those that come together are served as they would have been: by priority, then by age. */
async function writeOrders(tx: Tx, of: ImportRow, rows: readonly SheetRow[]): Promise<(Refusal | null)[]> {
  const read = readOrders(of, rows).toSorted(
    (a, b) =>
      (b.head.priority ?? 0) - (a.head.priority ?? 0) ||
      (a.head.ordered_on ?? '9999').localeCompare(b.head.ordered_on ?? '9999') ||
      (a.lines[0]?.row.lineNo ?? 0) - (b.lines[0]?.row.lineNo ?? 0),
  )
  const told = await placeInGroups(tx, await asksOf(tx, read, await codesIn(tx, read)))
  const refusals = new Map(read.flatMap(({ lines }, at) => lines.map(({ row }) => [row, told[at] ?? null] as const)))
  return rows.map((row) => refusals.get(row) ?? null)
}
