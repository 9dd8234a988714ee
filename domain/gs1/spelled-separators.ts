/**
 * domain/gs1/spelled-separators.ts — separators as letters: readers that act as keyboards cannot type FNC1, and are often set to send `{GS}` or `<GS>`.
 */
import { separator } from './element-string.ts'

const spelling = /\{GS\}|<GS>/g
const letters = 4

export const isSpelled = (scan: string): boolean => scan.includes('GS') && scan.search(spelling) !== -1

export type Unspelled = Readonly<{
  text: string
  /** Where a place of the text is in what was sent. */
  placeOf(at: number): number
}>

export function withSeparators(scan: string): Unspelled {
  const places = [...scan.matchAll(spelling)].map(({ index }, before) => index - before * (letters - 1))
  return {
    text: scan.replaceAll(spelling, separator),
    placeOf: (at) => at + places.filter((place) => place < at).length * (letters - 1),
  }
}
