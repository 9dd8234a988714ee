/**
 * domain/counts/suggestions.ts — what a difference found in a bin probably is: two batches swapped, a code typed wrongly, a batch
 * that was never written down. A person decides; nothing is booked from a suggestion alone.
 */
import { lookAlikeKey } from '../batch-code.ts'
import { groupBy } from '../group-by.ts'

/** What was found of one batch in one bin; `known`: the system has a batch of that product and code. */
export type Counted = Readonly<{
  id: string
  productId: string
  code: string
  known: boolean
  found: number // base units
  expected: number // base units
}>
export type Suggestion = Readonly<
  | { kind: 'swapped'; lineId: string; otherLineId: string; otherCode: string; quantity: number }
  | { kind: 'typed_wrongly'; lineId: string; otherLineId: string; otherCode: string }
  | { kind: 'add_batch'; lineId: string }
>

/**
 * For the lines of one bin, by line. Law: a line with no difference gets none, any other at most one; who is swapped with a line, that
 * line is swapped with; the two are of one product, and their differences add up to nothing. The order of the lines does not matter.
 */
export function suggestionsFor(lines: readonly Counted[]): Suggestion[] {
  return [...groupBy(lines, ({ productId }) => productId).values()].flatMap((ofProduct) => {
    const sorted = ofProduct.toSorted((a, b) => compare(a.code, b.code) || compare(a.id, b.id))
    const differing = sorted.filter((line) => differenceOf(line) !== 0)
    const meantBy = misreadings(sorted.filter(({ expected }) => expected > 0))
    const misread = differing.filter(({ expected }) => expected === 0).flatMap(meantBy)
    const taken = new Set(misread.map(({ lineId }) => lineId))
    const left = differing.filter(({ id }) => !taken.has(id))
    const unknown = left.filter(({ known }) => !known)
    return [
      ...misread,
      ...swaps(left.filter(({ known }) => known)),
      ...unknown.map(({ id }): Suggestion => ({ kind: 'add_batch', lineId: id })),
    ]
  })
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)
const differenceOf = ({ found, expected }: Counted) => found - expected

/** `there`: batches that should lie there, in order; of several that a code may mean, the first of which as much is missing, else the first. */
function misreadings(there: readonly Counted[]): (line: Counted) => Suggestion[] {
  const keyed = there.flatMap((one) => nearKeys(one.code).map((key) => ({ key, one })))
  const near = groupBy(keyed, ({ key }) => key)
  return (line) => {
    const meant = nearKeys(line.code)
      .flatMap((key) => (near.get(key) ?? []).map(({ one }) => one))
      .filter(({ code }) => isMistyped(line.code, code))
      .toSorted((a, b) => compare(a.code, b.code) || compare(a.id, b.id))
    const other = meant.find((one) => differenceOf(one) === -line.found) ?? meant[0]
    if (!other) return []
    return [{ kind: 'typed_wrongly', lineId: line.id, otherLineId: other.id, otherCode: other.code }]
  }
}

/** Law: two codes of which one is the other mistyped have one of these in common, so that not each is held against each. */
function nearKeys(code: string): string[] {
  const shorter = Array.from({ length: code.length }, (_, at) => code.slice(0, at) + code.slice(at + 1))
  return [...new Set([`=${lookAlikeKey(code)}`, code, ...shorter])]
}

/** In order, each with the first that is left of those that it may be swapped with. */
function swaps(lines: readonly Counted[]): Suggestion[] {
  const surplus = groupBy(lines.toReversed(), differenceOf)
  return lines
    .filter((line) => differenceOf(line) < 0)
    .flatMap((line) => {
      const other = surplus.get(-differenceOf(line))?.pop()
      return other ? [swapped(line, other), swapped(other, line)] : []
    })
}

const swapped = (line: Counted, other: Counted): Suggestion => ({
  kind: 'swapped',
  lineId: line.id,
  otherLineId: other.id,
  otherCode: other.code,
  quantity: Math.abs(differenceOf(line)),
})

/** Whether two codes differ by one character changed, missing or too many, by two neighbours exchanged, or only by look. */
export function isMistyped(read: string, code: string): boolean {
  if (read === code) return false
  if (lookAlikeKey(read) === lookAlikeKey(code)) return true
  const [short, long] = read.length <= code.length ? [read, code] : [code, read]
  let at = 0
  while (at < short.length && short[at] === long[at]) at += 1
  if (long.length === short.length + 1) return short.slice(at) === long.slice(at + 1)
  if (long.length !== short.length) return false
  const exchanged =
    short[at] === long[at + 1] && short[at + 1] === long[at] && short.slice(at + 2) === long.slice(at + 2)
  return exchanged || short.slice(at + 1) === long.slice(at + 1)
}
