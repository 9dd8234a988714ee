import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openWorld, type World, waitFor } from '../../server/test/world.ts'
import { firstout, json, listening, type Place } from './firstout.ts'
import { openFolder } from './folder.ts'

const folder = openFolder()
let world: World
let place: Place
const run = (...args: string[]) => firstout(place, ...args)
const file = (name: string, content: string): string => folder.write(name, content)

beforeAll(async () => {
  world = await openWorld()
  place = await listening(world)
})
afterAll(async () => {
  await world.close()
  folder.remove()
})

test('products come from a sheet; a dry run and a wrong row write nothing, and each wrong row is named', async () => {
  const wrong = file(
    'wrong.csv',
    'sku,name,life_days,unit\nCREAM,Cream 50 ml,540,each\n,Nameless,x,kilo\nCREAM,Again,,\n',
  )
  const refused = await run('import', 'products', wrong)
  expect(refused.code).toBe(3)
  expect(refused.stdout).toContain(
    'sku is missing; unit must be one of each, gram, millilitre, not "kilo"; life_days must be a whole number',
  )
  expect(refused.stdout).toContain('CREAM is already on line 2')
  const right = file('products.csv', 'SKU,Name,Life days\nCREAM,Cream 50 ml,540\nSOAP,Soap,\n')
  expect((await run('import', 'products', right, '--dry-run')).stdout).toContain('Nothing was written')
  expect((await json(place, 'products', 'list')).items).toEqual([])
  expect(await json(place, 'import', 'products', right)).toMatchObject({ rows: 2, written: 2, known: 0, problems: [] })
  expect(await json(place, 'import', 'products', right)).toMatchObject({ written: 0, known: 2 })
  expect((await run('products', 'show', 'CREAM')).stdout).toContain('Cream 50 ml')
})

test('a kit is made, told with its parts, and ordered, packed and shipped as one', async () => {
  const shop = await world.otherAccount()
  const own = { ...place, key: shop.key }
  for (const sku of ['PA', 'QB']) await shop.post('/v1/products', { sku, name: sku })
  await json(own, 'products', 'add', 'DUO', 'Duo', '--part', 'PA=1')
  expect((await firstout(own, 'products', 'kit', 'DUO')).code).toBe(2)
  const made = await firstout(own, 'products', 'kit', 'DUO', '--part', 'PA=2', '--part', 'QB=1', '--reason', 'bigger')
  expect(made.stdout).toContain('2 PA, 1 QB')
  const line = (product: string) => ({ product, quantity: 4, batch: `B-${product}`, expiresOn: '2026-05-01' })
  await shop.post('/v1/receipts', { warehouse: 'CHI', lines: [line('PA'), line('QB')] })
  const told = await firstout(own, 'order', 'add', '--number', 'DUO-1', '--line', 'DUO=2')
  expect(told.stdout).toMatch(/1 {2}DUO .*\n +1 {2}· PA .*\n +1 {2}· QB /)
  const half = await firstout(own, 'ship', 'DUO-1', '--line', '1:B-PA=2')
  expect(half.stdout + half.stderr).toContain('Line 1, DUO: 1 of QB would be missing')
  const parts = await firstout(own, 'ship', 'DUO-1', '--line', '1:B-PA=2', '--part-kits')
  expect(parts.stdout).toMatch(/Kit\b[\s\S]*DUO/)
  expect((await firstout(own, 'ship', 'DUO-1')).code).toBe(0)
  expect((await json(own, 'products', 'kit', 'DUO', '--none')).kit).toEqual([])
})

test('opening stock comes from a sheet, once however often it is run', async () => {
  const right = file(
    'stock.csv',
    'sku,quantity,warehouse,batch,expires_on,unit_cost,currency\nCREAM,60,CHI,L1,2026-05-01,250,USD\nCREAM,40,CHI,L2,2026-03-01,,\nSOAP,9,CHI,L1,2026-03-01,,\n',
  )
  expect(await json(place, 'import', 'stock', right)).toMatchObject({ written: 3, problems: [] })
  expect((await run('import', 'stock', right)).stdout).toContain('3 rows: 0 written, 3 already here, 0 wrong.')
  const good = file('good.csv', 'sku,quantity,warehouse,batch,expires_on\nSOAP,1,CHI,S8,2026-03-01\n')
  expect((await run('import', 'stock', good, '--reference', 'second')).code).toBe(0)
})

test('what is used wrongly ends with 2, and a question of the server names the flags that answer it', async () => {
  expect((await run('--version')).stdout).toMatch(/^\d+\.\d+\.\d+\n$/)
  for (const args of [
    ['stock', '--status', 'gone'],
    ['order', 'list', '--state', 'gone'],
    ['keys', 'create', 'x', '--role', 'king', '--expires', '2030-01-01'],
  ])
    expect([(await run(...args)).code, args]).toEqual([2, args])
  const asked = await run('receive', 'SOAP', '1', '--warehouse', 'CHI', '--batch', 'l1', '--expires', '2026-03-01')
  expect([asked.code, asked.stderr]).toEqual([3, expect.stringContaining('different (--batch-is different)')])
})

test('a customer is named by code, or by a name that only one has', async () => {
  await world.post('/v1/customers', { code: 'GB', name: 'Green Basket' })
  const order = (customer: string) => run('order', 'add', '--customer', customer, '--line', 'SOAP=1', '--json')
  const { stdout } = await order('green basket')
  const placed = JSON.parse(stdout)
  expect(placed.customerName).toBe('Green Basket')
  expect((await json(place, 'order', 'list', '--customer', 'Green Basket')).items).toHaveLength(1)
  expect((await order('Nobody')).code).toBe(3)
  await world.post('/v1/customers', { code: 'GB2', name: 'Green Basket' })
  const twice = await order('Green Basket')
  expect([twice.code, twice.stderr]).toEqual([2, expect.stringContaining('Use the code: GB, GB2.')])
  await run('order', 'cancel', placed.number, '--reason', 'test')
})

test('receive, order, ship and trace work one after another', async () => {
  expect(
    (await run('receive', 'CREAM', '10', '--warehouse', 'CHI', '--batch', 'L3', '--expires', '2026-09-01')).code,
  ).toBe(0)
  const order = await json(place, 'order', 'add', '--number', 'A-1', '--line', 'CREAM=45', '--line', 'SOAP=20')
  expect(order.lines.map(({ allocated, backOrdered }: Record<string, number>) => [allocated, backOrdered])).toEqual([
    [45, 0],
    [10, 10],
  ])
  const edited = await json(place, 'order', 'edit', 'A-1', '--line', '2=10', '--line', 'CREAM=50')
  expect(edited.lines.map(({ quantity }: Record<string, number>) => quantity)).toEqual([50, 10])
  const part = await run('ship', 'A-1', '--line', '1:L2=40', '--carrier', 'UPS')
  expect(part.stdout).toContain('of order A-1 from CHI')
  expect((await run('ship', 'A-1')).code).toBe(0)
  const shown = await run('order', 'show', 'A-1')
  expect(shown.stdout).toMatch(/1 {2}CREAM .* 50 +0 +50 +0/)
  const traced = await run('trace', 'L2')
  expect(traced.stdout).toContain('Who got it: 0 customers, 1 order, 40 units')
  expect((await run('export', 'trace', 'L2')).stdout).toContain('A-1')
  expect((await run('export', 'orders')).stdout).toMatch(/^id,number,.*\n[^\n]*A-1/)
  expect((await run('export', 'moves', '--out', folder.pathOf('moves.csv'))).code).toBe(0)
  expect(readFileSync(folder.pathOf('moves.csv'), 'utf8').split('\n').length).toBeGreaterThan(5)
})

test('a return is listed, taken in part by part, closed, and stands in the trace', async () => {
  const announced = { number: 'R-1', orderNumber: 'A-1', lines: [{ product: 'CREAM', quantity: 9 }] }
  await world.post('/v1/returns', announced)
  expect((await run('return', 'list', '--state', 'open')).stdout).toMatch(/R-1 .*A-1 .*to deal with +9/)
  expect((await run('return', 'show', 'R-1')).stdout).toMatch(/What can still come[\s\S]*1 {2}L2 .* 40/)
  expect((await run('return', 'take-in', 'R-1', '--line', '2=1')).code).toBe(2)
  const asked = await run('return', 'take-in', 'R-1')
  expect([asked.code, asked.stderr]).toEqual([3, expect.stringContaining('Name the one on the label')])
  const taken = await run('return', 'take-in', 'R-1', '--line', '1:L2=3', '--line', '1:L2@MAIN=2', '--note', 'dented')
  expect(taken.stdout).toMatch(/1 +L2 +CHI +QUARANTINE +3\n +1 +L2 +CHI +MAIN +2/)
  expect((await run('return', 'close', 'R-1')).stdout).toContain('3 to look at')
  expect((await json(place, 'return', 'list', '--state', 'open')).items).toEqual([])
  const again = await run('return', 'take-in', 'R-1', '--line', '1:L2=1')
  expect([again.code, again.stderr]).toEqual([3, expect.stringContaining('Return R-1 is dealt with.')])
  const traced = await run('trace', 'L2')
  expect(traced.stdout).toContain('40 units; 5 returned, 35 kept')
  expect(traced.stdout).toMatch(/A-1 .* 40 +5 +35/)
})

test('units with serials come back by their serials', async () => {
  await run('products', 'add', 'CAM', 'Camera', '--tracking', 'serial', '--dates', 'none')
  const line = { product: 'CAM', quantity: 2, batch: 'C1', serials: ['SN-1', 'SN-2'] }
  await world.post('/v1/receipts', { warehouse: 'CHI', lines: [line] })
  const order = await json(place, 'order', 'add', '--number', 'A-2', '--line', 'CAM=2')
  const [{ id: orderLine, batches }] = order.lines
  const [{ batchId: batch }] = batches
  const sent = { orderLine, batch, quantity: 2, serials: ['SN-1', 'SN-2'] }
  await world.post('/v1/shipments', { order: 'A-2', lines: [sent] })
  await world.post('/v1/returns', { number: 'R-2', orderNumber: 'A-2', lines: [{ product: 'CAM', quantity: 2 }] })
  const taken = await json(place, 'return', 'take-in', 'R-2', '--serial', '1:SN-1', '--serial', '1:SN-2')
  expect(taken).toMatchObject({ closedAt: expect.any(String), lines: [{ returned: 2 }] })
})

test('a code that fits several batches is answered with their list, and the product decides', async () => {
  const { code, stderr } = await run('trace', 'L1')
  expect(code).toBe(2)
  expect(stderr).toContain('"L1" fits 2 batches')
  expect(stderr).toMatch(/L1 +CREAM[\s\S]*L1 +SOAP|L1 +SOAP[\s\S]*L1 +CREAM/)
  expect((await run('trace', 'L1', '--product', 'SOAP')).code).toBe(0)
})

test('a hold is placed, listed and lifted', async () => {
  const hold = await json(place, 'hold', 'place', '--batch', 'L3', '--reason', 'smells odd')
  expect((await run('hold', 'list')).stdout).toContain('smells odd')
  expect((await json(place, 'stock', '--status', 'held')).items).toHaveLength(1)
  expect((await run('hold', 'lift', hold.number, '--reason', 'was the box')).stdout).toContain('is lifted')
  await waitFor(async () => (await json(place, 'hold', 'list')).items.length === 0, 'no hold to be left')
  expect((await run('hold', 'place', '--batch', 'L3', '--lot', 'X', '--reason', 'x')).code).toBe(2)
})

test('a rule is previewed, added, listed and ended', async () => {
  const asked = [
    'rules',
    'add',
    '--name',
    'Amazon',
    '--channel',
    'amazon',
    '--life-days',
    '90',
    '--more-than',
    '--reason',
    'x',
  ]
  expect((await run(...asked, '--preview')).stdout).toContain('0 open order lines are concerned.')
  expect((await json(place, 'rules', 'list')).items).toEqual([])
  expect((await run(...asked, '--bar', 'L3')).stdout).toMatch(
    /holds from .* for channel amazon: more than 90 days left on delivery, 1 batch barred/,
  )
  const { items } = await json(place, 'rules', 'list')
  expect(items).toHaveLength(1)
  expect((await run('rules', 'list')).stdout).toContain('channel amazon')
  expect((await run('rules', 'end', items[0].id, '--reason', 'x')).stdout).toContain('Rule "Amazon" ends after')
  await waitFor(async () => (await json(place, 'rules', 'list')).items.length === 0, 'no rule to be left')
  expect((await run('rules', 'add', '--name', 'A', '--rotation', 'x', '--reason', 'x')).code).toBe(2)
  expect((await run('rules', 'add', '--name', 'A', '--more-than', '--reason', 'x')).code).toBe(2)
})

test('a rule of routing is previewed and added, and an order tells from where it goes, and why', async () => {
  const asked = ['rules', 'add', '--name', 'One parcel', '--channel', 'routed', '--reason', 'freight']
  const routing = ['--split', 'allowed', '--split-cost', '300', '--route-by', 'distance', 'priority']
  expect((await run(...asked, ...routing, '--preview')).stdout).toContain('Were 0 open lines placed now, 0 lines of 0')
  expect((await run(...asked, ...routing)).stdout).toContain('else the cheapest split: by distance, then priority')
  expect((await run(...asked, '--split-cost', '300')).code).toBe(2)
  await world.post('/v1/products', { sku: 'ROUTED', name: 'Routed', dates: 'none' })
  await world.post('/v1/receipts', { warehouse: 'CHI', lines: [{ product: 'ROUTED', batch: 'R1', quantity: 5 }] })
  const placed = await run('order', 'add', '--line', 'ROUTED=2', '--channel', 'routed')
  expect(placed.stdout).toContain('From where: all from CHI, 1 parcel of unknown cost, by the rule "One parcel"')
})

test('a date is corrected, and its history shown', async () => {
  const corrected = await run(
    'batches',
    'correct',
    'L3',
    '--kind',
    'expiry',
    '--on',
    '2026-10-01',
    '--reason',
    'misread',
  )
  expect(corrected.stdout).toMatch(/2026-10-01[\s\S]*misread/)
  expect((await run('batches', 'correct', 'L3', '--kind', 'expiry', '--reason', 'x')).code).toBe(2)
})

test('stock of the end of a day is asked in the zone of the warehouse', async () => {
  const then = await json(place, 'stock', '--as-of', '2025-11-22', '--product', 'CREAM')
  expect(then.items).toEqual([])
  const now = await json(place, 'stock', '--as-of', '2025-11-23', '--product', 'CREAM')
  expect(now.items.reduce((sum: number, { quantity }: { quantity: number }) => sum + quantity, 0)).toBe(65)
})

test('keys are made, listed without the secret, and revoked', async () => {
  const made = await json(place, 'keys', 'create', 'scanner', '--role', 'auditor', '--expires', '2026-06-01')
  const limited = { ...place, key: made.key }
  expect((await firstout(limited, 'stock')).code).toBe(0)
  const refused = await firstout(limited, 'products', 'add', 'X', 'X')
  expect([refused.code, refused.stderr]).toEqual([
    3,
    'Your role, auditor, may not change products. Ask an owner of the account.\n',
  ])
  expect((await run('keys', 'list')).stdout).not.toContain(made.key)
  expect((await run('keys', 'revoke', 'scanner')).code).toBe(0)
  expect((await firstout(limited, 'stock')).code).toBe(4)
})

test.each([
  ['an unknown command', ['frobnicate'], 2],
  ['a missing argument', ['trace'], 2],
  ['a day that does not exist', ['receive', 'CREAM', '1', '--warehouse', 'CHI', '--expires', '2026-02-30'], 2],
  ['a file that is not there', ['import', 'orders', 'nowhere.csv'], 2],
  ['what the business refuses', ['receive', 'CREAM', '1', '--warehouse', 'CHI'], 3],
  ['a batch that is not there', ['trace', 'nonsense'], 3],
  ['help', ['--help'], 0],
])('the exit code of %s', async (_what, args, code) => {
  const ended = await run(...args)
  expect(ended.code).toBe(code)
  expect(code === 0 ? ended.stdout : ended.stderr).not.toBe('')
})

test('a server that is not there is exit code 4, and with --json a document says why', async () => {
  const { code, stdout } = await firstout({ url: 'http://127.0.0.1:9', key: 'x' }, 'stock', '--json')
  expect(code).toBe(4)
  expect(JSON.parse(stdout).error.detail).toContain('does not answer')
})

test('a difference is exit code 5', async () => {
  await world.owner`update stock.balance set on_hand = on_hand + 1`
  expect((await run('verify')).code).toBe(5)
  await world.owner`update stock.balance set on_hand = on_hand - 1`
  expect((await run('verify')).code).toBe(0)
})
