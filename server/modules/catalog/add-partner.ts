import type { Tx } from '#platform/db.ts'
import { newId } from '#platform/id.ts'
import { naming } from '#platform/naming.ts'
import { Refusal } from '#platform/refusal.ts'
import { audit } from '../access/index.ts'
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

const partnerRow = (tx: Tx, { id, code, name, email, phone, address }: NewPartner): PartnerRow => ({
  id: id ?? newId(),
  code,
  name,
  email: email ?? null,
  phone: phone ?? null,
  address: address ?? null,
  createdAt: tx.act.at,
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

export async function changeSupplier(tx: Tx, change: { id: string } & Partial<NewPartner>): Promise<PartnerRow> {
  const [before] = await suppliersByIdOrCode(tx, { ids: [change.id], codes: [] })
  if (!before) throw new Refusal('not_found', { kind: 'supplier', id: change.id })
  const after = { ...before, ...change }
  await naming({ kind: 'supplier', name: after.code }, updateSupplier(tx, after))
  audit(tx, { action: 'supplier.change', subjectKind: 'supplier', subjectId: before.id, before, after })
  return after
}

export async function changeCustomer(tx: Tx, change: { id: string } & Partial<NewCustomer>): Promise<CustomerRow> {
  const [before] = await customersByIdOrCode(tx, { ids: [change.id], codes: [] })
  if (!before) throw new Refusal('not_found', { kind: 'customer', id: change.id })
  const after = { ...before, ...change }
  await naming({ kind: 'customer', name: after.code }, updateCustomer(tx, after))
  audit(tx, { action: 'customer.change', subjectKind: 'customer', subjectId: before.id, before, after })
  return after
}
