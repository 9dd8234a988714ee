/**
 * web/features/sellthrough/report-words.ts — what a customer who sells on can tell, in words.
 */
import type { Got } from '../../api/types.ts'

export type Report = Got<'/v1/sell-through'>['items'][number]
export type ReportKind = Report['kind']

export const kindWords: Readonly<Record<ReportKind, string>> = {
  sold: 'Sold',
  came_back: 'Brought back',
  lost: 'Lost',
}
export const kindsAbout: Readonly<Record<ReportKind, string>> = {
  sold: 'To its own customers',
  came_back: 'By its own customers, and can be sold again there',
  lost: 'Or destroyed there',
}
