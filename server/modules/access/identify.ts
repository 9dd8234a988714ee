/**
 * server/modules/access/identify.ts — who sends a request: an API key in `Authorization: Bearer`, or a session cookie.
 *
 * Look-ups are gathered in waves, not cached: a key revoked or a person disabled is out at the next request.
 */
import type { FastifyRequest } from 'fastify'
import type { Clock } from '#platform/clock.ts'
import type { Act, Sql } from '#platform/db.ts'
import { Refusal } from '#platform/refusal.ts'
import { waves } from '#platform/waves.ts'
import { sessionCookie } from './sign-in.ts'
import { hashToken } from './tokens.ts'

type Credential = {
  tokenHash: Buffer
  accountId: string
  kind: 'session' | 'key' | 'phone_code'
  subjectId: string
  label: string
  role: string
  expiresAt: string
}

/** The returned function throws `not_signed_in`, and `foreign_origin` for a cookie that another website made a browser send. */
export function identify(sql: Sql, clock: Clock): (request: FastifyRequest) => Promise<Act> {
  const credential = waves<Buffer, Credential | null>({
    sizeMax: 500,
    run: (hashes) => lookUp(sql, hashes),
  })
  return async (request) => {
    const key = /^Bearer (\S+)$/.exec(request.headers.authorization ?? '')?.[1]
    const token = key ?? request.cookies[sessionCookie]
    if (!token) throw new Refusal('not_signed_in', {})
    const found = await credential('', hashToken(token))
    const at = clock.now()
    if (!found || found.expiresAt <= at || found.kind !== (key ? 'key' : 'session') || !isMeant(request, found))
      throw new Refusal('not_signed_in', {})
    if (!key) refuseForeign(request)
    return {
      accountId: found.accountId,
      actorId: found.subjectId,
      actorName: found.label,
      role: found.role,
      source: `${key ? 'key' : 'web'} ${request.ip}`,
      requestId: String(request.id),
      at,
    }
  }
}

/** What waited on a device says whose it is: another person may have signed in there since. */
const isMeant = ({ headers }: FastifyRequest, { subjectId }: Credential): boolean =>
  (headers['firstout-person'] ?? subjectId) === subjectId

async function lookUp(sql: Sql, hashes: readonly Buffer[]) {
  const rows = await sql<Credential[]>`
    select token_hash, account_id, kind, subject_id, label, role, expires_at from access.credential
    where token_hash in (select decode(hash, 'hex') from unnest(${hashes.map((hash) => hash.toString('hex'))}::text[]) as hash)`
  const byHash = new Map(rows.map((row) => [row.tokenHash.toString('hex'), row]))
  return hashes.map((hash) => ({ answer: byHash.get(hash.toString('hex')) ?? null }))
}

/** Browsers say where a request comes from; a cookie counts only on requests of our own pages. */
export function refuseForeign(request: FastifyRequest): void {
  if (request.method === 'GET' || request.method === 'HEAD') return
  const { origin, host } = request.headers
  if (origin && URL.canParse(origin) && new URL(origin).host === host) return
  if (!origin && request.headers['sec-fetch-site'] === undefined) return
  throw new Refusal('foreign_origin', {})
}
