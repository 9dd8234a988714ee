/**
 * web/shared/spoken.ts — what the server says, as it is said on a screen: days as everywhere here, the line left out where
 * it stands at the line. Only what a sentence calls a day is one: a batch code may look like a date.
 */
import { capital } from './capital.ts'
import { isoDayInWords } from './date-text.tsx'

const day = /(?<=\b(?:on|day|last day,|date|until|says|the|expires|best before|use by) |· )\d{4}-\d{2}-\d{2}\b/g

export const daysInWords = (text: string): string => text.replaceAll(day, isoDayInWords)

export const spoken = (text: string): string => capital(daysInWords(text))

export const spokenAtLine = (text: string): string => spoken(text.replace(/^line \d+: /i, ''))
