/**
 * server/modules/identifying/identify-units.ts — somebody read the labels of goods without batch, and says which batch they are.
 */
import type { Tx } from '#platform/db.ts'
import { found } from '#platform/references.ts'
import { Refusal } from '#platform/refusal.ts'
import { serveBackOrders } from '../allocation/index.ts'
import { lockProducts, type ProductRow, resolveProducts } from '../catalog/index.ts'
import { type LyingRow, lyingWithPicked } from '../fulfilment/index.ts'
import { type PlaceRow, placesById, placesByIdOrCode } from '../places/index.ts'
import { identifyParts, releaseForbidden } from './identify-parts.ts'
import { batchesCalled } from './lying.ts'
import { pathById } from './path-detail.ts'
import { batchesMeant, type Placed, type SaidBatch } from './read-batches.ts'
import type { PathRow } from './store.ts'

export type UnitsAsk = Readonly<{
  lines: readonly (SaidBatch & Readonly<{ place: string; quantity: number }>)[]
}>

/** A path that is not given up. Refuses `not_found`, `identify_given_up`. */
export async function openPath(tx: Tx, id: string): Promise<PathRow> {
  const seen = await pathById(tx, id)
  await lockProducts(tx, [seen.productId])
  const path = await pathById(tx, id)
  if (path.givenUpAt !== null) throw new Refusal('identify_given_up', { sku: path.sku, by: path.givenUpBy ?? '' })
  return path
}

/**
 * They become those batches where they lie, their promises go along as far as the rules allow, and who waits is offered what can be sold now.
 * Answers with the ids of what was identified. Refuses `identify_given_up`, `invalid_input` naming each line, `ambiguous`, `identify_bin` unless `different`, and what `batchesMeant` and
 * `identifyParts` refuse.
 */
export async function identifyUnits(tx: Tx, pathId: string, { lines }: UnitsAsk): Promise<string[]> {
  const path = await openPath(tx, pathId)
  const product = found(await resolveProducts(tx, [path.productId]), 'product', path.productId)
  const places = await placesMeant(tx, path, lines)
  const placed = lines.map((line, at) => ({ ...line, where: `Line ${at + 1}`, at: `lines[${at}].batch` }))
  await refuseBins(tx, product, placed)
  const batches = await batchesMeant(tx, product, placed)
  const parts = placed.flatMap(({ where, quantity }, at) => {
    const [place, batch] = [places[at], batches[at]]
    return place && batch ? [{ where, place, quantity, intoBatchId: batch.id }] : []
  })
  const ids = await identifyParts(tx, { path, parts, foundBy: 'label', documentId: null })
  const released = await releaseForbidden(
    tx,
    batches.map(({ id }) => id),
  )
  await serveBackOrders(tx, [path.productId], { cause: 'correction', concerned: released })
  return ids
}

/** Whoever scans the wrong bin has named no batch. */
async function refuseBins(tx: Tx, { id, sku }: ProductRow, said: readonly Placed<SaidBatch>[]): Promise<void> {
  const asked = said.filter(({ different }) => different !== true)
  const bins = await placesByIdOrCode(tx, { ids: [], codes: asked.map(({ batch }) => batch.trim()) })
  if (bins.length === 0) return
  const codes = new Set(bins.map(({ code }) => code))
  const known = new Set((await batchesCalled(tx, id, [...codes])).map(({ called }) => called))
  const wrong = asked.find(({ batch }) => codes.has(batch.trim()) && !known.has(batch.trim()))
  if (!wrong) return
  const { where, batch } = wrong
  throw new Refusal('identify_bin', { where, bin: batch.trim(), sku, choices: ['scan_label', 'different'] })
}

/** Among the places where goods without batch lie: by id, or by a code that is theirs alone. */
async function placesMeant(tx: Tx, path: PathRow, lines: UnitsAsk['lines']): Promise<PlaceRow[]> {
  const lying = (await lyingWithPicked(tx, path.batchId)).filter(({ warehouseId }) => warehouseId !== null)
  const problems: { at: string; message: string }[] = []
  const ids = lines.map(({ place }, index) => {
    const meant = lying.filter(({ placeId, placeCode }) => placeId === place || placeCode === place)
    if (meant.length > 1) throw ambiguous(`Line ${index + 1}`, place, meant)
    if (!meant[0])
      problems.push({
        at: `lines[${index}].place`,
        message: `is "${place}", where no ${path.sku} lies without a batch`,
      })
    return meant[0]?.placeId ?? ''
  })
  if (problems.length > 0) throw new Refusal('invalid_input', { problems })
  const rows = new Map((await placesById(tx, ids)).map((row) => [row.id, row]))
  return ids.flatMap((id) => rows.get(id) ?? [])
}

const ambiguous = (where: string, name: string, meant: readonly LyingRow[]) =>
  new Refusal('ambiguous', {
    where,
    name,
    candidates: meant.map(({ placeId, placeCode, warehouseCode }) => ({
      id: placeId,
      says: `${placeCode} in ${warehouseCode}`,
    })),
  })
