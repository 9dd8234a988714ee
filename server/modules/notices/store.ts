/**
 * server/modules/notices/store.ts — what was sent to the recipients of a recall, and what came back.
 */
import type { Audience, Language } from '#domain/notices/choices.ts'
import type { Called, Sent } from '#domain/notices/standing.ts'
import type { Said } from '#domain/notices/where-they-are.ts'
import type { Instant } from '#platform/clock.ts'
import type { Db, Tx } from '#platform/db.ts'

export type RecipientRow = {
  id: string
  customerId: string | null
  orderId: string | null
  audience: Audience
  language: Language
  channel: string | null
  quantity: number
  most: number
}

export const recipientRows = (db: Db, recallId: string) => db<RecipientRow[]>`
  select id, customer_id, order_id, audience, language, channel, quantity, most from notices.recipient
  where account_id = ${db.act.accountId} and recall_id = ${recallId} order by id`

/** Written when something is done to them; what they got, as it is known then. */
export const saveRecipients = (tx: Tx, recallId: string, rows: readonly RecipientRow[]) => tx`
  insert into notices.recipient (account_id, id, recall_id, customer_id, order_id, audience, language, channel, quantity, most, made_at)
  select ${tx.act.accountId}, r.id, ${recallId}, r.customer, r.order_id, r.audience, r.language, r.channel, r.quantity, r.most, ${tx.act.at}
  from unnest(${rows.map((r) => r.id)}::uuid[], ${rows.map((r) => r.customerId)}::uuid[], ${rows.map((r) => r.orderId)}::uuid[],
    ${rows.map((r) => r.audience)}::text[], ${rows.map((r) => r.language)}::text[], ${rows.map((r) => r.channel)}::text[],
    ${rows.map((r) => r.quantity)}::bigint[], ${rows.map((r) => r.most)}::bigint[])
    as r(id, customer, order_id, audience, language, channel, quantity, most)
  on conflict (account_id, id) do update set quantity = excluded.quantity, most = excluded.most, language = excluded.language, audience = excluded.audience`

/** What a notice said that somebody got of a batch. */
export type ToldItem = Readonly<{ batchId: string; quantity: number; most: number }>
export type NoticeRow = Sent & {
  id: string
  recipientId: string
  waveId: string
  wave: number
  sentTo: string | null
  told: readonly ToldItem[]
  tries: number
  bounce: string | null
  bouncedAt: Instant | null
}

/** In the order in which they were made. */
export const noticesOf = (db: Db, recallId: string) => db<NoticeRow[]>`
  select n.id, n.recipient_id, n.wave_id, w.number as wave, n.way, n.state, n.sent_to, n.told, n.tries, n.made_at as at, n.settled_at,
    o.at as opened_at, b.detail as bounce, b.at as bounced_at
  from notices.notice n
  join notices.wave w on w.account_id = n.account_id and w.id = n.wave_id
  left join notices.opened o on o.account_id = n.account_id and o.notice_id = n.id
  left join notices.bounce b on b.account_id = n.account_id and b.notice_id = n.id
  where n.account_id = ${db.act.accountId} and n.recall_id = ${recallId} order by n.id`

export type CallRow = Called & { id: string; recipientId: string; said: string | null; byName: string }

export const callsOf = (db: Db, recallId: string) => db<CallRow[]>`
  select id, recipient_id, outcome, said, by_name, at from notices.call
  where account_id = ${db.act.accountId} and recall_id = ${recallId} order by at, id`

export type AnswerRow = {
  id: string
  recipientId: string
  noticeId: string | null
  signedBy: string | null
  remark: string | null
  byName: string | null
  at: Instant
}

export const answersOf = (db: Db, recallId: string) => db<AnswerRow[]>`
  select id, recipient_id, notice_id, signed_by, remark, by_name, at from notices.answer
  where account_id = ${db.act.accountId} and recall_id = ${recallId} order by id`

export type AnswerLine = Said & { answerId: string; batchId: string }

export const answerLines = (db: Db, recallId: string) => db<AnswerLine[]>`
  select l.answer_id, l.batch_id, l.have, l.destroyed, l.coming as returning, l.used from notices.answer a
  join notices.answer_line l on l.account_id = a.account_id and l.answer_id = a.id
  where a.account_id = ${db.act.accountId} and a.recall_id = ${recallId} order by l.answer_id, l.batch_id`

export const proofsOf = (db: Db, recallId: string) => db<
  { answerId: string; id: string; name: string; contentType: string }[]
>`
  select p.answer_id, p.id, p.name, p.content_type from notices.answer a
  join notices.proof p on p.account_id = a.account_id and p.answer_id = a.id
  where a.account_id = ${db.act.accountId} and a.recall_id = ${recallId} order by p.id`

export type WaveRow = {
  id: string
  number: number
  kind: 'first' | 'again' | 'letters'
  recipients: number
  byName: string
  at: Instant
}

export const wavesOf = (db: Db, recallId: string) => db<WaveRow[]>`
  select id, number, kind, recipients, by_name, at from notices.wave
  where account_id = ${db.act.accountId} and recall_id = ${recallId} order by number`

export const erasedAt = async (db: Db, recallId: string): Promise<Instant | null> => {
  const [row] = await db<{ at: Instant }[]>`
    select at from notices.erasure where account_id = ${db.act.accountId} and recall_id = ${recallId}`
  return row?.at ?? null
}
