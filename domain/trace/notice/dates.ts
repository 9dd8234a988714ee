/**
 * domain/trace/notice/dates.ts — the dates in a recall notice, in whatever way they are written. Where day and month could be taken for one another, both
 * readings are told: nobody guesses whether 12/07/23 is in July or in December.
 */
import { type CalendarDate, isCalendarDate, lastDayOfMonth } from '../../calendar-date.ts'

/** `until` and `from`: that day and all before or after it. */
type Bound = 'on' | 'from' | 'until'
export type NoticeDate = Readonly<{
  text: string
  at: number
  means: 'expires' | 'produced' | 'unknown'
  bound: Bound
  /** The month-first reading stands first. */
  readings: readonly CalendarDate[]
}>

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const month = `(${months.join('|')})[a-z]*\\.?`
const [before, behind] = ['(?<![\\w./-])', '(?![\\w/]|[.-]\\d)']
const gap = '[\\s,./-]*'

type Groups = readonly (string | undefined)[]
type Form = Readonly<{ pattern: RegExp; read: (groups: Groups) => CalendarDate[] }>

const form = (pattern: string, read: Form['read']): Form => ({
  pattern: new RegExp(`${before}${pattern}${behind}`, 'giu'),
  read,
})
const monthOf = (word = '') => months.indexOf(word.toLowerCase().slice(0, 3)) + 1
const yearOf = (digits = '') => (digits.length === 2 ? 2000 + Number(digits) : Number(digits))
const day = (year: number, monthNumber: number, date: number): CalendarDate[] => {
  const text = [
    String(year).padStart(4, '0'),
    ...[monthNumber, date].map((part) => String(part).padStart(2, '0')),
  ].join('-')
  return isCalendarDate(text) ? [text] : []
}
const endOf = (year: number, monthNumber: number) => day(year, monthNumber, 1).map(lastDayOfMonth)

/** The longer first: what one has read, the next does not see. */
const forms: readonly Form[] = [
  form('(\\d{4})([-/.])(\\d{1,2})\\2(\\d{1,2})', ([year, , m, d]) => day(Number(year), Number(m), Number(d))),
  form('(\\d{1,2})([-/.])(\\d{1,2})\\2(\\d{4}|\\d{2})', ([first, , second, year]) => [
    ...new Set([
      ...day(yearOf(year), Number(first), Number(second)),
      ...day(yearOf(year), Number(second), Number(first)),
    ]),
  ]),
  form(`(\\d{1,2})(?:st|nd|rd|th)?${gap}${month}${gap}(\\d{4}|\\d{2})`, ([d, m, year]) =>
    day(yearOf(year), monthOf(m), Number(d)),
  ),
  form(`${month}${gap}(\\d{1,2})(?:st|nd|rd|th)?[\\s,./-]+(\\d{4}|\\d{2})`, ([m, d, year]) =>
    day(yearOf(year), monthOf(m), Number(d)),
  ),
  form(`(\\d{4})[\\s,./-]+${month}[\\s,./-]*(\\d{1,2})`, ([year, m, d]) => day(Number(year), monthOf(m), Number(d))),
  form(`${month}[\\s,./-]*(\\d{4})`, ([m, year]) => endOf(Number(year), monthOf(m))),
  form('(\\d{1,2})/(\\d{4})', ([m, year]) => endOf(Number(year), Number(m))),
]

/** In the order of the text; `rest` is the text with blanks in their place, so that no part of a date is taken for a code. */
export function datesIn(text: string): { dates: NoticeDate[]; rest: string } {
  const found: Pick<NoticeDate, 'text' | 'at' | 'readings'>[] = []
  let rest = text
  for (const { pattern, read } of forms)
    rest = rest.replaceAll(pattern, (whole: string, ...groups: (string | number)[]) => {
      const readings = read(groups.slice(0, -2) as string[])
      if (readings.length === 0) return whole
      found.push({ text: whole.trim(), at: Number(groups.at(-2)), readings })
      return ' '.repeat(whole.length)
    })
  const dates = found
    .sort((a, b) => a.at - b.at)
    .map((one) => ({ ...one, means: meansOf(text.slice(0, one.at)), bound: boundOf(text, one) }))
  return { dates: dates.map((one, index) => ({ ...one, bound: windowOf(text, dates, index) })), rest }
}

const words: readonly (readonly [NoticeDate['means'], RegExp])[] = [
  [
    'expires',
    /\b(exp\w*|use[ -]?by|used by|use or freeze|best\b[^.;]{0,12}(by|before)?|bb\w?|sell[ -]?(by|thru|through)|freeze by|enjoy by)/giu,
  ],
  [
    'produced',
    /\b(mfg|mfd|manufactur\w*|produc(ed|tion)( dates?)?|made on|pack(ed|aged|ing)?( on| dates?)?|pack date|packaged)\b/giu,
  ],
]

/** As the nearest word before it has it: one word often stands for a whole list. */
function meansOf(textBefore: string): NoticeDate['means'] {
  const last = words
    .map(([means, pattern]) => ({ means, at: [...textBefore.matchAll(pattern)].at(-1)?.index ?? -1 }))
    .sort((a, b) => b.at - a.at)[0]
  return last === undefined || last.at < 0 ? 'unknown' : last.means
}

/** From one to the other: both ends say so. */
function windowOf(text: string, dates: readonly NoticeDate[], index: number): Bound {
  const joined = (first: NoticeDate | undefined, second: NoticeDate | undefined) =>
    first !== undefined &&
    second !== undefined &&
    /^\s*(to|-|through|thru|until)\s*$/iu.test(text.slice(first.at + first.text.length, second.at))
  if (joined(dates[index], dates[index + 1])) return 'from'
  return joined(dates[index - 1], dates[index]) ? 'until' : (dates[index]?.bound ?? 'on')
}

function boundOf(text: string, { at, text: own }: { at: number; text: string }): Bound {
  const [ahead, after] = [text.slice(Math.max(0, at - 30), at), text.slice(at + own.length, at + own.length + 40)]
  if (
    /(up to( and including)?|through|thru|until|before and including|or earlier than|no later than)[\s:]*$/iu.test(
      ahead,
    )
  )
    return 'until'
  if (/^[\s,]*(and|or)?\s*(any )?(earlier|prior|before)\b/iu.test(after)) return 'until'
  if (
    /(on or after|starting|from|since)[\s:]*$/iu.test(ahead) ||
    /^[\s,]*(and|or)?\s*(later|after|onwards?)\b/iu.test(after)
  )
    return 'from'
  return 'on'
}
