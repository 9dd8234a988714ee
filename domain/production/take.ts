/**
 * domain/production/take.ts — from which bins so many of a batch are taken.
 */
import { wholePacks } from '../packs.ts'

export type Lying = Readonly<{
  placeId: string
  packOf: number | null // base units in each of the closed boxes there; loose where null
  free: number // base units that may be taken
}>
export type Part = Readonly<{ placeId: string; quantity: number }>

/**
 * Loose units first, then whole boxes, each in the order given. Law: the parts add up to the quantity, none exceeds what is free at its place, and of
 * boxes only whole ones are taken; or nothing is taken, and `available` says what could be.
 */
export function takeOf(
  lying: readonly Lying[],
  quantity: number,
): Readonly<{ parts: Part[] } | { available: number; boxed: boolean }> {
  const parts: Part[] = []
  let wanted = quantity
  for (const { placeId, packOf, free } of looseFirst(lying)) {
    const part = wholePacks(Math.max(0, Math.min(free, wanted)), packOf ?? 1)
    if (part > 0) parts.push({ placeId, quantity: part })
    wanted -= part
  }
  if (wanted === 0) return { parts }
  const all = lying.reduce((sum, { free }) => sum + Math.max(0, free), 0)
  return all >= quantity ? { available: quantity - wanted, boxed: true } : { available: all, boxed: false }
}

const looseFirst = (lying: readonly Lying[]) => [
  ...lying.filter(({ packOf }) => packOf === null),
  ...lying.filter(({ packOf }) => packOf !== null),
]
