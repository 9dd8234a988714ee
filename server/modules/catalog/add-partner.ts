/**
 * server/modules/catalog/add-partner.ts — a customer or supplier is added, changed, archived and brought back.
 */
import type { Tx } from '#platform/db.ts'
import { newId } from '#platform/id.ts'
import { naming } from '#platform/naming.ts'
import { Refusal } from '#platform/refusal.ts'
import { audit } from '../access/index.ts'
import { archivedAt } from './archive.ts'
import {
  type CustomerRow,
  customersByIdOrCode,
  insertCustomer,
  insertSupplier,
  type PartnerRow,
  suppliersByIdOrCode,
  updateCustomer,
  updateSupplier,
} from './store.ts'

export type NewPartner = Readonly<{
  id?: string
  code: string
  name: string
  email?: string | null
  phone?: string | null
  address?: string | null
}>
export type NewCustomer = NewPartner & Readonly<{ country?: string | null; deliveryLifeDaysMin?: number | null }>
export type Change<New> = Partial<New> & Readonly<{ id: string; archived?: boolean; reason?: string }>

const partnerRow = (tx: Tx, { id, code, name, email, phone, address }: NewPartner): PartnerRow => ({
  id: id ?? newId(),
  code,
  name,
  email: email ?? null,
  phone: phone ?? null,
  address: address ?? null,
  createdAt: tx.act.at,
  archivedAt: null,
})

export async function addSupplier(tx: Tx, supplier: NewPartner): Promise<PartnerRow> {
  const row = partnerRow(tx, supplier)
  await naming({ kind: 'supplier', name: row.code }, insertSupplier(tx, row))
  audit(tx, { action: 'supplier.add', subjectKind: 'supplier', subjectId: row.id, after: row })
  return row
}

export async function addCustomer(tx: Tx, customer: NewCustomer): Promise<CustomerRow> {
  const row = {
    ...partnerRow(tx, customer),
    country: customer.country ?? null,
    deliveryLifeDaysMin: customer.deliveryLifeDaysMin ?? null,
  }
  await naming({ kind: 'customer', name: row.code }, insertCustomer(tx, row))
  audit(tx, { action: 'customer.add', subjectKind: 'customer', subjectId: row.id, after: row })
  return row
}

export async function changeSupplier(tx: Tx, change: Change<NewPartner>): Promise<PartnerRow> {
  const [before] = await suppliersByIdOrCode(tx, { ids: [change.id], codes: [] })
  if (!before) throw new Refusal('not_found', { kind: 'supplier', id: change.id })
  const { archived, reason = null, ...fields } = change
  const after = { ...before, ...fields, archivedAt: archivedAt(tx, before, archived) }
  await naming({ kind: 'supplier', name: after.code }, updateSupplier(tx, after))
  audit(tx, { action: 'supplier.change', subjectKind: 'supplier', subjectId: before.id, before, after, reason })
  return after
}

export async function changeCustomer(tx: Tx, change: Change<NewCustomer>): Promise<CustomerRow> {
  const [before] = await customersByIdOrCode(tx, { ids: [change.id], codes: [] })
  if (!before) throw new Refusal('not_found', { kind: 'customer', id: change.id })
  const { archived, reason = null, ...fields } = change
  const after = { ...before, ...fields, archivedAt: archivedAt(tx, before, archived) }
  await naming({ kind: 'customer', name: after.code }, updateCustomer(tx, after))
  audit(tx, { action: 'customer.change', subjectKind: 'customer', subjectId: before.id, before, after, reason })
  return after
}
