/**
 * server/modules/identifying/identify-parts.ts — units without batch become a known batch where they lie.
 */
import { dayIn } from '#platform/clock.ts'
import type { Tx } from '#platform/db.ts'
import { newId } from '#platform/id.ts'
import { Refusal } from '#platform/refusal.ts'
import { auditMany } from '../access/index.ts'
import { releaseUnfit } from '../allocation/index.ts'
import { type BatchRow, batchesById, linkIdentified, markReceived } from '../batches/index.ts'
import { type LyingRow, lyingWithPicked } from '../fulfilment/index.ts'
import { type PlaceRow, resolveWarehouses } from '../places/index.ts'
import { heldUntilNow } from '../quality/index.ts'
import { becomeBatch, chooseAsWell, reservationsOf } from '../stock/index.ts'
import { pickedPromises } from './lying.ts'
import { type FoundBy, identifiedSums, insertCandidates, insertIdentified } from './store.ts'

export type Part = Readonly<{ where: string; intoBatchId: string; place: PlaceRow; quantity: number }>
export type Identifying = Readonly<{
  path: Readonly<{ id: string; productId: string; batchId: string; sku: string }>
  parts: readonly Part[]
  foundBy: FoundBy
  documentId: string | null
}>

/**
 * Answers with the id of each part. What is promised of them stays promised; what lies picked stays what it was. The product must be locked. Refuses
 * `identify_beyond`, `identify_frees_held`, and what `becomeBatch` refuses.
 */
export async function identifyParts(tx: Tx, { path, parts, foundBy, documentId }: Identifying): Promise<string[]> {
  if (parts.length === 0) return []
  refuseBeyond(path.sku, parts, await lyingWithPicked(tx, path.batchId))
  await refuseFreeing(tx, path, parts)
  const batchIds = [...new Set(parts.map(({ intoBatchId }) => intoBatchId))]
  const batches = new Map((await batchesById(tx, batchIds)).map((row) => [row.id, row]))
  await markOld(tx, path.batchId, { parts, batches })
  const rows = parts.map((part) => ({ id: newId(), part }))
  const placeIds = [...new Set(parts.map(({ place }) => place.id))]
  await becomeBatch(
    tx,
    rows.map(({ id, part }) => ({
      ...part,
      productId: path.productId,
      batchId: path.batchId,
      document: { kind: 'identification', id, lineId: null },
      note: null,
    })),
    await pickedPromises(tx, path.batchId, placeIds),
  )
  await chooseAsWell(
    tx,
    batchIds.map((intoBatchId) => ({ batchId: path.batchId, intoBatchId })),
  )
  await insertIdentified(
    tx,
    rows.map(({ id, part: { intoBatchId: batchId, place, quantity } }) => {
      return { id, pathId: path.id, batchId, placeId: place.id, quantity, foundBy, documentId }
    }),
  )
  await insertCandidates(tx, path.id, batchIds)
  await linkAnew(tx, path, batchIds)
  auditMany(
    tx,
    rows.map(({ id, part: { intoBatchId, place, quantity } }) => ({
      action: 'identification.identify',
      subjectKind: 'identification',
      subjectId: path.id,
      after: { of: id, product: path.sku, batch: batches.get(intoBatchId)?.code, place: place.code, quantity },
    })),
  )
  return rows.map(({ id }) => id)
}

function refuseBeyond(sku: string, parts: readonly Part[], lying: readonly LyingRow[]): void {
  const asked = new Map<string, number>()
  for (const { where, place, quantity } of parts) {
    const all = (asked.get(place.id) ?? 0) + quantity
    asked.set(place.id, all)
    const { onHand: there, picked } = lying.find(({ placeId }) => placeId === place.id) ?? { onHand: 0, picked: 0 }
    if (all > there - picked)
      throw new Refusal('identify_beyond', { where, sku, place: place.code, asked: all, there, picked })
  }
}

async function refuseFreeing(tx: Tx, path: Identifying['path'], parts: readonly Part[]): Promise<void> {
  const becoming = parts.map(({ intoBatchId, place }) => ({
    productId: path.productId,
    placeId: place.id,
    fromBatchId: path.batchId,
    toBatchId: intoBatchId,
  }))
  const freed = await heldUntilNow(tx, becoming)
  if (!freed) return
  const { where, place } = parts.find((one) => one.place.id === freed.part.placeId) ?? {
    where: '',
    place: { code: '' },
  }
  const { number: hold, reason } = freed.hold
  throw new Refusal('identify_frees_held', { where, sku: path.sku, place: place.code, hold, reason, role: tx.act.role })
}

type Old = Readonly<{ parts: readonly Part[]; batches: ReadonlyMap<string, BatchRow> }>

/** A batch that never arrived under its own code has been here as long as the goods that it was among. */
async function markOld(tx: Tx, unknownId: string, { parts, batches }: Old): Promise<void> {
  const [unknown] = await batchesById(tx, [unknownId])
  const warehouses = await resolveWarehouses(tx)
  const fresh = parts.filter(({ intoBatchId }) => {
    const { firstReceivedOn = null, createdAt = null } = batches.get(intoBatchId) ?? {}
    return firstReceivedOn === null || createdAt === tx.act.at
  })
  await markReceived(
    tx,
    fresh.map(({ intoBatchId: batchId, place }) => {
      const zone = warehouses.get(place.warehouseId ?? '')?.timeZone ?? 'UTC'
      return { batchId, day: unknown?.firstReceivedOn ?? dayIn(zone, tx.act.at) }
    }),
  )
}

/** The link to the goods without batch says how many stand. */
export async function linkAnew(
  tx: Tx,
  path: Pick<Identifying['path'], 'id' | 'batchId'>,
  batchIds: readonly string[],
): Promise<void> {
  const sums = await identifiedSums(tx, path.id)
  for (const childId of batchIds) {
    const own = sums.filter(({ batchId }) => batchId === childId)
    const quantity = own.reduce((sum, row) => sum + row.quantity, 0)
    await linkIdentified(tx, { childId, parentId: path.batchId }, quantity)
  }
}

/**
 * Of the lines that have some of these batches, what the rules do not let them have now that it is known what it is, is given back. Answers with
 * the lines that lost something. The product must be locked.
 */
export async function releaseForbidden(tx: Tx, batchIds: readonly string[]): Promise<string[]> {
  const touched = await reservationsOf(tx, { batchIds })
  if (touched.length === 0) return []
  const demandIds = [...new Set(touched.map(({ demandId }) => demandId))]
  return releaseUnfit(tx, await reservationsOf(tx, { demandIds }))
}
