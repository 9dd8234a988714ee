/**
 * Every route × every role: each route says what it needs, and nobody gets past that.
 */
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { type Caller, type Json, openWorld, type World } from './world.ts'

const roles = ['owner', 'manager', 'quality', 'warehouse', 'auditor']
//                         owner manager quality warehouse auditor
const mayTable = `
  look                      yes   yes     yes     yes       yes
  change account            yes   yes     -       -         -
  change products           yes   yes     -       -         -
  change partners           yes   yes     -       -         -
  change places             yes   yes     -       -         -
  correct batches           yes   yes     yes     -         -
  receive                   yes   yes     -       yes       -
  identify stock            yes   yes     yes     yes       -
  adjust stock              yes   yes     -       yes       -
  reverse moves             yes   yes     -       -         -
  count                     yes   yes     -       yes       -
  approve counts            yes   yes     -       -         -
  keep samples              yes   yes     yes     yes       -
  redate stock              yes   yes     yes     yes       -
  answer alerts             yes   yes     yes     yes       -
  set limits                yes   -       -       -         -
  recall                    yes   yes     yes     -         -
  see contacts              yes   yes     yes     -         -
  produce                   yes   yes     -       yes       -
  hold                      yes   yes     yes     yes       -
  lift holds                yes   -       yes     -         -
  change rules              yes   yes     yes     -         -
  order                     yes   yes     -       -         -
  record history            yes   yes     -       -         -
  request transfers         yes   yes     -       yes       -
  approve transfers         yes   yes     -       -         -
  ship                      yes   yes     -       yes       -
  force picks               yes   yes     yes     -         -
  force storage             yes   yes     yes     -         -
  return                    yes   yes     -       yes       -
  inspect returns           yes   yes     yes     yes       -
  dispose                   yes   yes     yes     yes       -
  keep files                yes   yes     yes     yes       -
  print labels              yes   yes     yes     yes       -
  verify                    yes   yes     yes     -         yes
  read audit                yes   yes     yes     -         yes
  manage people             yes   -       -       -         -
  anyone                    yes   yes     yes     yes       yes`
const may = new Map(
  mayTable
    .trim()
    .split('\n')
    .map((line) => {
      const [needs = '', ...marks] = line.trim().split(/\s{2,}/)
      return [needs, roles.filter((_, at) => marks[at] === 'yes')]
    }),
)

/** Every route that is not just looked at; one that changes something and is not here fails the walk. */
const needsTable = `
  POST /v1/session, POST /v1/phone-sessions, GET /v1/set-up, POST /v1/set-up: nobody
  DELETE /v1/session, GET /v1/me, PUT /v1/me/password: anyone
  POST /v1/phone-codes, GET /v1/me/sessions, DELETE /v1/me/sessions/:id: anyone
  GET /v1/audit, GET /v1/audit.csv, GET /v1/seal/blocks: read audit
  POST /v1/people, PATCH /v1/people/:id, PUT /v1/people/:id/password: manage people
  GET /v1/keys, POST /v1/keys, DELETE /v1/keys/:id: manage people
  PATCH /v1/account, POST /v1/stock-reasons, PATCH /v1/stock-reasons/:id: change account
  POST /v1/products, PATCH /v1/products/:id: change products
  POST /v1/suppliers, PATCH /v1/suppliers/:id, POST /v1/customers, PATCH /v1/customers/:id: change partners
  POST /v1/clients, PATCH /v1/clients/:id: change partners
  POST /v1/warehouses, POST /v1/zones, POST /v1/places: change places
  PATCH /v1/warehouses/:id, PATCH /v1/zones/:id, PATCH /v1/places/:id: change places
  PATCH /v1/batches/:id, POST /v1/batches/:id/dates: correct batches
  POST /v1/batch-repairs, POST /v1/batch-repairs/:id/undoing, POST /v1/batch-repair-preview: correct batches
  POST /v1/identifications, POST /v1/identifications/:id/giving-up: change products
  DELETE /v1/identifications/:id/giving-up: change products
  PUT /v1/identifications/:id/candidates: correct batches
  POST /v1/identifications/:id/units, POST /v1/identified-units/:id/undoing: identify stock
  POST /v1/lots, PUT /v1/lots/:id/batches/:batchId, POST /v1/receipts, POST /v1/receipts/bulk: receive
  POST /v1/inbounds, POST /v1/inbounds/:id/closing, DELETE /v1/inbounds/:id/closing: receive
  POST /v1/adjustments, POST /v1/relocations, POST /v1/box-openings: adjust stock
  POST /v1/moves/:id/reversal, POST /v1/production-runs/:ref/reversal: reverse moves
  POST /v1/production-runs, POST /v1/production-runs/bulk: produce
  POST /v1/holds: hold
  POST /v1/holds/:id/lifting: lift holds
  POST /v1/orders, POST /v1/orders/bulk, PATCH /v1/orders/:id, POST /v1/orders/:id/cancellation: order
  POST /v1/orders/:id/allocation, PUT /v1/order-lines/:id/batches: order
  POST /v1/rules, POST /v1/rules/:id/ending, POST /v1/pools, POST /v1/pools/:id/ending: change rules
  POST /v1/delivery-services, PATCH /v1/delivery-services/:id, PUT /v1/holidays, PUT /v1/transit-times: change rules
  POST /v1/rule-preview, POST /v1/pool-preview, POST /v1/trace/proposals: look
  POST /v1/shipments, POST /v1/shipments/bulk, PATCH /v1/shipments/:id: ship
  POST /v1/shipments/:id/cancellation: ship
  POST /v1/parcels, POST /v1/parcels/:id/cancellation: ship
  POST /v1/pick-waves, POST /v1/pick-waves/:id/closing, POST /v1/pick-waves/:id/picks: ship
  POST /v1/order-lines/:id/put-backs, POST /v1/pick-waves/:id/short, POST /v1/pick-waves/:id/given-up-picks: ship
  POST /v1/transfers, POST /v1/transfers/:id/cancellation: request transfers
  POST /v1/transfers/:id/approval: approve transfers
  POST /v1/transfers/:id/shipments: ship
  POST /v1/transfers/:id/receipts: receive
  POST /v1/transfers/:id/settlements: adjust stock
  POST /v1/samples, PATCH /v1/samples/:id, POST /v1/samples/:id/removals: keep samples
  POST /v1/redatings, POST /v1/redatings/:id/removals, POST /v1/redatings/:id/undoing: redate stock
  POST /v1/alerts/:id/acknowledgement, POST /v1/alerts/:id/snooze: answer alerts
  PUT /v1/alert-steps: change account
  PUT /v1/alert-steps/:id, DELETE /v1/alert-steps/:id: change products
  PUT /v1/sample-rules/:id, POST /v1/redating-rules, PUT /v1/production-rules/:id: change rules
  PUT /v1/batch-code-pattern, PUT /v1/batch-code-patterns/:id: change rules
  POST /v1/batch-codes: receive
  POST /v1/counts, POST /v1/counts/:id/tallies, POST /v1/counts/:id/bookings: count
  POST /v1/counts/:id/recounts, POST /v1/counts/:id/closing: approve counts
  POST /v1/recalls, PATCH /v1/recalls/:id, POST /v1/recalls/:id/versions, POST /v1/recalls/:id/approvals: recall
  POST /v1/recalls/:id/start, POST /v1/recalls/:id/abandonment: recall
  POST /v1/recalls/:id/end: lift holds
  POST /v1/recalls/:id/waves, POST /v1/recalls/:id/audiences, POST /v1/recalls/:id/bounces, POST /v1/recalls/:id/recipients/:recipientId/calls: recall
  PUT /v1/notice-wordings: recall
  POST /v1/recalls/:id/letters, GET /v1/recalls/:ref/call-list.csv, GET /v1/recalls/:ref/notice-preview: see contacts
  GET /v1/recalls/:ref/proofs/:proofId: see contacts
  PUT /v1/notice-settings: change account
  POST /v1/answer-page, POST /v1/answers: nobody
  PUT /v1/recall-settings: set limits
  PUT /v1/recalls/:id/check-level, POST /v1/effectiveness-checks/:id/results: recall
  POST /v1/recalls/:id/reports, POST /v1/recalls/:id/closing-files: recall
  GET /v1/recalls/:ref/consignees.csv, GET /v1/recalls/:ref/consignees.xlsx: see contacts
  POST /v1/mock-recalls, POST /v1/mock-recalls/:id/start, POST /v1/mock-recalls/:id/confirmations: recall
  POST /v1/mock-recalls/:id/end, POST /v1/mock-recalls/:id/abandonment, POST /v1/mock-recalls/:id/actions: recall
  POST /v1/recalls/:id/actions, PATCH /v1/corrective-actions/:id, POST /v1/corrective-actions/:id/completion: recall
  PUT /v1/mock-recall-settings: set limits
  POST /v1/returns, POST /v1/returns/bulk, POST /v1/returns/:id/receipts, POST /v1/returns/:id/closing: return
  POST /v1/sell-through, PUT /v1/sell-through/:id/withdrawal: order
  POST /v1/files: keep files
  POST /v1/unannounced-returns, POST /v1/returns/:id/identifications, POST /v1/returns/:id/withdrawals: return
  POST /v1/returns/:id/inspections, POST /v1/return-decisions/:id/undoing: inspect returns
  PUT /v1/return-checklists: change account
  POST /v1/disposals, POST /v1/disposals/:id/proofs, POST /v1/disposals/:id/signatures: dispose
  POST /v1/disposals/:id/destruction, POST /v1/disposals/:id/cancellation: dispose
  POST /v1/disposals/:id/reversal: reverse moves
  PUT /v1/disposal-choices: change account
  POST /v1/imports, PUT /v1/imports/:id/commit, POST /v1/imports/:id/judgement, DELETE /v1/imports/:id: receive
  PUT /v1/imports/:id/rows/:lineNo, PUT /v1/imports/:id/columns: receive
  POST /v1/verifications, GET /v1/seal, GET /v1/seal/checkpoint, GET /v1/seal/checkpoints: verify
  PUT /v1/label-settings, POST /v1/label-templates: change account
  PUT /v1/label-templates/:id, DELETE /v1/label-templates/:id: change account
  POST /v1/labels/preview: look
  POST /v1/label-prints, POST /v1/label-prints/:id/taking: print labels
  POST /v1/batch-page: nobody
  POST /v1/seal/verifications, GET /v1/seal/verifications/:id: verify`
const needsOf = new Map(
  needsTable
    .trim()
    .split('\n')
    .flatMap((line) => {
      const [, all = '', needs = ''] = /^ *(.*): ([a-z ]+)$/.exec(line) ?? []
      return all.split(', ').map((route) => [route, needs] as const)
    }),
)
const nobodyId = '019aafd0-0000-7000-8000-000000000000'

let world: World
let callers: Map<string, Caller>
beforeAll(async () => {
  world = await openWorld({ works: false })
  callers = new Map(await Promise.all(roles.map(async (role) => [role, await world.as(role)] as const)))
})
afterAll(() => world?.close())

const routes = () => world.app.house.routes.filter(({ url }) => url !== '/v1/changes')
const addressOf = (url: string) => url.replaceAll(/:[a-zA-Z]+/g, nobodyId)
const bodyFor = (method: string) => (method === 'GET' || method === 'DELETE' ? undefined : {})

test('every route needs what the table says, and only to look where it says nothing', () => {
  const made = world.app.house.routes.map(({ method, url, needs }) => [`${method} ${url}`, needs] as const)
  const wanted = made.map(([route]) => [route, needsOf.get(route) ?? (route.startsWith('GET ') ? 'look' : 'unknown')])
  expect(made).toEqual(wanted)
  expect([...needsOf.keys()].filter((route) => !made.some(([one]) => one === route))).toEqual([])
})

test('no route was made past the house: what Fastify serves besides is the status, the documents and nothing else', () => {
  const known = new Set(world.app.house.routes.map(({ method, url }) => nameless(`${method} ${url}`)))
  const besides = served(world.app.http.printRoutes({ commonPrefix: false })).filter(
    (route) => !known.has(nameless(route)),
  )
  expect(besides.filter((route) => !route.startsWith('GET /docs'))).toEqual([
    'GET /healthz',
    'GET /metrics',
    'GET /readyz',
    'GET /v1/openapi.json',
  ])
})

test('the OpenAPI document tells what each route needs', async () => {
  const { paths } = await world.get('/v1/openapi.json')
  const told = Object.entries<Json>(paths).flatMap(([path, methods]) =>
    Object.entries<Json>(methods).map(([method, { 'x-needs': needs }]) => `${method.toUpperCase()} ${path} ${needs}`),
  )
  const made = world.app.house.routes.map(
    ({ method, url, needs }) => `${method} ${url.replaceAll(/:([a-zA-Z]+)/g, '{$1}')} ${needs}`,
  )
  expect(told.sort()).toEqual(made.sort())
})

test('without a key, with a wrong one or with half of one: 401, before anything else is judged', async () => {
  for (const { method, url, needs } of routes()) {
    if (needs === 'nobody') continue
    for (const authorization of ['', 'Bearer fo_nothing', `Bearer ${world.key.slice(0, -1)}`, `Basic ${world.key}`]) {
      const answer = await world.call(method, addressOf(url), bodyFor(method), { authorization })
      expect([method, url, answer.status, answer.body.code]).toEqual([method, url, 401, 'not_signed_in'])
    }
  }
})

test.each(roles)('%s: 403 on every route that needs more, never on one that does not', async (role) => {
  const caller = callers.get(role)
  for (const { method, url, needs } of routes()) {
    if (needs === 'nobody') continue
    const answer = await caller?.call(method, addressOf(url), bodyFor(method))
    const where = `${role} ${method} ${url} (${needs})`
    if (may.get(needs)?.includes(role)) expect([401, 403, 500], where).not.toContain(answer?.status)
    else
      expect([where, answer?.status, answer?.body.code, answer?.body.facts]).toEqual([
        where,
        403,
        'not_allowed',
        { needs, role },
      ])
  }
})

test('a role that may not make keys or people makes none, though the body is right', async () => {
  const key = { name: 'back door', role: 'owner', expiresAt: '2099-01-01T00:00:00Z' }
  const person = { email: 'b@ck.door', name: 'back door', role: 'owner', password: 'a long enough password' }
  for (const role of roles.filter((one) => one !== 'owner')) {
    expect(await callers.get(role)?.call('POST', '/v1/keys', key)).toMatchObject({ status: 403 })
    expect(await callers.get(role)?.call('POST', '/v1/people', person)).toMatchObject({ status: 403 })
  }
  expect((await world.call('GET', '/v1/keys')).text).not.toContain('back door')
  expect((await world.call('GET', '/v1/people')).text).not.toContain('back door')
})

test('what an item needs beyond its route is asked for alone and in bulk', async () => {
  const orderOfThePast = { history: true, orderedAt: '2020-01-01T00:00:00Z', lines: [{ product: 'P', quantity: 1 }] }
  const shipper = callers.get('warehouse')
  expect((await shipper?.call('POST', '/v1/orders', orderOfThePast))?.status).toBe(403)
  expect((await shipper?.call('POST', '/v1/orders/bulk', { orders: [orderOfThePast] }))?.status).toBe(403)
})

test('the stream of changes is for those who may look', async () => {
  const address = await world.app.http.listen({ host: '127.0.0.1', port: 0 })
  expect((await fetch(`${address}/v1/changes`)).status).toBe(401)
  for (const role of roles) {
    const leave = new AbortController()
    const headers = { authorization: `Bearer ${callers.get(role)?.key}` }
    const answer = await fetch(`${address}/v1/changes`, { headers, signal: leave.signal })
    expect([role, answer.status, answer.headers.get('content-type')]).toEqual([role, 200, 'text/event-stream'])
    leave.abort()
  }
})

test('the stream of changes ends with the key that opened it', async () => {
  const { id, key } = await world.post('/v1/keys', {
    name: 'short',
    role: 'auditor',
    expiresAt: '2099-01-01T00:00:00Z',
  })
  const address = world.app.http.listeningOrigin
  vi.useFakeTimers({ toFake: ['setInterval'] })
  const answer = await fetch(`${address}/v1/changes`, { headers: { authorization: `Bearer ${key}` } })
  vi.advanceTimersByTime(20_000)
  const reader = answer.body?.pipeThrough(new TextDecoderStream()).getReader()
  let heard = ''
  while (!heard.includes('still here')) heard += (await reader?.read())?.value
  expect((await world.call('DELETE', `/v1/keys/${id}`)).status).toBeLessThan(300)
  vi.advanceTimersByTime(20_000)
  vi.useRealTimers()
  for (let done = false; !done; ) done = (await reader?.read())?.done ?? true
})

/** Fastify prints parameters of one place together, whatever their names. */
const nameless = (route: string) => route.replaceAll(/:[a-zA-Z]+(\|:[a-zA-Z]+)*/g, ':')

/** `GET /healthz` and the like, out of the tree that Fastify prints. */
function served(tree: string): string[] {
  const path: string[] = []
  const found: string[] = []
  for (const line of tree.split('\n')) {
    const [, indent = '', part = '', methods = ''] = /^([│ ]*)[├└]── (\S+)(?: \((.+)\))?$/.exec(line) ?? []
    if (part === '') continue
    path.splice(indent.length / 4, Number.POSITIVE_INFINITY, part)
    for (const method of methods.split(', '))
      if (method !== '' && method !== 'HEAD' && method !== 'OPTIONS') found.push(`${method} ${path.join('')}`)
  }
  return found.sort()
}
