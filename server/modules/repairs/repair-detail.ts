import type { Db } from '#platform/db.ts'
import { isId } from '#platform/references.ts'
import { Refusal } from '#platform/refusal.ts'
import { noFilter, type RepairView, repairList } from './store.ts'

/** By id or number. Refuses `not_found`. */
export async function repairById(db: Db, ref: string): Promise<RepairView> {
  const [row] = await repairList(db, { ...noFilter, ref: isId(ref) ? { id: ref } : { number: ref } })
  if (!row) throw new Refusal('not_found', { kind: 'repair', id: ref })
  return row
}
