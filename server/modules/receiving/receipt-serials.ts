import { groupBy } from '#domain/group-by.ts'
import type { Db } from '#platform/db.ts'

type SerialOfLine = { lineId: string; code: string }

/** The units that came with each line, by its id, from the moves themselves. */
export async function receiptSerials(db: Db, receiptIds: readonly string[]): Promise<Map<string, string[]>> {
  const rows = await db<SerialOfLine[]>`
    select m.document_line_id as line_id, s.code
    from stock.move m
    join stock.move_serial ms on ms.account_id = m.account_id and ms.move_id = m.id
    join batches.serial s on s.account_id = ms.account_id and s.id = ms.serial_id
    where m.account_id = ${db.act.accountId} and m.document_id = any(${receiptIds as string[]}::uuid[]) and m.reason = 'receipt'
    order by m.document_line_id, s.code`
  return new Map([...groupBy(rows, ({ lineId }) => lineId)].map(([id, of]) => [id, of.map(({ code }) => code)]))
}
