/**
 * server/platform/idempotency.ts — a repeat with the same key and the same request answers as the first did.
 *
 * The answer is kept in the transaction of the work. Two at once: the second one's insert waits for the first to commit,
 * fails on the key, and is run again, now finding the answer. Refusals are not kept: they changed nothing.
 */
import { createHash } from 'node:crypto'
import type { Db, Tx } from './db.ts'
import { Refusal } from './refusal.ts'

export type KeyedRequest = Readonly<{ key: string; hash: Buffer }>
export type KeptAnswer = Readonly<{ key: string; requestHash: Buffer; status: number; body: string }>

/** A password has no part in it: this hash is quick, and a quick hash of a password is one to guess by. */
export function requestHash(method: string, url: string, body: unknown): Buffer {
  const text = JSON.stringify(body, (key, value) => (key === 'password' ? undefined : value)) ?? ''
  return createHash('sha256').update(`${method} ${url}\n${text}`).digest()
}

export function keptAnswers(db: Db, keys: readonly string[]) {
  return db<KeptAnswer[]>`
    select key, request_hash, status, body from platform.idempotent_answer
    where account_id = ${db.act.accountId} and key = any(${keys as string[]})`
}

/** The answer given before, or null; refuses `key_reused` where the request differs. */
export function answerBefore(kept: KeptAnswer | undefined, request: KeyedRequest): KeptAnswer | null {
  if (!kept) return null
  if (!kept.requestHash.equals(request.hash)) throw new Refusal('key_reused', { key: request.key })
  return kept
}

export function keepAnswers(tx: Tx, answers: readonly (KeyedRequest & { status: number; body: string })[]): void {
  if (answers.length === 0) return
  const kept = tx`
    insert into platform.idempotent_answer (account_id, key, request_hash, status, body, answered_at)
    select ${tx.act.accountId}, a.key, decode(a.hash, 'hex'), a.status, a.body, ${tx.act.at}
    from unnest(${answers.map((a) => a.key)}::text[], ${answers.map((a) => a.hash.toString('hex'))}::text[],
      ${answers.map((a) => a.status)}::int[], ${answers.map((a) => a.body)}::text[]) as a(key, hash, status, body)`
  tx.send(kept.execute())
}
