import type { Origin, Tx } from '#platform/db.ts'
import { Refusal } from '#platform/refusal.ts'
import { audit } from '../access/index.ts'
import { closeInboundRow, completeInbounds, lockInbounds, openInboundRow } from './store.ts'

/** Nothing more is expected; what differs stays on record. Refuses `not_found`, `inbound_closed`. */
export async function closeInbound(tx: Tx, id: string): Promise<void> {
  const [inbound] = await lockInbounds(tx, [id])
  if (!inbound) throw new Refusal('not_found', { kind: 'inbound shipment', id })
  if (inbound.closedAt) throw new Refusal('inbound_closed', { number: inbound.number })
  await close(tx, id, { reason: null, origin: tx.act })
}

/** More is expected after all, as where a receipt was typed wrong and reversed. Refuses `not_found`, `inbound_open`. */
export async function openInboundAgain(tx: Tx, id: string): Promise<void> {
  const [inbound] = await lockInbounds(tx, [id])
  if (!inbound) throw new Refusal('not_found', { kind: 'inbound shipment', id })
  if (!inbound.closedAt) throw new Refusal('inbound_open', { number: inbound.number })
  await openInboundRow(tx, id)
  const { closedAt } = inbound
  audit(tx, {
    action: 'inbound.open',
    subjectKind: 'inbound',
    subjectId: id,
    before: { closedAt },
    after: { closedAt: null },
  })
}

/** Closes those of which every announced line has come in full, so that "expected" never lists what is here. */
export async function closeComplete(tx: Tx, inbounds: ReadonlyMap<string, Origin>): Promise<void> {
  if (inbounds.size === 0) return
  for (const { id } of await completeInbounds(tx, [...inbounds.keys()]))
    await close(tx, id, { reason: 'all of it has come', origin: inbounds.get(id) ?? tx.act })
}

async function close(tx: Tx, id: string, { reason, origin }: { reason: string | null; origin: Origin }): Promise<void> {
  await closeInboundRow(tx, id)
  audit(tx, {
    action: 'inbound.close',
    subjectKind: 'inbound',
    subjectId: id,
    before: { closedAt: null },
    after: { closedAt: tx.act.at },
    reason,
    origin,
  })
}
