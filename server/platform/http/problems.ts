/**
 * server/platform/http/problems.ts — every failure as RFC 9457 problem+json: refusals in their own words, bugs as a
 * bare 500 with the request id, the rest in the log.
 */
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify'
import { isUnreachable, sqlState } from '../db.ts'
import type { Log } from '../log.ts'
import { type Problem, Refusal } from '../refusal.ts'

type AjvError = { instancePath: string; keyword: string; message?: string; params: Record<string, unknown> }

const problemsMax = 100

export function answerProblem(log: Log) {
  return async (error: unknown, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> => {
    const refusal = asRefusal(error)
    if (!refusal)
      log.error({ err: error, requestId: request.id, method: request.method, route: request.routeOptions.url }, 'bug')
    const problem: Problem = refusal?.problem ?? bug
    if (problem.code === 'sign_in_locked' || problem.status === 503)
      void reply.header('retry-after', problem.status === 503 ? '1' : '60')
    return reply
      .code(problem.status)
      .header('content-type', 'application/problem+json; charset=utf-8')
      .send(JSON.stringify(problemBody(problem, String(request.id))))
  }
}

export const problemBody = ({ code, status, detail, facts }: Problem, requestId: string) => ({
  type: `urn:firstout:${code}`,
  title: code.replaceAll('_', ' '),
  status,
  code,
  detail,
  facts,
  requestId,
})

const bug: Problem = {
  code: 'bug',
  status: 500,
  detail: 'Something is wrong in Firstout itself. Quote the request id when you report it.',
  facts: {},
}

/** The refusal that an error stands for, or null for a bug. */
export function asRefusal(error: unknown): Refusal | null {
  if (error instanceof Refusal) return error
  return validation(error) ?? transport(error) ?? fromDatabase(error)
}

function validation(error: unknown): Refusal | null {
  const { validation: found, validationContext } = (error ?? {}) as FastifyError & { validationContext?: string }
  if (!found) return null
  const place = validationContext === 'headers' ? 'header ' : ''
  const problems = (found as unknown as AjvError[])
    .filter(({ keyword }) => keyword !== 'anyOf' || found.length === 1)
    .slice(0, problemsMax)
    .map((one) => ({ at: `${place}${pathOf(one)}`.replace(/\.$/, ''), message: wordsFor(one) }))
  return new Refusal('invalid_input', { problems })
}

function pathOf({ instancePath, keyword, params }: AjvError): string {
  const path = instancePath
    .slice(1)
    .replaceAll('~1', '/')
    .replaceAll('~0', '~')
    .replaceAll(/(^|\/)(\d+)/g, '[$2]')
    .replaceAll('/', '.')
  const own =
    keyword === 'required'
      ? params.missingProperty
      : keyword === 'additionalProperties'
        ? params.additionalProperty
        : ''
  return typeof own === 'string' && own !== '' ? `${path}${path ? '.' : ''}${own}` : path
}

function wordsFor({ keyword, params, message }: AjvError): string {
  if (keyword === 'required') return 'is missing'
  if (keyword === 'additionalProperties') return 'is not a field known here'
  if (keyword === 'enum') return `must be one of ${(params.allowedValues as string[]).join(', ')}`
  if (keyword === 'format' && params.format === 'day') return 'must be a calendar date that exists, as YYYY-MM-DD'
  if (keyword === 'format' && params.format === 'instant')
    return 'must be a time with its zone, as 2025-11-23T09:00:00-06:00'
  if (keyword === 'minLength') return 'must not be empty'
  if (keyword === 'pattern' && String(params.pattern).includes('[0-9a-fA-F]{8}-')) return 'must be a UUID'
  if (keyword === 'type' && String(params.type).startsWith('integer')) return 'must be a whole number'
  return message ?? 'is not right'
}

function transport(error: unknown): Refusal | null {
  const { code, statusCode, message } = (error ?? {}) as FastifyError
  if (code === 'FST_ERR_CTP_BODY_TOO_LARGE')
    return new Refusal('too_large', { limit: 'what the documentation names for this route' })
  if (statusCode === 429) return new Refusal('too_many_requests', { seconds: 60 })
  if (statusCode !== undefined && statusCode >= 400 && statusCode < 500)
    return new Refusal('unreadable', { why: message })
  return null
}

function fromDatabase(error: unknown): Refusal | null {
  const state = sqlState(error)
  if (isUnreachable(error)) return new Refusal('database_unavailable', {})
  if (state === '53100' || state === '53200') return new Refusal('storage_full', {})
  if (state === '23505') return new Refusal('already_exists', duplicate(error))
  if (state === '23503') return new Refusal('not_found', { kind: 'thing named in the request', id: reference(error) })
  // Class 22: a value that the database cannot hold, which the schema let through.
  if (state.startsWith('22'))
    return new Refusal('invalid_input', {
      problems: [{ at: '', message: 'A value has a form that cannot be stored.' }],
    })
  return null
}

/** From PostgreSQL's detail, e.g. `Key (account_id, sku)=(…, P-1) already exists.`: never the account's id. */
function duplicate(error: unknown): { kind: string; name: string } {
  const { table_name: table = 'record', detail = '' } = error as { table_name?: string; detail?: string }
  return { kind: table.replaceAll('_', ' '), name: reference({ detail }) }
}

function reference(error: unknown): string {
  const { detail = '' } = error as { detail?: string }
  const values = /=\((.*)\)/.exec(detail)?.[1] ?? ''
  return values.split(', ').slice(1).join(', ')
}
