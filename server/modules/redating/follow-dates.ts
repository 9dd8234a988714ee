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
 * then, what was opened or thawed lasts as long as the batch; what was frozen keeps its day.
 */
export async function datesFollow(tx: Tx, batchId: string): Promise<void> {
  const [seen] = await batchesById(tx, [batchId])
  if (!seen) return
  await lockProducts(tx, [seen.productId])
  const { now: parent, ids } = await oneWith(tx, seen)
  for (const id of ids) for (const one of await madeOf(tx, id)) await follow(tx, parent, one)
}

async function madeOf(db: Db, batchId: string): Promise<RedatingView[]> {
  const rows = await redatingList(db, { ...noFilter, batchId, limit: redatingsMax })
  return rows.filter((one) => one.batchId === batchId && one.undoneAt === null)
}

async function follow(tx: Tx, parent: BatchRow, { kind, onDay, ruleId, childId }: RedatingView): Promise<void> {
  const [[rule], [child]] = await Promise.all([ruleById(tx, ruleId), batchesById(tx, [childId])])
  if (!rule || !child) return
  const goods = { code: parent.code, expiresOn: parent.expiresOn, became: await becameOf(tx, parent.id) }
  const redated = redate(kind, onDay, goods, ruleOf(rule))
  const over = { lastDay: parent.expiresOn ?? onDay, says: `the last day of batch ${parent.code}` }
  if (redated.kind === 'refused' && kind === 'frozen') return
  if (await redateDerived(tx, child, { parent, ...(redated.kind === 'redated' ? redated : over) }))
    await enqueue(tx, 'batch-dates-corrected', { batchId: childId, productId: parent.productId })
}
