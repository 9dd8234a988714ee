/**
 * web/features/quality/also-unidentified.tsx — before a batch is held: goods without batch that may be of it, and whether they are held as well.
 */
import { Alert, Checkbox, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { answerOf, api } from '../../api/client.ts'
import { countOf } from '../../shared/quantity.tsx'

/** Undefined while it is not known or not asked; `batch` is null where no whole batch is to be held. */
export const useUnidentified = (batch: string | null) =>
  useQuery({
    queryKey: ['batch', batch, 'unidentified'],
    queryFn: () => answerOf(api.GET('/v1/batches/{id}/unidentified', { params: { path: { id: batch ?? '' } } })),
    enabled: batch !== null,
    retry: false,
  }).data

type Unidentified = NonNullable<ReturnType<typeof useUnidentified>>
type AlsoProps = Readonly<{ of: Unidentified | undefined; checked: boolean; onChecked: (checked: boolean) => void }>

export function AlsoUnidentified({ of, checked, onChecked }: AlsoProps) {
  if (!of || of.most === 0) return null
  const { most, sku, places } = of
  return (
    <Alert color="saffron" variant="light" role="status">
      <Text c="var(--mantine-color-text)" mb="xs">
        <b>{countOf(most, 'unit')}</b>
        {` of ${sku} at ${places.map(({ placeCode }) => placeCode).join(', ')} are not identified and may be of this batch.`}
      </Text>
      <Checkbox
        label="Hold these as well, until they are identified"
        checked={checked}
        onChange={({ currentTarget }) => onChecked(currentTarget.checked)}
      />
    </Alert>
  )
}
