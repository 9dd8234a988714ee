/**
 * server/modules/imports/kinds.ts — one way through for all kinds of files: a row has a key, is judged, and is written.
 */
import type { ImportKind } from '#domain/imports/fields.ts'
import { orderRowKey } from '#domain/imports/order-row.ts'
import { customerRow, supplierRow } from '#domain/imports/partner-row.ts'
import { placeRowKey } from '#domain/imports/place-row.ts'
import { productRowKey } from '#domain/imports/product-row.ts'
import type { Reading } from '#domain/imports/read-cells.ts'
import { shippedRowKey } from '#domain/imports/shipped-row.ts'
import { stockRowKey } from '#domain/imports/stock-row.ts'
import type { Tx } from '#platform/db.ts'
import type { Refusal } from '#platform/refusal.ts'
import { addCustomer, addSupplier, resolveCustomers, resolveSuppliers } from '../catalog/index.ts'
import { judgeRows, type ToJudge, writeStock } from './judge-rows.ts'
import { listKind } from './list-kind.ts'
import { places } from './list-places.ts'
import { products } from './list-products.ts'
import { orders } from './order-kind.ts'
import { shipments } from './shipped-kind.ts'
import type { ImportRow, SheetRow } from './store.ts'
import type { Verdict } from './store-verdicts.ts'

export type Kind = Readonly<{
  /** In the order of the rows; nothing is written. */
  judge(tx: Tx, of: ImportRow, what: ToJudge): Promise<Verdict[]>
  /** Those that were just judged good. A refusal is of its row alone; one that is thrown is of them together. Null where rows are only looked at. */
  write: ((tx: Tx, of: ImportRow, rows: readonly SheetRow[]) => Promise<(Refusal | null)[]>) | null
  /** Once rows are judged: what they tell together, of these keys or of all. */
  lookTogether?(tx: Tx, of: ImportRow, keys: readonly string[] | null): Promise<void>
  /** Rows of one key become one thing, and are never parted. */
  keysAreWhole?: true
}>

export const kinds: Readonly<Record<ImportKind, Kind>> = {
  stock: { judge: judgeRows, write: writeStock },
  products: listKind(products),
  suppliers: listKind({
    read: supplierRow,
    nameOf: ({ code }) => code,
    known: async (tx, rows) =>
      idsOf(
        await resolveSuppliers(
          tx,
          rows.map(({ code }) => code),
        ),
      ),
    foretell: async () => [],
    add: async (tx, supplier) => void (await addSupplier(tx, supplier)),
  }),
  customers: listKind({
    read: customerRow,
    nameOf: ({ code }) => code,
    known: async (tx, rows) =>
      idsOf(
        await resolveCustomers(
          tx,
          rows.map(({ code }) => code),
        ),
      ),
    foretell: async () => [],
    add: async (tx, customer) => void (await addCustomer(tx, customer)),
  }),
  places: listKind(places),
  orders,
  shipments,
}

const idsOf = (found: ReadonlyMap<string, { id: string }>) => (name: string) => found.get(name)?.id

const keys: Readonly<Record<ImportKind, (cells: readonly string[], reading: Reading) => string>> = {
  stock: stockRowKey,
  products: productRowKey,
  suppliers: (cells, { columns }) => (cells[columns.code ?? -1] ?? '').slice(0, 200),
  customers: (cells, { columns }) => (cells[columns.code ?? -1] ?? '').slice(0, 200),
  places: placeRowKey,
  orders: orderRowKey,
  shipments: shippedRowKey,
}

/** Rows with the same key are judged together. */
export const keyOf = (kind: ImportKind, cells: readonly string[], reading: Reading): string =>
  keys[kind](cells, reading)
