/**
 * server/modules/catalog/clients.ts — the brands whose goods a 3PL keeps: they own products, and so their stock.
 */
import type { Instant } from '#platform/clock.ts'
import type { Db, Tx } from '#platform/db.ts'
import { newId } from '#platform/id.ts'
import { naming } from '#platform/naming.ts'
import { splitReferences } from '#platform/references.ts'
import { Refusal } from '#platform/refusal.ts'
import { audit } from '../access/index.ts'

export type ClientRow = { id: string; code: string; name: string; createdAt: Instant; archivedAt: Instant | null }
export type ClientChange = Readonly<{ id: string; code?: string; name?: string; archived?: boolean }>

const columns = (db: Db) => db`id, code, name, created_at, archived_at`

export async function resolveClients(db: Db, references: Iterable<string>): Promise<Map<string, ClientRow>> {
  const { ids, codes } = splitReferences(references)
  if (ids.length + codes.length === 0) return new Map()
  const rows = await db<ClientRow[]>`
    select ${columns(db)} from catalog.client
    where account_id = ${db.act.accountId} and (id = any(${ids}::uuid[]) or code = any(${codes}::text[]))`
  return new Map(rows.flatMap((row) => [[row.id, row] as const, [row.code, row] as const]))
}

/** The id of the client that is named. Refuses `not_found`. */
export async function clientIdOf(db: Db, reference: string): Promise<string> {
  const client = (await resolveClients(db, [reference])).get(reference)
  if (!client) throw new Refusal('not_found', { kind: 'client', id: reference })
  return client.id
}

type ClientPage = Readonly<{ text: string | null; archived: boolean; after: string | null; limit: number }>

export const clientPage = (db: Db, { text, archived, after, limit }: ClientPage) => db<ClientRow[]>`
  select ${columns(db)} from catalog.client
  where account_id = ${db.act.accountId} and (${archived} or archived_at is null) and (${after}::text is null or code > ${after})
    and (${text}::text is null or strpos(lower(code), lower(${text})) > 0 or strpos(lower(name), lower(${text})) > 0)
  order by code limit ${limit}`

export async function addClient(tx: Tx, given: { id?: string; code: string; name: string }): Promise<ClientRow> {
  const row = { id: given.id ?? newId(), code: given.code, name: given.name, createdAt: tx.act.at, archivedAt: null }
  const written = tx`
    insert into catalog.client (account_id, id, code, name, created_at)
    values (${tx.act.accountId}, ${row.id}, ${row.code}, ${row.name}, ${row.createdAt})`
  await naming({ kind: 'client', name: row.code }, written)
  audit(tx, { action: 'client.add', subjectKind: 'client', subjectId: row.id, after: row })
  return row
}

/** Archived, it is offered for new products no more; what it has stays. Refuses `not_found`. */
export async function changeClient(tx: Tx, { id, archived, ...fields }: ClientChange): Promise<ClientRow> {
  const before = (await resolveClients(tx, [id])).get(id)
  if (!before) throw new Refusal('not_found', { kind: 'client', id })
  const archivedAt = archived === undefined ? before.archivedAt : archived ? tx.act.at : null
  const after = { ...before, ...fields, archivedAt }
  const written = tx`
    update catalog.client set code = ${after.code}, name = ${after.name}, archived_at = ${after.archivedAt}
    where account_id = ${tx.act.accountId} and id = ${id}`
  await naming({ kind: 'client', name: after.code }, written)
  audit(tx, { action: 'client.change', subjectKind: 'client', subjectId: id, before, after })
  return after
}
