/**
 * An import judges a batch's last day as every other answer does.
 */
import { expect, test } from 'vitest'
import { product, receive, says, taken } from '../../server/test/stories.ts'
import { openWorld } from '../../server/test/world.ts'
import { json, listening } from './firstout.ts'
import { openFolder } from './folder.ts'

test('scenario 4: an imported order of the last day gets the batch, one of a minute later does not', async () => {
  const world = await openWorld()
  const folder = openFolder()
  try {
    await product(world)
    await receive(world, [{ batch: 'B', quantity: 100, expiresOn: '2025-12-01' }])
    world.clock.set('2025-12-05T15:00:00Z')
    const rows = ['1001,P,Face cream,1,2025-12-01 23:59:00,9.99,,', '1002,P,Face cream,1,2025-12-02 00:00:00,9.99,,']
    const path = folder.write(
      'orders.csv',
      `InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country\n${rows.join('\n')}\n`,
    )
    const place = await listening(world)
    expect(await json(place, 'import', 'orders', path, '--no-ship')).toMatchObject({ addsUp: true })
    const [last, after] = [await world.get('/v1/orders/1001'), await world.get('/v1/orders/1002')]
    expect(taken(last)).toEqual({ B: 1 })
    expect(taken(after)).not.toHaveProperty('B')
    expect(says(after)).toEqual(['B: expired 1 day ago'])
  } finally {
    await world.close()
    folder.remove()
  }
})
