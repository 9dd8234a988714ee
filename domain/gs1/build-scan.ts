/**
 * domain/gs1/build-scan.ts — elements in every way to write them: as an element string, in brackets, and as a Digital Link.
 */
import { associations } from './associations.ts'
import { bracketed } from './bracketed.ts'
import { buildLink } from './build-link.ts'
import type { LinkTolerance } from './digital-link.ts'
import { elementString, separator } from './element-string.ts'
import { faultOf, identifiers, unlisted } from './identifiers.ts'
import { missingSeparator } from './missing-separator.ts'
import { type Element, type PlacedElement, problem, problemOf, type ScanProblem } from './problem.ts'
import type { ScanTolerance } from './read-scan.ts'
import { voicePickCode } from './voice-pick-code.ts'

export type BuildAsk = Pick<LinkTolerance, 'unlisted' | 'unlistedInQuery'> &
  Pick<ScanTolerance, 'whole'> &
  Readonly<{ stem: string }>
export type Built = Readonly<{
  elementString: string
  bracketed: string
  /** Null where a link cannot carry these elements; `whyNoLink` says why. */
  digitalLink: string | null
  whyNoLink: string | null
  /** Of a case of produce; null without GTIN or batch. */
  voicePickCode: string | null
}>
/** `remarks` are what is missed beside an identifier, where it may stand on another code of the same thing. */
export type BuildAnswer = Readonly<
  { ok: true; built: Built; remarks: readonly ScanProblem[] } | { ok: false; problems: readonly ScanProblem[] }
>

/** A problem with an element counts elements from 0. */
export function buildScan(elements: readonly Element[], ask: BuildAsk): BuildAnswer {
  const placed = elements.map((element, at) => ({ ...element, at }))
  const own = placed.flatMap((element) => wrongElement(element, ask.unlisted) ?? [])
  if (elements.length === 0) own.push(problem('nothing_follows', 0))
  const between = own.length > 0 ? [] : associations(placed)
  const remarks = ask.whole ? [] : between.filter(({ code }) => code === 'missing_identifier')
  const problems = [...own, ...between.filter((one) => !remarks.includes(one))]
  if (problems.length > 0) return { ok: false, problems }
  const link = buildLink(elements, ask)
  return {
    ok: true,
    remarks,
    built: {
      elementString: sure(elementString(elements), placed),
      bracketed: bracketed(elements),
      digitalLink: link.ok ? link.uri : null,
      whyNoLink: link.ok ? null : link.problem.says,
      voicePickCode: voiceCodeOf(elements),
    },
  }
}

function wrongElement({ ai, value, at }: PlacedElement, anyIdentifier: boolean): ScanProblem | null {
  const identifier = identifiers.get(ai) ?? (anyIdentifier ? unlisted(ai) : null)
  if (identifier === null) return problem('unknown_identifier', at, { text: JSON.stringify(ai) })
  const fault = faultOf(identifier, value)
  return fault && { ...problemOf(identifier, fault, { value, at }), at }
}

/** A separator at the end is allowed; it is set where the last batch could be taken for more than it is. */
const sure = (message: string, elements: readonly PlacedElement[]): string =>
  missingSeparator(message, elements) ? `${message}${separator}` : message

/** Of the pack date, or the day of harvest where that is what the label bears. */
function voiceCodeOf(elements: readonly Element[]): string | null {
  const said = (own: string) => elements.find(({ ai }) => ai === own)?.value ?? null
  const [gtin, batch] = [said('01'), said('10')]
  const day = said('13') ?? said('7007')?.slice(0, 6) ?? null
  return gtin === null || batch === null ? null : voicePickCode({ gtin, batch, day })
}
