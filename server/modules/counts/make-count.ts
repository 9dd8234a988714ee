/**
 * server/modules/counts/make-count.ts — what is to be counted is written down: of which goods, in which bins.
 */
import { randomInt } from 'node:crypto'
import { drawn } from '#domain/counts/drawn.ts'
import type { Tx } from '#platform/db.ts'
import { newId } from '#platform/id.ts'
import { nextNumber } from '#platform/numbers.ts'
import { found, splitReferences } from '#platform/references.ts'
import { Refusal } from '#platform/refusal.ts'
import { audit } from '../access/index.ts'
import { notStocked, resolveProducts } from '../catalog/index.ts'
import { resolvePlaces, resolveWarehouses } from '../places/index.ts'
import { abcOf } from './abc.ts'
import { batchesCalled, placesWith } from './lying.ts'
import { type CountRow, insertCount, insertSubjects, insertTasks, type Subject } from './store.ts'

export type NewCount = Readonly<{
  id?: string
  warehouse: string
  of: CountRow['kind']
  bins?: readonly string[]
  products?: readonly string[]
  batches?: readonly string[]
  class?: 'A' | 'B' | 'C'
  classBy?: 'units' | 'value'
  sample?: number
  seed?: number
  blind: boolean
  counter?: string
}>

type Chosen = Readonly<{
  subjects: readonly Subject[]
  placeIds: readonly string[]
  drawnFrom?: number
  seed?: number
}>
type Ask = NewCount & Readonly<{ warehouseId: string }>

/** Refuses `nothing_to_count`, `not_found`, and `invalid_input` naming each field that is missing or unknown. */
export async function makeCount(tx: Tx, ask: NewCount): Promise<string> {
  const warehouse = found(await resolveWarehouses(tx), 'warehouse', ask.warehouse)
  refuseIncomplete(ask)
  const chosen = await choose[ask.of](tx, { ...ask, warehouseId: warehouse.id })
  if (chosen.placeIds.length === 0) throw new Refusal('nothing_to_count', { warehouse: warehouse.code })
  const count: CountRow = {
    id: ask.id ?? newId(),
    number: await nextNumber(tx, 'CT'),
    warehouseId: warehouse.id,
    warehouseCode: warehouse.code,
    kind: ask.of,
    class: ask.of === 'class' ? (ask.class ?? null) : null,
    classBy: ask.of === 'class' ? (ask.classBy ?? 'units') : null,
    sample: ask.of === 'random' ? (ask.sample ?? null) : null,
    seed: chosen.seed ?? null,
    drawnFrom: chosen.drawnFrom ?? null,
    blind: ask.blind,
    counter: ask.counter ?? null,
    madeBy: tx.act.actorName,
    madeAt: tx.act.at,
    closedBy: null,
    closedAt: null,
    closeReason: null,
  }
  await insertCount(tx, count)
  await insertSubjects(tx, count.id, chosen.subjects)
  await insertTasks(tx, count.id, chosen.placeIds)
  const { number, kind, blind, counter, seed } = count
  const after = { number, warehouse: warehouse.code, kind, blind, counter, seed, bins: chosen.placeIds.length }
  audit(tx, { action: 'count.make', subjectKind: 'count', subjectId: count.id, after })
  return count.id
}

const neededOf = { bins: null, products: 'products', batches: 'batches', class: 'class', random: 'sample' } as const

function refuseIncomplete(ask: NewCount): void {
  const field = neededOf[ask.of]
  if (field === null || ask[field] !== undefined) return
  throw new Refusal('invalid_input', { problems: [{ at: field, message: `must say what is counted` }] })
}

const choose: Readonly<Record<CountRow['kind'], (tx: Tx, ask: Ask) => Promise<Chosen>>> = {
  bins: async (tx, ask) => ({
    subjects: [],
    placeIds: ask.bins ? await binsNamed(tx, ask, ask.bins) : await filled(tx, ask),
  }),
  products: async (tx, ask) => ofProducts(tx, ask, await productsNamed(tx, ask.products ?? [])),
  batches: ofBatches,
  class: async (tx, ask) => {
    const rows = await abcOf(tx, { warehouseId: ask.warehouseId, by: ask.classBy ?? 'units' })
    const wanted = rows.filter((row) => row.class === ask.class)
    return ofProducts(
      tx,
      ask,
      wanted.map(({ productId }) => productId),
    )
  },
  random: async (tx, ask) => {
    const bins = await filled(tx, ask)
    const seed = ask.seed ?? randomInt(2 ** 31)
    return { subjects: [], placeIds: drawn(bins, { count: ask.sample ?? 0, seed }), drawnFrom: bins.length, seed }
  },
}

const filled = async (tx: Tx, { warehouseId }: Ask) =>
  (await placesWith(tx, { warehouseId, productIds: null, batchIds: null })).map(({ id }) => id)

/** The bins named, and where boxes lie in them, which is a place of its own. */
async function binsNamed(tx: Tx, { warehouseId }: Ask, bins: readonly string[]): Promise<string[]> {
  const placeOf = await resolvePlaces(
    tx,
    bins.map((place) => ({ warehouseId, place })),
  )
  const problems = bins.flatMap((place, at) =>
    placeOf({ warehouseId, place })
      ? []
      : [{ at: `bins[${at}]`, message: `there is no place "${place}" in this warehouse` }],
  )
  if (problems.length > 0) throw new Refusal('invalid_input', { problems })
  const ids = bins.flatMap((place) => placeOf({ warehouseId, place })?.id ?? [])
  const boxes = await tx<{ id: string }[]>`
    select distinct p.id from places.place p join stock.balance s on s.account_id = p.account_id and s.place_id = p.id
    where p.account_id = ${tx.act.accountId} and p.bin_id = any(${ids}::uuid[])`
  return [...new Set([...ids, ...boxes.map(({ id }) => id)])]
}

async function productsNamed(tx: Tx, names: readonly string[]): Promise<string[]> {
  const products = await resolveProducts(tx, names)
  const problems = names.flatMap((name, at) => {
    const product = products.get(name)
    if (product && !product.isKit) return []
    const message = product ? notStocked(product, 'count') : `there is no product "${name}"`
    return [{ at: `products[${at}]`, message }]
  })
  if (problems.length > 0) throw new Refusal('invalid_input', { problems })
  return [...new Set([...products.values()].map(({ id }) => id))]
}

async function ofProducts(tx: Tx, { warehouseId }: Ask, productIds: readonly string[]): Promise<Chosen> {
  const places = await placesWith(tx, { warehouseId, productIds, batchIds: null })
  return {
    subjects: productIds.map((productId) => ({ productId, batchId: null })),
    placeIds: places.map(({ id }) => id),
  }
}

/** A code that several products have means the batches of all. */
async function ofBatches(tx: Tx, { warehouseId, batches: names = [] }: Ask): Promise<Chosen> {
  const rows = await batchesCalled(tx, splitReferences(names))
  const problems = names.flatMap((name, at) =>
    rows.some((row) => row.name === name) ? [] : [{ at: `batches[${at}]`, message: `there is no batch "${name}"` }],
  )
  if (problems.length > 0) throw new Refusal('invalid_input', { problems })
  const batches = [...new Map(rows.map((row) => [row.id, row])).values()]
  const places = await placesWith(tx, { warehouseId, productIds: null, batchIds: batches.map(({ id }) => id) })
  return {
    subjects: batches.map(({ id, productId }) => ({ productId, batchId: id })),
    placeIds: places.map(({ id }) => id),
  }
}
