/**
 * domain/imports/findings.ts — what an assessment of a sheet tells: the gaps of stock, and what went wrong with past shipments.
 */
import type { ImportKind } from './fields.ts'
import { type Gap, gapMeanings, gaps } from './gaps.ts'
import { type Fault, faultMeanings, faults } from './shipped-faults.ts'

export type Finding = Gap | Fault
export const findings: readonly Finding[] = [...gaps, ...faults]
export const findingMeanings: Readonly<Record<Finding, readonly [title: string, means: string]>> = {
  ...gapMeanings,
  ...faultMeanings,
}

/** How the assessment of a sheet is headed, and what rows do of which nothing is found; other kinds have none. */
export const assessments: Readonly<
  Partial<
    Record<
      ImportKind,
      Readonly<{ title: string; clean: readonly [one: string, many: string, what: string]; cleanWord: string }>
    >
  >
> = {
  stock: {
    title: 'What the stock sheet does not tell',
    clean: ['tells', 'tell', 'all that a recall, a customer or an inspector would ask'],
    cleanWord: 'Nothing is missing.',
  },
  shipments: {
    title: 'What went wrong with these shipments',
    clean: ['shows', 'show', 'nothing that went wrong'],
    cleanWord: 'Nothing went wrong, as far as the sheet tells.',
  },
}

/** After the count of rows of which nothing is found. */
export function cleanWords(kind: ImportKind, rows: number): string {
  const [one, many, what] = assessments[kind]?.clean ?? ['', '', '']
  return `${rows === 1 ? one : many} ${what}`
}
