/**
 * domain/imports/delimiter.ts — which character parts the cells of a person's file.
 */
const delimiters = [',', ';', '\t', '|'] as const

/** The one that the header has most of, outside quotes; a comma where it has none. */
export function delimiterOf(text: string): string {
  const counts = new Map<string, number>()
  let quoted = false
  for (const letter of text) {
    if (letter === '"') quoted = !quoted
    if (!quoted && letter === '\n' && counts.size > 0) break
    if (!quoted && (delimiters as readonly string[]).includes(letter)) counts.set(letter, (counts.get(letter) ?? 0) + 1)
  }
  return delimiters.reduce(
    (best, one) => ((counts.get(one) ?? 0) > (counts.get(best) ?? 0) ? one : best),
    ',' as string,
  )
}
