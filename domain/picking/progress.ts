/**
 * domain/picking/progress.ts — what is still to be picked, what may be packed, and what was picked and is not promised any
 * more. The promise is the one truth: what was picked is held against it, never kept beside it.
 */

/** Of one order line, one batch at one place, in base units. `packed`: in parcels that are still here. */
export type Standing = Readonly<{ reserved: number; picked: number; packed: number }>

/** Laws: what is to be picked and what is rightly picked are the promise; what is stopped is never packed. */
export type Progress = Readonly<{
  toPick: number
  stopped: number // picked beyond the promise: to be put back
  packable: number
  loose: number // picked and in no parcel
}>

export const progressOf = ({ reserved, picked, packed }: Standing): Progress => ({
  toPick: Math.max(0, reserved - picked),
  stopped: Math.max(0, picked - reserved),
  packable: Math.max(0, Math.min(picked, reserved) - packed),
  loose: Math.max(0, picked - packed),
})

/** A task is never picked beyond what is left of it. */
export const beyondTask = (quantity: number, toPick: number): boolean => quantity > toPick

export type StopReason = Readonly<
  | { kind: 'held'; hold: string; reason: string }
  | { kind: 'expired'; expiresOn: string }
  | { kind: 'cancelled' }
  | { kind: 'released' }
>

/** Finishes "put back: …". */
export function stopWords(why: StopReason): string {
  switch (why.kind) {
    case 'held':
      return `on hold (${why.hold}: ${why.reason})`
    case 'expired':
      return `expired, its last day was ${why.expiresOn}`
    case 'cancelled':
      return 'the order was cancelled'
    case 'released':
      return 'not promised to this order any more'
  }
}
