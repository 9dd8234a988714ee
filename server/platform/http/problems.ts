/**
 * server/platform/http/problems.ts — every failure as RFC 9457 problem+json: refusals in their own words, bugs as a
 * bare 500 with the request id, the rest in the log.
 */
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify'
import { isUnreachable, sqlState } from '../db.ts'
import type { Log } from '../log.ts'
import { nameTaken } from '../naming.ts'
import { type Problem, Refusal } from '../refusal.ts'

type AjvError = {
  instancePath: string
  keyword: string
  message?: string
  params: Record<string, unknown>
  parentSchema?: { says?: string }
}

const problemsMax = 100

export function answerProblem(log: Log) {
  return async (error: unknown, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> => {
    const refusal = asRefusal(error)
    if (!refusal)
      log.error({ error, requestId: request.id, method: request.method, route: request.routeOptions.url }, 'bug')
    const problem: Problem = refusal?.problem ?? bug
    if (problem.code === 'sign_in_locked' || problem.code === 'phone_codes_locked' || problem.status === 503)
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
  return found ? invalid(found, validationContext === 'headers' ? 'header ' : '') : null
}

/** What the validator found, all of it, in words. */
export function invalid(found: readonly unknown[], place = ''): Refusal<'invalid_input'> {
  const problems = (found as readonly AjvError[])
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

const plural = (count: unknown, thing: string) => `${String(count)} ${thing}${count === 1 ? '' : 's'}`

function wordsFor({ keyword, params, message, parentSchema }: AjvError): string {
  const { limit } = params
  if (parentSchema?.says && ['pattern', 'format'].includes(keyword)) return `must be ${parentSchema.says}`
  switch (keyword) {
    case 'required':
      return 'is missing'
    case 'additionalProperties':
      return 'is not a field known here'
    case 'enum':
      return `must be one of ${(params.allowedValues as unknown[]).map(String).join(', ')}`
    case 'minimum':
      return `must be ${String(limit)} or more`
    case 'maximum':
      return `must be ${String(limit)} or less`
    case 'minLength':
      return limit === 1 ? 'must not be empty' : `must have ${plural(limit, 'character')} or more`
    case 'maxLength':
      return `must have ${plural(limit, 'character')} or fewer`
    case 'minItems':
      return `must have ${plural(limit, 'entry').replace('entrys', 'entries')} or more`
    case 'maxItems':
      return `must have ${plural(limit, 'entry').replace('entrys', 'entries')} or fewer`
    case 'uniqueItems':
      return `must name each once, and entry ${Number(params.i) + 1} is there already`
    case 'type':
      return String(params.type).startsWith('integer')
        ? 'must be a whole number'
        : `must be of type ${String(params.type)}`
    default:
      return message ?? 'is not right'
  }
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
  if (state === '40001' || state === '40P01' || state === '55P03') return new Refusal('busy', {})
  if (state === '53100') return new Refusal('storage_full', {})
  if (state === '53200') return new Refusal('memory_full', {})
  if (state === '23505') return new Refusal('already_exists', nameTaken(error) ?? duplicate(error))
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
