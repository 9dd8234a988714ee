/**
 * server/test/notices.ts — a recall that runs, of a batch that many customers got, and what tests ask of its notices.
 */
import type { Caller, Json } from './world.ts'

export const tokenOf = (link: string): string => link.split('#')[1] ?? ''

export type Buyer = Readonly<{ code: string; quantity: number; more?: Json; channel?: string; shipTo?: string }>

/** Each buyer orders once and gets it; then batch F1 of product F is recalled. Without a code nobody is named by the order. */
export async function recalledFrom(caller: Caller, buyers: readonly Buyer[], recall: Json = {}): Promise<Json> {
  await reachable(caller)
  await caller.post('/v1/products', { sku: 'F', name: 'Finished good' })
  const line = { product: 'F', batch: 'F1', quantity: 1000, expiresOn: '2027-01-01' }
  const received = await caller.post('/v1/receipts', { warehouse: 'CHI', lines: [line] })
  for (const [at, buyer] of buyers.entries()) await bought(caller, buyer, `SO-${at + 1}`)
  const { id } = await caller.post('/v1/recalls', {
    kind: 'recall',
    class: 'II',
    title: 'Glass in F1',
    reason: 'Splinters of glass were found in two jars.',
    hazard: 'Cuts in the mouth.',
    scope: { parts: [{ kind: 'batch', batch: received.lines[0].batchId }] },
    ...recall,
  })
  return { ...(await caller.post(`/v1/recalls/${id}/start`, {})), batchId: received.lines[0].batchId }
}

/** No notice goes out before the account says how customers reach it. */
async function reachable(caller: Caller): Promise<void> {
  const setting = await caller.get('/v1/notice-settings')
  await caller.call('PUT', '/v1/notice-settings', { ...setting, contact: setting.contact ?? '555-0199' })
}

async function bought(caller: Caller, { code, quantity, more = {}, ...order }: Buyer, number: string): Promise<void> {
  const named = code === '' ? {} : { customer: code }
  if (code !== '') await caller.call('POST', '/v1/customers', { code, name: `Customer ${code}`, ...more })
  await caller.post('/v1/orders', { number, ...named, ...order, lines: [{ product: 'F', quantity }] })
  await caller.post('/v1/shipments', { order: number })
}

export const email = (code: string) => ({ email: `${code.toLowerCase()}@customers.example` })

export const overview = (caller: Caller, { id }: Json): Promise<Json> => caller.get(`/v1/recalls/${id}/notices`)

export async function recipientsIn(caller: Caller, { id }: Json, query = ''): Promise<Json[]> {
  return (await caller.get(`/v1/recalls/${id}/recipients?limit=500${query}`)).items
}

let asked = 0
/** Each recipient sits at another address: from one alone not many answers are taken. */
export const elsewhere = () => {
  asked += 1
  return { 'x-forwarded-for': `10.1.${asked >> 8}.${asked & 255}` }
}

export const answered = (caller: Caller, link: string, lines: readonly Json[], more: Json = {}) =>
  caller.call(
    'POST',
    '/v1/answers',
    {
      token: tokenOf(link),
      id: crypto.randomUUID(),
      signedBy: 'Ann Example',
      lines: lines.map((line) => ({ have: 0, destroyed: 0, returning: 0, used: 0, ...line })),
      ...more,
    },
    elsewhere(),
  )
