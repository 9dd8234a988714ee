/**
 * server/modules/catalog/add-partner.ts — a customer or supplier is added, changed, archived and brought back.
 */
import { whyNoEmail } from '#domain/email-address.ts'
import type { Audience, Language } from '#domain/notices/choices.ts'
import type { Tx } from '#platform/db.ts'
import { newId } from '#platform/id.ts'
import { naming } from '#platform/naming.ts'
import { Refusal } from '#platform/refusal.ts'
import { audit } from '../access/index.ts'
import { archivedAt } from './archive.ts'
import { insertNameParts, renewNameParts } from './name-parts.ts'
import {
  type CustomerRow,
  customersByIdOrCode,
  insertCustomer,
  insertSupplier,
  type PartnerRow,
  suppliersByIdOrCode,
  updateAudience,
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
export type NewCustomer = NewPartner &
  Readonly<{
    country?: string | null
    deliveryLifeDaysMin?: number | null
    language?: Language | null
    audience?: Audience | null
  }>
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

/** What was kept before may stay, so that a telephone can be put right without it. */
function refuseBadEmail(email: string | null | undefined, before: string | null): void {
  const why = email === null || email === undefined || email === before ? null : whyNoEmail(email)
  if (why !== null) throw new Refusal('invalid_input', { problems: [{ at: 'email', message: why }] })
}

/** Refuses a name that is taken, and `invalid_input` where no mail can go to the e-mail address; so do the others here. */
export async function addSupplier(tx: Tx, supplier: NewPartner): Promise<PartnerRow> {
  refuseBadEmail(supplier.email, null)
  const row = partnerRow(tx, supplier)
  await naming({ kind: 'supplier', name: row.code }, insertSupplier(tx, row))
  await insertNameParts(tx, { ...row, kind: 'supplier' })
  audit(tx, { action: 'supplier.add', subjectKind: 'supplier', subjectId: row.id, after: row })
  return row
}

export async function addCustomer(tx: Tx, customer: NewCustomer): Promise<CustomerRow> {
  refuseBadEmail(customer.email, null)
  const row = {
    ...partnerRow(tx, customer),
    country: customer.country ?? null,
    deliveryLifeDaysMin: customer.deliveryLifeDaysMin ?? null,
    language: customer.language ?? null,
    audience: customer.audience ?? null,
  }
  await naming({ kind: 'customer', name: row.code }, insertCustomer(tx, row))
  await insertNameParts(tx, { ...row, kind: 'customer' })
  audit(tx, { action: 'customer.add', subjectKind: 'customer', subjectId: row.id, after: row })
  return row
}

export async function changeSupplier(tx: Tx, change: Change<NewPartner>): Promise<PartnerRow> {
  const [before] = await suppliersByIdOrCode(tx, { ids: [change.id], codes: [] })
  if (!before) throw new Refusal('not_found', { kind: 'supplier', id: change.id })
  refuseBadEmail(change.email, before.email)
  const { archived, reason = null, ...fields } = change
  const after = { ...before, ...fields, archivedAt: archivedAt(tx, before, archived) }
  await naming({ kind: 'supplier', name: after.code }, updateSupplier(tx, after))
  await renewNameParts(tx, { ...after, kind: 'supplier' }, before)
  audit(tx, { action: 'supplier.change', subjectKind: 'supplier', subjectId: before.id, before, after, reason })
  return after
}

export async function changeCustomer(tx: Tx, change: Change<NewCustomer>): Promise<CustomerRow> {
  const [before] = await customersByIdOrCode(tx, { ids: [change.id], codes: [] })
  if (!before) throw new Refusal('not_found', { kind: 'customer', id: change.id })
  refuseBadEmail(change.email, before.email)
  const { archived, reason = null, ...fields } = change
  const after = { ...before, ...fields, archivedAt: archivedAt(tx, before, archived) }
  await naming({ kind: 'customer', name: after.code }, updateCustomer(tx, after))
  await renewNameParts(tx, { ...after, kind: 'customer' }, before)
  audit(tx, { action: 'customer.change', subjectKind: 'customer', subjectId: before.id, before, after, reason })
  return after
}

/** As whom these customers are told of a recall, where nobody said so. Answers of how many. */
export async function setAudience(
  tx: Tx,
  ids: readonly string[],
  { audience, reason }: Readonly<{ audience: Audience; reason: string }>,
): Promise<number> {
  const changed = await updateAudience(tx, ids, audience)
  for (const { id, code } of changed) {
    const subject = { action: 'customer.change', subjectKind: 'customer', subjectId: id, reason } as const
    audit(tx, { ...subject, before: { code, audience: null }, after: { code, audience } })
  }
  return changed.length
}
