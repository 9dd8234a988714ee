/**
 * server/platform/http/house.ts — how every route is made: who asks, whether they may, in which transaction, whether it
 * was asked before, and how it is told. A module's handler is then a line or three.
 */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Changes } from '../changes.ts'
import type { Clock } from '../clock.ts'
import { type Act, type Database, type Db, sqlState, type Tx } from '../db.ts'
import { answerBefore, type KeyedRequest, keepAnswers, keptAnswers, keyLengthMax, requestHash } from '../idempotency.ts'
import { Refusal } from '../refusal.ts'
import { type Static, type TSchema, Type } from './schema.ts'
import { spooled } from './spool.ts'
import { compileValidator } from './validation.ts'

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'

export type Route<P extends TSchema, Q extends TSchema, B extends TSchema, A extends TSchema> = Readonly<{
  url: string
  /** A permission, `anyone` who is signed in, or `nobody` where no sign-in is asked for. */
  needs: string
  tells: string
  tag: string
  params?: P
  query?: Q
  body?: B
  answer: A
  /** Judged of the body before the handler runs, where that judges the rest of `body` itself. */
  envelope?: TSchema
  status?: 200 | 201
  bodyBytesMax?: number
  /** Requests a minute from one address. */
  rateMax?: number
}>

export type Input<P extends TSchema, Q extends TSchema, B extends TSchema> = Readonly<{
  params: Static<P>
  query: Static<Q>
  body: Static<B>
}>

/** One request as the handlers of `own` see it. */
export type Call = Readonly<{ act: Act; keyed: KeyedRequest | null; request: FastifyRequest; reply: FastifyReply }>
/** `again`: it was done before, and this is what was answered then. */
export type Answered = Readonly<{ status: number; body: string; again?: true }>
/** Content that may be long comes in pieces, all of them within the transaction. */
export type Download = Readonly<{ type: string; name: string; content: Uint8Array | AsyncIterable<Uint8Array> }>

type None = ReturnType<typeof Type.Object>

export type House = Readonly<{
  http: FastifyInstance
  database: Database
  clock: Clock
  changes: Changes
  /** Throws `not_signed_in`. */
  identify(request: FastifyRequest): Promise<Act>
  allows(role: string, needs: string): boolean
  routes: { method: Method; url: string; needs: string }[]
}>

export function read<A extends TSchema, P extends TSchema = None, Q extends TSchema = None>(
  house: House,
  route: Route<P, Q, None, A>,
  handler: (db: Db, input: Input<P, Q, None>) => Promise<Static<A>>,
): void {
  own(house, 'GET', route, async ({ act }, input) => house.database.read(act, (db) => handler(db, input)))
}

/** A question too long for an address: it is posted, and changes nothing. */
export function consider<A extends TSchema, B extends TSchema>(
  house: House,
  route: Route<None, None, B, A>,
  handler: (db: Db, input: Input<None, None, B>) => Promise<Static<A>>,
): void {
  own(house, 'POST', route, async ({ act }, input) => house.database.read(act, (db) => handler(db, input)))
}

/** What a write would do, told by doing it: then all of it is rolled back, so that it can never differ from the act. */
export function foresee<A extends TSchema, B extends TSchema>(
  house: House,
  route: Route<None, None, B, A>,
  handler: (tx: Tx, input: Input<None, None, B>) => Promise<Static<A>>,
): void {
  own(house, 'POST', route, async ({ act }, input) => {
    try {
      return await house.database.write(act, async (tx) => {
        throw new Foreseen(await handler(tx, input))
      })
    } catch (error) {
      if (error instanceof Foreseen) return error.answer
      throw error
    }
  })
}

class Foreseen extends Error {
  readonly answer: unknown
  constructor(answer: unknown) {
    super('foreseen')
    this.answer = answer
  }
}

export function download<P extends TSchema = None, Q extends TSchema = None>(
  house: House,
  route: Omit<Route<P, Q, None, TSchema>, 'answer'>,
  handler: (db: Db, input: Input<P, Q, None>) => Promise<Download>,
): void {
  own(house, 'GET', { ...route, answer: Type.Any() }, async ({ act, reply }, input) => {
    const { type, name, content } = await house.database.read(act, async (db) => {
      const made = await handler(db, input)
      return { ...made, content: made.content instanceof Uint8Array ? made.content : await spooled(made.content) }
    })
    return reply
      .header('content-type', type)
      .header('content-disposition', `inline; filename="${name.replaceAll(/[^\w.-]/g, '_')}"`)
      .send(content)
  })
}

export function write<A extends TSchema, P extends TSchema = None, Q extends TSchema = None, B extends TSchema = None>(
  house: House,
  method: Method,
  route: Route<P, Q, B, A>,
  handler: (tx: Tx, input: Input<P, Q, B>) => Promise<Static<A>>,
): void {
  own(house, method, route, async (call, input) => {
    const answer = await answerOnce(house, call, route.status ?? 200, (tx) => handler(tx, input))
    house.changes.tell(call.act.accountId)
    return sendAnswer(call, answer)
  })
}

/** Runs `work` in one transaction; a repeat of a keyed request gets the answer that the first one got. */
export async function answerOnce<T>(
  house: House,
  call: Call,
  status: number,
  work: (tx: Tx) => Promise<T>,
): Promise<Answered> {
  const { act, keyed } = call
  const attempt = () =>
    house.database.write(act, async (tx) => {
      const before = keyed && answerBefore(await keptAnswers(tx, keyed.keys), keyed)
      if (before) return before
      const answer = { status, body: written(call.reply, status, await work(tx)) }
      if (keyed) keepAnswers(tx, [{ ...keyed, ...answer }])
      return answer
    })
  try {
    return await attempt()
  } catch (error) {
    // Two of the same request at once: the first has committed by now, and its answer is there to be found.
    if (!keyed || sqlState(error) !== '23505') throw error
    return await attempt()
  }
}

/** As the route's schema has it: what a handler knows beyond that stays inside. */
export const written = (reply: FastifyReply, status: number, value: unknown): string =>
  String(reply.serializeInput(value as Record<string, unknown>, String(status)))

export function sendAnswer({ reply }: Pick<Call, 'reply'>, { status, body }: Answered): FastifyReply {
  return reply.code(status).header('content-type', 'application/json; charset=utf-8').send(body)
}

/** RFC 9457, as every refusal and failure is answered. */
const refused = {
  description: 'Refused, or failed',
  content: { 'application/problem+json': { schema: Type.Unsafe({ $ref: 'Problem#' }) } },
}

/** A route whose handler sees to its own transaction. */
export function own<P extends TSchema = None, Q extends TSchema = None, B extends TSchema = None>(
  house: House,
  method: Method,
  route: Route<P, Q, B, TSchema>,
  handler: (call: Call, input: Input<P, Q, B>) => Promise<unknown>,
): void {
  const { url, needs, tells, tag, status = 200, envelope } = route
  house.routes.push({ method, url, needs })
  house.http.route({
    method,
    url,
    schema: {
      summary: tells,
      tags: [tag],
      ...(route.params ? { params: route.params } : {}),
      ...(route.query ? { querystring: route.query } : {}),
      ...(route.body ? { body: route.body } : {}),
      response: { [status]: route.answer, default: refused },
      ...({ 'x-needs': needs } as object),
    },
    ...(envelope
      ? {
          validatorCompiler: ({ schema, httpPart }) =>
            compileValidator({ schema: httpPart === 'body' ? envelope : schema, httpPart }),
        }
      : {}),
    ...(route.bodyBytesMax ? { bodyLimit: route.bodyBytesMax } : {}),
    config: route.rateMax ? { rateLimit: { max: route.rateMax, timeWindow: '1 minute' } } : {},
    // Before the body is read and judged: a stranger learns nothing about what a route wants.
    onRequest: async (request) => {
      if (needs === 'nobody') return
      const act = await house.identify(request)
      if (needs !== 'anyone' && !house.allows(act.role, needs))
        throw new Refusal('not_allowed', { needs, role: act.role })
      acts.set(request, act)
    },
    handler: async (request, reply) => {
      const act = acts.get(request) ?? strangerAct(house, request)
      const keyed = method === 'GET' ? null : keyOf(request)
      // On the disk of a device that gets lost there is no answer, unless its route says otherwise.
      void reply.header('cache-control', 'no-store')
      return handler({ act, keyed, request, reply }, request as unknown as Input<P, Q, B>)
    },
  })
}

const acts = new WeakMap<FastifyRequest, Act>()

function strangerAct(house: House, request: FastifyRequest): Act {
  return {
    accountId: '',
    actorId: null,
    actorName: '',
    role: '',
    source: `web ${request.ip}`,
    requestId: String(request.id),
    at: house.clock.now(),
  }
}

/** The header's key, and the id that the caller made for the new thing, which serves as well. */
function keyOf(request: FastifyRequest): KeyedRequest | null {
  const header = request.headers['idempotency-key']
  const made = (request.body as { id?: unknown } | undefined)?.id
  const keys = [
    ...(typeof header === 'string' ? [header] : []),
    ...(typeof made === 'string' && request.method === 'POST' ? [`id:${request.routeOptions.url}:${made}`] : []),
  ]
  if (keys.length === 0) return null
  if (keys.some((key) => key.length === 0 || key.length > keyLengthMax || key.includes('\u0000'))) {
    throw new Refusal('invalid_input', {
      problems: [{ at: 'idempotency-key', message: `must have 1 to ${keyLengthMax} characters` }],
    })
  }
  return { keys, hash: requestHash(request.method, request.url, request.body) }
}
