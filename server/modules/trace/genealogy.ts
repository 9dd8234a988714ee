/**
 * server/modules/trace/genealogy.ts — batches and what was made of which, generation by generation, bounded so that it can be drawn.
 */
import { groupBy } from '#domain/group-by.ts'
import { isExpired } from '#domain/shelf-life.ts'
import { generationsOf } from '#domain/trace/generations.ts'
import { dayIn, type Instant } from '#platform/clock.ts'
import type { Db } from '#platform/db.ts'
import { joinsAsWritten } from '#platform/plans.ts'
import { ancestryOf, batchesOf, linksAmong, withDescendants } from '../batches/index.ts'
import { type ActiveHold, holdsKnownOn } from '../quality/index.ts'
import type { TraceScope } from './scope/shape.ts'
import { reachOf } from './scope/trace.ts'
import { keepersOfHolds, lying } from './store.ts'

/** More are not drawn, however they are gathered: those nearest to what is asked of are kept. */
export const batchesMax = 5000
export const linksMax = 20_000

export const batchStates = ['recalled', 'held', 'expired', 'good'] as const
type State = (typeof batchStates)[number]

/** What is asked of, all that was made of it and all that it was made of. */
export async function genealogy(db: Db, scope: TraceScope, knownOn: Instant | null) {
  await joinsAsWritten(db)
  const roots = await rootsOf(db, scope, knownOn)
  const [below, above] = await Promise.all([withDescendants(db, roots, knownOn), ancestryOf(db, roots, knownOn)])
  const all = [...new Set([...below, ...above.map(({ ancestorId }) => ancestorId)])]
  const links = await linksAmong(db, all, { knownOn, linksMax: linksMax + 1 })
  const generations = generationsOf({ roots, links })
  const generationOf = (id: string) => generations.get(id) ?? 0
  const near = all.toSorted((a, b) => Math.abs(generationOf(a)) - Math.abs(generationOf(b))).slice(0, batchesMax)
  const drawn = new Set(near)
  return {
    batches: (await told(db, near, knownOn)).map((batch) => ({ ...batch, generation: generationOf(batch.batchId) })),
    links: links.slice(0, linksMax).filter(({ parentId, childId }) => drawn.has(parentId) && drawn.has(childId)),
    batchesLeftOut: all.length - near.length,
    linksCut: links.length > linksMax,
  }
}

/** Of units that are named by serial, the batches that they are of. */
async function rootsOf(db: Db, scope: TraceScope, knownOn: Instant | null): Promise<string[]> {
  const { meant } = await reachOf(db, scope, knownOn)
  return [...new Set([...meant.batchIds, ...meant.serials.map(({ batchId }) => batchId)])]
}

async function told(db: Db, batchIds: readonly string[], knownOn: Instant | null) {
  const [batches, here] = await Promise.all([batchesOf(db, batchIds), lying(db, { batchIds, knownOn })])
  const holds = await holdsKnownOn(db, [...new Set(batches.map(({ productId }) => productId))], knownOn)
  const keepers = await keepersOfHolds(db, [...new Set(holds.map(({ number }) => number))])
  const recalls = new Set(keepers.map(({ number }) => number))
  const [hereOf, heldOf] = [groupBy(here, ({ batchId }) => batchId), holdsOf(holds)]
  return batches.map(({ id, code, productId, sku, expiresOn }) => {
    const lies = hereOf.get(id) ?? []
    const today = dayIn(lies.find(({ timeZone }) => timeZone !== null)?.timeZone ?? 'UTC', knownOn ?? db.act.at)
    return {
      batchId: id,
      batchCode: code,
      productId,
      sku,
      expiresOn,
      onHand: lies.reduce((sum, { onHand }) => sum + onHand, 0),
      state: stateOf({ holds: heldOf({ batchId: id, productId }), recalls, isPast: isExpired(expiresOn, today) }),
    }
  })
}

type Judged = Readonly<{ holds: readonly ActiveHold[]; recalls: ReadonlySet<string>; isPast: boolean }>

function stateOf({ holds, recalls, isPast }: Judged): State {
  if (holds.some(({ number }) => recalls.has(number))) return 'recalled'
  if (holds.length > 0) return 'held'
  return isPast ? 'expired' : 'good'
}

/** Those that are on a batch wherever it lies; of one on a place the page of the place tells. */
function holdsOf(holds: readonly ActiveHold[]) {
  const anywhere = holds.filter(({ placeId }) => placeId === null)
  const ofBatch = groupBy(anywhere, ({ batchId }) => batchId)
  const wide = ofBatch.get(null) ?? []
  return ({ batchId, productId }: { batchId: string; productId: string }) => [
    ...(ofBatch.get(batchId) ?? []),
    ...wide.filter((hold) => hold.scope !== 'lot' && (hold.productId === null || hold.productId === productId)),
  ]
}
