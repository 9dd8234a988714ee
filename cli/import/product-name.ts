/**
 * cli/import/product-name.ts — one name for a product whose lines describe it differently.
 *
 * Clerks used the description of stock corrections for notes ("damaged", "?", "Dotcom sales"). Lines that were sold at a price
 * carry the catalogue's text; only where there are none is another text trusted, and only if it is written like the catalogue.
 */
import type { Line } from './classify.ts'

export function productName(sku: string, lines: readonly Pick<Line, 'description' | 'priceMinor'>[]): string {
  const sold = lines.filter(({ description, priceMinor }) => priceMinor > 0 && description !== '')
  const like = sold.length > 0 ? sold : lines.filter(({ description }) => isCatalogueText(description))
  return commonest(like.map(({ description }) => description)) ?? sku
}

/** The catalogue is written in capitals. */
const isCatalogueText = (text: string): boolean => {
  const capitals = text.match(/\p{Lu}/gu)?.length ?? 0
  const small = text.match(/\p{Ll}/gu)?.length ?? 0
  return capitals >= 3 && capitals > small
}

/** Among equally common ones the first in the alphabet, so that every run says the same. */
function commonest(texts: readonly string[]): string | null {
  const counts = new Map<string, number>()
  for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1)
  const [best] = [...counts].sort(([a, many], [b, more]) => more - many || (a < b ? -1 : 1))
  return best ? best[0].slice(0, 300) : null
}
