/**
 * server/test/shop-recalls.ts — recalls of the simulation: started, widened and narrowed, and ended, while everything else goes on.
 */
import type { Dice } from './hostile.ts'
import { type Asker, anyOf, ask, type State, type Step } from './shop-state.ts'
import type { Caller, Json } from './world.ts'

const reason = 'splinters of glass'

/** A batch or two, or a lot; now and then one of its batches is left out. */
function someScope(roll: Dice, state: State): Json {
  const [one, other] = [anyOf(roll, state.batches), anyOf(roll, state.batches)]
  const lot = roll.chance(30) ? anyOf(roll, state.lots) : null
  const parts = [
    { kind: 'batch', batch: one },
    ...(roll.chance(50) ? [{ kind: 'batch', batch: other }] : []),
    ...(lot ? [{ kind: 'lot', lot }] : []),
  ]
  return { parts, ...(lot && roll.chance(40) ? { except: [other] } : {}) }
}

const went = ({ state, caller }: Asker, id: string | null, what: string, body: Json) =>
  id === null ? null : ask({ state, caller }, 'POST', `/v1/recalls/${id}/${what}`, body)

export const recallSteps: Readonly<Record<string, Step>> = {
  async recall({ caller, roll, state }) {
    if (state.batches.size === 0) return
    const body = { kind: 'recall', title: 'Glass', reason, scope: someScope(roll, state) }
    const drafted = await ask({ state, caller }, 'POST', '/v1/recalls', body)
    const started = await went({ state, caller }, drafted?.body.id ?? null, 'start', {})
    if (started) state.recalls.add(started.body.id)
  },
  async meanAnew({ caller, roll, state }) {
    const id = anyOf(roll, state.recalls)
    if (id) await went({ state, caller }, id, 'versions', { scope: someScope(roll, state), reason })
  },
  async endRecall({ caller, roll, state }) {
    const id = anyOf(roll, state.recalls)
    if (await went({ state, caller }, id, 'end', { reason: 'it was dust' })) state.recalls.delete(id ?? '')
  },
}

type Seen = Readonly<{ version: number; sent: ReadonlyMap<string, number> }>
type Sent = ReadonlyMap<string, ReadonlyMap<string, number>>
type Kept = Pick<State, 'holds' | 'recalls'> & Readonly<{ sent: Sent }>

/**
 * Looks at recalls again and again, when nothing is being done: what is promised, can be sold or was sent since the last look of what a recall means, and holds that
 * went with one though they were there without it, or stayed without it.
 */
export function recallsLooked(caller: Caller, state: Kept): () => Promise<string[]> {
  let before = new Map<string, Seen>()
  return async () => {
    const wrong = await holdsAstray(caller, state)
    const now = new Map<string, Seen>()
    for (const id of state.recalls) {
      const { number, version, state: stands } = await caller.get(`/v1/recalls/${id}`)
      if (stands !== 'running') wrong.push(`${number} is ${stands}`)
      const { here, batches, openOrders } = await caller.get(`/v1/recalls/${id}/trace`)
      wrong.push(...notFrozen(here, openOrders).map((one) => `${number}: ${one}`))
      const sent = new Map<string, number>(batches.map(({ batchId }: Json) => [batchId, unitsSent(state, batchId)]))
      const last = before.get(id)
      if (last && last.version === version)
        wrong.push(...sentSince(last.sent, sent).map((one) => `${number}: sent ${one}`))
      now.set(id, { version, sent })
    }
    before = now
    return wrong
  }
}

const notFrozen = (here: readonly Json[], openOrders: readonly Json[]): string[] => [
  ...here
    .filter(({ reserved, available }) => reserved + available > 0)
    .map((row) => `${row.reserved} of ${row.batchCode} promised and ${row.available} free at ${row.placeCode}`),
  ...openOrders
    .filter(({ quantity }) => quantity > 0)
    .map(({ orderNumber, quantity }) => `${quantity} promised to ${orderNumber}`),
]

const unitsSent = ({ sent }: Pick<Kept, 'sent'>, batchId: string) =>
  [...(sent.get(batchId)?.values() ?? [])].reduce((sum, units) => sum + units, 0)

const sentSince = (last: Seen['sent'], now: Seen['sent']) =>
  [...now].flatMap(([batchId, units]) => {
    const more = units - (last.get(batchId) ?? units)
    return more > 0 ? [`${more} of ${batchId}`] : []
  })

async function holdsAstray(caller: Caller, { holds, recalls }: Kept): Promise<string[]> {
  const { items } = await caller.get('/v1/holds?active=true&limit=500')
  const active = new Set(items.map(({ id }: Json) => id))
  return [
    ...[...holds].filter((id) => !active.has(id)).map((id) => `hold ${id} is gone`),
    ...items.flatMap(({ number, keeperId }: Json) =>
      keeperId !== null && !recalls.has(keeperId) ? [`hold ${number} is kept by what has ended`] : [],
    ),
  ]
}
