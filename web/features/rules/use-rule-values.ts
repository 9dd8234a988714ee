import { useQuery } from '@tanstack/react-query'
import { batchText } from '#domain/batch-code.ts'
import { answerOf, api } from '../../api/client.ts'
import type { Rule } from '../../api/types.ts'
import { type ListedBatch, type RuleNames, type RuleValues, valuesOf } from './rule-values.ts'

/** As many names as the server tells at once. */
const atOnce = 200

/** A rule as it is entered, read once: what others do meanwhile does not change what is being typed. */
export const useRuleValues = (id: string) =>
  useQuery({
    queryKey: ['rule', id, 'values'],
    queryFn: async (): Promise<RuleValues> => {
      const rule = await answerOf(api.GET('/v1/rules/{id}', { params: { path: { id } } }))
      return valuesOf(rule, await namesOf(rule))
    },
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
    refetchInterval: false,
  })

async function namesOf({ customerId, productId, warehouseId, batchIds }: Rule): Promise<RuleNames> {
  const [customer, product, warehouses, listed] = await Promise.all([
    customerId === null ? null : answerOf(api.GET('/v1/customers/{ref}', { params: { path: { ref: customerId } } })),
    productId === null ? null : answerOf(api.GET('/v1/products/{ref}', { params: { path: { ref: productId } } })),
    answerOf(api.GET('/v1/warehouses')),
    batchNames(batchIds),
  ])
  return {
    customer: customer?.code ?? null,
    product: product?.sku ?? '',
    warehouse: warehouses.items.find(({ id }) => id === warehouseId)?.code ?? null,
    listed,
  }
}

async function batchNames(ids: readonly string[]): Promise<ListedBatch[]> {
  if (ids.length === 0) return []
  const query = { ids: ids.slice(0, atOnce).join(',') }
  const [{ items }, others] = await Promise.all([
    answerOf(api.GET('/v1/names', { params: { query } })),
    batchNames(ids.slice(atOnce)),
  ])
  return [...items.map(({ id, title }) => ({ id, name: batchText(title) })), ...others]
}
