/**
 * A sheet of past shipments is judged and moves nothing: what was expired, too short, out of turn, or could not be found in a recall.
 */
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { becomes, commit, judged, reasons, sheet } from '../../test/imports.ts'
import { textsOf } from '../../test/pdf-texts.ts'
import { product, receive } from '../../test/stories.ts'
import { type Caller, type Json, openWorld, type World } from '../../test/world.ts'

let world: World
let account: Caller
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world?.close())
beforeEach(async () => {
  account = await world.otherAccount()
  await product(account)
})

const kind = { kind: 'shipments', name: 'shipped.csv' }
const found = async (of: Json): Promise<Record<string, number[]>> => {
  const { items } = await account.get(`/v1/imports/${of.id}/rows?limit=500`)
  const all: Record<string, number[]> = {}
  for (const { lineNo, gaps } of items) for (const gap of gaps) all[gap] = [...(all[gap] ?? []), lineNo]
  return all
}

test('each row is held against its dates, the customer, the rules and the batches that stayed behind; nothing is written', async () => {
  await account.post('/v1/customers', { code: 'C-1', name: 'Mart', deliveryLifeDaysMin: 90 })
  await receive(account, [{ batch: 'LYING', quantity: 5, expiresOn: '2026-06-01' }])
  const header = 'Versanddatum,Artikelnr,Menge,Charge,MHD,Kunde,EK netto,Währung,Bestellung'
  const tried = await judged(
    account,
    sheet(header, [
      '01.02.2025,P,5,A,31.01.2025,,2.50,EUR,1',
      '01.02.2025,P,5,B,01.04.2025,Mart,2.50,EUR,2',
      '01.02.2025,P,7,C,01.09.2026,Mart,2.50,EUR,3',
      '01.02.2025,P,5,,,,,,4',
      '13.02.2025,P,5,LYING,,,,,5',
      '13.02.2025,P,viele,A,31.01.2025,,,,6',
    ]),
    kind,
  )
  expect(tried).toMatchObject({ kind: 'shipments', rows: 6, good: 5, wrong: 1, ignored: [] })
  expect(await found(tried)).toEqual({
    shipped_expired: [2],
    shipped_short: [3],
    shipped_out_of_turn: [4],
    shipped_without_batch: [5],
    shipped_without_date: [5],
    row_unreadable: [7],
  })
  const told = await account.get(`/v1/imports/${tried.id}/assessment`)
  expect(told).toMatchObject({ rows: 6, units: 27, clean: 1, worth: [{ currency: 'EUR', amount: 4250 }] })
  expect(told.gaps[2]).toMatchObject({
    gap: 'shipped_out_of_turn',
    title: 'A batch that expires earlier stayed behind',
    rows: 1,
    units: 7,
    firstLine: 4,
  })
  for (const mode of ['all', 'good'] as const)
    expect(await commit(account, tried, mode)).toMatchObject({ status: 409, body: { code: 'import_writes_nothing' } })
  expect((await account.get('/v1/stock')).items).toHaveLength(1)
  expect((await account.get('/v1/orders')).items).toEqual([])
})

test('a rule asks for its life, a mended row is judged with all of its product, and the sheet of paper says the same', async () => {
  await account.post('/v1/rules', { name: 'Web', channel: 'web', lifeDaysMin: 30, reason: 'terms' })
  const header = 'shipped_on,sku,quantity,batch,expires_on,channel,came_in'
  const tried = await judged(
    account,
    sheet(header, [
      '2025-02-01,P,5,LATE,2025-09-01,direct,100',
      '2025-02-02,P,60,EARLY,2025-03-01,web,100',
      '2025-02-03,P,60,EARLY,2025-03-01,direct,',
      'soon,P,1,EARLY,2025-03-01,direct,',
    ]),
    kind,
  )
  expect(await found(tried)).toEqual({
    shipped_out_of_turn: [2],
    shipped_short: [3],
    shipped_more: [3, 4],
    row_unreadable: [5],
  })
  expect((await reasons(account, tried))[0]?.[0]).toBe(5)
  const path = `/v1/imports/${tried.id}`
  await account.call('PUT', `${path}/rows/3`, { cells: ['2025-01-02', 'P', '10', 'EARLY', '2025-03-01', 'web', ''] })
  await account.call('PUT', `${path}/rows/4`, { cells: ['2025-01-03', 'P', '20', 'EARLY', '2025-03-01', 'web', ''] })
  const row = { cells: ['2025-02-01', 'P', '1', 'EARLY', '2025-03-01', 'direct', ''] }
  expect(await account.call('PUT', `${path}/rows/5`, row)).toMatchObject({ body: { state: 'good', gaps: [] } })
  expect(await found(tried)).toEqual({})
  const paper = await account.call('GET', `${path}/assessment.pdf`)
  const text = textsOf(paper.body).join(' ')
  expect(text).toContain('What went wrong with these shipments')
  expect(text).toContain('Nothing went wrong, as far as the sheet tells.')
})

test('products of several parts of a large sheet are each judged whole', async () => {
  await product(account, { sku: 'Q', name: 'Soap', tracking: 'none', dates: 'none' })
  const many = (sku: string, count: number) =>
    Array.from({ length: count }, (_, at) => `2025-02-01,${sku},1,L${at % 7},2025-09-0${(at % 7) + 1}`)
  const rows = ['2025-02-02,P,1,EARLY,2025-08-31', ...many('P', 2500), ...many('Q', 1600), ...many('NEW', 5)]
  const { id } = await judged(account, sheet('shipped_on,sku,quantity,batch,expires_on', rows), kind)
  await becomes(account, id, ['judged'])
  const { gaps } = await account.get(`/v1/imports/${id}/assessment`)
  expect(gaps.map(({ gap, rows: count }: Json) => [gap, count])).toEqual([['shipped_out_of_turn', 2500]])
})

test('a row whose quantity is no longer one counts no units', async () => {
  const { id } = await judged(account, sheet('shipped_on,sku,quantity', ['2025-02-01,P,5', '2025-02-02,P,7']), kind)
  await account.call('PUT', `/v1/imports/${id}/rows/2`, { cells: ['2025-02-01', 'P', 'five'] })
  expect(await account.get(`/v1/imports/${id}/assessment`)).toMatchObject({ rows: 2, units: 7 })
})
