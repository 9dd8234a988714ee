/**
 * domain/gs1/missing-separator.ts — where a reader leaves separators out, a batch seems to go on into what stands behind it: `10A121S9` may be the batch
 * A121S9, or A1 with the serial S9. Nobody can tell, so it is asked, never guessed.
 */
import { readElements, separator } from './element-string.ts'
import { type PlacedElement, problem, type ScanProblem } from './problem.ts'

/** What stands behind a batch on labels: dates and a serial. */
const followers: ReadonlySet<string> = new Set(['11', '13', '15', '16', '17', '21'])

/** Only of a batch that ends the message without a separator: what ends with one is sure. */
export function missingSeparator(message: string, elements: readonly PlacedElement[]): ScanProblem | null {
  const last = elements.at(-1)
  if (last?.ai !== '10' || message.endsWith(separator)) return null
  const { value } = last
  for (let at = 1; at < value.length - 2; at += 1) {
    if (!followers.has(value.slice(at, at + 2))) continue
    const rest = behind(value.slice(at), elements)
    if (rest === null) continue
    const facts = { ai: '10', whole: value, batch: value.slice(0, at), rest }
    return problem('separator_perhaps_missing', last.at + 2 + at, facts)
  }
  return null
}

/** The rest in brackets, where all of it reads as elements that may follow and are not there yet. */
function behind(text: string, before: readonly PlacedElement[]): string | null {
  const { elements, problems, unknown } = readElements(text, { begin: 0, unlisted: false })
  if (problems.length > 0 || unknown.length > 0) return null
  const fit = elements.every(({ ai }) => followers.has(ai) && !before.some((other) => other.ai === ai))
  return fit ? elements.map(({ ai, value }) => `(${ai}) ${value}`).join(' ') : null
}
