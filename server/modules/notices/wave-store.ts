/**
 * server/modules/notices/wave-store.ts — waves and their notices are written, claimed by whoever sends them, and settled.
 */
import type { Audience, Language, Occasion } from '#domain/notices/choices.ts'
import type { Instant } from '#platform/clock.ts'
import type { Db, Tx } from '#platform/db.ts'
import type { ToldItem, WaveRow } from './store.ts'

type NewWave = Omit<WaveRow, 'byName' | 'at'> & Readonly<{ recallId: string; occasion: Occasion }>

export const insertWave = (tx: Tx, w: NewWave) => tx`
  insert into notices.wave (account_id, id, recall_id, number, kind, occasion, recipients, by_id, by_name, at)
  values (${tx.act.accountId}, ${w.id}, ${w.recallId}, ${w.number}, ${w.kind}, ${w.occasion}, ${w.recipients}, ${tx.act.actorId}, ${tx.act.actorName}, ${tx.act.at})`

export type NewNotice = Readonly<{
  id: string
  recipientId: string
  sentTo: string | null
  told: readonly ToldItem[]
  wording: number | null
}>
type Of = Readonly<{ recallId: string; waveId: string; way: 'email' | 'letter' }>

/** A mail waits for its turn, a letter is sent. */
export const insertNotices = (tx: Tx, { recallId, waveId, way }: Of, rows: readonly NewNotice[]) => tx`
  insert into notices.notice (account_id, id, recall_id, recipient_id, wave_id, way, state, sent_to, told, wording, tries, due_at, settled_at, made_at)
  select ${tx.act.accountId}, n.id, ${recallId}, n.recipient, ${waveId}, ${way}, ${way === 'email' ? 'queued' : 'sent'}, n.sent_to, n.told::jsonb, n.wording,
    0, ${way === 'email' ? tx.act.at : null}::timestamptz, ${way === 'email' ? null : tx.act.at}::timestamptz, ${tx.act.at}
  from unnest(${rows.map((r) => r.id)}::uuid[], ${rows.map((r) => r.recipientId)}::uuid[], ${rows.map((r) => r.sentTo)}::text[],
    ${rows.map((r) => JSON.stringify(r.told))}::text[], ${rows.map((r) => r.wording)}::integer[]) as n(id, recipient, sent_to, told, wording)`

export type Claimed = {
  id: string
  recallId: string
  recipientId: string
  sentTo: string
  told: readonly ToldItem[]
  wording: number | null
  tries: number
  audience: Audience
  language: Language
  occasion: Occasion
  name: string | null
}

/** The next mail is this process's alone until `until`: of those who ask at once each gets another one. */
export const claimNext = async (tx: Tx, until: Instant): Promise<Claimed | null> => {
  const [row] = await tx<Claimed[]>`
    with next as (
      select id from notices.notice where account_id = ${tx.act.accountId} and due_at <= ${tx.act.at}
      order by due_at, id limit 1 for update skip locked),
    claimed as (
      update notices.notice n set state = 'sending', tries = n.tries + 1, due_at = ${until}
      from next where n.account_id = ${tx.act.accountId} and n.id = next.id returning n.*)
    select n.id, n.recall_id, n.recipient_id, n.sent_to, n.told, n.wording, n.tries, r.audience, r.language, w.occasion, c.name
    from claimed n
    join notices.recipient r on r.account_id = n.account_id and r.id = n.recipient_id
    join notices.wave w on w.account_id = n.account_id and w.id = n.wave_id
    left join catalog.customer c on c.account_id = r.account_id and c.id = r.customer_id`
  return row ?? null
}

type Claim = Pick<Claimed, 'id' | 'tries'>

/** Only by whom it was claimed last. Answers whether it was. */
export const settle = async (tx: Tx, { id, tries }: Claim, state: 'sent' | 'bounced' | 'dropped'): Promise<boolean> => {
  const rows = await tx`
    update notices.notice set state = ${state}, due_at = null, settled_at = ${tx.act.at}
    where account_id = ${tx.act.accountId} and id = ${id} and tries = ${tries} and state = 'sending' returning id`
  return rows.length > 0
}

/** `counts`: whether it was a try of this mail, or the server was away. */
export const postpone = (tx: Tx, { id, tries }: Claim, { until, counts }: { until: Instant; counts: boolean }) => tx`
  update notices.notice set state = 'queued', due_at = ${until}, tries = ${counts ? tries : tries - 1}
  where account_id = ${tx.act.accountId} and id = ${id} and tries = ${tries} and state = 'sending'`

/** A mail or letter that was sent and did not arrive. Answers whether this is news. */
export const bounceSent = async (tx: Tx, noticeId: string): Promise<boolean> => {
  const rows = await tx`
    update notices.notice set state = 'bounced' where account_id = ${tx.act.accountId} and id = ${noticeId} and state = 'sent' returning id`
  return rows.length > 0
}

type Bounce = Readonly<{ noticeId: string; how: 'refused' | 'returned' | 'by_hand'; detail: string | null }>

export const insertBounce = (tx: Tx, { noticeId, how, detail }: Bounce) => tx`
  insert into notices.bounce (account_id, notice_id, how, detail, by_name, at)
  values (${tx.act.accountId}, ${noticeId}, ${how}, ${detail}, ${tx.act.actorName}, ${tx.act.at}) on conflict do nothing`

/** Recalls that run and have a wave. */
export const runningTold = (db: Db) => db<{ recallId: string }[]>`
  select distinct w.recall_id from notices.wave w where w.account_id = ${db.act.accountId}
    and not exists (select from recalls.act a where a.account_id = w.account_id and a.recall_id = w.recall_id and a.kind = 'end')`
