/**
 * domain/identifying/meter.ts — how much is known of goods that lay in stock before their batches were tracked.
 */

/** In base units: what lay there when it began, what became a known batch since, and what is still here without one. */
export type Known = Readonly<{ atStart: number; identified: number; here: number }>
export type Meter = Readonly<{
  whole: number // what lay there, and what came to it since
  identified: number
  here: number // to be identified
  gone: number // it left, and nobody knew which batch it was
  percent: number // of the whole that is identified, rounded down
}>

/**
 * Law: what is identified, what is here and what is gone are the whole; it is never less than at the start, and 100 % is said of it
 * only where every unit is identified.
 */
export function meterOf({ atStart, identified, here }: Known): Meter {
  const left = atStart - identified - here
  const gone = Math.max(0, left)
  const whole = atStart + Math.max(0, -left)
  return { whole, identified, here, gone, percent: whole === 0 ? 0 : Math.floor((100 * identified) / whole) }
}

export type PathState = 'open' | 'done' | 'given_up'

/** It ends by itself with the last unit that has no batch, and begins again where one comes back. */
export function stateOf({ here, givenUp }: Readonly<{ here: number; givenUp: boolean }>): PathState {
  if (givenUp) return 'given_up'
  return here === 0 ? 'done' : 'open'
}
