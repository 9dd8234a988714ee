/**
 * domain/trace/notice/propose.ts — how sure it is that something here is what a notice names, and why.
 */
import type { CalendarDate } from '../../calendar-date.ts'
import type { ScopePart } from '../scope.ts'
import type { NoticeDate } from './dates.ts'
import type { Notice, NoticeCode } from './read-notice.ts'

export const confidences = ['high', 'medium', 'low'] as const
export type Confidence = (typeof confidences)[number]
export type Proposal = Readonly<{ part: ScopePart; says: string; confidence: Confidence; because: string }>

/** The same without case, punctuation and leading zeros; empty where nothing is left. */
export const looseKey = (code: string): string =>
  code
    .normalize('NFKC')
    .toUpperCase()
    .replaceAll(/[^A-Z0-9]/g, '')
    .replace(/^0+/, '')

export type CodeHere = Readonly<{ code: string; expiresOn: CalendarDate | null }>

/** A code of the notice against one that is here. Written alike and said to be a lot is sure; a last day that disagrees takes a step away. */
export function judgeCode(named: NoticeCode, here: CodeHere, dates: readonly NoticeDate[]) {
  const alike = named.code === here.code || (named.to !== null && named.code.length === here.code.length)
  const steps = (alike ? 0 : 1) + (named.stated ? 0 : 1)
  const day = dayOf(here.expiresOn, dates)
  const because = [
    named.to === null ? `the notice names ${named.code}` : `it lies between ${named.code} and ${named.to}`,
    ...(alike ? [] : [`here it is written ${here.code}`]),
    ...(named.stated ? [] : ['no word says that it is a lot']),
    ...(day === 'agrees' ? ['its last day is in the notice'] : []),
    ...(day === 'disagrees' ? [`its last day, ${here.expiresOn}, is not in the notice`] : []),
  ].join('; ')
  return { confidence: stepped(steps + (day === 'disagrees' ? 1 : 0)), because }
}

const stepped = (steps: number): Confidence => confidences[Math.min(steps, 2)] ?? 'low'

/** Nothing where the notice tells no last days, or the batch has none. */
function dayOf(expiresOn: CalendarDate | null, dates: readonly NoticeDate[]): 'agrees' | 'disagrees' | null {
  const lastDays = dates.filter(({ means }) => means !== 'produced')
  if (expiresOn === null || lastDays.length === 0) return null
  return lastDays.some((date) => isWithin(expiresOn, date)) ? 'agrees' : 'disagrees'
}

/** In either reading of a date that has two. */
export function isWithin(day: CalendarDate, { bound, readings }: NoticeDate): boolean {
  if (bound === 'until') return readings.some((reading) => day <= reading)
  if (bound === 'from') return readings.some((reading) => day >= reading)
  return readings.includes(day)
}

type ProductHere = Readonly<{ sku: string; byGtin: boolean; byWholeGtin: boolean }>

/** A product as a whole is meant where the notice says so; where it names lots as well, it only tells of what they are. */
export function judgeProduct({ byGtin, byWholeGtin }: ProductHere, { allLots, lots, serials }: Notice) {
  const named = byGtin
    ? byWholeGtin
      ? 'its GTIN is in the notice'
      : 'its GTIN has digits of the notice'
    : 'it is named in the notice'
  if (allLots) return { confidence: stepped(byWholeGtin ? 0 : 1), because: `${named}, which says that all is meant` }
  const others = lots.length + serials.length > 0
  return {
    confidence: 'low' as const,
    because: others ? `${named}, but so are single lots: this means all of it` : named,
  }
}

/** Each part once, as sure as it is at best; the surest first. */
export function inOrder(proposals: readonly Proposal[]): Proposal[] {
  const rank = ({ confidence }: Proposal) => confidences.indexOf(confidence)
  const best = new Map<string, Proposal>()
  for (const proposal of proposals.toSorted((a, b) => rank(b) - rank(a)))
    best.set(JSON.stringify(proposal.part), proposal)
  return [...best.values()].toSorted((a, b) => rank(a) - rank(b))
}
