/**
 * server/modules/counts/identify-counted.ts — goods without batch that a count found under the batch on their label become that batch, instead of a
 * shrinkage and a surplus.
 */
import { groupBy } from '#domain/group-by.ts'
import type { Tx } from '#platform/db.ts'
import { audit } from '../access/index.ts'
import {
  type IdentifiedPart,
  identifyParts,
  type PathOfProduct,
  pathsOfProducts,
  releaseForbidden,
} from '../identifying/index.ts'
import { type PlaceRow, placesById } from '../places/index.ts'
import type { Difference } from './differences.ts'
import { type Lying, lyingIn } from './lying.ts'
import { type CountRow, insertIdentifications } from './store.ts'

/** Differences that are booked, with the batch of each. */
export type Chosen = Readonly<{ chosen: readonly Difference[]; batchIds: readonly string[]; reason: string }>

export const whereOf = (row: Difference) => `${row.sku} at ${row.placeCode}`
const binOf = ({ taskId, productId }: Difference) => `${taskId} ${productId}`

/** Of a line that identifies, all that do so in its bin. */
export function partners(rows: readonly Difference[]): (row: Difference) => readonly Difference[] {
  const identifying = rows.filter(({ identifies }) => identifies > 0)
  const bins = groupBy(identifying, binOf)
  return (row) => (row.identifies > 0 ? (bins.get(binOf(row)) ?? []) : [])
}

/**
 * As many as still lie there and are not picked: what left since the tally left without a batch, and is neither missing nor too many. Answers with
 * the demands that lost their promise by what it turned out to be. Refuses what `identifyParts` refuses.
 */
export async function identifyCounted(
  tx: Tx,
  { id: countId, number }: CountRow,
  { chosen, batchIds, reason }: Chosen,
): Promise<string[]> {
  const lines = chosen.flatMap((row, at) => (row.identifies > 0 ? [{ row, batchId: batchIds[at] ?? '' }] : []))
  if (lines.length === 0) return []
  const placeIds = [...new Set(lines.map(({ row }) => row.placeId))]
  const [paths, places, lying] = await Promise.all([
    pathsOfProducts(tx, [...new Set(lines.map(({ row }) => row.productId))]),
    placesById(tx, placeIds),
    lyingIn(tx, placeIds),
  ])
  const found = paths.flatMap((path) => foundOf(path, lines, lying))
  for (const path of paths) {
    const parts = found.flatMap((one) => (one.path === path ? partOf(one, places) : []))
    await identifyParts(tx, { path, parts, foundBy: 'count', documentId: countId })
  }
  await insertIdentifications(tx, settled(lines, found))
  const identified = sumOf(found)
  audit(tx, { action: 'count.book', subjectKind: 'count', subjectId: countId, after: { number, identified }, reason })
  return releaseForbidden(
    tx,
    found.map(({ batchId }) => batchId),
  )
}

type Line = Readonly<{ row: Difference; batchId: string }>
type Found = Line & Readonly<{ path: PathOfProduct; quantity: number }>

/** Bin by bin, of the known batches that were found there, so many as goods without batch are left. */
function foundOf(path: PathOfProduct, lines: readonly Line[], lying: readonly Lying[]): Found[] {
  const own = lines.filter(({ row, batchId }) => row.productId === path.productId && batchId !== path.batchId)
  return [...groupBy(own, ({ row }) => row.placeId)].flatMap(([placeId, group]) => {
    let left = lying.find((one) => one.placeId === placeId && one.batchId === path.batchId)?.quantity ?? 0
    return group.map((line): Found => {
      const quantity = Math.min(line.row.identifies, left)
      left -= quantity
      return { ...line, path, quantity }
    })
  })
}

function partOf({ row, batchId: intoBatchId, quantity }: Found, places: readonly PlaceRow[]): IdentifiedPart[] {
  const place = places.find(({ id }) => id === row.placeId)
  return place && quantity > 0 ? [{ where: whereOf(row), intoBatchId, place, quantity }] : []
}

/** What came of each line: of the goods without batch, what was found of all batches in the bin. */
function settled(lines: readonly Line[], found: readonly Found[]) {
  const bins = groupBy(found, ({ row }) => binOf(row))
  const of = ({ row }: Line) => found.find((one) => one.row === row)?.quantity ?? sumOf(bins.get(binOf(row)) ?? [])
  return lines.map((line) => ({ lineId: line.row.id, quantity: of(line) }))
}

const sumOf = (found: readonly Found[]) => found.reduce((sum, { quantity }) => sum + quantity, 0)
