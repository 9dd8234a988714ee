/**
 * server/test/scenarios/12-sold-on-closing.test.ts — what consignees who sell on have sold of recalled batches stands in the consignee spreadsheet and in the closing file.
 */
import { afterEach, beforeEach, expect, test } from 'vitest'
import { makeClosingFile } from '../../modules/closing/index.ts'
import { sealedUntil } from '../../modules/seal/index.ts'
import { partsOf } from '../../platform/zip.ts'
import { jobActOf } from '../job-act.ts'
import { textsOf } from '../pdf-texts.ts'
import { batchId, order, product, receive } from '../stories.ts'
import { type Json, openWorld, type World } from '../world.ts'

let world: World
beforeEach(async () => {
  world = await openWorld({ works: false, at: '2025-11-01T15:00:00Z' })
  await product(world)
  for (const code of ['FBA', 'SHOP']) await world.post('/v1/customers', { code, name: `Zebra ${code}` })
  for (const [batch, quantity, customer] of [
    ['A', 120, 'FBA'],
    ['B', 80, 'FBA'],
    ['C', 10, 'SHOP'],
  ] as const) {
    await receive(world, [{ batch, quantity, expiresOn: '2027-01-01' }])
    await world.post('/v1/shipments', { order: (await order(world, quantity, { customer })).id })
  }
})
afterEach(() => world.close())

const reports = (quantity: number) =>
  world.post('/v1/sell-through', {
    reports: [{ customer: 'FBA', product: 'P', kind: 'sold', quantity, on: world.clock.now().slice(0, 10) }],
  })

test('the spreadsheet and the closing file tell least and most of who sells on, as it was known at the end, and nothing of who does not', async () => {
  await reports(150)
  const parts = (await Promise.all(['A', 'C'].map((code) => batchId(world, code)))).map((batch) => ({
    kind: 'batch',
    batch,
  }))
  const recall: Json = await world.post('/v1/recalls', {
    kind: 'withdrawal',
    title: 'Label',
    reason: 'The label is wrong.',
    scope: { parts },
  })
  await world.post(`/v1/recalls/${recall.id}/start`, {})
  const { body } = await world.call('GET', `/v1/recalls/${recall.id}/consignees.csv`)
  const rows = body.toString().split('\r\n') as string[]
  expect(rows[0]).toContain('"Sold on, at least","Sold on, at most","There still, at least","There still, at most"')
  expect(rows.find((row) => row.startsWith('FBA'))).toContain(',70,120,0,50,')
  expect(rows.find((row) => row.startsWith('SHOP'))).toContain(',10,,,,,')
  await world.post(`/v1/recalls/${recall.id}/end`, { reason: 'over' })
  world.clock.set('2025-12-01T10:00:00.000Z')
  await reports(30)
  await world.app.house.database.write(jobActOf(world, world), (tx) => makeClosingFile(tx, recall.id, sealedUntil))
  const zip = (await world.call('GET', `/v1/recalls/${recall.id}/closing-file.zip`)).body as Buffer
  const file = new Map(partsOf(zip).map(({ name, content }) => [name, Buffer.from(content)]))
  const evidence = JSON.parse(String(file.get('evidence.json')))
  const bounds = { sent: 120, returned: 0, soldOn: { least: 70, most: 120 }, there: { least: 0, most: 50 } }
  expect(evidence.soldOn).toEqual([
    { customerCode: 'FBA', sku: 'P', batchCode: 'all of these', ...bounds },
    { customerCode: 'FBA', sku: 'P', batchCode: 'A', ...bounds },
  ])
  expect(evidence.consignees).toMatchObject([
    { customerCode: 'FBA', batchCode: 'A', soldOnLeast: 70, soldOnMost: 120, thereLeast: 0, thereMost: 50 },
    { customerCode: 'SHOP', batchCode: 'C', soldOnLeast: null, thereMost: null },
  ])
  const paper = textsOf(file.get('closing-file.pdf') ?? Buffer.of()).join(' ')
  for (const said of ['Sold on by consignees', '70 to 120', '0 to 50']) expect(paper).toContain(said)
  expect(paper).not.toContain('Zebra')
})
