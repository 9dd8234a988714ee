/**
 * server/modules/batches/serials.ts — one unit within a batch, unique per product. Where it is, stock knows.
 */
import { normaliseBatchCode } from '#domain/batch-code.ts'
import type { Db, Tx } from '#platform/db.ts'
import { newId } from '#platform/id.ts'
import { Refusal } from '#platform/refusal.ts'

export type SerialRow = { id: string; productId: string; batchId: string; code: string }
export type SerialAsk = Readonly<{ productId: string; batchId: string; code: string }>

const serialRows = (db: Db, asks: readonly { productId: string; code: string }[]) => db<SerialRow[]>`
  select s.id, s.product_id, s.batch_id, s.code
  from unnest(${asks.map((a) => a.productId)}::uuid[], ${asks.map((a) => a.code)}::text[]) as a(product_id, code)
  join batches.serial s on s.account_id = ${db.act.accountId} and s.product_id = a.product_id and s.code = a.code`

const key = ({ productId, code }: { productId: string; code: string }) => `${productId} ${code}`

/**
 * Finds or makes each serial, in order. Refuses `serial_repeated`, and `serial_elsewhere` for one that belongs to another
 * batch.
 */
export async function identifySerials(tx: Tx, asks: readonly SerialAsk[]): Promise<SerialRow[]> {
  if (asks.length === 0) return []
  const wanted = asks.map((ask) => ({ ...ask, code: normaliseBatchCode(ask.code).code }))
  refuseRepeated(wanted)
  const known = new Map((await serialRows(tx, wanted)).map((row) => [key(row), row]))
  const fresh: SerialRow[] = []
  const found = wanted.map((want) => {
    const row = known.get(key(want))
    if (row && row.batchId !== want.batchId)
      throw new Refusal('serial_elsewhere', { serial: row.code, place: 'in another batch' })
    if (row) return row
    const made = { id: newId(), ...want }
    known.set(key(made), made)
    fresh.push(made)
    return made
  })
  if (fresh.length > 0) await insertSerials(tx, fresh)
  return found
}

function refuseRepeated(asks: readonly SerialAsk[]): void {
  const seen = new Set<string>()
  for (const ask of asks) {
    if (seen.has(key(ask))) throw new Refusal('serial_repeated', { serial: ask.code })
    seen.add(key(ask))
  }
}

const insertSerials = (tx: Tx, rows: readonly SerialRow[]) => tx`
  insert into batches.serial (account_id, id, product_id, batch_id, code, created_at)
  select ${tx.act.accountId}, s.id, s.product_id, s.batch_id, s.code, ${tx.act.at}
  from unnest(${rows.map((s) => s.id)}::uuid[], ${rows.map((s) => s.productId)}::uuid[], ${rows.map((s) => s.batchId)}::uuid[],
    ${rows.map((s) => s.code)}::text[]) as s(id, product_id, batch_id, code)`

/** These units are of this batch from now on; under which they left before, the ledger says. */
export const regroupSerials = (tx: Tx, rows: readonly Pick<SerialRow, 'id' | 'batchId'>[]) => tx`
  update batches.serial s set batch_id = r.batch_id
  from unnest(${rows.map((r) => r.id)}::uuid[], ${rows.map((r) => r.batchId)}::uuid[]) as r(id, batch_id)
  where s.account_id = ${tx.act.accountId} and s.id = r.id`

/** Known serials, found by product and code as typed or scanned; undefined for one that is not known. */
export async function findSerials(
  db: Db,
  asks: readonly { productId: string; code: string }[],
): Promise<(productId: string, code: string) => SerialRow | undefined> {
  const wanted = asks.map(({ productId, code }) => ({ productId, code: normaliseBatchCode(code).code }))
  const known = new Map((wanted.length > 0 ? await serialRows(db, wanted) : []).map((row) => [key(row), row]))
  return (productId, code) => known.get(key({ productId, code: normaliseBatchCode(code).code }))
}
