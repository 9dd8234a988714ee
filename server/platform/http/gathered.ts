/**
 * server/platform/http/gathered.ts — one path for one and for many: requests that arrive together, and the items of a
 * bulk request, are written in shared transactions, and each gets its own answer.
 */
import type { Instant } from '../clock.ts'
import { type Act, isUnreachable, type Origin, sqlState, type Tx } from '../db.ts'
import { answerBefore, type KeyedRequest, keepAnswers, keptAnswers, keyOfItem, requestHash } from '../idempotency.ts'
import { Refusal } from '../refusal.ts'
import { type Outcome, waves } from '../waves.ts'
import { type Answered, type Call, type House, own, sendAnswer, written } from './house.ts'
import { asRefusal, invalid, problemBody } from './problems.ts'
import { Exactly, Nullable, type Static, type TSchema, Type } from './schema.ts'
import { compileValidator, sizeOf, type Validates } from './validation.ts'

/** What one of several callers asks, as commands see it. */
export type Asked<Body> = Readonly<{ body: Body; origin: Origin }>

export type Gathered<B extends TSchema, A extends TSchema, F extends TSchema, Done, Known = undefined> = Readonly<{
  url: string
  needs: string
  tells: string
  tag: string
  body: B
  answer: A
  bulk: Readonly<{ field: string; tells: string; itemsMax: number; bodyBytesMax: number; brief: F }>
  /** Asks of different lanes do not wait for one another; those which want the same stock should share one. */
  lane?: (body: Static<B>) => string
  /** A permission that this item needs beyond the route's. */
  alsoNeeds?: (body: Static<B>) => string | null
  /** Lines, so that a transaction holds a bounded number of them. */
  weigh: (body: Static<B>) => number
  /** What all asks name, read without locks and at the same time as the answers given before: a round trip less. */
  lookUp?: (tx: Tx, bodies: readonly Static<B>[]) => Promise<Known>
  /** One outcome an ask; a refusal returned, not thrown, concerns that ask alone and nothing was written for it. */
  run: (tx: Tx, asks: readonly Asked<Static<B>>[], known: Known) => Promise<(Done | Refusal)[]>
  answers: (tx: Tx, done: readonly Done[]) => Promise<Static<A>[]>
  brief: (done: Done) => Static<F>
}>

type Item<Body> = Readonly<{ act: Act; body: Body; keyed: KeyedRequest | null; reply: Call['reply'] }>

/** What an accepted item is answered with, alone or in bulk. */
const created = 201

const weightMax = 4000
const waveMax = 256

export function gathered<B extends TSchema, A extends TSchema, F extends TSchema, Done, Known = undefined>(
  house: House,
  route: Gathered<B, A, F, Done, Known>,
): void {
  singly(house, route)
  inBulk(house, route)
}

function singly<B extends TSchema, A extends TSchema, F extends TSchema, Done, Known>(
  house: House,
  route: Gathered<B, A, F, Done, Known>,
): void {
  const { url, needs, tells, tag, body, answer } = route
  const serve = waves<Item<Static<B>>, Answered>({
    sizeMax: waveMax,
    weightMax,
    weigh: ({ body: one }) => route.weigh(one),
    patience: 0.4, // measured: a wave's fixed part is shared by more, and its callers have their answers sooner for it
    run: (items) =>
      answerGroup(
        house,
        items,
        work(route, async (tx, done) => {
          const answers = await route.answers(tx, done)
          const [first] = items
          return first ? answers.map((one) => written(first.reply, created, one)) : []
        }),
      ),
  })
  own(house, 'POST', { url, needs, tells, tag, body, answer, status: created }, async (call, input) => {
    refuseBeyondRole(house, call.act, route.alsoNeeds?.(input.body) ?? null)
    const item = { act: call.act, body: input.body, keyed: call.keyed, reply: call.reply }
    const lane = `${call.act.accountId} ${call.act.actorId} ${route.lane?.(input.body) ?? ''}`
    const answered = await serve(lane, item)
    house.changes.tell(call.act.accountId)
    return sendAnswer(call, answered)
  })
}

function inBulk<B extends TSchema, A extends TSchema, F extends TSchema, Done, Known>(
  house: House,
  route: Gathered<B, A, F, Done, Known>,
): void {
  const { needs, tag, bulk } = route
  const url = `${route.url}/bulk`
  own(
    house,
    'POST',
    {
      url,
      needs,
      tells: bulk.tells,
      tag,
      bodyBytesMax: bulk.bodyBytesMax,
      body: Exactly({ [bulk.field]: Type.Array(route.body, { minItems: 1, maxItems: bulk.itemsMax }) }),
      envelope: Exactly({ [bulk.field]: Type.Array(Type.Unknown(), { minItems: 1, maxItems: bulk.itemsMax }) }),
      answer: BulkAnswer(bulk.brief),
    },
    async (call, { body }) => {
      const given = (body as Record<string, unknown[]>)[bulk.field] ?? []
      const size = sizeOf(body)
      const outcomes = given.map((one): Outcome<Answered> | null => misshapen(route.body, one, size))
      const items = given.flatMap((one, index): (Item<Static<B>> & { index: number })[] => {
        if (outcomes[index]) return []
        const asks = one as Static<B>
        refuseBeyondRole(house, call.act, route.alsoNeeds?.(asks) ?? null)
        return [{ index, act: call.act, body: asks, keyed: itemKey(call, url, asks, index), reply: call.reply }]
      })
      const each = work(route, async (_tx, done) => done.map((one) => JSON.stringify(route.brief(one))))
      for (const group of byWeight(items, ({ body: one }) => route.weigh(one))) {
        const answered = await answerGroup(house, group, each)
        for (const [at, { index }] of group.entries()) outcomes[index] = answered[at] ?? null
      }
      house.changes.tell(call.act.accountId)
      return sendAnswer(call, { status: 200, body: bulkBody(outcomes, String(call.request.id)) })
    },
  )
}

const validators = new WeakMap<TSchema, Validates>()

/** An item that is not of the right form is refused alone, like any other; in a large request with its first problem. */
function misshapen(schema: TSchema, item: unknown, size: number): Outcome<Answered> | null {
  const validates = validators.get(schema) ?? compileValidator({ schema, httpPart: 'body' })
  validators.set(schema, validates)
  return validates(item, size) ? null : { error: invalid(validates.errors ?? []) }
}

const BulkAnswer = (brief: TSchema) =>
  Type.Object({
    results: Type.Array(
      Type.Object({
        index: Type.Integer(),
        status: Type.Integer({ description: 'As if this one had been sent alone' }),
        again: Type.Boolean({ description: 'It was done before, and this is what was answered then' }),
        answer: Nullable(brief),
        problem: Nullable(Type.Unsafe<unknown>({ $ref: 'Problem#' })),
      }),
    ),
    accepted: Type.Integer(),
    refused: Type.Integer(),
  })

function refuseBeyondRole(house: House, { role }: Act, needs: string | null): void {
  if (needs !== null && !house.allows(role, needs)) throw new Refusal('not_allowed', { needs, role })
}

/** Each item of a bulk request can be repeated alone: by the id that its caller made, or by its place in the request. */
function itemKey({ keyed }: Call, url: string, body: unknown, index: number): KeyedRequest | null {
  const { id } = body as { id?: unknown }
  const keys = typeof id === 'string' ? [`id:${url}:${id}`] : (keyed?.keys ?? []).map((key) => keyOfItem(key, index))
  return keys.length === 0 ? null : { keys, hash: requestHash('POST', url, body) }
}

/** A route's work on one group: what it looks up, and then what it does with the asks that were not answered before. */
type Work<Body, Known> = Readonly<{
  lookUp(tx: Tx, bodies: readonly Body[]): Promise<Known>
  run(tx: Tx, asks: readonly Asked<Body>[], known: Known): Promise<(string | Refusal)[]>
}>

function work<B extends TSchema, A extends TSchema, F extends TSchema, Done, Known>(
  route: Gathered<B, A, F, Done, Known>,
  tell: (tx: Tx, done: readonly Done[]) => Promise<string[]>,
): Work<Static<B>, Known> {
  return {
    lookUp: route.lookUp ?? (async () => undefined as Known),
    async run(tx, asks, known) {
      const done = await route.run(tx, asks, known)
      const good = done.filter((one): one is Done => !(one instanceof Refusal))
      const told = await tell(tx, good)
      let next = 0
      return done.map((one) => (one instanceof Refusal ? one : (told[next++] ?? '')))
    },
  }
}

/**
 * Writes a group in one transaction. Where that is refused, nothing was done, and the two halves are tried each on their
 * own: in the end only what is wrong is refused.
 */
async function answerGroup<Body, Known>(
  house: House,
  items: readonly Item<Body>[],
  work: Work<Body, Known>,
): Promise<Outcome<Answered>[]> {
  const attempt = () => writeGroup(house, items, work)
  try {
    return await attempt()
  } catch (error) {
    // It may have been done: to do it again here would be to do it twice. Whoever sent a key can ask again with it.
    if (error instanceof Refusal && error.code === 'outcome_unknown') return items.map(() => ({ error }))
    if (items.length > 1 && !isUnreachable(error)) {
      const middle = items.length >> 1
      const first = await answerGroup(house, items.slice(0, middle), work)
      return [...first, ...(await answerGroup(house, items.slice(middle), work))]
    }
    // Two of the same request at once: the first has committed by now, and its answer is there to be found.
    if (items.length === 1 && items[0]?.keyed && sqlState(error) === '23505')
      return attempt().catch((again: unknown) => [{ error: again }])
    return items.map(() => ({ error }))
  }
}

async function writeGroup<Body, Known>(
  house: House,
  items: readonly Item<Body>[],
  { lookUp, run }: Work<Body, Known>,
): Promise<Outcome<Answered>[]> {
  const [first] = items
  if (!first) return []
  const act = { ...first.act, at: latest(items), requestId: items.length === 1 ? first.act.requestId : null }
  return house.database.write(act, async (tx) => {
    const keys = items.flatMap(({ keyed }) => keyed?.keys ?? [])
    const bodies = items.map(({ body }) => body)
    const [answers, known] = await Promise.all([keys.length > 0 ? keptAnswers(tx, keys) : [], lookUp(tx, bodies)])
    const kept = new Map(answers.map((row) => [row.key, row]))
    const outcomes = items.map(
      ({ keyed }) =>
        keyed &&
        before(
          keyed.keys.flatMap((key) => kept.get(key) ?? []),
          keyed,
        ),
    )
    const fresh = items.filter((_, index) => outcomes[index] === null)
    const told = fresh.length > 0 ? await run(tx, fresh.map(asked), known) : []
    const answered = fresh.map((_, index) => outcomeOf(told[index]))
    keepAnswers(
      tx,
      answered.flatMap((outcome, index) => {
        const keyed = fresh[index]?.keyed
        return keyed && 'answer' in outcome ? [{ ...keyed, ...outcome.answer }] : []
      }),
    )
    let next = 0
    return outcomes.map((outcome) => outcome ?? answered[next++] ?? { error: new Error('an ask was not answered') })
  })
}

const asked = <Body>({ act: { source, requestId }, body }: Item<Body>): Asked<Body> => ({
  body,
  origin: { source, requestId },
})

function before(kept: Parameters<typeof answerBefore>[0], keyed: KeyedRequest): Outcome<Answered> | null {
  try {
    const answer = answerBefore(kept, keyed)
    return answer && { answer: { status: answer.status, body: answer.body, again: true } }
  } catch (error) {
    return { error }
  }
}

const outcomeOf = (body: string | Refusal | undefined): Outcome<Answered> =>
  typeof body === 'string' && body !== ''
    ? { answer: { status: created, body } }
    : { error: body || new Error('an ask was not answered') }

const latest = (items: readonly Item<unknown>[]): Instant =>
  items.reduce((at, { act }) => (act.at > at ? act.at : at), '')

function byWeight<T>(items: readonly T[], weigh: (item: T) => number): T[][] {
  const groups: T[][] = []
  let weight = Number.POSITIVE_INFINITY
  for (const item of items) {
    weight += weigh(item)
    if (weight > weightMax) {
      groups.push([])
      weight = weigh(item)
    }
    groups.at(-1)?.push(item)
  }
  return groups
}

/** Throws what is a bug or meets all alike; the rest is told item by item. */
function bulkBody(outcomes: readonly (Outcome<Answered> | null)[], requestId: string): string {
  const results = outcomes.map((outcome, index) => {
    if (!outcome) throw new Error('an item was not answered')
    if ('answer' in outcome)
      return `{"index":${index},"status":${outcome.answer.status},"again":${outcome.answer.again ?? false},"answer":${outcome.answer.body},"problem":null}`
    const refusal = asRefusal(outcome.error)
    if (!refusal) throw outcome.error
    const { problem } = refusal
    const told = JSON.stringify(problemBody(problem, requestId))
    return `{"index":${index},"status":${problem.status},"again":false,"answer":null,"problem":${told}}`
  })
  const accepted = outcomes.filter((outcome) => outcome && 'answer' in outcome).length
  return `{"results":[${results.join(',')}],"accepted":${accepted},"refused":${outcomes.length - accepted}}`
}
