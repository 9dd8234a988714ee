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

type WhyMoved = Pick<Move, 'reason' | 'documentKind' | 'fromKind'>

/** Of one move, more exactly: what is frozen is not used up, and what a sample gives back was not taken. */
export function wordsOfMove({ reason, documentKind, fromKind }: WhyMoved): string {
  if (documentKind === 'redating' && reason === 'consume') return 'opened, frozen or thawed'
  if (documentKind === 'repair' && reason === 'consume') return 'became another batch'
  if (documentKind === 'identification' && reason === 'consume') return 'identified'
  if (reason === 'sample' && fromKind === 'sample') return 'back from a sample'
  return moveWords[reason]
}
