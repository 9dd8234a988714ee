/**
 * What waits for a person is found without reading all that ever waited: held against an account in which a thousand things of each kind are
 * settled, and one waits.
 */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type ToSettleKind, toSettleKinds } from '#domain/to-settle.ts'
import { toSettle } from '../modules/reports/to-settle.ts'
import { returnList } from '../modules/returns/store.ts'
import { growOld } from './grown.ts'
import { readsOf } from './reads.ts'
import { openShop, unsettled } from './unsettled.ts'
import { openWorld, type World } from './world.ts'

let world: World
const settled = 1000
const few = 100

beforeAll(async () => {
  world = await openWorld({ works: false })
  await openShop(world)
  for (const kind of toSettleKinds) {
    const story = unsettled[kind]
    await story?.settle(world, await story.begin(world, `DONE-${kind}`))
  }
  await growOld(world, settled)
  for (const kind of toSettleKinds) await unsettled[kind]?.begin(world, `OPEN-${kind}`)
  world.clock.set('2026-01-05T15:00:00Z')
}, 120_000)
afterAll(() => world?.close())

/**
 * Of which tables more than a few rows are read: one row a document of that kind, which has no end that an index could know; what a unit of the
 * product cost; which batches were made of which; and of misplaced goods what lies in the bins, for that is what is judged.
 */
const readAtLength: Readonly<Record<ToSettleKind, readonly string[]>> = {
  transfer_to_approve: ['transfers.transfer'],
  transfer_missing: ['transfers.discrepancy'],
  count_difference: ['batches.batch', 'receiving.receipt_line'],
  inbound_difference: ['receiving.inbound'],
  unidentified: [],
  return_to_inspect: ['batches.batch_link'],
  disposal_open: ['disposals.disposal'],
  misplaced: ['batches.batch', 'stock.balance'],
  opened_past: ['redating.redating'],
  sample_due: ['samples.sample', 'stock.move'],
  mock_due: ['mocks.act', 'mocks.mock'],
  action_late: [],
  sold_on_beyond: ['sellthrough.report', 'sellthrough.withdrawal'],
}

test.each(toSettleKinds)('%s: what is settled is not read again, but for the row of its own', async (kind) => {
  const after = { since: '2025-01-01T00:00:00.000Z', key: '' }
  const rows: unknown[] = []
  const reads = await readsOf(world, async (db) => {
    const found = await toSettle(db, { kind, warehouseId: null, after, limit: 50 })
    rows.push(...found.rows)
  })
  expect(rows).toHaveLength(1)
  const atLength = Object.entries(reads).filter(([, count]) => count > few)
  expect(atLength.map(([table]) => table).sort()).toEqual(readAtLength[kind])
  for (const [table, count] of atLength) expect([table, count < 20 * settled]).toEqual([table, true])
})

test('the list of returns that are to be inspected reads no return that was', async () => {
  const asked = { ids: null, number: null, state: 'to_inspect', before: null, limit: 101 } as const
  const reads = await readsOf(world, (db) => returnList(db, asked))
  const atLength = Object.entries(reads).filter(([, count]) => count > few)
  expect(atLength.map(([table]) => table)).toEqual(readAtLength.return_to_inspect)
})
