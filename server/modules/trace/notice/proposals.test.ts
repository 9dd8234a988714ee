/**
 * server/modules/trace/notice/proposals.test.ts — a pasted notice against what is here.
 */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Json, openWorld, type World } from '../../../test/world.ts'

let world: World
beforeAll(async () => {
  world = await openWorld({ works: false })
  await world.post('/v1/suppliers', { code: 'X', name: 'Supplier X' })
  await world.post('/v1/products', { sku: 'JAM', name: 'Plum jam', gtin: '036000291452' })
  await world.post('/v1/products', { sku: 'TEA', name: 'Green tea' })
  await world.post('/v1/products', { sku: 'PUMP', name: 'Pump', tracking: 'serial', dates: 'none' })
  const line = (product: string, batch: string, expiresOn: string, more: object = {}) => ({
    product,
    batch,
    quantity: 10,
    expiresOn,
    ...more,
  })
  await world.post('/v1/receipts', {
    warehouse: 'CHI',
    supplier: 'X',
    lines: [
      line('JAM', '159', '2026-07-12'),
      line('JAM', '00186', '2026-12-07'),
      line('JAM', '201', '2027-01-01'),
      line('TEA', 'T-9', '2027-01-01', { supplierLot: 'KX-2064' }),
    ],
  })
  await world.post('/v1/receipts', {
    warehouse: 'CHI',
    lines: [{ product: 'PUMP', batch: 'P1', quantity: 2, serials: ['SN-0100', 'SN-0101'] }],
  })
})
afterAll(() => world?.close())

async function ask(text: string) {
  const { proposals, ...told } = await world.post('/v1/trace/proposals', { text })
  return { ...told, says: proposals.map(({ confidence, says }: Json) => `${confidence}: ${says}`), proposals }
}

test('lots are found as they are written, and less surely with other zeros, case and punctuation', async () => {
  const told = await ask('Lot 159, 186 Exp 12/07/26')
  expect(told.says).toEqual(['high: Batch 159 of JAM', 'medium: Batch 00186 of JAM'])
  expect(told.read.dates[0].readings).toEqual(['2026-12-07', '2026-07-12'])
  expect(told.proposals[1].because).toContain('here it is written 00186')
  expect((await ask('lot kx2064')).says).toEqual(["medium: Supplier's lot KX-2064 of Supplier X"])
})

test('each proposal is a part that can be traced as it is', async () => {
  const { proposals } = await ask('Lots 150 to 201, serial SN-0100 and SN-0101, lot KX-2064. UPC 0 36000 29145 2')
  expect(proposals.map(({ part }: Json) => part.kind).toSorted()).toEqual(
    ['batch', 'batch', 'product', 'serials', 'serials', 'supplier_lot'].toSorted(),
  )
  const scope = encodeURIComponent(JSON.stringify({ parts: proposals.map(({ part }: Json) => part) }))
  const { batches } = await world.get(`/v1/trace?scope=${scope}`)
  expect(batches).toHaveLength(4)
})

test('all lots of a GTIN mean the product; its days alone mean the batches that fit, with what is doubtful said', async () => {
  expect((await ask('All lots. UPC 036000291452')).says[0]).toBe('high: All of JAM')
  const dated = await ask('Plum jam, best by 1 Jan 2027')
  expect(dated.says).toContain('medium: Batch 201 of JAM')
  const doubtful = await ask('Plum jam, best by 12/07/2026')
  expect(doubtful.says.filter((says: string) => says.includes('Batch'))).toEqual([
    'low: Batch 159 of JAM',
    'low: Batch 00186 of JAM',
  ])
})

test('what nothing here is called is told, and nothing is made up', async () => {
  const told = await ask('Lot 777 and 778. UPC 012345678905')
  expect(told.says).toEqual([])
  expect(told.unmatched).toEqual(['777', '778', '012345678905'])
  expect((await ask('The weather is fine.')).says).toEqual([])
  expect((await world.call('POST', '/v1/trace/proposals', { text: '' })).status).toBe(422)
})
