/**
 * web/shared/quantity.tsx — a whole number of base units, grouped by thousands, always with its unit where one is known.
 */
import classes from './text.module.css'

const signs: Record<string, string> = { each: '', gram: ' g', millilitre: ' ml' }
const grouped = new Intl.NumberFormat('en')

export const quantityText = (quantity: number, unit = 'each') =>
  `${grouped.format(quantity).replaceAll(',', '\u202f')}${signs[unit] ?? ''}`

/** What stands behind a number of them; nothing where they are counted. */
export const unitSign = (unit: string): string => (signs[unit] ?? '').trim()

/** `1 batch`, `2 batches`. */
export const countOf = (count: number, one: string, many = `${one}s`) =>
  `${quantityText(count)} ${count === 1 ? one : many}`

/** Plain markup: a list draws hundreds of these while it scrolls. */
export function Quantity({ of, unit, dimZero }: { of: number; unit?: string; dimZero?: boolean }) {
  return <span className={dimZero && of === 0 ? classes.dimNumber : classes.number}>{quantityText(of, unit)}</span>
}
