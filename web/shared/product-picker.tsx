/**
 * web/shared/product-picker.tsx — a product by SKU, name or GTIN; a scanned GTIN turns into the SKU it belongs to.
 */
import { Autocomplete, type AutocompleteProps } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import { answerOf, api, given } from '../api/client.ts'

type Option = Readonly<{ sku: string; name: string }>
const optionsMax = 12
const isGtin = (text: string) => /^(\d{8}|\d{12,14})$/.test(text)

async function findProducts(asked: string): Promise<Option[]> {
  if (isGtin(asked)) {
    const { items } = await answerOf(api.GET('/v1/search', { params: { query: { q: asked } } }))
    const products = items.filter(({ kind }) => kind === 'product')
    if (products.length > 0) return products.map(({ title, detail }) => ({ sku: title, name: detail }))
  }
  const query = { ...given({ text: asked }), limit: optionsMax }
  return (await answerOf(api.GET('/v1/products', { params: { query } }))).items
}

/** Holds the SKU as text: what is not known yet is refused by the server in words. */
export function ProductPicker({ value = '', ...props }: AutocompleteProps) {
  const [asked] = useDebouncedValue(value.trim(), 150)
  const found = useQuery({
    queryKey: ['products', 'pick', asked],
    queryFn: () => findProducts(asked),
    placeholderData: keepPreviousData,
    refetchInterval: false,
  })
  const names = new Map((found.data ?? []).map(({ sku, name }) => [sku, name]))
  const [scanned] = isGtin(value.trim()) && asked === value.trim() && !found.isPlaceholderData ? names.keys() : []
  const { onChange } = props
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each code that was scanned
  useEffect(() => {
    if (scanned !== undefined && names.size === 1 && scanned !== value) onChange?.(scanned)
  }, [scanned])
  return (
    <Autocomplete
      label="Product"
      placeholder="SKU, name or GTIN"
      value={value}
      {...props}
      data={[...names.keys()]}
      filter={({ options }) => options}
      renderOption={({ option }) => (
        <span>
          <b>{option.value}</b> {names.get(option.value)}
        </span>
      )}
      autoComplete="off"
      spellCheck={false}
    />
  )
}
