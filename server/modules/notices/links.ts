/**
 * server/modules/notices/links.ts — the way to the answer page: a token that nobody guesses, of which the hash alone is kept.
 */
import { createHash, randomBytes } from 'node:crypto'
import type { Tx } from '#platform/db.ts'

const accountBytes = 16
const secretBytes = 32
const tokenPattern = /^[A-Za-z0-9_-]{64}$/

/** Begins with the account, so that it is looked up where only this account's rows are seen; 256 bits follow that nobody knows. */
export function newLinkToken(accountId: string): string {
  const account = Buffer.from(accountId.replaceAll('-', ''), 'hex')
  return Buffer.concat([account, randomBytes(secretBytes)]).toString('base64url')
}

/** Null for what was never one. */
export function accountOfToken(token: string): string | null {
  if (!tokenPattern.test(token)) return null
  const hex = Buffer.from(token, 'base64url').subarray(0, accountBytes).toString('hex')
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-')
}

export const hashOfToken = (token: string): Buffer => createHash('sha256').update(token).digest()

/** Behind the `#`, which browsers send to no server and no mail scanner follows: it is in no log, and only a person opens it. */
export const linkOf = (publicUrl: string, token: string): string => `${publicUrl}/answer#${token}`

export type Linked = Readonly<{ noticeId: string; token: string }>

export const saveLinks = (tx: Tx, links: readonly Linked[]) => tx`
  insert into notices.link (account_id, token_hash, notice_id, made_at)
  select ${tx.act.accountId}, decode(l.hash, 'hex'), l.notice, ${tx.act.at}
  from unnest(${links.map(({ token }) => hashOfToken(token).toString('hex'))}::text[], ${links.map(({ noticeId }) => noticeId)}::uuid[]) as l(hash, notice)`
