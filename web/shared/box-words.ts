/**
 * web/shared/box-words.ts — what lies or is taken in closed boxes, counted in boxes.
 */
import { countOf, quantityText } from './quantity.tsx'

/** "3 boxes": base units in boxes of so many. */
export const boxesOf = (units: number, packOf: number): string => countOf(units / packOf, 'box', 'boxes')

/** "3 boxes of 100", and of loose units how many. */
export const boxedText = (units: number, packOf: number | null, unit?: string): string =>
  packOf === null ? quantityText(units, unit) : `${boxesOf(units, packOf)} of ${quantityText(packOf, unit)}`

/** The bin in which the boxes lie: of "A-01 ×100" the first word. */
export const binOf = (placeCode: string, packOf: number | null): string =>
  packOf === null ? placeCode : placeCode.replace(new RegExp(` ×${packOf}$`), '')
