/**
 * domain/imports/kit-cell.ts — what a kit holds, as a cell says it, and in which order kits can be written.
 */
import type { Cells } from './read-cells.ts'

export type KitPart = Readonly<{ product: string; quantity: number }>

/** `CREAM*2; SOAP`: what one kit holds, each so many times, once where nothing is said. Undefined where it is no kit. */
export const partsIn = (cells: Cells): KitPart[] | undefined =>
  cells
    .text('kit')
    ?.split(';')
    .map((text) => {
      const star = text.lastIndexOf('*')
      const product = (star < 0 ? text : text.slice(0, star)).trim()
      const count = star < 0 ? '1' : text.slice(star + 1).trim()
      const quantity = /^\d+$/.test(count) ? Number(count) : 0
      if (product === '' || quantity < 1 || !Number.isSafeInteger(quantity))
        cells.complain('kit', `must be parts as "CREAM*2; SOAP*1", not "${text.trim()}"`)
      return { product, quantity }
    })

type Kit = Readonly<{ sku: string; kit?: readonly KitPart[] }>

/** Each behind those that its kit holds; and those that would hold themselves, over however many others. */
export function inOrderOfParts<Item extends Kit>(items: readonly Item[]): { ordered: Item[]; circles: Item[] } {
  const ordered: Item[] = []
  let left = [...items]
  while (left.length > 0) {
    const waiting = new Set(left.map(({ sku }) => sku))
    const next = left.filter(({ kit }) => !kit?.some(({ product }) => waiting.has(product)))
    if (next.length === 0) break
    ordered.push(...next)
    const done = new Set(next)
    left = left.filter((item) => !done.has(item))
  }
  return { ordered, circles: left }
}
