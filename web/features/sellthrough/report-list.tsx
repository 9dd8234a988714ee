/**
 * web/features/sellthrough/report-list.tsx — what a customer who sells on has told, the latest day first; what was wrong is withdrawn.
 */
import { Text } from '@mantine/core'
import { answerOf, api, given, intent } from '../../api/client.ts'
import { DateText } from '../../shared/date-text.tsx'
import { type Column, Listing, RowLink } from '../../shared/listing.tsx'
import { May } from '../../shared/may.tsx'
import { Section } from '../../shared/page.tsx'
import { countOf, Quantity } from '../../shared/quantity.tsx'
import { ReasonButton } from '../../shared/reason-button.tsx'
import { usePages } from '../../shared/use-pages.ts'
import { kindWords, type Report } from './report-words.ts'

const columns: readonly Column<Report>[] = [
  { title: 'Day', cell: ({ on }) => <DateText day={on} /> },
  { title: 'Product', cell: ({ productId, sku }) => <RowLink to={`/products/${productId}`}>{sku}</RowLink> },
  { title: 'What', cell: ({ kind }) => kindWords[kind] },
  { title: 'Units', cell: ({ quantity }) => <Quantity of={quantity} />, end: true },
  { title: 'Their document', cell: ({ document }) => document ?? '–', deskOnly: true },
  { title: 'Recorded by', cell: ({ recordedBy }) => recordedBy, deskOnly: true },
  { title: 'Counts', cell: (report) => <Counts report={report} />, end: true },
]

/** Nothing where nothing was told. */
export function ReportList({ customerId }: { customerId: string }) {
  const pages = usePages(['sell-through', customerId], (cursor) => {
    const query = { customer: customerId, limit: 20, ...given({ cursor }) }
    return answerOf(api.GET('/v1/sell-through', { params: { query } }))
  })
  if (pages.rows?.length === 0) return null
  return (
    <Section title="What they told" flush>
      <Listing label="What they told" pages={pages} columns={columns} keyOf={({ id }) => id} empty={null} />
    </Section>
  )
}

function Counts({ report: { id, sku, kind, quantity, withdrawnBy, withdrawReason } }: { report: Report }) {
  if (withdrawnBy !== null)
    return (
      <Text c="dimmed" fz="sm">
        {`no: withdrawn by ${withdrawnBy}, ${withdrawReason}`}
      </Text>
    )
  return (
    <May to="order">
      <ReasonButton
        look={{ size: 'xs', variant: 'subtle' }}
        title={`Withdraw: ${countOf(quantity, 'unit')} of ${sku} ${kindWords[kind].toLowerCase()}`}
        about="It counts no more. It stays, with the reason."
        confirm="Withdraw"
        danger
        send={(reason, key) =>
          answerOf(
            api.PUT('/v1/sell-through/{id}/withdrawal', {
              params: { path: { id } },
              body: { reason },
              headers: intent(key),
            }),
          )
        }
      >
        Withdraw
      </ReasonButton>
    </May>
  )
}
