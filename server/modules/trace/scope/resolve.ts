/**
 * server/modules/trace/scope/resolve.ts — from how goods are named to the batches and serials that are meant.
 */
import { type ScopeKind, type ScopePart, scopeProblems } from '#domain/trace/scope.ts'
import type { Db } from '#platform/db.ts'
import { found } from '#platform/references.ts'
import { Refusal } from '#platform/refusal.ts'
import { batchesOf, batchIdsOfLot, lotByRef } from '../../batches/index.ts'
import { productIdOf, resolveSuppliers } from '../../catalog/index.ts'
import { resolvePlaces, resolveWarehouses } from '../../places/index.ts'
import type { TraceScope } from './shape.ts'
import {
  batchesOfProduct,
  batchesOfReceipt,
  batchesOfSupplierLot,
  batchesThatLay,
  placesWithin,
  serialsBetween,
} from './store.ts'

export type NamedSerial = Readonly<{ serialId: string; batchId: string; code: string }>
/**
 * `batchIds` are meant as a whole; of the batches of `serials` only those units. `undatedIds` are among the batches, and are there because nobody knows
 * when they were made.
 */
export type Meant = Readonly<{
  batchIds: readonly string[]
  serials: readonly NamedSerial[]
  undatedIds: readonly string[]
}>

/**
 * What is named, before anything that was made of it. Refuses `invalid_input` naming every part and field that is wrong, and `not_found` for what is named and is not
 * there; a part that names nothing, as a supplier's lot nobody received, is empty and no error.
 */
export async function whatIsMeant(db: Db, { parts, except = [] }: TraceScope): Promise<Meant> {
  const problems = parts.flatMap((part, index) =>
    scopeProblems(part).map(({ at, message }) => ({ at: `parts[${index}].${at}`, message })),
  )
  if (problems.length > 0) throw new Refusal('invalid_input', { problems })
  const out = new Set(except)
  const each = await Promise.all(parts.map((part) => meaning[part.kind](db, part)))
  const ids = (of: (one: Partial<Meant>) => readonly string[] | undefined) => [
    ...new Set(each.flatMap((one) => of(one) ?? []).filter((id) => !out.has(id))),
  ]
  const batchIds = ids((one) => one.batchIds)
  const serials = each.flatMap((one) => one.serials ?? [])
  return {
    batchIds,
    serials: serials.filter(({ batchId }) => !out.has(batchId) && !batchIds.includes(batchId)),
    undatedIds: ids((one) => one.undatedIds),
  }
}

type Meaning = (db: Db, part: ScopePart) => Promise<Partial<Meant>>

const meaning: Readonly<Record<ScopeKind, Meaning>> = {
  async batch(db, { batch = '' }) {
    if ((await batchesOf(db, [batch])).length === 0) throw new Refusal('not_found', { kind: 'batch', id: batch })
    return { batchIds: [batch] }
  },
  async lot(db, { lot = '' }) {
    return { batchIds: idsOf(await batchIdsOfLot(db, (await lotByRef(db, lot)).id)) }
  },
  async serials(db, { product, serialFrom = '', serialTo = serialFrom }) {
    const productId = (await productIdOf(db, product)) ?? ''
    return { serials: await serialsBetween(db, { productId, from: serialFrom, to: serialTo }) }
  },
  async supplier_lot(db, { supplierLot = '', supplier }) {
    return {
      batchIds: idsOf(
        await batchesOfSupplierLot(db, { code: supplierLot, supplierId: await supplierIdOf(db, supplier) }),
      ),
    }
  },
  async product(db, { product, supplier, producedFrom = null, producedTo = null }) {
    const productId = (await productIdOf(db, product)) ?? ''
    const window = { from: producedFrom, to: producedTo }
    const rows = await batchesOfProduct(db, { productId, supplierId: await supplierIdOf(db, supplier), ...window })
    return { batchIds: idsOf(rows), undatedIds: idsOf(rows.filter(({ undated }) => undated)) }
  },
  async receipt(db, { receipt = '', product }) {
    const [rows, productId] = await Promise.all([batchesOfReceipt(db, receipt), productIdOf(db, product)])
    if (!rows) throw new Refusal('not_found', { kind: 'receipt', id: receipt })
    return { batchIds: idsOf(rows.filter((row) => productId === null || row.productId === productId)) }
  },
  place: whatLay,
}

async function whatLay(db: Db, { warehouse, place, product, from = '', to = '' }: ScopePart): Promise<Partial<Meant>> {
  const warehouses = await resolveWarehouses(db)
  const within = found(warehouses, 'warehouse', warehouse)
  const placeId = place === undefined ? null : await placeIdOf(db, place, { warehouses, within })
  const places = await placesWithin(db, { warehouseId: within?.id ?? null, placeId })
  const placeIds = places.map(({ id }) => id)
  return {
    batchIds: idsOf(await batchesThatLay(db, { placeIds, productId: await productIdOf(db, product), from, to })),
  }
}

type Where = Readonly<{ warehouses: Awaited<ReturnType<typeof resolveWarehouses>>; within: { id: string } | null }>

/** A code may stand for a bin in several warehouses: then the warehouse is needed. */
async function placeIdOf(db: Db, place: string, { warehouses, within }: Where): Promise<string> {
  const ids = within ? [within.id] : [...new Set([...warehouses.values()].map(({ id }) => id))]
  const placeOf = await resolvePlaces(
    db,
    ids.map((warehouseId) => ({ warehouseId, place })),
  )
  const [one, ...others] = ids.flatMap((warehouseId) => placeOf({ warehouseId, place })?.id ?? [])
  if (one === undefined) throw new Refusal('not_found', { kind: 'place', id: place })
  if (others.length === 0) return one
  throw new Refusal('invalid_input', {
    problems: [{ at: 'warehouse', message: `is needed: ${ids.length} warehouses have a bin ${place}` }],
  })
}

const idsOf = (rows: readonly { batchId: string }[]) => rows.map(({ batchId }) => batchId)

const supplierIdOf = async (db: Db, ref: string | undefined): Promise<string | null> =>
  ref === undefined ? null : found(await resolveSuppliers(db, [ref]), 'supplier', ref).id
