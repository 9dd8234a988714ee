import type { Tx } from '#platform/db.ts'
import { audit } from '../../access/index.ts'
import { waveByRef } from './wave-detail.ts'

export type GivenUp = Readonly<{ pick: string; refusal: string; reason: string }>

/**
 * A pick was made while the phone had no network, was refused when it came, and is given up: nothing moves, and the audit tells of it. Of a
 * closed wave as well. Refuses `not_found`.
 */
export async function giveUp(tx: Tx, waveId: string, { pick, refusal, reason }: GivenUp): Promise<{ number: string }> {
  const { number } = await waveByRef(tx, waveId)
  audit(tx, {
    action: 'pick_wave.give_up',
    subjectKind: 'pick_wave',
    subjectId: waveId,
    after: { number, pick, refusal },
    reason,
  })
  return { number }
}
