import type { Db } from '#platform/db.ts'
import { noFilter, pathList } from './store.ts'

/** Whether the batches of the product began to be tracked while it was in stock. */
export const isIdentified = async (db: Db, productId: string): Promise<boolean> =>
  (await pathList(db, { ...noFilter, productId })).length > 0
