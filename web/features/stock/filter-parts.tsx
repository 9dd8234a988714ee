import { isoDayInWords } from '../../shared/date-text.tsx'
import { FilterPart } from '../../shared/filter-part.tsx'
import type { StockFilter } from './stock-filter.ts'

type Part = Readonly<{ words: string; without: Partial<Record<keyof StockFilter, undefined>> }>

/** What a link has filtered by and no field of the toolbar shows. */
function partsOf({ product, category, expiresFrom, daysLeftMin: min, daysLeftMax: max }: StockFilter): Part[] {
  const parts: Part[] = []
  if (product) parts.push({ words: `Product ${product}`, without: { product: undefined } })
  if (category) parts.push({ words: category, without: { category: undefined } })
  if (expiresFrom) parts.push({ words: `Ends from ${isoDayInWords(expiresFrom)}`, without: { expiresFrom: undefined } })
  if (min !== undefined || max !== undefined)
    parts.push({ words: daysWords(min, max), without: { daysLeftMin: undefined, daysLeftMax: undefined } })
  return parts
}

function daysWords(min: number | undefined, max: number | undefined): string {
  if (min === undefined) return `At most ${max} days left`
  return max === undefined ? `At least ${min} days left` : `${min} to ${max} days left`
}

type FilterPartsProps = Readonly<{ filter: StockFilter; onChange: (change: Part['without']) => void }>

export function FilterParts({ filter, onChange }: FilterPartsProps) {
  return partsOf(filter).map(({ words, without }) => (
    <FilterPart key={words} words={words} onTakeAway={() => onChange(without)} />
  ))
}
