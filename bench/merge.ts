/**
 * bench/merge.ts — a batch that is promised to many order lines is merged into another, all its promises with it; foretold, done and undone. Held against
 * a hold on the same batch in the same run, which gives all of them back.
 */
import type { Results } from './allocate.ts'
import { type Lab, openCaller } from './lab.ts'
import { millisecondsOf, round } from './measure.ts'
import { expectPromised, placeOrders } from './replan.ts'
import { stockUp } from './stock-up.ts'

export async function merge(lab: Lab, lines: number): Promise<Results> {
  const account = await lab.account('merge')
  const received = await stockUp(lab, account, { products: 1 })
  const batch = received.find(({ batchCode }) => batchCode === 'B1')?.batchId ?? ''
  const caller = openCaller(lab.address, account, 1)
  const { producedOn, expiresOn } = (await caller.call('GET', `/v1/batches/${batch}`)) as Record<string, string>
  await placeOrders(caller, lines)
  await expectPromised(caller, batch, lines)
  const right = { product: 'P0', batch: 'RIGHT', quantity: 1, producedOn, expiresOn }
  const receipt = (await caller.call('POST', '/v1/receipts', { warehouse: 'W', lines: [right] })) as {
    lines: { batchId: string }[]
  }
  const body = { kind: 'merge', batch, into: receipt.lines[0]?.batchId, reason: 'bench' }
  const previewMilliseconds = await millisecondsOf(() => caller.call('POST', '/v1/batch-repair-preview', body))
  let id = ''
  const mergeMilliseconds = await millisecondsOf(async () => {
    const made = (await caller.call('POST', '/v1/batch-repairs', body)) as { id: string }
    id = made.id
  })
  await expectPromised(caller, body.into ?? '', lines)
  const undone = () => caller.call('POST', `/v1/batch-repairs/${id}/undoing`, { reason: 'bench' })
  const undoMilliseconds = await millisecondsOf(undone)
  const hold = { scope: 'batch', batch, reason: 'bench' }
  const holdMilliseconds = await millisecondsOf(() => caller.call('POST', '/v1/holds', hold))
  await caller.close()
  return {
    merge: {
      lines,
      previewMilliseconds: round(previewMilliseconds),
      mergeMilliseconds: round(mergeMilliseconds),
      undoMilliseconds: round(undoMilliseconds),
      holdMilliseconds: round(holdMilliseconds),
      ratio: round(mergeMilliseconds / holdMilliseconds),
    },
  }
}
