/**
 * server/modules/counts/serials-there.ts — which serials a difference is of: those that lie there and were not found, or the other way.
 */
import { groupBy } from '#domain/group-by.ts'
import type { Db } from '#platform/db.ts'
import type { TallyLine } from './differences.ts'

const serialsAt = (db: Db, placeIds: readonly string[], batchIds: readonly string[]) => db<
  { batchId: string; placeId: string; code: string }[]
>`
  select sp.batch_id, sp.place_id, s.code from stock.serial_place sp
  join batches.serial s on s.account_id = sp.account_id and s.id = sp.serial_id
  where sp.account_id = ${db.act.accountId} and sp.place_id = any(${placeIds as string[]}::uuid[])
    and sp.batch_id = any(${batchIds as string[]}::uuid[])
  order by s.code`

/** The products must be locked. Of goods that are not tracked by serial, none. */
export async function serialsThere(db: Db, lines: readonly TallyLine[]): Promise<(line: TallyLine) => string[]> {
  const rows = await serialsAt(
    db,
    [...new Set(lines.map(({ placeId }) => placeId))],
    [...new Set(lines.flatMap(({ batchId }) => batchId ?? []))],
  )
  const by = groupBy(rows, ({ placeId, batchId }) => `${placeId} ${batchId}`)
  return ({ placeId, batchId, serials, found, expected }) => {
    const here = (by.get(`${placeId} ${batchId}`) ?? []).map(({ code }) => code)
    const read = serials ?? []
    const [many, without] = found > expected ? [read, new Set(here)] : [here, new Set(read)]
    return many.filter((code) => !without.has(code))
  }
}
