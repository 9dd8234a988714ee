/**
 * web/shared/use-products.ts — the products that fit a text while it is typed; a scanned GTIN finds the one it belongs to.
 */
import { useDebouncedValue } from '@mantine/hooks'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { answerOf, api, given } from '../api/client.ts'
import type { Product } from '../api/types.ts'
import type { Looked } from './picker.tsx'

/** More than are shown, so that the very SKU is among them although others hold it as a part. */
const foundMax = 50
export const isGtin = (text: string): boolean => /^(\d{8}|\d{12,14})$/.test(text)

async function findProducts(asked: string): Promise<readonly Product[]> {
  if (isGtin(asked)) {
    const { items } = await answerOf(api.GET('/v1/search', { params: { query: { q: asked } } }))
    const ids = items.filter(({ kind }) => kind === 'product').map(({ id }) => id)
    if (ids.length > 0)
      return Promise.all(ids.map((ref) => answerOf(api.GET('/v1/products/{ref}', { params: { path: { ref } } }))))
  }
  const query = { ...given({ text: asked }), limit: foundMax }
  return (await answerOf(api.GET('/v1/products', { params: { query } }))).items
}

export function useProducts(typed: string): Looked<Product> {
  const [asked] = useDebouncedValue(typed.trim(), 150)
  const { data, isPlaceholderData } = useQuery({
    queryKey: ['products', 'pick', asked],
    queryFn: () => findProducts(asked),
    placeholderData: keepPreviousData,
    refetchInterval: false,
    staleTime: 30_000,
  })
  return { rows: data ?? [], known: data !== undefined && asked === typed.trim() && !isPlaceholderData }
}

/** The product that is named, once it is. */
export function useNamedProduct(sku: string): Product | undefined {
  const { rows } = useProducts(sku)
  return rows.find((product) => product.sku === sku.trim())
}
