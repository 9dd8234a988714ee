/**
 * server/platform/idempotency.ts — a repeat with the same key and the same request answers as the first did.
 *
 * The answer is kept in the transaction of the work. Two at once: the second one's insert waits for the first to commit,
 * fails on the key, and is run again, now finding the answer. Refusals are not kept: they changed nothing. After a month an
 * answer is forgotten (forget-answers.ts), and what has an id is then refused as being there already.
 */
import { createHash } from 'node:crypto'
import type { Db, Tx } from './db.ts'
import { Refusal } from './refusal.ts'

/** Under several keys where the caller gave one and the thing has an id as well: neither may be done twice. */
export type KeyedRequest = Readonly<{ keys: readonly string[]; hash: Buffer }>
export type KeptAnswer = Readonly<{ key: string; requestHash: Buffer; status: number; body: string }>

export const keyLengthMax = 200
export const answersKeptDays = 30

/** Of one item of a request that has a key. */
export function keyOfItem(key: string, index: number): string {
  const own = `${key}#${index}`
  return own.length <= keyLengthMax ? own : `${createHash('sha256').update(key).digest('hex')}#${index}`
}

/**
 * The same for the same fields in another order. A password has no part in it: this hash is quick, and a quick hash of a
 * password is one to guess by.
 */
export function requestHash(method: string, url: string, body: unknown): Buffer {
  const text = JSON.stringify(body, (key, value) => (key === 'password' ? undefined : inOrder(value))) ?? ''
  return createHash('sha256').update(`${method} ${url}\n${text}`).digest()
}

function inOrder(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
}

export function keptAnswers(db: Db, keys: readonly string[]) {
  return db<KeptAnswer[]>`
    select key, request_hash, status, body from platform.idempotent_answer
    where account_id = ${db.act.accountId} and key = any(${keys as string[]})`
}

/** The answer given before under one of its keys, or null; refuses `key_reused` where the request differs. */
export function answerBefore(kept: readonly KeptAnswer[], { keys, hash }: KeyedRequest): KeptAnswer | null {
  const own = kept.filter(({ key }) => keys.includes(key))
  const other = own.find(({ requestHash: before }) => !before.equals(hash))
  if (other) throw new Refusal('key_reused', { key: other.key })
  return own[0] ?? null
}

export function keepAnswers(tx: Tx, answers: readonly (KeyedRequest & { status: number; body: string })[]): void {
  const rows = answers.flatMap(({ keys, ...answer }) => keys.map((key) => ({ key, ...answer })))
  if (rows.length === 0) return
  const kept = tx`
    insert into platform.idempotent_answer (account_id, key, request_hash, status, body, answered_at)
    select ${tx.act.accountId}, a.key, decode(a.hash, 'hex'), a.status, a.body, ${tx.act.at}
    from unnest(${rows.map((a) => a.key)}::text[], ${rows.map((a) => a.hash.toString('hex'))}::text[],
      ${rows.map((a) => a.status)}::int[], ${rows.map((a) => a.body)}::text[]) as a(key, hash, status, body)`
  tx.send(kept.execute())
}
