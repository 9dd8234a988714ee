import { Select, type SelectProps } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import { batchText } from '#domain/batch-code.ts'
import { answerOf, api } from '../api/client.ts'
import { isoDayInWords } from './date-text.tsx'

type BatchSelectProps = Omit<SelectProps, 'data'> & Readonly<{ product: string | undefined; without?: string }>

/** A batch of a product, none that is merged; its value is the id. Empty until the product is one. */
export function BatchSelect({ product: typed = '', without, ...props }: BatchSelectProps) {
  const [product] = useDebouncedValue(typed, 250)
  const batches = useQuery({
    queryKey: ['batches', 'pick', product],
    queryFn: () => answerOf(api.GET('/v1/batches', { params: { query: { product, limit: 500 } } })),
    enabled: product !== '',
    retry: false,
    refetchInterval: false,
  })
  const meant = (batches.data?.items ?? []).filter(({ id, mergedIntoId }) => mergedIntoId === null && id !== without)
  const options = meant.map(({ id, code, expiresOn }) => ({
    value: id,
    label: expiresOn ? `${batchText(code)} · last day ${isoDayInWords(expiresOn)}` : batchText(code),
  }))
  return (
    <Select label="Batch" searchable limit={100} nothingFoundMessage="No such batch of it" {...props} data={options} />
  )
}
