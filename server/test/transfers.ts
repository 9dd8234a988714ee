/**
 * server/test/transfers.ts — what tests of transfers say often: a second warehouse, goods that are asked for, sent and received.
 */
import type { Answer, Caller, Json } from './world.ts'

export const dallas = (caller: Caller): Promise<Json> =>
  caller.post('/v1/warehouses', {
    code: 'DAL',
    name: 'Dallas',
    timeZone: 'America/Chicago',
    address: '5 Ramp Street, Dallas',
  })

type More = Readonly<Record<string, unknown>>

/** From Chicago to Dallas, approved at once. */
export const transfer = (caller: Caller, quantity: number, line: More = {}): Promise<Json> =>
  caller.post('/v1/transfers', {
    from: 'CHI',
    to: 'DAL',
    approve: true,
    lines: [{ product: 'P', quantity, ...line }],
  })

const step =
  (what: string) =>
  (caller: Caller, { id }: { id: string }, body: More = {}): Promise<Json> =>
    caller.post(`/v1/transfers/${id}/${what}`, body)
export const send = step('shipments')
export const arrive = step('receipts')
export const settle = step('settlements')
export const cancel = step('cancellation')

export const refused = async (asked: Promise<Answer>): Promise<string> => {
  const { status, body } = await asked
  return status < 300 ? 'done' : body.code
}

export const transferNow = (caller: Caller, { id }: { id: string }): Promise<Json> => caller.get(`/v1/transfers/${id}`)

/** What lies where of a batch, e.g. `{ 'CHI MAIN': 60, TRANSIT: 40 }`. */
export async function lies(caller: Caller, batchId: string): Promise<Record<string, number>> {
  const { here } = await caller.get(`/v1/batches/${batchId}/trace`)
  return Object.fromEntries(
    here.map(({ warehouseCode, placeCode, onHand }: Json) => [
      warehouseCode === null ? placeCode : `${warehouseCode} ${placeCode}`,
      onHand,
    ]),
  )
}
