import type { Tx } from '#platform/db.ts'
import { Refusal } from '#platform/refusal.ts'
import { audit } from '../access/index.ts'
import { closeInboundRow, completeInbounds, lockInbounds } from './store.ts'

/** Nothing more is expected; what differs stays on record. Refuses `not_found`, `inbound_closed`. */
export async function closeInbound(tx: Tx, id: string): Promise<void> {
  const [inbound] = await lockInbounds(tx, [id])
  if (!inbound) throw new Refusal('not_found', { kind: 'inbound shipment', id })
  if (inbound.closedAt) throw new Refusal('inbound_closed', { number: inbound.number })
  await close(tx, id, null)
}

/** Closes those of which every announced line has come in full, so that "expected" never lists what is here. */
export async function closeComplete(tx: Tx, inboundIds: readonly string[]): Promise<void> {
  if (inboundIds.length === 0) return
  for (const { id } of await completeInbounds(tx, [...new Set(inboundIds)])) await close(tx, id, 'all of it has come')
}

async function close(tx: Tx, id: string, reason: string | null): Promise<void> {
  await closeInboundRow(tx, id)
  audit(tx, {
    action: 'inbound.close',
    subjectKind: 'inbound',
    subjectId: id,
    before: { closedAt: null },
    after: { closedAt: tx.act.at },
    reason,
  })
}
