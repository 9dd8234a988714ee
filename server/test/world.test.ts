import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openWorld, type World, worldNow } from './world.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

const cream = { sku: 'CREAM-50', name: 'Day cream 50 ml', dates: 'required' }

describe('the world of the tests', () => {
  test('is set up, once', async () => {
    expect((await world.api('GET', '/v1/set-up')).body).toEqual({ needed: false })
    const again = await world.api('POST', '/v1/set-up', {
      body: {
        account: { name: 'Second' },
        owner: { email: 'second@example.com', name: 'Second', password: 'a long enough password' },
        warehouse: { code: 'NYC', name: 'New York', timeZone: 'America/New_York' },
      },
    })
    expect(again).toMatchObject({ status: 409, body: { code: 'already_set_up' } })
  })

  test('has a warehouse in Chicago', async () => {
    const { status, body } = await world.api('GET', '/v1/warehouses', { key: await world.key('auditor') })
    expect(status).toBe(200)
    expect(body.items).toMatchObject([{ code: 'CHI', timeZone: 'America/Chicago', createdAt: worldNow }])
  })

  test('lets nobody in without a key', async () => {
    expect(await world.api('GET', '/v1/products')).toMatchObject({ status: 401, body: { code: 'not_signed_in' } })
    expect(await world.api('GET', '/v1/products', { key: 'fo_wrong' })).toMatchObject({ status: 401 })
  })

  test('keeps a product, for whom it is', async () => {
    const added = await world.api('POST', '/v1/products', { body: cream, key: await world.key('manager') })
    expect(added).toMatchObject({ status: 201, body: { sku: 'CREAM-50', createdAt: worldNow } })
    const other = await world.otherAccount('Another')
    const listed = await world.api('GET', '/v1/products', { key: await other.key('owner') })
    expect(listed).toMatchObject({ status: 200, body: { items: [] } })
    const own = await world.api('GET', '/v1/products', { key: await world.key('warehouse') })
    expect(own.body.items).toMatchObject([{ sku: 'CREAM-50' }])
  })

  test('refuses a role what is not its own', async () => {
    const refused = await world.api('POST', '/v1/products', { body: cream, key: await world.key('warehouse') })
    expect(refused).toMatchObject({ status: 403, body: { code: 'not_allowed' } })
  })

  test('is ready, with its background work', async () => {
    expect(await world.api('GET', '/readyz')).toMatchObject({ status: 200, body: { ready: true, missing: [] } })
  })
})
