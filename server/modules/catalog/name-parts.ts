/**
 * server/modules/catalog/name-parts.ts — by which words a product or a partner is found: its name from each of its words on.
 */
import type { Tx } from '#platform/db.ts'

type Named = Readonly<{ kind: 'product' | 'customer' | 'supplier'; id: string; name: string }>

export const insertNameParts = (tx: Tx, { kind, id, name }: Named) => tx`
  insert into catalog.name_part (account_id, kind, thing_id, part, is_whole)
  select ${tx.act.accountId}, ${kind}, ${id}, part, is_whole from catalog.name_parts(${name})`

export async function renewNameParts(tx: Tx, named: Named, before: Readonly<{ name: string }>): Promise<void> {
  if (named.name === before.name) return
  await tx`delete from catalog.name_part where account_id = ${tx.act.accountId} and kind = ${named.kind} and thing_id = ${named.id}`
  await insertNameParts(tx, named)
}
