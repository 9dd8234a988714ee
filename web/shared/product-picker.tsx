/**
 * web/shared/product-picker.tsx — a product by SKU, name or GTIN; a scanner's code followed by Enter takes what it names.
 */
import { Autocomplete, type AutocompleteProps } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { answerOf, api } from '../api/client.ts'

/** Holds the SKU as text: what is not known yet is refused by the server in words. */
export function ProductPicker({ value = '', ...props }: AutocompleteProps) {
  const [asked] = useDebouncedValue(value.trim(), 150)
  const found = useQuery({
    queryKey: ['products', 'pick', asked],
    queryFn: () =>
      answerOf(api.GET('/v1/products', { params: { query: { ...(asked ? { q: asked } : {}), limit: 12 } } })),
    placeholderData: keepPreviousData,
    refetchInterval: false,
  })
  const products = new Map((found.data?.items ?? []).map((product) => [product.sku, product]))
  return (
    <Autocomplete
      label="Product"
      placeholder="SKU, name or GTIN"
      value={value}
      {...props}
      data={[...products.keys()]}
      filter={({ options }) => options}
      renderOption={({ option }) => (
        <span>
          <b>{option.value}</b> {products.get(option.value)?.name}
        </span>
      )}
      autoComplete="off"
      spellCheck={false}
    />
  )
}
