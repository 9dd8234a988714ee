import { afterAll, beforeAll, expect, test } from 'vitest'
import { toSettleKinds } from '#domain/to-settle.ts'
import { merge } from '../../test/repairs.ts'
import { openShop, unsettled } from '../../test/unsettled.ts'
import { type Caller, type Json, openWorld, type World } from '../../test/world.ts'

let world: World
const begun: Record<string, Json> = {}
const hour = 3_600_000

/** One of each kind, an hour apart, in the order of the kinds; a month later all of it waits. */
beforeAll(async () => {
  world = await openWorld({ works: false })
  await openShop(world)
  for (const [at, kind] of toSettleKinds.entries()) {
    world.clock.set(new Date(Date.parse('2025-11-23T15:00:00Z') + at * hour).toISOString())
    begun[kind] = await unsettled[kind]?.begin(world, `B-${kind}`)
  }
  world.clock.set('2026-01-05T15:00:00Z')
})
afterAll(() => world?.close())

const list = async (query = '', caller: Caller = world): Promise<Json> => caller.get(`/v1/to-settle${query}`)
const kindsOf = ({ items }: Json): string[] => items.map(({ kind }: Json) => kind)
const one = async (kind: string): Promise<Json> => (await list(`?kind=${kind}`)).items[0]

test('of every kind that waits for a person there is a row, and what has waited longest comes first', async () => {
  const { items, next, counts } = await list()
  expect(kindsOf({ items })).toEqual([
    ...toSettleKinds.slice(0, 8),
    'mock_due',
    'sold_on_beyond',
    'sample_due',
    'action_late',
    'opened_past',
  ])
  expect(items.map(({ since }: Json) => since)).toEqual(items.map(({ since }: Json) => since).toSorted())
  expect(next).toBeNull()
  expect(counts).toEqual(toSettleKinds.map((kind) => ({ kind, total: 1 })))
})

test('a row says what, where, how many, since when, whose doing it is, and what it waits for', async () => {
  const by = 'owner of the tests (key)'
  const chicago = { warehouseCode: 'CHI', by }
  const [ask, lost] = [begun.transfer_to_approve, begun.transfer_missing]
  expect(await one('transfer_to_approve')).toMatchObject({
    ...chicago,
    documentId: ask.id,
    number: ask.number,
    skus: ['ASK'],
    quantity: 6,
    since: '2025-11-23T15:00:00.000Z',
    says: 'to be approved',
  })
  const missing = { documentId: lost.id, warehouseCode: 'DAL', batchCode: 'B-transfer_missing', quantity: 3, by }
  expect(await one('transfer_missing')).toMatchObject({ ...missing, says: 'missing, and not settled' })
  const counted = { ...chicago, documentId: begun.count_difference.id, placeCode: 'MAIN', quantity: 2 }
  expect(await one('count_difference')).toMatchObject({ ...counted, says: '2 fewer than expected: to be booked' })
  const unknown = { ...chicago, documentId: begun.unidentified.id, skus: ['B-unidentified'], quantity: 5 }
  expect(await one('unidentified')).toMatchObject({ ...unknown, says: 'without a batch, to be identified' })
  const inbound = { ...chicago, documentId: begun.inbound_difference.id, skus: ['INBOUND'], quantity: 2 }
  expect(await one('inbound_difference')).toMatchObject({ ...inbound, says: '2 short' })
  const back = { ...chicago, documentId: begun.return_to_inspect.id, placeCode: 'QUARANTINE', quantity: 2 }
  expect(await one('return_to_inspect')).toMatchObject({ ...back, says: 'to be looked at' })
  const sold = { documentId: begun.sold_on_beyond.customerId, number: 'Amazon FBA', skus: ['SELLS'], quantity: 3, by }
  expect(await one('sold_on_beyond')).toMatchObject({
    ...sold,
    warehouseCode: null,
    says: '3 reported as sold or lost by 2025-11-24: 0 at most can be',
  })
  const burnt = { ...chicago, documentId: begun.disposal_open.id, skus: ['BURN'], quantity: 1 }
  expect(await one('disposal_open')).toMatchObject({ ...burnt, says: 'to be signed by its witness' })
})

test('what lies wrong or has come to its day says since when, in the zone where it lies', async () => {
  expect(await one('misplaced')).toMatchObject({
    placeCode: 'MAIN',
    batchCode: 'B-misplaced',
    quantity: 7,
    by: null,
    says: 'frozen goods, and the bin is ambient',
  })
  expect(await one('opened_past')).toMatchObject({
    documentId: begun.opened_past.childId,
    placeCode: 'OPENED',
    quantity: 1,
    since: '2025-12-24T06:00:00.000Z',
    says: 'opened, and past its day',
  })
  expect(await one('sample_due')).toMatchObject({
    documentId: begun.sample_due.id,
    quantity: 2,
    since: '2025-12-20T06:00:00.000Z',
    says: 'kept long enough',
  })
})

test('the list is asked by kind, by warehouse, and page by page without a row lost or told twice', async () => {
  expect(kindsOf(await list('?kind=misplaced'))).toEqual(['misplaced'])
  const dallas = await list('?warehouse=DAL')
  expect(kindsOf(dallas)).toEqual(['transfer_missing'])
  expect(dallas.counts.filter(({ total }: Json) => total > 0)).toEqual([{ kind: 'transfer_missing', total: 1 }])
  const pages: Json[] = []
  for (let cursor = ''; pages.length < 9; ) {
    const page = await list(`?limit=2${cursor}`)
    pages.push(page)
    if (page.next === null) break
    cursor = `&cursor=${page.next}`
  }
  expect(pages.flatMap(kindsOf)).toEqual(kindsOf(await list()))
  expect(pages.map(({ counts }) => counts === null)).toEqual([false, true, true, true, true, true, true])
  const { status, body } = await world.call('GET', '/v1/to-settle?warehouse=NOWHERE')
  expect([status, body.code]).toEqual([404, 'not_found'])
})

test('the home page tells how many wait, kind by kind, returns to be looked at and open disposals among them', async () => {
  const { toSettle, disposals, misplaced, samples, opened } = await world.get('/v1/home')
  expect(toSettle).toEqual({ total: 13, kinds: toSettleKinds.map((kind) => ({ kind, total: 1 })) })
  expect([disposals, misplaced, samples, opened]).toEqual([{ open: 1 }, { batches: 1 }, { due: 1 }, { past: 1 }])
})

test('in a blind count who counts learns of no difference here either', async () => {
  const counter = await world.as('warehouse')
  const wanted = { warehouse: 'CHI', of: 'products', products: ['COUNT'], blind: true }
  const made = await world.post('/v1/counts', wanted)
  await counter.post(`/v1/counts/${made.id}/tallies`, { tallies: [{ place: 'MAIN', lines: [] }] })
  const ofIt = ({ items }: Json) => items.filter(({ number }: Json) => number === made.number)
  expect(ofIt(await list('?kind=count_difference', counter))).toEqual([])
  const [row] = ofIt(await list('?kind=count_difference', await world.as('manager')))
  expect(row).toMatchObject({ quantity: 4, says: '4 fewer than expected: to be approved' })
  await world.post(`/v1/counts/${made.id}/closing`, { reason: 'only a test' })
})

test('a return whose batch became another one while it waited waits on, and is settled', async () => {
  const back = await unsettled.return_to_inspect?.begin(world, 'B-typo')
  const line = { product: 'BACK', batch: 'B-right', quantity: 1, expiresOn: '2027-06-01' }
  await world.post('/v1/receipts', { warehouse: 'CHI', lines: [line] })
  await merge(world, 'B-typo', 'B-right')
  const waiting = async () => (await list('?kind=return_to_inspect')).items.map(({ number }: Json) => number)
  expect(await waiting()).toEqual([begun.return_to_inspect.number, back.number])
  await unsettled.return_to_inspect?.settle(world, back)
  expect(await waiting()).toEqual([begun.return_to_inspect.number])
})

test('what is settled is gone from the list', async () => {
  for (const kind of toSettleKinds) {
    await unsettled[kind]?.settle(world, begun[kind])
    expect((await list(`?kind=${kind}`)).items).toEqual([])
  }
  expect((await world.get('/v1/home')).toSettle).toEqual({ total: 0, kinds: [] })
})
