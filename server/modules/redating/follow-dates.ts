/**
 * server/modules/redating/follow-dates.ts — a batch was dated anew, and so is what was opened, frozen or thawed of it.
 */
import { redate } from '#domain/redating.ts'
import type { Db, Tx } from '#platform/db.ts'
import { enqueue } from '#platform/jobs.ts'
import { type BatchRow, batchesById, oneWith, redateDerived } from '../batches/index.ts'
import { lockProducts } from '../catalog/index.ts'
import { becameOf, ruleOf } from './redate-units.ts'
import { noFilter, type RedatingView, redatingList, ruleById } from './store.ts'

const redatingsMax = 10_000

/**
 * Also of one that was merged into it. By the version of the rule by which it was dated at first. Where that gives no day any more, for the batch turns out to have been over by
 * then, what was opened or thawed lasts as long as the batch; what was frozen keeps its day. Answers with those that changed.
 */
export async function derivedFollow(tx: Tx, batchId: string): Promise<string[]> {
  const [seen] = await batchesById(tx, [batchId])
  if (!seen) return []
  await lockProducts(tx, [seen.productId])
  const { now: parent, ids } = await oneWith(tx, seen)
  const followed: string[] = []
  for (const one of (await Promise.all(ids.map((id) => madeOf(tx, id)))).flat())
    if (await follow(tx, parent, one)) followed.push(one.childId)
  return followed
}

async function madeOf(db: Db, batchId: string): Promise<RedatingView[]> {
  const rows = await redatingList(db, { ...noFilter, batchId, limit: redatingsMax })
  return rows.filter((one) => one.batchId === batchId && one.undoneAt === null)
}

async function follow(tx: Tx, parent: BatchRow, { kind, onDay, ruleId, childId }: RedatingView): Promise<boolean> {
  const [[rule], [child]] = await Promise.all([ruleById(tx, ruleId), batchesById(tx, [childId])])
  if (!rule || !child) return false
  const goods = { code: parent.code, expiresOn: parent.expiresOn, became: await becameOf(tx, parent.id) }
  const redated = redate(kind, onDay, goods, ruleOf(rule))
  const over = { lastDay: parent.expiresOn ?? onDay, says: `the last day of batch ${parent.code}` }
  if (redated.kind === 'refused' && kind === 'frozen') return false
  const changed = await redateDerived(tx, child, { parent, ...(redated.kind === 'redated' ? redated : over) })
  if (changed) await enqueue(tx, 'batch-dates-corrected', { batchId: childId, productId: parent.productId })
  return changed
}
