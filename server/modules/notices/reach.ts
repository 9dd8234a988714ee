/**
 * server/modules/notices/reach.ts — how a recipient can be reached: what is known of them, and what of it leads nowhere.
 */
import { whyNoEmail } from '#domain/email-address.ts'
import { unprintable } from '#platform/pdf.ts'
import type { NoticeRow } from './store.ts'
import type { CustomerContact, OrderContact } from './units-store.ts'

/** Personal data: for those who may see contacts. All null once it is erased. */
export type Contact = Readonly<{
  name: string | null
  email: string | null
  emailWrong: string | null // why no mail goes to it, in words
  phone: string | null
  address: string | null
  unprintable: string | null // characters of name and address that no letter of ours can show
}>

export const nobody: Contact = {
  name: null,
  email: null,
  emailWrong: null,
  phone: null,
  address: null,
  unprintable: null,
}

/** `order`: the last one. `channels`: of all of theirs that went out with what is meant. */
export type Person = Readonly<{
  customer: CustomerContact | undefined
  order: OrderContact | undefined
  channels: readonly string[]
}>

/** Without an address of its own a customer is written to where the last order went. */
export function contactOf({ customer, order }: Person): Contact {
  const address = customer?.address ?? order?.shipTo ?? null
  const name = customer?.name ?? order?.shipTo?.split('\n')[0] ?? null
  const email = customer?.email ?? null
  return {
    name,
    email,
    emailWrong: email === null ? null : whyNoEmail(email),
    phone: customer?.phone ?? null,
    address,
    unprintable: address === null ? null : unprintable(`${name ?? ''}\n${address}`).join('') || null,
  }
}

export const hasUsableEmail = ({ email, emailWrong }: Contact): boolean => email !== null && emailWrong === null

/** `hand`: there is an address, but somebody has to write it. */
export const reachOf = (contact: Contact, notices: readonly NoticeRow[]) => ({
  email: hasUsableEmail(contact) && !cameBackFrom(notices, contact.email),
  letter: contact.address !== null && contact.unprintable === null,
  hand: contact.unprintable !== null,
  phone: contact.phone !== null,
})

const cameBackFrom = (notices: readonly NoticeRow[], email: string | null) =>
  notices.some(({ way, state, sentTo }) => way === 'email' && state === 'bounced' && (sentTo ?? email) === email)
