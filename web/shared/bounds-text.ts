/**
 * web/shared/bounds-text.ts — what nobody knows exactly, as far as it is known: at least so many, and at most so many.
 */
import { quantityText } from './quantity.tsx'

type Bounds = Readonly<{ least: number; most: number }>

/** `70 to 120`, or `75` where it is known. */
export const rangeText = ({ least, most }: Bounds): string =>
  least === most ? quantityText(most) : `${quantityText(least)} to ${quantityText(most)}`

/** `certainly 70, at most 120`. */
export const certainText = ({ least, most }: Bounds): string =>
  least === most ? quantityText(most) : `certainly ${quantityText(least)}, at most ${quantityText(most)}`
