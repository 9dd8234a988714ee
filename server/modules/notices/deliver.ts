/**
 * server/modules/notices/deliver.ts — mails that wait for their turn are given to the mail server, each by one process.
 *
 * Before a mail is given away it is written down as being sent, and afterwards what the server said. Who dies between the two leaves a mail of which nobody knows: it
 * goes again after ten minutes, under the same Message-ID, for a notice that nobody gets is worse than one that a mail program shows once though it came twice.
 */
import { messageIdOf } from '#domain/notices/bounce-text.ts'
import { plainText } from '#domain/notices/compose.ts'
import type { Act, Database, Tx } from '#platform/db.ts'
import { enqueue } from '#platform/jobs.ts'
import type { Mail, Mailer, Posted } from '#platform/mail.ts'
import { recallByRef } from '../recalls/index.ts'
import { asHtml } from './as-html.ts'
import { composeNotice } from './compose-notice.ts'
import { linkOf, newLinkToken, saveLinks } from './links.ts'
import { type Claimed, claimNext, insertBounce, postpone, settle } from './wave-store.ts'

const lanes = 4
const triesMax = 10
const minuteMs = 60_000
const leaseMs = 10 * minuteMs

/** Returns what it sent. `now` is asked anew for each mail. */
export type Delivering = Readonly<{ database: Database; mailer: Mailer; act: () => Act; tell: () => void }>

export async function deliverDue(delivering: Delivering): Promise<number> {
  const counts = await Promise.all(Array.from({ length: lanes }, () => deliverInTurn(delivering)))
  return counts.reduce((sum, count) => sum + count, 0)
}

async function deliverInTurn(delivering: Delivering): Promise<number> {
  let sent = 0
  for (;;) {
    const next = await claim(delivering)
    if (next === 'none') return sent
    if (next === 'dropped') continue
    const posted = await delivering.mailer.send(next.mail)
    await delivering.database.write(delivering.act(), (tx) => note(tx, next.claimed, posted))
    delivering.tell()
    if (posted.as === 'accepted') sent += 1
    if (posted.as === 'later' && posted.isServerAway) return sent
  }
}

type Ready = Readonly<{ claimed: Claimed; mail: Mail }>

const claim = ({ database, mailer, act }: Delivering): Promise<Ready | 'none' | 'dropped'> =>
  database.write(act(), async (tx) => {
    const claimed = await claimNext(tx, later(tx, leaseMs))
    if (!claimed) return 'none'
    const recall = await recallByRef(tx, claimed.recallId)
    if (recall.state !== 'running') {
      await settle(tx, claimed, 'dropped')
      return 'dropped'
    }
    const token = newLinkToken(tx.act.accountId)
    await saveLinks(tx, [{ noticeId: claimed.id, token }])
    const link = linkOf(mailer.publicUrl, token)
    const { name, told, wording: version } = claimed
    const notice = await composeNotice(tx, { recall, chosen: claimed, version, name, told, link })
    const mail = {
      to: claimed.sentTo,
      subject: notice.subject,
      text: plainText(notice),
      html: asHtml(notice, link),
      messageId: messageIdOf(claimed.id, mailer.domain),
    }
    return { claimed, mail }
  })

async function note(tx: Tx, claimed: Claimed, posted: Posted): Promise<void> {
  if (posted.as === 'accepted') return void (await settle(tx, claimed, 'sent'))
  const counts = posted.as === 'refused' || !posted.isServerAway
  const isGivenUp = posted.as === 'refused' || (counts && claimed.tries >= triesMax)
  if (!isGivenUp) {
    const until = later(tx, Math.min(60, 2 ** claimed.tries) * minuteMs)
    return void (await postpone(tx, claimed, { until, counts }))
  }
  if (await settle(tx, claimed, 'bounced'))
    await insertBounce(tx, { noticeId: claimed.id, how: 'refused', detail: posted.why })
}

const later = (tx: Tx, ms: number) => new Date(Date.parse(tx.act.at) + ms).toISOString()

/** What was postponed, or left by a process that died, is taken up again. */
export async function resumeDue(database: Database, act: Act): Promise<void> {
  const [due] = await database.read(
    act,
    (db) => db`select from notices.notice where account_id = ${act.accountId} and due_at <= ${act.at} limit 1`,
  )
  if (due) await database.write(act, (tx) => enqueue(tx, 'notices-due', {}, 'again'))
}
