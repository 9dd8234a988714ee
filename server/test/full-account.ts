/**
 * server/test/full-account.ts — an account with one of everything, each text of it marked, so that a single byte of it
 * seen elsewhere is seen by the tests.
 */

import type { Sql } from '../platform/db.ts'
import { labelled } from './full-labels.ts'
import { recalled } from './full-recalls.ts'
import { returned } from './full-returns.ts'
import { committed, judged, sheet } from './imports.ts'
import { batchId, hold, order, product, receive } from './stories.ts'
import type { Caller, Json } from './world.ts'

export type FullAccount = Readonly<{ marks: readonly string[]; lineId: string; moveId: string }>

/** `mark` stands in every name, code, number and note that a person gives. */
export async function fillAccount(caller: Caller, mark: string): Promise<FullAccount> {
  const say = (text: string) => `${mark}-${text}`
  await partners(caller, say)
  await product(caller, {
    sku: say('P'),
    name: say('cream'),
    category: say('skin'),
    client: say('CLI'),
    gtin: '4006381333931',
  })
  await product(caller, { sku: say('KIT'), name: say('box'), kit: [{ product: say('P'), quantity: 2 }] })
  await caller.post('/v1/lots', { code: say('LOT'), name: say('lot') })
  await arrivals(caller, say)
  const placed = await order(caller, 8, {
    number: say('SO'),
    customer: say('CUS'),
    note: say('note'),
    shipTo: say('street'),
    line: { product: say('P') },
  })
  const lines = [{ orderLine: placed.lines[0].id, batch: say('B'), quantity: 5 }]
  const parcel = { order: placed.id, carrier: say('carrier'), trackingNumber: say('track'), lines }
  await caller.post('/v1/shipments', parcel, { 'idempotency-key': say('parcel') })
  await picked(caller, placed, say)
  await caller.post('/v1/returns', {
    number: say('RET'),
    customer: say('CUS'),
    note: say('back'),
    lines: [{ product: say('P'), quantity: 1 }],
  })
  await hold(caller, say('A'), say('reason'))
  const barred = [await batchId(caller, say('A'))]
  await caller.post('/v1/rules', { name: say('rule'), customer: say('CUS'), barred, reason: say('why') })
  await deliveries(caller, say)
  await carried(caller, say)
  await keptAndOpened(caller, say)
  await repaired(caller, say)
  await counted(caller, say)
  await identified(caller, say)
  await Promise.all([returned(caller, say), imported(caller, say), recalled(caller, say), labelled(caller, say)])
  await caller.post('/v1/people', {
    email: `${mark.toLowerCase()}@people.example`,
    name: say('person'),
    role: 'warehouse',
    password: 'a long enough password',
  })
  await caller.post('/v1/keys', { name: say('key'), role: 'auditor', expiresAt: '2099-01-01T00:00:00Z' })
  const moves = await caller.get(`/v1/moves?batch=${await batchId(caller, say('B'))}`)
  return { marks: [mark, mark.toLowerCase()], lineId: placed.lines[0].id, moveId: moves.items[0].id }
}

type Say = (text: string) => string

/** A transfer of which one did not come and was settled. */
async function carried(caller: Caller, say: Say): Promise<void> {
  const { id } = await caller.post('/v1/transfers', {
    from: 'CHI',
    to: say('WH'),
    note: say('truck'),
    approve: true,
    lines: [{ product: say('P'), quantity: 1, batch: say('B'), reason: say('this one') }],
  })
  await caller.post(`/v1/transfers/${id}/shipments`, {})
  const none = { line: 1, batch: say('B'), quantity: 1 }
  await caller.post(`/v1/transfers/${id}/settlements`, { ...none, as: 'lost', reason: say('gone') })
}

/** A sample, an opened unit that is undone, and a reason for corrections; what lies in the bins is as it was. */
async function keptAndOpened(caller: Caller, say: Say): Promise<void> {
  const name = say('P')
  const { id: productId } = await caller.get(`/v1/products/${name}`)
  await caller.call('PUT', `/v1/sample-rules/${productId}`, { units: 0, keepMonths: 12, keptAt: say('cupboard') })
  const afterOpening = { count: 12, unit: 'months' }
  await caller.post('/v1/redating-rules', { product: name, afterOpening, says: say('leaflet') })
  await caller.post('/v1/stock-reasons', { name: say('damaged'), direction: 'out', setsAside: true })
  const quantity = 2
  await receive(caller, [{ product: name, batch: say('C'), quantity, expiresOn: '2026-12-01', sample: 1 }])
  const { items } = await caller.get(`/v1/stock?product=${name}&limit=500`)
  const { batchId: batch, placeId: place } = items.find(({ batchCode }: Json) => batchCode === say('C'))
  const [sample] = (await caller.get(`/v1/samples?batch=${batch}`)).items
  await caller.post(`/v1/samples/${sample.id}/removals`, { quantity: 1, as: 'destroyed', reason: say('over') })
  const opened = { kind: 'opened', batch, place, quantity: 1, keptAt: say('room'), note: say('tester') }
  const { id } = await caller.post('/v1/redatings', opened)
  await caller.post(`/v1/redatings/${id}/undoing`, { reason: say('mistake') })
}

/** A batch is split, renamed and dated, and all of it is undone: what was split off is the batch again, by its own label too. */
async function repaired(caller: Caller, say: Say): Promise<void> {
  const batch = await batchId(caller, say('C'))
  const { items } = await caller.get(`/v1/stock?product=${say('P')}&limit=500`)
  const { placeId: place } = items.find(({ batchId: id }: Json) => id === batch)
  const shared = { batch, reason: say('misread') }
  const repairs = [
    { kind: 'split', parts: [{ code: say('SPLIT'), place, quantity: 1 }] },
    { kind: 'rename', code: say('NAMED') },
    { kind: 'date', date: 'expiry', on: '2026-11-30' },
  ]
  for (const ask of repairs) {
    const { id } = await caller.post('/v1/batch-repairs', { ...ask, ...shared })
    await caller.post(`/v1/batch-repairs/${id}/undoing`, { reason: say('read again') })
  }
  await produced(caller, say)
}

/** A gift set made to stock, and another run that is undone. */
async function produced(caller: Caller, say: Say): Promise<void> {
  const { id } = await product(caller, { sku: say('GIFT'), name: say('gift set'), dates: 'optional' })
  await caller.call('PUT', `/v1/production-rules/${id}`, { rule: 'min_of_inputs' })
  await caller.call('PUT', `/v1/batch-code-patterns/${id}`, { pattern: say('{YY}{##}') })
  await receive(caller, [{ product: say('P'), batch: say('USED'), quantity: 4, expiresOn: '2026-12-01' }])
  const run = (batch: string) =>
    caller.post('/v1/production-runs', {
      kind: 'kit',
      warehouse: 'CHI',
      reference: say('kit order'),
      note: say('by hand'),
      wasteReason: say('broken'),
      inputs: [{ product: say('P'), batch: say('USED'), quantity: 2, waste: 1 }],
      outputs: [{ product: say('GIFT'), batch, quantity: 1 }],
    })
  await run(say('SET'))
  const wrong = await run(say('SET2'))
  await caller.post(`/v1/production-runs/${wrong.id}/reversal`, { reason: say('miscounted') })
}

/** A count with one of everything: a swap that is booked, a batch not in the system, a bin to be counted again. */
async function counted(caller: Caller, say: Say): Promise<void> {
  const made = await caller.post('/v1/counts', {
    warehouse: 'CHI',
    of: 'products',
    products: [say('P')],
    blind: false,
    counter: say('counter'),
  })
  const lines = [
    { product: say('P'), batch: say('NEW'), quantity: 1, expiresOn: '2026-07-07', note: say('on top') },
    { product: say('P'), batch: say('B'), quantity: 9 },
  ]
  const tallies = made.tasks.map(({ placeId }: Json, at: number) => ({ place: placeId, lines: at === 0 ? lines : [] }))
  await caller.post(`/v1/counts/${made.id}/tallies`, { tallies })
  const { items } = await caller.get(`/v1/counts/${made.id}/differences`)
  const added = items.filter(({ batchId: known }: Json) => known === null).map(({ id }: Json) => id)
  await caller.post(`/v1/counts/${made.id}/bookings`, { lines: added, reason: say('seen') })
  const places = [made.tasks[0].placeId]
  await caller.post(`/v1/counts/${made.id}/recounts`, { places, reason: say('doubt') })
  await caller.post(`/v1/counts/${made.id}/closing`, { reason: say('enough') })
}

/** A file of two rows, of which somebody said what its columns say: one is received, one is wrong. */
async function imported(caller: Caller, say: Say): Promise<void> {
  const row = `${say('P')},1,${say('WH')},${say('B')},`
  const content = sheet(`sku,quantity,warehouse,batch,place,${say('note')}`, [row, `${row}${say('nowhere')}`])
  const of = await judged(caller, content, { name: say('file'), reference: say('first stock') })
  const columns = of.columns.flatMap(({ field }: Json, at: number) => (field ? [{ at, field }] : []))
  await caller.call('PUT', `/v1/imports/${of.id}/columns`, { columns, fixed: { condition: 'good' } })
  await committed(caller, of, 'good')
}

/** Goods without batch of which two are identified, one of them wrongly, and the rest is given up. */
async function identified(caller: Caller, say: Say): Promise<void> {
  await product(caller, { sku: say('OLD'), name: say('soap'), tracking: 'none', dates: 'none' })
  await receive(caller, [{ product: say('OLD'), quantity: 5 }])
  const { id } = await caller.post('/v1/identifications', {
    product: say('OLD'),
    dates: 'optional',
    candidates: [{ batch: say('L1'), expiresOn: '2027-01-01', supplierLot: say('SL1') }],
    openToAny: true,
    reason: say('recalls'),
  })
  const lines = [say('L1'), say('L2')].map((batch) => ({ place: 'MAIN', batch, quantity: 1 }))
  const { items } = await caller.post(`/v1/identifications/${id}/units`, { lines })
  await caller.post(`/v1/identified-units/${items[1]}/undoing`, { reason: say('misread') })
  const made = await caller.post('/v1/counts', {
    warehouse: 'CHI',
    of: 'products',
    products: [say('OLD')],
    blind: false,
  })
  const found = [
    { product: say('OLD'), batch: say('L1'), quantity: 2 },
    { product: say('OLD'), batch: '-', quantity: 3 },
  ]
  await caller.post(`/v1/counts/${made.id}/tallies`, { tallies: [{ place: 'MAIN', lines: found }] })
  await caller.post(`/v1/counts/${made.id}/bookings`, {})
  await caller.post(`/v1/identifications/${id}/giving-up`, { reason: say('unreadable') })
}

async function deliveries(caller: Caller, say: Say): Promise<void> {
  const daily = { workingDays: [1, 2, 3, 4, 5, 6, 7] }
  await caller.post('/v1/delivery-services', { code: say('SVC'), name: say('carrier'), ...daily })
  await caller.call('PUT', '/v1/holidays', { holidays: [{ on: '2025-12-25', name: say('rest'), service: say('SVC') }] })
  await caller.call('PUT', '/v1/transit-times', { rows: [{ service: say('SVC'), country: 'JP', transitDays: 2 }] })
  const routing = { criteria: ['distance'], split: 'allowed' }
  await caller.post('/v1/rules', { name: say('near'), channel: say('shop'), routing, reason: say('freight') })
  const pool = { product: say('P'), channel: say('shop'), quantity: 1, validUntil: '2099-01-01', reason: say('keep') }
  await caller.post('/v1/pools', { name: say('pool'), ...pool })
  await order(caller, 1, { channel: say('shop'), line: { product: say('P') } })
}

async function partners(caller: Caller, say: Say): Promise<void> {
  // So that no alert is raised behind what is told; those are in full-alerts.ts.
  await caller.call('PUT', '/v1/alert-steps', { days: [30] })
  await caller.post('/v1/clients', { code: say('CLI'), name: say('client') })
  await caller.post('/v1/suppliers', { code: say('SUP'), name: say('supplier'), phone: say('phone') })
  await caller.post('/v1/customers', { code: say('CUS'), name: say('customer'), address: say('home') })
  const { id } = await caller.post('/v1/warehouses', { code: say('WH'), name: say('house'), timeZone: 'Asia/Tokyo' })
  const zone = await caller.post('/v1/zones', { warehouseId: id, code: say('Z'), name: say('zone'), storage: 'cool' })
  await caller.post('/v1/places', { places: [{ warehouseId: id, zoneId: zone.id, code: say('BIN'), aisle: say('A') }] })
}

/** A pick, one that was forced, and parcels with a serial and without. */
async function picked(caller: Caller, placed: Json, say: Say): Promise<void> {
  const strict = await order(caller, 1, { line: { product: say('P'), lifeDaysMin: 80 } })
  const device = await order(caller, 1, { line: { product: say('S') } })
  const orders = [placed, strict, device].map(({ id }) => id)
  const { id } = await caller.post('/v1/pick-waves', { warehouse: 'CHI', orders })
  const pick = ({ lines: [{ id: orderLine }] }: Json, batch: string, more: Json = {}) =>
    caller.post(`/v1/pick-waves/${id}/picks`, { orderLine, batch: say(batch), quantity: 1, ...more })
  await pick(placed, 'B', { scan: say('scan') })
  await pick(strict, 'B', { force: { reason: say('forced') } })
  await pick(device, 'S1')
  await caller.post('/v1/parcels', { order: placed.id })
  const serials = [{ orderLine: device.lines[0].id, batch: say('S1'), quantity: 1, serials: [say('SN')] }]
  await caller.post('/v1/parcels', { order: device.id, lines: serials })
}

async function arrivals(caller: Caller, say: Say): Promise<void> {
  await caller.post('/v1/inbounds', {
    number: say('PO'),
    supplier: say('SUP'),
    warehouse: 'CHI',
    lines: [{ product: say('P'), quantity: 20, batch: say('A') }],
  })
  await receive(
    caller,
    [
      { product: say('P'), batch: say('A'), quantity: 10, expiresOn: '2026-03-01', supplierLot: say('SL') },
      { product: say('P'), batch: say('B'), quantity: 10, expiresOn: '2026-02-01' },
    ],
    { supplier: say('SUP'), inbound: say('PO'), lot: say('LOT'), reference: say('paper') },
  )
  await product(caller, { sku: say('S'), name: say('device'), tracking: 'serial', dates: 'optional' })
  await receive(caller, [{ product: say('S'), batch: say('S1'), quantity: 1, serials: [say('SN')] }])
  await caller.post('/v1/adjustments', {
    warehouse: 'CHI',
    reason: say('found'),
    lines: [{ product: say('P'), batch: say('B'), quantity: 1, note: say('shelf') }],
  })
}

/** Every table that holds rows of accounts, from the catalogue, so that a new one cannot be forgotten. */
export async function accountTables(owner: Sql): Promise<string[]> {
  const rows = await owner<{ name: string }[]>`
    select format('%I.%I', n.nspname, c.relname) as name
    from pg_class c join pg_namespace n on n.oid = c.relnamespace join pg_attribute a on a.attrelid = c.oid
    where c.relkind in ('r', 'p') and a.attname = 'account_id' and not a.attisdropped order by 1`
  return rows.map(({ name }) => name)
}

export async function rowsOf(owner: Sql, accountId: string): Promise<Record<string, Json[]>> {
  const found: Record<string, Json[]> = {}
  for (const table of await accountTables(owner)) {
    const rows = await owner.unsafe(`select to_jsonb(t) as row from ${table} t where account_id = $1`, [accountId])
    found[table] = rows.map(({ row }) => row).sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1))
  }
  return found
}

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

/** Every identifier that any row of the account holds, but for the account's own and the nil one. */
export function idsIn(rows: Readonly<Record<string, Json[]>>, accountId: string): string[] {
  const values = Object.values(rows).flat().flatMap(Object.values)
  const ids = values.filter((value): value is string => typeof value === 'string' && uuid.test(value))
  return [...new Set(ids)].filter((id) => id !== accountId && !id.startsWith('00000000'))
}
