/**
 * server/modules/mocks/contacts.ts — who has some of a rehearsed batch, and whether mail or a letter reaches them: a mistyped e-mail address reaches nobody.
 */
import { whyNoEmail } from '#domain/email-address.ts'
import type { Db, Tx } from '#platform/db.ts'
import { type ConsigneeRow, consigneeRows, insertConsignees, whoHasSome } from './found-store.ts'

export async function writeConsignees(tx: Tx, mockId: string): Promise<void> {
  const rows = (await whoHasSome(tx, mockId)).map(({ email, ...row }) => ({ ...row, hasEmail: canBeMailed(email) }))
  if (rows.length > 0) await insertConsignees(tx, mockId, rows)
}

const canBeMailed = (email: string | null): boolean => email !== null && whyNoEmail(email) === null

/** Why no mail goes to them is said of the address that is known now. */
export type Consignee = Omit<ConsigneeRow, 'email'> & Readonly<{ emailWrong: string | null }>

export const consigneesOf = async (db: Db, mockId: string): Promise<Consignee[]> =>
  (await consigneeRows(db, mockId)).map(({ email, ...row }) => ({
    ...row,
    emailWrong: row.hasEmail || email === null ? null : whyNoEmail(email),
  }))
