/**
 * server/test/traced/maker.ts — a maker with two warehouses who receives, makes, sends, takes back, carries, and thinks better of it, one thing after the other, each
 * at a moment of its own; every answer is written into a book. Jobs do not run, so nothing happens of which no answer tells.
 */
import type { Dice } from '../hostile.ts'
import type { Json, World } from '../world.ts'
import { asOf, type Book, lyingIn, type Went } from './book.ts'

export type Doing = Readonly<{ what: string; undo(at: string): void; id: string }>
export type Maker = {
  world: World
  roll: Dice
  book: Book
  places: Map<string, string> // `CHI A` by id
  codes: Map<string, string>
  productOf: Map<string, string>
  receipts: Map<string, string[]>
  numbers: Map<string, string> // of orders
  shipments: { id: string; orderId: string; went: Went[] }[]
  onTheWay: { id: string; to: string; line: number; batchId: string; quantity: number }[]
  runs: Doing[]
  repairs: Doing[]
  done: Map<string, number>
}

export const bought = ['P0', 'P1', 'P2']
export const made = ['M0', 'M1']
const bins = ['A', 'B']
const customers = ['C0', 'C1', 'C2']

export async function openMaker(world: World, roll: Dice): Promise<Maker> {
  await world.post('/v1/warehouses', { code: 'DAL', name: 'Dallas', timeZone: 'America/Chicago' })
  const { items: warehouses } = await world.get('/v1/warehouses')
  for (const { id } of warehouses)
    await world.post('/v1/places', { places: bins.map((code) => ({ warehouseId: id, code })) })
  const codeOf = new Map<string, string>(warehouses.map(({ id, code }: Json) => [id, code]))
  const { items } = await world.get('/v1/places?limit=500')
  const inside = items.filter(({ warehouseId }: Json) => warehouseId !== null)
  const rotations = ['fefo', 'fifo', 'lifo']
  for (const [at, sku] of [...bought, ...made].entries())
    await world.post('/v1/products', { sku, name: sku, dates: 'optional', rotation: rotations[at % 3] })
  for (const code of customers) await world.post('/v1/customers', { code, name: code })
  return {
    world,
    roll,
    book: { went: [], became: [] },
    places: new Map(inside.map(({ id, warehouseId, code }: Json) => [id, `${codeOf.get(warehouseId) ?? ''} ${code}`])),
    codes: new Map(),
    productOf: new Map(),
    receipts: new Map(),
    numbers: new Map(),
    shipments: [],
    onTheWay: [],
    runs: [],
    repairs: [],
    done: new Map(),
  }
}

/** What is answered, or null where it is refused with words. */
export async function asked(maker: Maker, what: string, [url, body]: readonly [string, Json]): Promise<Json> {
  const { status, body: answer, text } = await maker.world.call('POST', url, body)
  if (status >= 500 || (status >= 300 && !answer.detail)) throw new Error(`${url} ${JSON.stringify(body)} → ${text}`)
  const name = `${what} ${status < 300 ? 'done' : answer.code}`
  maker.done.set(name, (maker.done.get(name) ?? 0) + 1)
  return status < 300 ? answer : null
}

type NewWent = Pick<Went, 'batchId' | 'from' | 'to' | 'quantity'> & { orderId?: string }

export function wrote({ book, world }: Maker, rows: readonly NewWent[]): Went[] {
  const at = world.clock.now()
  const went = rows.map((row) => ({ orderId: null, ...row, at, undoneAt: null }))
  book.went.push(...went)
  return went
}

/** `batchId` became each of `others`. */
export function became({ book, world }: Maker, pairs: readonly (readonly [string, string])[], isOne: boolean) {
  const at = world.clock.now()
  const links = pairs.map(([batchId, otherId]) => ({ at, batchId, otherId, isOne, undoneAt: null as string | null }))
  book.became.push(...links)
  return links
}

export const undoing =
  (...rows: readonly { undoneAt: string | null }[][]) =>
  (at: string) => {
    for (const row of rows.flat()) row.undoneAt = at
  }

export function knows(maker: Maker, { batchId, batchCode, sku }: Json): void {
  maker.codes.set(batchId, batchCode)
  maker.productOf.set(batchId, sku)
}

export type Lies = Readonly<{ batchId: string; warehouse: string; bin: string; placeId: string; quantity: number }>

/** As the book has it. */
export function lying(maker: Maker): Lies[] {
  const idOf = new Map([...maker.places].map(([id, name]) => [name, id]))
  return [...lyingIn(asOf(maker.book, maker.world.clock.now()))].flatMap(([key, quantity]) => {
    const [batchId = '', warehouse = '', bin = ''] = key.split(' ')
    return bin === '' ? [] : [{ batchId, warehouse, bin, placeId: idOf.get(`${warehouse} ${bin}`) ?? '', quantity }]
  })
}

export const someOf = <T>(roll: Dice, rows: readonly T[]): T | undefined =>
  rows.length > 0 ? roll.of(rows) : undefined
export const nameOf = ({ warehouse, bin }: Pick<Lies, 'warehouse' | 'bin'>) => `${warehouse} ${bin}`
export const anyBin = ({ roll }: Maker) => ({ warehouse: roll.of(['CHI', 'DAL']), bin: roll.of(bins) })
export const anyCustomer = ({ roll }: Maker) => roll.of([...customers, null])
