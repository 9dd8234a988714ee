import { expect, test } from 'vitest'
import { merge, onHand } from '../../test/repairs.ts'
import { differences, hold, order, orderNow, product, receive, taken } from '../../test/stories.ts'
import { openWorld } from '../../test/world.ts'

test('one move of a merge is not undone by itself: units would come from nowhere', async () => {
  const world = await openWorld()
  try {
    await product(world)
    const expiresOn = '2026-06-01'
    await receive(world, [
      { batch: 'GOOD', quantity: 60, expiresOn },
      { batch: 'TYPO', quantity: 40, expiresOn },
    ])
    await merge(world, 'TYPO', 'GOOD')
    const { items } = await world.get('/v1/moves?reason=consume')
    const refused = await world.call('POST', `/v1/moves/${items[0].id}/reversal`, { reason: 'no' })
    expect([refused.status, refused.body.detail]).toEqual([
      422,
      expect.stringMatching(/what became another batch is undone as a whole: undo the repair/i),
    ])
    expect([await onHand(world), await differences(world)]).toEqual([{ GOOD: 100 }, []])
  } finally {
    await world.close()
  }
})

test('what a hold reaches by a merge is given back with the merge, before any job runs', async () => {
  const world = await openWorld({ works: false })
  try {
    await product(world)
    const expiresOn = '2026-06-01'
    await receive(world, [
      { batch: 'GOOD', quantity: 60, expiresOn },
      { batch: 'TYPO', quantity: 40, expiresOn },
    ])
    await hold(world, 'TYPO')
    const placed = await order(world, 50)
    expect(taken(placed)).toEqual({ GOOD: 50 })
    await merge(world, 'TYPO', 'GOOD')
    expect(taken(await orderNow(world, placed))).toEqual({})
  } finally {
    await world.close()
  }
})
