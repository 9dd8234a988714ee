import type { Db } from '#platform/db.ts'
import { type At, rowsInTurn, rowsOfKeys, type SheetRow } from './store.ts'

/** Done in one transaction, and at once for who uploads no more. */
export const chunkRows = 2000

type Walk = Readonly<{ after: At | null; good: boolean; limit: number; keysAreWhole?: boolean }>

/** The next rows of a walk, with all of one key where they are no more than the limit; where keys are whole, with all of the first in any case. */
export async function nextRows(db: Db, importId: string, walk: Walk): Promise<SheetRow[]> {
  const rows = await rowsInTurn(db, importId, { ...walk, limit: walk.limit + 1 })
  const beyond = rows[walk.limit]
  if (!beyond) return rows
  const whole = rows.filter(({ key }) => key !== beyond.key)
  if (whole.length > 0) return whole
  if (!walk.keysAreWhole || walk.limit >= chunkRows) return rows.slice(0, walk.limit)
  const all = await rowsOfKeys(db, importId, { keys: [beyond.key], limit: chunkRows })
  return all.filter(({ state }) => !walk.good || state === 'good')
}

/** Where a walk stands after these rows. */
export function standsAt(rows: readonly SheetRow[]): At | null {
  const last = rows.at(-1)
  return last ? { key: last.key, lineNo: last.lineNo } : null
}
