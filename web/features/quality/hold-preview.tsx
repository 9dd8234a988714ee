import { Alert, Text } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { answerOf, api } from '../../api/client.ts'
import type { HoldScope } from '../../api/types.ts'
import { countOf } from '../../shared/quantity.tsx'

export type HoldSubject = Readonly<{
  scope: HoldScope
  product?: string
  batch?: string
  lot?: string
  place?: string
  relatives?: boolean
}>

/** What the hold would touch, told before it is placed; `subject` is null while it is not complete. */
export function HoldPreview({ subject }: { subject: HoldSubject | null }) {
  const [asked] = useDebouncedValue(subject, 200)
  const preview = useQuery({
    queryKey: ['holds', 'preview', asked],
    queryFn: () => answerOf(api.GET('/v1/hold-preview', { params: { query: asked ?? { scope: 'account' } } })),
    enabled: asked !== null,
    placeholderData: keepPreviousData,
    retry: false,
  })
  if (!subject || !preview.data) return null
  const { onHand, batches, reserved, orderLines, orders, relatives } = preview.data
  return (
    <Alert color={reserved > 0 ? 'saffron' : 'gray'} variant="light" role="status">
      <Text c="var(--mantine-color-text)">
        Holds <b>{countOf(onHand, 'unit')}</b> of {countOf(batches, 'batch', 'batches')}
        {batches === 0 ? ', and what comes in later.' : '.'}{' '}
        {reserved > 0 ? (
          <>
            <b>{countOf(reserved, 'unit')}</b> of them {reserved === 1 ? 'is' : 'are'} promised to{' '}
            {countOf(orderLines, 'order line')} of {countOf(orders, 'order')}, which will look for other stock.
          </>
        ) : (
          'No order has any of it.'
        )}
      </Text>
      {relatives.length > 0 && !subject.relatives ? (
        <Text mt={6} c="var(--mantine-color-text)">
          Batches that come from the same one are not held by it:{' '}
          {relatives.map(({ batchCode, onHand: units }) => `${batchCode} (${countOf(units, 'unit')})`).join(', ')}.
        </Text>
      ) : null}
    </Alert>
  )
}
