/**
 * server/modules/batches/lots.ts — a lot groups batches, of one product or several, for logistics.
 */
import type { Instant } from '#platform/clock.ts'
import type { Db, Origin, Tx } from '#platform/db.ts'
import { newId } from '#platform/id.ts'
import { enqueue } from '#platform/jobs.ts'
import { naming } from '#platform/naming.ts'
import { isId } from '#platform/references.ts'
import { Refusal } from '#platform/refusal.ts'
import { audit } from '../access/index.ts'
import { batchesById } from './store.ts'

export type LotRow = { id: string; code: string; name: string; createdAt: Instant }

export async function lotByRef(db: Db, ref: string): Promise<LotRow> {
  const lot = (await resolveLots(db, [ref])).get(ref)
  if (!lot) throw new Refusal('not_found', { kind: 'lot', id: ref })
  return lot
}

/** By id and by code; what is not found is not in the map. */
export async function resolveLots(db: Db, references: readonly string[]): Promise<Map<string, LotRow>> {
  if (references.length === 0) return new Map()
  const rows = await db<LotRow[]>`
    select id, code, name, created_at from batches.lot
    where account_id = ${db.act.accountId} and (id = any(${references.filter(isId)}::uuid[]) or code = any(${references as string[]}::text[]))`
  return new Map(rows.flatMap((row) => [[row.code, row] as const, [row.id, row] as const]))
}

export const lotPage = (db: Db, page: { text: string | null; after: string | null; limit: number }) => db<
  (LotRow & { batchCount: number })[]
>`
  select l.id, l.code, l.name, l.created_at,
    (select count(*) from batches.lot_batch b where b.account_id = l.account_id and b.lot_id = l.id) as batch_count
  from batches.lot l
  where l.account_id = ${db.act.accountId} and (${page.after}::uuid is null or l.id < ${page.after}::uuid)
    and (${page.text}::text is null or strpos(lower(l.code), lower(${page.text})) > 0 or strpos(lower(l.name), lower(${page.text})) > 0)
  order by l.id desc limit ${page.limit}`

export const batchIdsOfLot = (db: Db, lotId: string) => db<{ batchId: string }[]>`
  select batch_id from batches.lot_batch where account_id = ${db.act.accountId} and lot_id = ${lotId}`

export const lotsOfBatch = (db: Db, batchId: string) => db<{ id: string; code: string }[]>`
  select l.id, l.code from batches.lot_batch lb join batches.lot l on l.account_id = lb.account_id and l.id = lb.lot_id
  where lb.account_id = ${db.act.accountId} and lb.batch_id = ${batchId} order by l.code`

/** Waits for whoever is just putting batches into the lot, and keeps others from it until the end. */
export const lockLot = (tx: Tx, id: string) =>
  tx`select 1 from batches.lot where account_id = ${tx.act.accountId} and id = ${id} for update`

export async function addLot(
  tx: Tx,
  given: { id?: string; code: string; name?: string; batches?: readonly string[] },
): Promise<LotRow> {
  const lot = { id: given.id ?? newId(), code: given.code, name: given.name ?? '', createdAt: tx.act.at }
  const insert = tx`
    insert into batches.lot (account_id, id, code, name, created_at)
    values (${tx.act.accountId}, ${lot.id}, ${lot.code}, ${lot.name}, ${tx.act.at})`
  await naming({ kind: 'lot', name: lot.code }, insert)
  audit(tx, { action: 'lot.add', subjectKind: 'lot', subjectId: lot.id, after: lot })
  await putBatchesIntoLot(tx, lot.id, { batchIds: given.batches ?? [] })
  return lot
}

/**
 * Refuses `not_found` for a batch that is not there; a batch already in the lot stays in it. A job gives back what was
 * promised of batches that come under a hold of the lot in this way; until then they cannot be shipped.
 */
export async function putBatchesIntoLot(
  tx: Tx,
  lotId: string,
  { batchIds, origin = tx.act }: { batchIds: readonly string[]; origin?: Origin },
): Promise<void> {
  if (batchIds.length === 0) return
  const known = new Set((await batchesById(tx, batchIds)).map(({ id }) => id))
  const missing = batchIds.find((id) => !known.has(id))
  if (missing) throw new Refusal('not_found', { kind: 'batch', id: missing })
  await tx`
    insert into batches.lot_batch (account_id, lot_id, batch_id)
    select ${tx.act.accountId}, ${lotId}, b from unnest(${[...known]}::uuid[]) as b on conflict do nothing`
  await enqueue(tx, 'lot-filled', { lotId })
  audit(tx, { action: 'lot.fill', subjectKind: 'lot', subjectId: lotId, after: { batches: [...known] }, origin })
}
