/**
 * server/test/disposals.ts — what tests say often of goods that are destroyed.
 */
import type { Caller, Json, World } from './world.ts'

/** Of batch B of product P, because it is expired, burnt by a contractor. */
export const draft = (caller: Caller, quantity: number, more: Json = {}): Promise<Json> => {
  const { line = {}, ...rest } = more
  return caller.post('/v1/disposals', {
    warehouse: 'CHI',
    reason: 'Expired',
    method: 'Incineration by contractor',
    ...rest,
    lines: [{ product: 'P', batch: 'B', quantity, ...line }],
  })
}

export const signBy = (caller: Caller, { id }: { id: string }, body: Json = {}) =>
  caller.call('POST', `/v1/disposals/${id}/signatures`, body)

export const destroyNow = (caller: Caller, { id }: { id: string }): Promise<Json> =>
  caller.post(`/v1/disposals/${id}/destruction`)

/** A smallest PNG that there is: its first bytes are all that is looked at. */
export const png = Buffer.from('\x89PNG\r\n\x1a\n', 'latin1').toString('base64')

export const keep = async (caller: Caller, name = 'proof.png'): Promise<string> =>
  (await caller.post('/v1/files', { name, content: png })).id

export const password = 'another long password'

/** Somebody of the account, who has a password. */
export const person = (world: World, name: string, role = 'warehouse'): Promise<Json> =>
  world.post('/v1/people', { email: `${name.toLowerCase()}@example.com`, name, role, password })
