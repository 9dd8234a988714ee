/**
 * server/modules/catalog/archive.ts — what is archived keeps its past and comes into nothing new. One sentence says so
 * wherever it is named.
 */
import type { Instant } from '#platform/clock.ts'
import type { Tx } from '#platform/db.ts'
import type { PartnerRow, ProductRow } from './store.ts'

type Archivable = Readonly<{ archivedAt: Instant | null }>

/** Since when it is archived, after a change that may say nothing of it. */
export function archivedAt(tx: Tx, before: Archivable, archived: boolean | undefined): Instant | null {
  if (archived === undefined) return before.archivedAt
  return archived ? (before.archivedAt ?? tx.act.at) : null
}

/** Why an archived product comes in and goes out no more, as a problem of a line. */
export const archived = ({ sku }: ProductRow): string =>
  `${sku} is archived: bring it back on its page in the catalog before it is received or ordered`

/** Why nothing new is ordered by or comes from an archived partner, as a problem of the field that names it. */
export const archivedPartner = ({ code, name }: PartnerRow): string =>
  `${name} (${code}) is archived: bring them back on their page before they are named in anything new`
