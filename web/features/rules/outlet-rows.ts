/**
 * web/features/rules/outlet-rows.ts — who may have a batch as rows: warehouses of which the same is true share one, and what
 * has to leave first stands on top, what may not go at the bottom.
 */
import type { BatchOutlets } from '../../api/types.ts'
import { spoken } from '../../shared/spoken.ts'

type From = BatchOutlets['destinations'][number]['from'][number]
export type OutletRow<About> = Readonly<{
  about: About
  warehouses: readonly string[]
  may: boolean
  says: string
  lastShipDay: string | null
}>

export function outletRows<About extends Readonly<{ from: readonly From[] }>>(
  outlets: readonly About[],
  batchCode: string,
): OutletRow<About>[] {
  return outlets.flatMap((about) => rowsOf(about, batchCode)).toSorted(byUrgency)
}

function rowsOf<About extends Readonly<{ from: readonly From[] }>>(about: About, code: string): OutletRow<About>[] {
  const alike = new Map<string, OutletRow<About> & { warehouses: string[] }>()
  for (const { warehouseCode, may, says, lastShipDay } of about.from) {
    const key = JSON.stringify([may, says, lastShipDay])
    const row = alike.get(key) ?? { about, warehouses: [], may, says: ofItself(says ?? '', code), lastShipDay }
    row.warehouses.push(warehouseCode)
    alike.set(key, row)
  }
  return [...alike.values()]
}

/** On its own page, the batch is not named in each sentence. */
const ofItself = (says: string, code: string): string =>
  spoken(says.startsWith(`${code}: `) ? says.slice(code.length + 2) : says)

const rank = ({ may, lastShipDay }: OutletRow<unknown>): string => (may ? (lastShipDay ?? 'any day') : 'never')

const byUrgency = (one: OutletRow<unknown>, other: OutletRow<unknown>): number =>
  rank(one) < rank(other) ? -1 : Number(rank(one) > rank(other))
