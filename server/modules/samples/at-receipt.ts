import { samplesWanting } from '#domain/samples.ts'
import type { Origin, Tx } from '#platform/db.ts'
import { Refusal } from '#platform/refusal.ts'
import type { BatchRow } from '../batches/index.ts'
import type { PlaceRow } from '../places/index.ts'
import { takenOf } from './store.ts'
import { rulesByProduct, type SampleAsk, serialIdsOf, takeSamples } from './take-samples.ts'

export type Arrived = Readonly<{
  where: string
  receiptId: string
  warehouseId: string
  sku: string
  batch: BatchRow
  place: PlaceRow
  quantity: number
  condition: 'good' | 'damaged'
  serials: readonly string[]
  sample: number | null // as the line says; null where it says nothing
  origin: Origin
}>

/**
 * Of what just came to lie in the bins, the samples that its line names, and where it names none those that the rule of the product still
 * wants of the batch: of good and loose units, as many as there are. Of units with serials the first ones are kept. The products
 * must be locked. Refuses `sample_in_boxes` and what `takeSamples` refuses.
 */
export async function samplesAtReceipt(tx: Tx, arrived: readonly Arrived[]): Promise<void> {
  const rules = await rulesByProduct(
    tx,
    arrived.map(({ batch }) => batch.productId),
  )
  if (rules.size === 0 && arrived.every(({ sample }) => sample === null)) return
  const ruled = arrived.filter(({ batch }) => rules.has(batch.productId))
  const taken = new Map(
    ruled.length === 0
      ? []
      : (await takenOf(tx, [...new Set(ruled.map(({ batch }) => batch.id))])).map(({ batchId, units }) => [
          batchId,
          units,
        ]),
  )
  const asks: SampleAsk[] = []
  for (const line of arrived) {
    const before = taken.get(line.batch.id) ?? 0
    const quantity = line.sample ?? wanting(line, rules.get(line.batch.productId)?.units ?? 0, before)
    if (quantity === 0) continue
    if (line.place.packOf !== null)
      throw new Refusal('sample_in_boxes', { where: line.where, sku: line.sku, sample: quantity })
    taken.set(line.batch.id, before + quantity)
    asks.push(await askOf(tx, line, quantity))
  }
  await takeSamples(tx, asks)
}

const wanting = ({ condition, place, quantity }: Arrived, units: number, taken: number): number =>
  condition === 'damaged' || place.packOf !== null ? 0 : samplesWanting(units, taken, quantity)

async function askOf(tx: Tx, line: Arrived, quantity: number): Promise<SampleAsk> {
  const { where, batch, place, warehouseId, receiptId, origin } = line
  const serials = line.serials.slice(0, quantity)
  const own = { where, batch, from: place, warehouseId, receiptId, quantity, origin }
  const named = serials.length > 0 ? { serialIds: await serialIdsOf(tx, batch, serials) } : {}
  return { ...own, ...named, dueOn: null, keptAt: null, note: null }
}
