/**
 * server/test/full-alerts.ts — alerts of a full account: one that was snoozed and closed, and one that is open, whether or not somebody does the background work.
 */
import { judgeAlerts } from '../modules/alerts/index.ts'
import { jobActOf } from './job-act.ts'
import { batchId } from './stories.ts'
import type { Caller, World } from './world.ts'

export async function alerted(world: World, caller: Caller, mark: string): Promise<void> {
  const { id: productId } = await caller.get(`/v1/products/${mark}-P`)
  const toldAt = async (days: number) => {
    await caller.call('PUT', `/v1/alert-steps/${productId}`, { days: [days] })
    await judgeAlerts(world.app.house.database, jobActOf(world, caller), null)
    return (await caller.get(`/v1/alerts?batch=${await batchId(caller, `${mark}-B`)}`)).items[0]
  }
  const { id } = await toldAt(90)
  await caller.post(`/v1/alerts/${id}/snooze`, { until: '2025-12-24', reason: `${mark}-later` })
  await toldAt(80)
}
