/**
 * server/modules/batches/derive-batch.ts — units of a batch that get a last day of their own become a batch of their own.
 */
import { lookAlikeKey } from '#domain/batch-code.ts'
import type { CalendarDate } from '#domain/calendar-date.ts'
import { childCode, kindsStated } from '#domain/redating.ts'
import { governingExpiry } from '#domain/shelf-life.ts'
import type { Db, Tx } from '#platform/db.ts'
import { newId } from '#platform/id.ts'
import { audit } from '../access/index.ts'
import { standingDates } from './correct-date.ts'
import { insertLinks, type LinkKind } from './lineage.ts'
import {
  type BatchDateRow,
  type BatchRow,
  datesOf,
  insertBatches,
  insertDates,
  markReceived,
  updateBatch,
  updateBatchDates,
} from './store.ts'

export type DerivedBatch = Readonly<{
  parent: BatchRow
  kind: Exclude<LinkKind, 'identified'>
  quantity: number // base units of the parent that become it
  lastDay: CalendarDate
  says: string // how that day comes about
}>

type Statement = Omit<BatchDateRow, 'actorName' | 'recordedAt'>

/**
 * Answers with the new batch: of the same product, supplier and origin, with every date of the parent as inherited and the new
 * last day as computed, and linked to the parent. The product must be locked.
 */
export async function deriveBatch(tx: Tx, { parent, kind, quantity, lastDay, says }: DerivedBatch): Promise<BatchRow> {
  const code = childCode(parent.code, kind, await codesLike(tx, parent))
  const id = newId()
  const inherited = await inheritedBy(tx, id, parent)
  const row: BatchRow = {
    ...parent,
    id,
    code,
    codeAsGiven: code,
    lookAlikeKey: lookAlikeKey(code),
    expiresOn: lastDay,
    createdAt: tx.act.at,
  }
  await insertBatches(tx, [row])
  await insertDates(tx, [...inherited, ...computedFor(id, inherited, { lastDay, says })])
  await updateBatch(tx, row)
  if (parent.firstReceivedOn) await markReceived(tx, [{ batchId: id, day: parent.firstReceivedOn }])
  await insertLinks(tx, [{ childId: id, parentId: parent.id, kind, quantity }])
  audit(tx, {
    action: 'batch.add',
    subjectKind: 'batch',
    subjectId: id,
    after: { code, productId: parent.productId, of: parent.code, made: kind, quantity, expiresOn: lastDay },
  })
  return row
}

/** Its parent was dated anew: what came along, and the new day, are stated again; the earlier statements stay. The product must be locked. */
export async function redateDerived(
  tx: Tx,
  child: BatchRow,
  { parent, lastDay, says }: Pick<DerivedBatch, 'parent' | 'lastDay' | 'says'>,
): Promise<void> {
  const inherited = await inheritedBy(tx, child.id, parent)
  await insertDates(tx, [...inherited, ...computedFor(child.id, inherited, { lastDay, says })])
  const standing = [...standingDates(await datesOf(tx, child.id)).values()]
  const expiresOn = governingExpiry(standing.map(({ kind, onDate }) => ({ kind, on: onDate })))
  await updateBatchDates(tx, { id: child.id, producedOn: parent.producedOn, expiresOn })
  audit(tx, {
    action: 'batch.date.correct',
    subjectKind: 'batch',
    subjectId: child.id,
    before: { expiresOn: child.expiresOn },
    after: { expiresOn },
    reason: `the dates of batch ${parent.code} changed: ${says}`,
  })
}

async function inheritedBy(tx: Tx, batchId: string, parent: BatchRow): Promise<Statement[]> {
  return [...standingDates(await datesOf(tx, parent.id)).values()].map(({ kind, onDate }) => ({
    id: newId(),
    batchId,
    kind,
    onDate,
    source: 'inherited',
    explanation: `of batch ${parent.code}`,
    reason: null,
  }))
}

function computedFor(
  batchId: string,
  inherited: readonly Statement[],
  { lastDay, says }: Pick<DerivedBatch, 'lastDay' | 'says'>,
): Statement[] {
  const came = inherited.map(({ kind, onDate }) => ({ kind, on: onDate }))
  return kindsStated(came, lastDay).map((kind) => ({
    id: newId(),
    batchId,
    kind,
    onDate: lastDay,
    source: 'computed',
    explanation: says,
    reason: null,
  }))
}

const codesLike = async (db: Db, { productId, identitySupplier, code }: BatchRow) =>
  new Set(
    (
      await db<{ code: string }[]>`
        select code from batches.batch where account_id = ${db.act.accountId} and product_id = ${productId}
          and identity_supplier = ${identitySupplier} and starts_with(code, ${code.slice(0, 70)})`
    ).map((row) => row.code),
  )
