import type { Db } from '#platform/db.ts'

export type SerialView = {
  id: string
  code: string
  placeId: string | null
  placeCode: string | null
  placeKind: string | null
  warehouseCode: string | null
  documentKind: string | null
  documentId: string | null
}

/** The serials of a batch by code, where each is, and the document that brought it there. */
export const serialsOfBatch = (
  db: Db,
  ask: { batchId: string; text: string | null; after: string | null; limit: number },
) => db<SerialView[]>`
  select s.id, s.code, sp.place_id, p.code as place_code, p.kind as place_kind, w.code as warehouse_code, m.document_kind, m.document_id
  from batches.serial s
  left join stock.serial_place sp on sp.account_id = s.account_id and sp.serial_id = s.id
  left join places.place p on p.account_id = sp.account_id and p.id = sp.place_id
  left join places.warehouse w on w.account_id = p.account_id and w.id = p.warehouse_id
  left join lateral (
    select m.document_kind, m.document_id from stock.move_serial ms join stock.move m on m.account_id = ms.account_id and m.id = ms.move_id
    where ms.account_id = s.account_id and ms.serial_id = s.id order by m.id desc limit 1) m on true
  where s.account_id = ${db.act.accountId} and s.batch_id = ${ask.batchId}
    ${ask.text ? db`and strpos(lower(s.code), lower(${ask.text})) > 0` : db``}
    ${ask.after ? db`and s.code > ${ask.after}` : db``}
  order by s.code limit ${ask.limit}`
