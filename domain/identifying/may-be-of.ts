/**
 * domain/identifying/may-be-of.ts — of goods without batch, how many are of one batch at least and at most, by what is said of them.
 */
export type Among = Readonly<{
  candidates: readonly string[] // batches they may be of
  openToAny: boolean // or of any other
}>

/**
 * Of so many units. Laws: the least is never above the most, and the most never above the units; it is all of them only where no
 * other batch is possible.
 */
export function mayBeOf(batchId: string, units: number, { candidates, openToAny }: Among) {
  const possible = openToAny || candidates.includes(batchId)
  const certain = !openToAny && candidates.length === 1 && possible
  return { least: certain ? units : 0, most: possible ? units : 0 }
}

/** In base units: what somebody got without a batch before the batches were tracked and since, and what of all that came back. */
export type Got = Readonly<{ before: number; since: number; returned: number }>

/**
 * How many units of a batch somebody may have kept. What left before may have been of any batch: candidates are said of what was still here.
 * Law: the least is never above the most, and the most never above what was kept.
 */
export function mayHaveGot(batchId: string, { before, since, returned }: Got, among: Among) {
  const { least, most } = mayBeOf(batchId, since, among)
  const kept = Math.max(0, before + since - returned)
  return { least: Math.min(kept, Math.max(0, least - returned)), most: Math.min(kept, before + most) }
}
