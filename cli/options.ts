/**
 * cli/options.ts — reads what people write on the command line; each throws a sentence that says what would be right.
 */
import { InvalidArgumentError } from 'commander'
import { isCalendarDate } from '../domain/calendar-date.ts'

export function whole(text: string): number {
  const value = Number(text)
  if (!/^-?\d+$/.test(text) || !Number.isSafeInteger(value)) throw new InvalidArgumentError('A whole number is needed.')
  return value
}

export function positive(text: string): number {
  const value = whole(text)
  if (value < 1) throw new InvalidArgumentError('A whole number of at least 1 is needed.')
  return value
}

export function day(text: string): string {
  if (!isCalendarDate(text)) throw new InvalidArgumentError('A day of the calendar is needed, as 2026-01-31.')
  return text
}

const instantForm = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2})$/

export const isInstant = (text: string): boolean => instantForm.test(text) && !Number.isNaN(Date.parse(text))

export function instant(text: string): string {
  if (!isInstant(text)) throw new InvalidArgumentError('A time with its zone is needed, as 2026-01-31T09:00:00Z.')
  return text
}

export function dayOrInstant(text: string): string {
  if (!isCalendarDate(text) && !isInstant(text))
    throw new InvalidArgumentError('A day (2026-01-31) or a time with its zone (2026-01-31T09:00:00Z) is needed.')
  return text
}

export const orderStates = ['waiting', 'open', 'shipped', 'cancelled']
export const stockStatuses = ['sellable', 'expired', 'held', 'unsellable_place']

export const oneOf = (choices: readonly string[]) => (text: string) => {
  if (!choices.includes(text)) throw new InvalidArgumentError(`One of ${choices.join(', ')} is needed.`)
  return text
}

/** Some of the choices, with commas between; `none` for none of them. */
export const someOf = (choices: readonly string[]) => (text: string) =>
  text === 'none' ? [] : text.split(',').map((one) => oneOf(choices)(one.trim()))

/** `NAME=QUANTITY`, gathered into a list; the name may itself hold an equals sign. */
export type Portion = Readonly<{ name: string; quantity: number }>

export function portions(text: string, before: readonly Portion[] = []): Portion[] {
  const at = text.lastIndexOf('=')
  if (at < 1) throw new InvalidArgumentError('Write NAME=QUANTITY, as CREAM-50=12.')
  return [...before, { name: text.slice(0, at), quantity: whole(text.slice(at + 1)) }]
}

/** Drops what was not given, for bodies that refuse unknown and empty fields. */
export function given<T extends Record<string, unknown>>(fields: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as never
}
