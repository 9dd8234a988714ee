/**
 * An import judges a batch's last day as every other answer does.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { product, receive, says, taken } from '../../server/test/stories.ts'
import { openWorld } from '../../server/test/world.ts'
import { json } from './firstout.ts'

test('scenario 4: an imported order of the last day gets the batch, one of a minute later does not', async () => {
  const world = await openWorld()
  const folder = mkdtempSync(join(tmpdir(), 'firstout-last-day-'))
  try {
    await product(world)
    await receive(world, [{ batch: 'B', quantity: 100, expiresOn: '2025-12-01' }])
    world.clock.set('2025-12-05T15:00:00Z')
    const rows = ['1001,P,Face cream,1,2025-12-01 23:59:00,9.99,,', '1002,P,Face cream,1,2025-12-02 00:00:00,9.99,,']
    const path = join(folder, 'orders.csv')
    writeFileSync(
      path,
      `InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country\n${rows.join('\n')}\n`,
    )
    const place = { url: await world.app.http.listen({ host: '127.0.0.1', port: 0 }), key: world.key }
    expect(await json(place, 'import', 'orders', path, '--no-ship')).toMatchObject({ addsUp: true })
    const [last, after] = [await world.get('/v1/orders/1001'), await world.get('/v1/orders/1002')]
    expect(taken(last)).toEqual({ B: 1 })
    expect(taken(after)).not.toHaveProperty('B')
    expect(says(after)).toEqual(['B: expired 1 day ago'])
  } finally {
    await world.close()
    rmSync(folder, { recursive: true })
  }
})
