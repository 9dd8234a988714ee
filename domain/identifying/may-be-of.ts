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
