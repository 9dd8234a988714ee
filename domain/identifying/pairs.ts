/**
 * domain/identifying/pairs.ts — of what a count found in a bin, which units are no difference: goods without batch that are missing, and the
 * same goods found under the batch on their label.
 */

/** What was found of one batch of a product in one bin, in base units. */
export type CountedBatch = Readonly<{ found: number; expected: number; isUnknown: boolean }>

/**
 * By line, in their order, how many of its units are identified. Laws: no more of a line than it differs by; as many of the goods without
 * batch as of all known ones together; and either nothing without batch is missing any more, or no known batch is too many.
 */
export function identifiedIn(lines: readonly CountedBatch[]): number[] {
  const missing = lines.map(({ found, expected, isUnknown }) => (isUnknown ? Math.max(0, expected - found) : 0))
  let open = missing.reduce((sum, units) => sum + units, 0)
  const known = lines.map(({ found, expected, isUnknown }) => {
    const units = isUnknown ? 0 : Math.min(open, Math.max(0, found - expected))
    open -= units
    return units
  })
  let paired = known.reduce((sum, units) => sum + units, 0)
  return missing.map((units, at) => {
    const part = Math.min(units, paired)
    paired -= part
    return part + (known[at] ?? 0)
  })
}
