/**
 * server/modules/seal/export-blocks.ts — blocks with their facts as they are now, for whoever verifies them elsewhere.
 */
import type { Db } from '#platform/db.ts'
import { factsOf, factTables } from './facts.ts'
import { leafAt } from './hashes.ts'
import { type BlockRow, blocksAfter } from './store.ts'

type ExportedBlock = Omit<BlockRow, 'tableName' | 'leaves' | 'previous' | 'hash' | 'number' | 'keys'> &
  Readonly<{
    account: string
    block: number
    table: string
    previous: string
    hash: string
    leaves: string[]
    facts: (string | null)[]
  }>

/** A line of the file each; null where a fact is gone. */
export async function exportedBlocks(db: Db, after: number, limit: number): Promise<ExportedBlock[]> {
  const [tables, blocks] = await Promise.all([factTables(db), blocksAfter(db, after, limit)])
  const byName = new Map(tables.map((table) => [table.name, table]))
  return Promise.all(
    blocks.map(async ({ number, tableName, leaves, previous, hash, keys, ...block }) => {
      const table = byName.get(tableName)
      const facts = table ? await factsOf(db, table, { ...block, keys }) : keys.map(() => null)
      return {
        ...block,
        account: db.act.accountId,
        block: number,
        table: tableName,
        previous: previous.toString('hex'),
        hash: hash.toString('hex'),
        leaves: keys.map((_, at) => leafAt(leaves, at)),
        facts: facts.map((fact) => fact?.text ?? null),
      }
    }),
  )
}
