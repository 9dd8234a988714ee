import type { PlaceKind } from '#domain/ledger.ts'
import type { Tx } from '#platform/db.ts'

export type StockMoved = Readonly<{
  where: string
  batchId: string
  productId: string
  from: Readonly<{ id: string; kind: PlaceKind }>
  to: Readonly<{ id: string; kind: PlaceKind }>
}>

/** What later modules have to say when people move stock by hand; wired in app.ts. */
export type StockHooks = Readonly<{
  /** Refuses what must not be moved there. */
  before(tx: Tx, moves: readonly StockMoved[]): Promise<void>
  /** Holds go along with the goods. */
  after(tx: Tx, moves: readonly StockMoved[]): Promise<void>
  /** Offers what became available to back orders. */
  offer(tx: Tx, productIds: readonly string[]): Promise<void>
}>
