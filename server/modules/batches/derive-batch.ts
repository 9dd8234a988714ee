/**
 * server/modules/batches/derive-batch.ts — units of a batch become a batch of their own: with a last day of their own, or for a label of their own.
 */
import { lookAlikeKey } from '#domain/batch-code.ts'
import type { CalendarDate } from '#domain/calendar-date.ts'
import { childCode } from '#domain/redating.ts'
import type { Db, Tx } from '#platform/db.ts'
import { newId } from '#platform/id.ts'
import { audit } from '../access/index.ts'
import { computedFor, inheritedBy } from './inherit-dates.ts'
import { insertLinks, type LinkKind } from './lineage.ts'
import { type BatchRow, insertBatches, insertDates, markReceived, type NewStatement, updateBatch } from './store.ts'

export type DerivedBatch = Readonly<{
  parent: BatchRow
  kind: Exclude<LinkKind, 'identified' | 'made'>
  quantity: number // base units of the parent that become it
  lastDay: CalendarDate
  says: string // how that day comes about
}>

/**
 * Answers with the new batch: of the same product, supplier and origin, with every date of the parent as inherited and the new
 * last day as computed, and linked to the parent. The product must be locked.
 */
export async function deriveBatch(tx: Tx, { parent, kind, quantity, lastDay, says }: DerivedBatch): Promise<BatchRow> {
  const code = childCode(parent.code, kind, await codesLike(tx, parent))
  const id = newId()
  const inherited = await inheritedBy(tx, id, parent)
  const statements = [...inherited, ...computedFor(id, inherited, { lastDay, says })]
  const row = childOf(tx, parent, { id, code, codeAsGiven: code, expiresOn: lastDay })
  await write(tx, { parent, row, statements, kind, quantity })
  return row
}

export type SplitBatch = Readonly<{
  parent: BatchRow
  code: string | null
  codeAsGiven: string | null
  quantity: number
}>

/** Part of it under another code, with the same dates; a code is made where none is named. The product must be locked, and the code free. */
export async function splitBatch(tx: Tx, { parent, quantity, ...named }: SplitBatch): Promise<BatchRow> {
  const code = named.code ?? childCode(parent.code, 'split', await codesLike(tx, parent))
  const id = newId()
  const statements = await inheritedBy(tx, id, parent)
  const row = childOf(tx, parent, {
    id,
    code,
    codeAsGiven: named.codeAsGiven ?? code,
    expiresOn: parent.expiresOn,
  })
  await write(tx, { parent, row, statements, kind: 'split', quantity })
  return row
}

type Own = Pick<BatchRow, 'id' | 'code' | 'codeAsGiven' | 'expiresOn'>

const childOf = (tx: Tx, parent: BatchRow, own: Own): BatchRow => ({
  ...parent,
  ...own,
  lookAlikeKey: lookAlikeKey(own.code),
  createdAt: tx.act.at,
})

type Written = Readonly<{
  parent: BatchRow
  row: BatchRow
  statements: readonly NewStatement[]
  kind: LinkKind
  quantity: number
}>

async function write(tx: Tx, { parent, row, statements, kind, quantity }: Written): Promise<void> {
  const { id, code, expiresOn } = row
  await insertBatches(tx, [row])
  await insertDates(tx, statements)
  await updateBatch(tx, row)
  if (parent.firstReceivedOn) await markReceived(tx, [{ batchId: id, day: parent.firstReceivedOn }])
  await insertLinks(tx, [{ childId: id, parentId: parent.id, kind, quantity }])
  audit(tx, {
    action: 'batch.add',
    subjectKind: 'batch',
    subjectId: id,
    after: { code, productId: parent.productId, of: parent.code, made: kind, quantity, expiresOn },
  })
}

const codesLike = async (db: Db, { productId, identitySupplier, code }: BatchRow) =>
  new Set(
    (
      await db<{ code: string }[]>`
        select code from batches.known_as where account_id = ${db.act.accountId} and product_id = ${productId}
          and identity_supplier = ${identitySupplier} and starts_with(code, ${code.slice(0, 70)})`
    ).map((row) => row.code),
  )
