/**
 * Requirement I5 over HTTP: batch codes are written by a pattern that the account sets.
 */
import { afterEach, beforeEach, expect, test } from 'vitest'
import { product, receive, refusedReceipt } from '../../../test/stories.ts'
import { openWorld, type World } from '../../../test/world.ts'

let world: World
let productId: string
beforeEach(async () => {
  world = await openWorld({ works: false })
  productId = (await product(world)).id
})
afterEach(() => world.close())

const set = (pattern: string | null) => world.call('PUT', `/v1/batch-code-patterns/${productId}`, { pattern })
const setForAll = (pattern: string | null) => world.call('PUT', '/v1/batch-code-pattern', { pattern })
const draw = (more: object = {}) => world.call('POST', '/v1/batch-codes', { product: 'P', warehouse: 'CHI', ...more })
const drawn = async (more: object = {}) => (await draw(more)).body.code
const expiresOn = '2026-05-01'

test('codes count up within a day, from one again on the next, and per place where the pattern names it', async () => {
  expect((await set('{SKU}-{SITE}-{YY}{JJJ}-{##}')).body.items).toMatchObject([
    { productId, sku: 'P', pattern: '{SKU}-{SITE}-{YY}{JJJ}-{##}', setBy: 'owner of the tests (key)' },
  ])
  await world.post('/v1/warehouses', { code: 'DAL', name: 'Dallas', timeZone: 'America/Chicago' })
  expect([await drawn(), await drawn()]).toEqual(['P-CHI-25327-01', 'P-CHI-25327-02'])
  expect(await drawn({ warehouse: 'DAL' })).toBe('P-DAL-25327-01')
  expect(await drawn({ producedOn: '2025-11-20' })).toBe('P-CHI-25324-01')
  world.clock.set('2025-11-24T15:00:00.000Z')
  expect(await drawn()).toBe('P-CHI-25328-01')
})

test('the day is that of the warehouse', async () => {
  await set('{MM}{DD}')
  world.clock.set('2025-11-24T05:30:00.000Z')
  expect(await drawn()).toBe('1123')
})

test('twenty at once draw twenty codes', async () => {
  await set('L{###}')
  const codes = await Promise.all(Array.from({ length: 20 }, () => drawn()))
  expect(codes.toSorted()).toEqual(Array.from({ length: 20 }, (_, at) => `L${String(at + 1).padStart(3, '0')}`))
})

test('what a batch is called already is passed over; when the digits are used up, that is said', async () => {
  await set('L{#}')
  await receive(world, [{ batch: 'L1', quantity: 1, expiresOn }])
  expect(await drawn()).toBe('L2')
  for (let nth = 3; nth <= 9; nth += 1) await drawn()
  expect((await draw()).body).toMatchObject({
    code: 'batch_codes_used_up',
    detail: 'L{#} has no number left for P on 2025-11-23. Give the pattern one digit more.',
  })
})

test('a product without a pattern of its own takes the one for all; without any, that is said', async () => {
  expect((await draw()).body).toMatchObject({ code: 'batch_code_pattern_missing' })
  await setForAll('A{YY}-{#}')
  expect(await drawn()).toBe('A25-1')
  await set('B{YY}-{#}')
  expect(await drawn()).toBe('B25-1')
  await set(null)
  expect(await drawn()).toBe('A25-2')
  expect((await world.get('/v1/batch-code-patterns')).items).toMatchObject([{ productId: null, pattern: 'A{YY}-{#}' }])
  await product(world, { sku: 'LOOSE', tracking: 'none', dates: 'none' })
  expect((await draw({ product: 'LOOSE' })).body.code).toBe('batch_untracked')
})

test('a pattern that cannot be read is refused with the place in it and what would be right', async () => {
  expect(await set('L{LOT}')).toMatchObject({
    status: 422,
    body: { code: 'batch_code_pattern_unreadable', facts: { at: 1 } },
  })
  expect((await set('LOT')).body.detail).toBe(
    'The pattern cannot be read at character 4: every batch would get the same code: add the day, or a number {##}.',
  )
  expect((await setForAll('{#}')).status).toBe(200)
  const other = await world.otherAccount()
  expect((await other.get('/v1/batch-code-patterns')).items).toEqual([])
})

test('who sets a pattern is on record, with what it was before', async () => {
  await set('A{#}')
  await set('B{#}')
  const { items } = await world.get(`/v1/audit?subject=${productId}`)
  expect(items[0]).toMatchObject({
    action: 'product.code_pattern',
    before: { pattern: 'A{#}' },
    after: { pattern: 'B{#}' },
  })
})

test('a mistyped code is noticed by its check character, and taken all the same where a person confirms it', async () => {
  await set('{SKU}{YY}{JJJ}{##}{CHECK}')
  const code = await drawn()
  await receive(world, [{ batch: code, quantity: 1, expiresOn }])
  const mistyped = code.replace('25327', '25237')
  const asked = await refusedReceipt(world, [{ batch: mistyped, quantity: 1, expiresOn }])
  expect(asked).toMatchObject({ status: 409, body: { code: 'batch_code_mistyped', facts: { code: mistyped } } })
  expect(asked.body.detail).toContain('something in it is mistyped')
  await receive(world, [{ batch: mistyped, quantity: 1, expiresOn, batchIs: 'different' }])
  await receive(world, [{ batch: mistyped, quantity: 1, expiresOn }])
  await receive(world, [{ batch: "SUPPLIER'S OWN", quantity: 1, expiresOn }])
})

test('serials that follow one another are received as a range; a range that is none is refused with words', async () => {
  await product(world, { sku: 'S', tracking: 'serial' })
  const line = { product: 'S', batch: 'A', expiresOn }
  await receive(world, [{ ...line, quantity: 4, serials: ['X-1'], serialRanges: [{ from: 'N-098', to: 'N-100' }] }])
  const { id } = (await world.get('/v1/batches?product=S')).items[0]
  const { items } = await world.get(`/v1/batches/${id}/serials`)
  expect(items.map((one: { code: string }) => one.code)).toEqual(['N-098', 'N-099', 'N-100', 'X-1'])
  const wrong = await refusedReceipt(world, [{ ...line, quantity: 2, serialRanges: [{ from: 'N-9', to: 'M-10' }] }])
  expect(wrong.body.detail).toContain('"N-9" and "M-10" differ in more than their number')
})
