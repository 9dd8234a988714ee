/**
 * server/modules/notices/answer-store.ts — the notice behind a link, and what is written down of an answer or a call.
 */
import type { Audience, Language, Occasion } from '#domain/notices/choices.ts'
import type { Called } from '#domain/notices/standing.ts'
import type { Said } from '#domain/notices/where-they-are.ts'
import type { Instant } from '#platform/clock.ts'
import type { Db, Tx } from '#platform/db.ts'
import type { FileType } from '#platform/files.ts'
import { newId } from '#platform/id.ts'
import { hashOfToken } from './links.ts'
import type { ToldItem } from './store.ts'

export type Linked = {
  noticeId: string
  recallId: string
  recipientId: string
  audience: Audience
  language: Language
  occasion: Occasion
  wording: number | null
}

export const noticeByToken = async (db: Db, token: string): Promise<Linked | null> => {
  const [row] = await db<Linked[]>`
    select n.id as notice_id, n.recall_id, n.recipient_id, n.wording, r.audience, r.language, w.occasion from notices.link l
    join notices.notice n on n.account_id = l.account_id and n.id = l.notice_id
    join notices.recipient r on r.account_id = n.account_id and r.id = n.recipient_id
    join notices.wave w on w.account_id = n.account_id and w.id = n.wave_id
    where l.account_id = ${db.act.accountId} and l.token_hash = ${hashOfToken(token)}`
  return row ?? null
}

/** All that a recipient was told of, each batch as it was told last. */
export const toldTo = async (db: Db, recipientId: string): Promise<ToldItem[]> => {
  const rows = await db<{ told: ToldItem[] }[]>`
    select told from notices.notice where account_id = ${db.act.accountId} and recipient_id = ${recipientId} order by id`
  return [...new Map(rows.flatMap(({ told }) => told).map((item) => [item.batchId, item])).values()]
}

export const markOpened = (tx: Tx, noticeId: string) => tx`
  insert into notices.opened (account_id, notice_id, at) values (${tx.act.accountId}, ${noticeId}, ${tx.act.at}) on conflict do nothing`

export const lastAnswer = async (db: Db, recipientId: string) => {
  const [answer] = await db<{ id: string; at: Instant }[]>`
    select id, at from notices.answer where account_id = ${db.act.accountId} and recipient_id = ${recipientId} order by id desc limit 1`
  if (!answer) return null
  const lines = await db<(Said & { batchId: string })[]>`
    select batch_id, have, destroyed, coming as returning, used from notices.answer_line
    where account_id = ${db.act.accountId} and answer_id = ${answer.id} order by batch_id`
  return { at: answer.at, lines }
}

/** Answers to one recall and calls of one recipient wait for each other. */
export const lockRecipient = (tx: Tx, id: string) => tx`
  select 1 from notices.recipient where account_id = ${tx.act.accountId} and id = ${id} for no key update`

export const isAnswered = async (db: Db, recipientId: string, givenId: string): Promise<boolean> => {
  const rows = await db`
    select from notices.answer where account_id = ${db.act.accountId} and recipient_id = ${recipientId} and given_id = ${givenId}`
  return rows.length > 0
}

export type NewAnswer = Readonly<{
  id: string
  recallId: string
  recipientId: string
  noticeId: string | null
  givenId: string | null
  signedBy: string | null
  remark: string | null
  byName: string | null
}>

/** How many answers a recipient gave on the page, and photos with them. */
export const givenBy = async (db: Db, recipientId: string): Promise<{ times: number; photos: number }> => {
  const [given] = await db<{ times: number; photos: number }[]>`
    select count(distinct a.id)::int as times, count(p.id)::int as photos from notices.answer a
    left join notices.proof p on p.account_id = a.account_id and p.answer_id = a.id
    where a.account_id = ${db.act.accountId} and a.recipient_id = ${recipientId} and a.given_id is not null`
  return given ?? { times: 0, photos: 0 }
}

export const insertAnswer = (tx: Tx, a: NewAnswer) => tx`
  insert into notices.answer (account_id, id, recall_id, recipient_id, notice_id, given_id, signed_by, remark, by_name, at)
  values (${tx.act.accountId}, ${a.id}, ${a.recallId}, ${a.recipientId}, ${a.noticeId}, ${a.givenId}, ${a.signedBy}, ${a.remark}, ${a.byName}, ${tx.act.at})`

export type AnsweredLine = Said & Readonly<{ batchId: string }>

export const insertAnswerLines = (tx: Tx, answerId: string, lines: readonly AnsweredLine[]) => tx`
  insert into notices.answer_line (account_id, answer_id, batch_id, have, destroyed, coming, used)
  select ${tx.act.accountId}, ${answerId}, l.batch, l.have, l.destroyed, l.coming, l.used
  from unnest(${lines.map((l) => l.batchId)}::uuid[], ${lines.map((l) => l.have)}::bigint[], ${lines.map((l) => l.destroyed)}::bigint[],
    ${lines.map((l) => l.returning)}::bigint[], ${lines.map((l) => l.used)}::bigint[]) as l(batch, have, destroyed, coming, used)`

type NewProof = Readonly<{ answerId: string; name: string; contentType: string; content: Buffer }>

export const insertProof = (tx: Tx, p: NewProof) => tx`
  insert into notices.proof (account_id, id, answer_id, name, content_type, content)
  values (${tx.act.accountId}, ${newId()}, ${p.answerId}, ${p.name}, ${p.contentType}, ${p.content})`

type Proof = { name: string; contentType: FileType; content: Buffer }

export const proofById = (db: Db, recallId: string, id: string) => db<Proof[]>`
  select p.name, p.content_type, p.content from notices.proof p
  join notices.answer a on a.account_id = p.account_id and a.id = p.answer_id
  where p.account_id = ${db.act.accountId} and p.id = ${id} and a.recall_id = ${recallId}`

export type NewCall = Readonly<{
  id: string
  recallId: string
  recipientId: string
  outcome: Called['outcome']
  said: string | null
}>

export const insertCall = (tx: Tx, c: NewCall) => tx`
  insert into notices.call (account_id, id, recall_id, recipient_id, outcome, said, by_name, at)
  values (${tx.act.accountId}, ${c.id}, ${c.recallId}, ${c.recipientId}, ${c.outcome}, ${c.said}, ${tx.act.actorName}, ${tx.act.at})`
