/**
 * server/test/repairs.ts — what tests of repairs say often.
 */
import { batchId, stockOf } from './stories.ts'
import { type Answer, type Caller, type Json, waitFor } from './world.ts'

export const tried = (caller: Caller, body: Json): Promise<Answer> =>
  caller.call('POST', '/v1/batch-repairs', { reason: 'typed wrong', ...body })

export async function done(caller: Caller, body: Json): Promise<Json> {
  const answer = await tried(caller, body)
  if (answer.status !== 201) throw new Error(answer.text)
  return answer.body
}

/** By their codes. */
export const merge = async (caller: Caller, from: string, into: string, more: Json = {}): Promise<Json> =>
  done(caller, { kind: 'merge', batch: await batchId(caller, from), into: await batchId(caller, into), ...more })

export const triedMerge = async (caller: Caller, from: string, into: string, more: Json = {}): Promise<Answer> =>
  tried(caller, { kind: 'merge', batch: await batchId(caller, from), into: await batchId(caller, into), ...more })

/** `{ B: 40 }` from where it lies first. */
export async function split(
  caller: Caller,
  code: string,
  parts: Record<string, number>,
  more: Json = {},
): Promise<Json> {
  const [{ batchId: batch, placeId: place }] = await stockOf(caller, code)
  const list = Object.entries(parts).map(([child, quantity]) => ({ code: child, place, quantity }))
  return done(caller, { kind: 'split', batch, parts: list, ...more })
}

export const rename = async (caller: Caller, from: string, code: string, more: Json = {}): Promise<Json> =>
  done(caller, { kind: 'rename', batch: await batchId(caller, from), code, ...more })

export const triedUndo = (caller: Caller, { id }: Json): Promise<Answer> =>
  caller.call('POST', `/v1/batch-repairs/${id}/undoing`, { reason: 'they are two' })

export async function undo(caller: Caller, repair: Json): Promise<Json> {
  const answer = await triedUndo(caller, repair)
  if (answer.status !== 201) throw new Error(answer.text)
  return answer.body
}

export const preview = (caller: Caller, body: Json): Promise<Json> => caller.post('/v1/batch-repair-preview', body)

/** Units on hand by batch code; what is nowhere is left out. */
export async function onHand(caller: Caller): Promise<Record<string, number>> {
  const { items } = await caller.get('/v1/stock?limit=2000')
  const sums: Record<string, number> = {}
  for (const { batchCode, onHand: units } of items) sums[batchCode] = (sums[batchCode] ?? 0) + units
  return sums
}

export const traceOf = (caller: Caller, id: string): Promise<Json> => caller.get(`/v1/batches/${id}/trace`)

/** What jobs do is done later. */
export const lyingBecomes = (caller: Caller, wanted: Record<string, number>): Promise<Record<string, number>> =>
  waitFor(
    async () => {
      const now = await onHand(caller)
      return JSON.stringify(Object.entries(now).sort()) === JSON.stringify(Object.entries(wanted).sort()) ? now : null
    },
    `stock to become ${JSON.stringify(wanted)}`,
  )
