/**
 * server/platform/refusals/storage.ts — where goods may not lie.
 */
import { batchName } from '#domain/batch-code.ts'
import { refuse, type Where } from './refuse.ts'

type Misplaced = Where & {
  sku: string
  batch: string
  place: string
  because: string
  nearest: string | null
  choices: readonly string[]
}

export const storageRefusals = {
  storage_forbids: refuse<Misplaced>(
    409,
    ({ where, sku, batch, place, because, nearest }) =>
      `${where}: ${batchName(batch)} of ${sku} may not lie at ${place}: ${because}. ${
        nearest === null ? 'No other bin of this warehouse takes it.' : `Put it at ${nearest} instead.`
      } Someone of quality, a manager or an owner may put it there all the same, with a reason.`,
  ),
  transfer_no_bin: refuse<{ line: number; sku: string; warehouse: string; because: string }>(
    409,
    ({ line, sku, warehouse, because }) =>
      `Line ${line}: no bin of ${warehouse} takes ${sku}: ${because}. Give the warehouse a zone for such goods, or send them elsewhere.`,
  ),
} as const
