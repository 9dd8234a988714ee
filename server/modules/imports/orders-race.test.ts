/**
 * The same orders come in two imports at one moment: each number becomes one order, and to the other import it is known.
 */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { gate, waitingForLocks } from '../../test/amid.ts'
import { committed, judged, sheet } from '../../test/imports.ts'
import { product } from '../../test/stories.ts'
import { openWorld, type World, waitFor } from '../../test/world.ts'

let world: World
beforeAll(async () => {
  world = await openWorld({ works: false })
})
afterAll(() => world?.close())

test.each([
  ['all', ['1,P,1', '1,P,2', '2,P,3']],
  ['good', ['1,P,1', '1,P,2', '2,P,3']],
  ['good', ['3,P,1']],
] as const)(
  'two imports of the same orders at once, %s of %j: one places them, to the other they are known',
  async (mode, rows) => {
    const account = await world.otherAccount()
    await product(account)
    const kind = { kind: 'orders', name: 'orders.csv' }
    const file = sheet('order,sku,quantity', rows)
    const tried = [await judged(account, file, kind), await judged(account, file, kind)]
    const { passed, open } = gate()
    const holding = world.owner.begin(async (sql) => {
      await sql`select from catalog.product for update`
      await passed
    })
    const committing = tried.map((of) => committed(account, of, mode))
    await waitFor(async () => (await waitingForLocks(world)) >= 2, 'both imports to stand before the product')
    open()
    await holding
    const done = await Promise.all(committing)
    const told = done.map(({ state, committed: written, known, wrong }) => ({ state, written, known, wrong }))
    expect(told.toSorted((a, b) => a.known - b.known)).toEqual([
      { state: 'ended', written: rows.length, known: 0, wrong: 0 },
      { state: 'ended', written: 0, known: rows.length, wrong: 0 },
    ])
    const numbers = new Set(rows.map((row) => row.split(',')[0]))
    expect((await account.get('/v1/orders')).items).toHaveLength(numbers.size)
  },
)
