import type { Tx } from '#platform/db.ts'
import { Refusal } from '#platform/refusal.ts'
import { audit } from '../access/index.ts'
import { lockShipment, updateShipment } from './store.ts'

export type ShipmentChange = Readonly<{
  id: string
  carrier?: string | null
  trackingNumber?: string | null
  reason?: string
}>

/** Adds or corrects who carries it and under which number; batches and quantities have left. Refuses `not_found`. */
export async function changeShipment(tx: Tx, { id, reason, ...change }: ShipmentChange): Promise<void> {
  const [before] = await lockShipment(tx, id)
  if (!before) throw new Refusal('not_found', { kind: 'shipment', id })
  const after = { ...before, ...change }
  await updateShipment(tx, { id, ...after })
  audit(tx, {
    action: 'shipment.change',
    subjectKind: 'shipment',
    subjectId: id,
    before,
    after,
    reason: reason ?? null,
  })
}
