/**
 * server/modules/notices/come-back.ts — a mail or letter did not arrive: told by a mail server later, or by a person.
 */
import { bouncedIn } from '#domain/notices/bounce-text.ts'
import type { Tx } from '#platform/db.ts'
import { Refusal } from '#platform/refusal.ts'
import { audit } from '../access/index.ts'
import { recallByRef } from '../recalls/index.ts'
import { noticesOf } from './store.ts'
import { bounceSent, insertBounce } from './wave-store.ts'

/** `text`: the message of the mail server, as it came. Answers with the recipient. Refuses `bounce_unread`, `notice_none_sent` of what is known already. */
export async function cameBackByMail(tx: Tx, recallId: string, text: string): Promise<string> {
  const { number } = await recallByRef(tx, recallId)
  const { noticeId, address, detail } = bouncedIn(text)
  const mails = (await noticesOf(tx, recallId)).filter(({ way }) => way === 'email')
  const found =
    mails.find(({ id }) => id === noticeId) ??
    mails.filter(({ sentTo }) => address !== null && sentTo?.toLowerCase() === address).at(-1)
  if (!found) throw new Refusal('bounce_unread', { number })
  return cameBack(tx, { recallId, number, noticeId: found.id, recipientId: found.recipientId, how: 'returned', detail })
}

/** The last mail or letter that was sent to them. Refuses `not_found`, `notice_none_sent`. */
export async function cameBackByHand(
  tx: Tx,
  { recallId, recipientId, reason }: { recallId: string; recipientId: string; reason: string },
): Promise<string> {
  const { number } = await recallByRef(tx, recallId)
  const own = (await noticesOf(tx, recallId)).filter((notice) => notice.recipientId === recipientId)
  if (own.length === 0) throw new Refusal('not_found', { kind: 'recipient', id: recipientId })
  const last = own.filter(({ state }) => state === 'sent').at(-1)
  if (!last) throw new Refusal('notice_none_sent', { number })
  return cameBack(tx, { recallId, number, noticeId: last.id, recipientId, how: 'by_hand', detail: reason })
}

type Back = Readonly<{
  recallId: string
  number: string
  noticeId: string
  recipientId: string
  how: 'returned' | 'by_hand'
  detail: string | null
}>

async function cameBack(tx: Tx, { recallId, number, recipientId, ...bounce }: Back): Promise<string> {
  if (!(await bounceSent(tx, bounce.noticeId))) throw new Refusal('notice_none_sent', { number })
  await insertBounce(tx, bounce)
  audit(tx, {
    action: 'notice.bounce',
    subjectKind: 'recall',
    subjectId: recallId,
    after: { number, recipientId, noticeId: bounce.noticeId, how: bounce.how },
  })
  return recipientId
}
