/** web/shared/place-words.ts — a place in words: a bin by its warehouse and code, and what is beyond the warehouses by what it is. */
const beyond: Readonly<Record<string, string>> = {
  transit: 'under way',
  supplier: 'supplier',
  customer: 'customer',
  production: 'production',
  scrap: 'disposed of',
  sample: 'samples',
  count: 'count difference',
  opening: 'opening stock',
}

type Place = Readonly<{ kind: string; code: string; warehouseCode: string | null }>

export const placeText = ({ kind, code, warehouseCode }: Place): string =>
  warehouseCode === null ? (beyond[kind] ?? code) : `${warehouseCode} · ${code}`
