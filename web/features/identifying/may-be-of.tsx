/**
 * web/features/identifying/may-be-of.tsx — on the page of a batch: goods without batch that may be of it, and who may have got some of them.
 */
import { Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { answerOf, api } from '../../api/client.ts'
import type { Got } from '../../api/types.ts'
import { LinkButton } from '../../shared/link-button.tsx'
import { type Column, RowLink, Rows } from '../../shared/listing.tsx'
import { Section } from '../../shared/page.tsx'
import { countOf, Quantity } from '../../shared/quantity.tsx'

type Recipient = Got<'/v1/batches/{id}/possible-recipients'>['items'][number]

const columns: readonly Column<Recipient>[] = [
  {
    title: 'Customer',
    cell: ({ customerId, customerName }) =>
      customerId ? <RowLink to={`/partners/customers/${customerId}`}>{customerName}</RowLink> : 'not named',
  },
  { title: 'Orders', cell: ({ orders }) => <Quantity of={orders} />, end: true, deskOnly: true },
  { title: 'Before it was tracked', cell: ({ before }) => <Quantity of={before} dimZero />, end: true, deskOnly: true },
  { title: 'Since', cell: ({ since }) => <Quantity of={since} dimZero />, end: true, deskOnly: true },
  { title: 'Returned', cell: ({ returned }) => <Quantity of={returned} dimZero />, end: true, deskOnly: true },
  { title: 'Of this batch', cell: (row) => boundsText(row), end: true },
]

const boundsText = ({ least, most }: Readonly<{ least: number; most: number }>) =>
  least === most ? `${most}` : `${least} to ${most}`

/** Nothing where no goods without batch may be of it. */
export function MayBeOf({ batch: id }: { batch: string }) {
  const here = useQuery({
    queryKey: ['batch', id, 'unidentified'],
    queryFn: () => answerOf(api.GET('/v1/batches/{id}/unidentified', { params: { path: { id } } })),
  }).data
  const path = here?.path ?? null
  const sent = useQuery({
    queryKey: ['batch', id, 'possible-recipients'],
    queryFn: () => answerOf(api.GET('/v1/batches/{id}/possible-recipients', { params: { path: { id } } })),
    enabled: path !== null,
  }).data
  if (!here || path === null || here.most + (sent?.most ?? 0) === 0) return null
  const lie = here.places.map(({ placeCode, onHand }) => `${onHand} at ${placeCode}`).join(', ')
  return (
    <Section
      title="What may be of it, and is not known"
      flush
      aside={
        <LinkButton size="xs" variant="default" to="/identifying/$id" params={{ id: path }}>
          Identify units
        </LinkButton>
      }
    >
      <Text px="md" py="sm">
        {here.most === 0
          ? `Nothing on hand of ${here.sku} without a batch may be of it.`
          : `${countOf(here.most, 'unit')} of ${here.sku} without a batch ${here.most === 1 ? 'lies' : 'lie'} here (${lie}): ${boundsText(here)} of ${here.most === 1 ? 'it' : 'them'} may be of this batch.`}
        {sent && sent.most > 0
          ? ` Customers may have ${boundsText(sent)} units of it among those sent without one.`
          : ''}
      </Text>
      {sent && sent.items.length > 0 ? (
        <Rows
          rows={sent.items}
          columns={columns}
          keyOf={({ customerId }) => customerId ?? ''}
          label="Who may have got it"
        />
      ) : null}
    </Section>
  )
}
