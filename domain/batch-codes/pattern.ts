/**
 * domain/batch-codes/pattern.ts — how an account writes its own batch codes, e.g. `{SKU}-{YY}{JJJ}-{##}{CHECK}`.
 *
 * What stands in braces is filled in; the rest is text. `{SKU}` and `{SITE}` are the product's and the warehouse's codes. The day of production is `{YYYY}`,
 * `{YY}`, `{Y}`, `{MM}`, `{DD}`, `{JJJ}` (day of the year, in the trade "Julian day") and `{WW}` (week of ISO 8601). `{##}` is a number that begins anew wherever the
 * rest of the code is another, with a digit for each `#`. `{CHECK}` is the check character of the rest.
 */
import { addDays, type CalendarDate, daysBetween } from '../calendar-date.ts'
import { checkCharacter } from './check-character.ts'

const dateForms = ['YYYY', 'YY', 'Y', 'MM', 'DD', 'JJJ', 'WW'] as const
type DateForm = (typeof dateForms)[number]
export type PatternPart = Readonly<
  | { kind: 'text'; text: string }
  | { kind: 'sku' }
  | { kind: 'site' }
  | { kind: 'check' }
  | { kind: 'day'; form: DateForm }
  | { kind: 'number'; digits: number }
>
/** `at` counts the characters of the pattern, from 0. */
export type PatternRead = Readonly<
  { ok: true; parts: readonly PatternPart[] } | { ok: false; at: number; problem: string }
>

export const patternLengthMax = 80
const digitsMax = 6

export function readPattern(pattern: string): PatternRead {
  if (pattern.trim() === '') return { ok: false, at: 0, problem: 'it is empty' }
  if (pattern.length > patternLengthMax)
    return { ok: false, at: patternLengthMax, problem: `it has more than ${patternLengthMax} characters` }
  const parts: PatternPart[] = []
  for (const found of pattern.matchAll(/\{([^{}]*)\}|[^{}]+|[{}]/g)) {
    const [piece, name] = found
    const part = name === undefined ? textOf(piece) : namedPart(name)
    if (typeof part === 'string') return { ok: false, at: found.index, problem: part }
    const twice = ['number', 'check'].includes(part.kind) && parts.some(({ kind }) => kind === part.kind)
    if (twice) return { ok: false, at: found.index, problem: `${piece} is there twice` }
    parts.push(part)
  }
  if (parts.some(({ kind }) => kind === 'day' || kind === 'number')) return { ok: true, parts }
  return {
    ok: false,
    at: pattern.length,
    problem: 'every batch would get the same code: add the day, or a number {##}',
  }
}

const textOf = (text: string): PatternPart | string =>
  text === '{' || text === '}'
    ? `"${text}" stands alone: what is filled in is written like {SKU}`
    : { kind: 'text', text }

const known = '{SKU}, {SITE}, {YYYY}, {YY}, {Y}, {MM}, {DD}, {JJJ}, {WW}, {##} and {CHECK}'

function namedPart(name: string): PatternPart | string {
  const upper = name.toUpperCase()
  if (/^#+$/.test(name))
    return name.length <= digitsMax
      ? { kind: 'number', digits: name.length }
      : `a number has at most ${digitsMax} digits`
  if (upper === 'SKU' || upper === 'SITE' || upper === 'CHECK')
    return { kind: upper.toLowerCase() as 'sku' | 'site' | 'check' } as PatternPart
  const form = dateForms.find((one) => one === upper)
  return form ? { kind: 'day', form } : `{${name}} is not known: there are ${known}`
}

export type CodeOf = Readonly<{ sku: string; site: string; day: CalendarDate }>

/** What the number is counted within: the code with its number left open. */
export const stemOf = (parts: readonly PatternPart[], of: CodeOf): string =>
  parts.map((part) => (part.kind === 'number' ? '#' : part.kind === 'check' ? '' : fill(part, of))).join('')

/** Null where the number has no room in its digits. Without one the code is the same each time. */
export function writeCode(parts: readonly PatternPart[], of: CodeOf, number: number): string | null {
  const filled = parts.map((part) =>
    part.kind === 'number' ? String(number).padStart(part.digits, '0') : part.kind === 'check' ? '' : fill(part, of),
  )
  const digits = parts.find((part) => part.kind === 'number')?.digits
  if (digits !== undefined && String(number).length > digits) return null
  const check = checkCharacter(filled.join(''))
  return parts.map(({ kind }, at) => (kind === 'check' ? check : filled[at])).join('')
}

function fill(part: Exclude<PatternPart, { kind: 'number' } | { kind: 'check' }>, { sku, site, day }: CodeOf): string {
  if (part.kind === 'text') return part.text
  if (part.kind === 'sku') return sku
  return part.kind === 'site' ? site : dayIn(part.form, day)
}

function dayIn(form: DateForm, day: CalendarDate): string {
  const [year = '', month = '', dayOfMonth = ''] = day.split('-')
  const forms: Record<DateForm, () => string> = {
    YYYY: () => year,
    YY: () => year.slice(-2),
    Y: () => year.slice(-1),
    MM: () => month,
    DD: () => dayOfMonth,
    JJJ: () => String(daysBetween(`${year}-01-01`, day) + 1).padStart(3, '0'),
    WW: () => String(weekOf(day)).padStart(2, '0'),
  }
  return forms[form]()
}

/** ISO 8601: the week belongs to the year in which its Thursday lies. 1970-01-01 was a Thursday. */
function weekOf(day: CalendarDate): number {
  const weekday = (((daysBetween('1970-01-01', day) + 3) % 7) + 7) % 7 // 0 is Monday
  const thursday = addDays(day, 3 - weekday)
  return Math.floor(daysBetween(`${thursday.slice(0, 4)}-01-01`, thursday) / 7) + 1
}

/**
 * Whether a code that has the shape of the pattern is mistyped: its check character is not that of the rest. False where it has another shape, and
 * where the pattern has no check character.
 */
export function isMistyped(parts: readonly PatternPart[], code: string, { sku }: { sku: string }): boolean {
  if (!parts.some(({ kind }) => kind === 'check')) return false
  const found = new RegExp(`^${parts.map((part) => shapeOf(part, sku)).join('')}$`, 'd').exec(code)
  const [from, to] = found?.indices?.groups?.check ?? []
  if (from === undefined || to === undefined) return false
  return checkCharacter(code.slice(0, from) + code.slice(to)) !== code.slice(from, to)
}

const escaped = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')

function shapeOf(part: PatternPart, sku: string): string {
  if (part.kind === 'text') return escaped(part.text)
  if (part.kind === 'sku') return escaped(sku)
  if (part.kind === 'site') return '.+'
  if (part.kind === 'check') return '(?<check>[0-9A-Z])'
  return `\\d{${part.kind === 'number' ? part.digits : part.form.length}}`
}
