/**
 * server/test/full-seal.ts — an account is sealed, as the background work does it, whether or not somebody does that.
 */
import { sealFacts } from '../modules/seal/index.ts'
import { jobActOf } from './job-act.ts'
import type { Caller, Json, World } from './world.ts'
import { waitFor } from './world.ts'

export const sealNow = (world: World, caller: Caller = world, at = world.clock.now()): Promise<number> =>
  sealFacts(world.app.house.database, { ...jobActOf(world, caller), at })

/** With a verification that somebody asked for. */
export async function sealed(world: World, caller: Caller): Promise<void> {
  await sealNow(world, caller)
  await caller.post('/v1/seal/verifications', {})
}

/** Asked for and waited for. */
export async function sealProof(caller: Caller, checkpoint?: Json): Promise<Json> {
  const { id } = await caller.post('/v1/seal/verifications', checkpoint ? { checkpoint } : {})
  return waitFor(async () => {
    const proof = await caller.get(`/v1/seal/verifications/${id}`)
    return proof.endedAt === null ? null : proof
  }, 'the chain to be walked')
}
