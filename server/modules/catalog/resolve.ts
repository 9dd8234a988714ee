/**
 * server/modules/catalog/resolve.ts — finds what a request names by id or by code, many at a time. What is not found is
 * not in the map; the caller says which row named it.
 */
import { groupBy } from '#domain/group-by.ts'
import type { Db } from '#platform/db.ts'
import { found, splitReferences } from '#platform/references.ts'
import {
  type CustomerRow,
  customersByIdOrCode,
  customersCalled,
  type PartnerRow,
  type ProductRow,
  productsByIdOrSku,
  suppliersByIdOrCode,
} from './store.ts'

export async function resolveProducts(db: Db, references: Iterable<string>): Promise<Map<string, ProductRow>> {
  const { ids, codes } = splitReferences(references)
  const rows = ids.length + codes.length > 0 ? await productsByIdOrSku(db, { ids, skus: codes }) : []
  return new Map(rows.flatMap((row) => [[row.id, row] as const, [row.sku, row] as const]))
}

/** Of a filter that may be left out, for an empty list would look like an answer. Refuses `not_found`. */
export const productIdOf = async (db: Db, ref: string | undefined): Promise<string | null> =>
  ref === undefined ? null : found(await resolveProducts(db, [ref]), 'product', ref).id

export async function resolveSuppliers(db: Db, references: Iterable<string>): Promise<Map<string, PartnerRow>> {
  const keys = splitReferences(references)
  const rows = keys.ids.length + keys.codes.length > 0 ? await suppliersByIdOrCode(db, keys) : []
  return new Map(rows.flatMap((row) => [[row.id, row] as const, [row.code, row] as const]))
}

export async function resolveCustomers(db: Db, references: Iterable<string>): Promise<Map<string, CustomerRow>> {
  const keys = splitReferences(references)
  const rows = keys.ids.length + keys.codes.length > 0 ? await customersByIdOrCode(db, keys) : []
  return new Map(rows.flatMap((row) => [[row.id, row] as const, [row.code, row] as const]))
}

/** By code, else by e-mail address or name: the codes of all that are called so. Whoever finds several has to ask. */
export async function codesOfCustomers(db: Db, names: Iterable<string>): Promise<Map<string, readonly string[]>> {
  const all = [...new Set(names)]
  const byCode = await resolveCustomers(db, all)
  const others = all.filter((name) => !byCode.has(name))
  const called =
    others.length === 0 ? [] : await customersCalled(db, [...new Set(others.map((name) => name.toLowerCase()))])
  const codes = groupBy(called, (one) => one.called)
  return new Map(
    all.map((name) => [
      name,
      byCode.has(name) ? [name] : (codes.get(name.toLowerCase()) ?? []).map(({ code }) => code),
    ]),
  )
}
