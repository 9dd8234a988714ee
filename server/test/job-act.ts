import type { Act } from '../platform/db.ts'
import type { Caller, World } from './world.ts'

/** As whom the background work does what time or others ask of an account. */
export const jobActOf = (world: World, { accountId }: Caller): Act => ({
  accountId,
  actorId: null,
  actorName: 'Firstout',
  role: 'owner',
  source: 'job',
  requestId: null,
  at: world.clock.now(),
})
