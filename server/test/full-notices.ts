/**
 * server/test/full-notices.ts — notices of a full account: a recall of which people were written to, called and answered, and one whose personal data are erased.
 */
import { eraseDue } from '../modules/notices/index.ts'
import { jobActOf } from './job-act.ts'
import { answered } from './notices.ts'
import { linksIn } from './pdf-texts.ts'
import type { Caller, Json, World } from './world.ts'

const picture = Buffer.from('89504e470d0a1a0a0000', 'hex').toString('base64')

export async function notified(world: World, caller: Caller, mark: string): Promise<void> {
  const say = (text: string) => `${mark}-${text}`
  const setting = {
    language: 'de',
    audience: 'consumer',
    contact: say('phone us'),
    silentDays: 3,
    againByItself: false,
    retentionDays: 1,
  }
  await caller.call('PUT', '/v1/notice-settings', setting)
  const wording = { occasion: 'class_III', audience: 'consumer', language: 'de', opening: say('opening') }
  await caller.call('PUT', '/v1/notice-wordings', wording)
  await toldAndEnded(caller, say, 'ERASED')
  const later = new Date(Date.parse(world.clock.now()) + 3 * 24 * 3_600_000).toISOString()
  await eraseDue(world.app.house.database, { ...jobActOf(world, caller), at: later })
  await told(caller, say, 'KEPT')
}

type Say = (text: string) => string

async function toldAndEnded(caller: Caller, say: Say, code: string): Promise<void> {
  const { id } = await told(caller, say, code)
  await caller.call('PUT', '/v1/recall-settings', { twoPeople: false })
  await caller.post(`/v1/recalls/${id}/end`, { reason: say('over') })
  await caller.call('PUT', '/v1/recall-settings', { twoPeople: true })
}

/** Two letters: one is answered with a picture, one comes back and is called about. */
async function told(caller: Caller, say: Say, code: string): Promise<Json> {
  const sku = say(`NP-${code}`)
  await caller.post('/v1/products', { sku, name: say('noticed') })
  const line = { product: sku, batch: say(code), quantity: 9, expiresOn: '2027-01-01' }
  const { lines } = await caller.post('/v1/receipts', { warehouse: 'CHI', lines: [line] })
  for (const nth of [1, 2]) {
    const customer = say(`${code}${nth}`)
    const number = say(`${code}-SO${nth}`)
    await caller.post('/v1/customers', {
      code: customer,
      name: say('buyer'),
      address: say('street'),
      phone: '555',
      language: 'de',
    })
    await caller.post('/v1/orders', { number, customer, lines: [{ product: sku, quantity: nth }] })
    await caller.post('/v1/shipments', { order: number })
  }
  const scope = { parts: [{ kind: 'batch', batch: lines[0].batchId }] }
  await caller.call('PUT', '/v1/recall-settings', { twoPeople: false })
  const texts = { title: say(code), reason: say('splinters'), hazard: say('cuts') }
  const recall = await caller.post('/v1/recalls', { kind: 'recall', class: 'III', ...texts, scope })
  await caller.post(`/v1/recalls/${recall.id}/start`, {})
  await caller.call('PUT', '/v1/recall-settings', { twoPeople: true })
  const letters = await caller.call('POST', `/v1/recalls/${recall.id}/letters`, {})
  const [link = ''] = linksIn(letters.body)
  const proofs = [{ name: say('photo'), content: picture }]
  await answered(caller, link, [{ batchId: lines[0].batchId, have: 1 }], {
    signedBy: say('Ann'),
    remark: say('sorry'),
    proofs,
  })
  const { items } = await caller.get(`/v1/recalls/${recall.id}/recipients`)
  const silent = items.find(({ respondedAt }: Json) => respondedAt === null)
  await caller.post(`/v1/recalls/${recall.id}/bounces`, { recipient: silent.id, reason: say('moved away') })
  await caller.post(`/v1/recalls/${recall.id}/recipients/${silent.id}/calls`, {
    outcome: 'no_answer',
    said: say('rang long'),
  })
  return recall
}
