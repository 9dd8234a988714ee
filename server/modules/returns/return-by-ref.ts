import type { Db } from '#platform/db.ts'
import { isId } from '#platform/references.ts'
import { Refusal } from '#platform/refusal.ts'
import { returnsInFull, withInspections } from './return-detail.ts'
import { type ReturnFilter, returnList } from './store.ts'

export const everyReturn: Omit<ReturnFilter, 'limit'> = { ids: null, number: null, state: null, before: null }

/** By id or number. Refuses `not_found`. */
export async function returnByRef(db: Db, ref: string) {
  const asked = isId(ref) ? { ids: [ref] } : { number: ref }
  const [found] = await returnList(db, { ...everyReturn, ...asked, limit: 1 })
  const [whole] = found ? await returnsInFull(db, [found]) : []
  if (!whole) throw new Refusal('not_found', { kind: 'return', id: ref })
  return withInspections(db, whole)
}
