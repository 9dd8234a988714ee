/**
 * server/platform/workbook/number-formats.ts — what a number in a cell says, by its format (ECMA-376 part 1, 18.8.30): a day, a month, a number with
 * zeros before it, or itself.
 */
import { addDays } from '#domain/calendar-date.ts'

export type Meaning = 'number' | 'day' | 'month' | Readonly<{ zeros: number }>

/** Those that are built in are days from 14 on, but for times. */
const monthFormat = 17
const dayFormats = (id: number) =>
  (id >= 14 && id <= 22 && (id < 18 || id > 21)) || (id >= 27 && id <= 36) || (id >= 50 && id <= 58)

export function meaningOf(id: number, code: string | undefined): Meaning {
  if (code === undefined) return id === monthFormat ? 'month' : dayFormats(id) ? 'day' : 'number'
  const bare = code
    .split(';')[0]
    ?.replaceAll(/"[^"]*"|\[[^\]]*\]|\\./g, '')
    .toLowerCase()
  if (bare === undefined || /general|standard/.test(bare)) return 'number'
  if (/^0{2,}$/.test(bare)) return { zeros: bare.length }
  if (/[dy]/.test(bare)) return /d/.test(bare) ? 'day' : /m/.test(bare) ? 'month' : 'number'
  return 'number'
}

/** Both countings: of Windows, where 1900 is taken for a leap year, and of old Macs. */
const counted = (serial: number, from1904: boolean): string =>
  addDays(from1904 ? '1904-01-01' : serial < 60 ? '1899-12-31' : '1899-12-30', Math.floor(serial))

const serialMax = 2_958_465 // 9999-12-31

/** As a person reads it. Numbers have the fifteen digits that a spreadsheet keeps. */
export function numberText(text: string, meaning: Meaning, from1904: boolean): string {
  const number = Number(text)
  if (text === '' || !Number.isFinite(number)) return text
  if ((meaning === 'day' || meaning === 'month') && number >= 1 && number <= serialMax)
    return counted(number, from1904).slice(0, meaning === 'day' ? 10 : 7)
  const plain = String(Number(number.toPrecision(15)))
  return typeof meaning === 'object' && Number.isInteger(number) ? plain.padStart(meaning.zeros, '0') : plain
}
