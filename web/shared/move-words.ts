/** web/shared/move-words.ts — why stock moved, in a word. */
import type { Move } from '../api/types.ts'

export type MoveReason = Move['reason']

export const moveWords: Record<MoveReason, string> = {
  receipt: 'received',
  shipment: 'shipped',
  adjustment: 'corrected',
  transfer: 'transferred',
  putaway: 'moved',
  return: 'came back',
  disposal: 'disposed of',
  sample: 'sample taken',
  count: 'counted',
  consume: 'used up',
  make: 'made',
  reversal: 'undone',
  vendor_return: 'back to the supplier',
}
