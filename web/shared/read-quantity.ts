/**
 * web/shared/read-quantity.ts — a whole number as people type it. What is none is refused in words, never made into another.
 */
export type QuantityRead = Readonly<
  | { kind: 'none' }
  | { kind: 'quantity'; quantity: number }
  /** A number out of bounds is one all the same. */
  | { kind: 'refused'; says: string; quantity: number | null }
>
export type QuantityBounds = Readonly<{
  min: number
  max?: number | undefined
  /** What the number is too large for: "Only 12 are reserved." */
  beyondMax?: string | undefined
}>

const quantityMax = 9_000_000_000_000
const grouped = /^\d{1,3}([ \u00a0,]\d{3})+$/

export function readQuantity(typed: string, { min, max, beyondMax }: QuantityBounds): QuantityRead {
  // Narrow spaces are our own way of writing thousands; an edit may have put digits anywhere between them.
  const text = typed.trim().replaceAll('\u202f', '')
  if (text === '') return { kind: 'none' }
  const digits = grouped.test(text) ? text.replaceAll(/\D/g, '') : text.replace(/^\+/, '')
  if (!/^-?\d+$/.test(digits)) return { kind: 'refused', says: `${text} is not a whole number.`, quantity: null }
  const quantity = Number(digits)
  if (quantity < min) return { kind: 'refused', says: `It must be at least ${min}.`, quantity }
  if (max !== undefined && quantity > max)
    return { kind: 'refused', says: beyondMax ?? `It must be at most ${max}.`, quantity }
  if (quantity > quantityMax) return { kind: 'refused', says: 'That is too large.', quantity }
  return { kind: 'quantity', quantity }
}
