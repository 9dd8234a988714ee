import { Button, Text } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import { answerOf, api, given } from '../../api/client.ts'
import type { CountSummary } from '../../api/types.ts'
import { InstantText } from '../../shared/date-text.tsx'
import { type Column, Listing, RowLink } from '../../shared/listing.tsx'
import { May } from '../../shared/may.tsx'
import { Facts, Page, Section } from '../../shared/page.tsx'
import { countOf } from '../../shared/quantity.tsx'
import { Empty, Loaded } from '../../shared/states.tsx'
import { usePages } from '../../shared/use-pages.ts'
import { CountState, ofWords } from './count-words.tsx'
import { MakeCount } from './make-count.tsx'

const columns: readonly Column<CountSummary>[] = [
  { title: 'Count', cell: ({ id, number }) => <RowLink to={`/counts/${id}`}>{number}</RowLink> },
  { title: 'Warehouse', cell: ({ warehouseCode }) => warehouseCode },
  { title: 'Of', cell: (count) => ofWords(count) },
  { title: 'Counts', cell: ({ counter }) => counter ?? '–', deskOnly: true },
  { title: 'Asked for', cell: ({ madeAt, madeBy }) => <Made at={madeAt} by={madeBy} />, deskOnly: true },
  { title: 'State', cell: (count) => <CountState of={count} /> },
]

const Made = ({ at, by }: { at: string; by: string }) => (
  <span>
    <InstantText at={at} /> by {by}
  </span>
)

/** What is being counted, the newest first, and how often the system was right. */
export function CountListPage() {
  const [making, dialog] = useDisclosure(false)
  const pages = usePages(['counts'], (cursor) =>
    answerOf(api.GET('/v1/counts', { params: { query: given({ cursor }) } })),
  )
  return (
    <Page
      title="Counts"
      about="What lies in the bins, held against what should"
      actions={
        <May to="count">
          <Button onClick={dialog.open}>New count</Button>
        </May>
      }
    >
      <Section title="Counts" flush>
        <Listing
          label="Counts"
          pages={pages}
          columns={columns}
          keyOf={({ id }) => id}
          empty={<Empty title="Nothing was counted yet">Ask for a count, and walk it bin by bin with a phone.</Empty>}
        />
      </Section>
      <Accuracy />
      <MakeCount opened={making} onClose={dialog.close} />
    </Page>
  )
}

const periodMs = 90 * 24 * 60 * 60 * 1000
const dayMs = 24 * 60 * 60 * 1000

function Accuracy() {
  // By the day, so that the question stays the same while the page is open.
  const from = new Date(Math.floor(Date.now() / dayMs) * dayMs - periodMs).toISOString()
  const accuracy = useQuery({
    queryKey: ['batch-accuracy', from],
    queryFn: () => answerOf(api.GET('/v1/batch-accuracy', { params: { query: { from } } })),
  })
  return (
    <Section title="Batch accuracy, the last 90 days">
      <Loaded of={accuracy} rows={2}>
        {({ definition, items }) => (
          <>
            {items.length > 0 ? <Facts of={Object.fromEntries(items.map(rateOf))} /> : null}
            <Text c="dimmed" fz="sm" mt={items.length > 0 ? 'sm' : 0}>
              {items.length > 0 ? definition : `Nothing was counted in these days. ${definition}`}
            </Text>
          </>
        )}
      </Loaded>
    </Section>
  )
}

type Rate = Readonly<{ warehouseCode: string; percent: number | null; right: number; counted: number }>

const rateOf = ({ warehouseCode, percent, right, counted }: Rate) =>
  [warehouseCode, `${percent?.toFixed(1) ?? '–'} %: ${right} of ${countOf(counted, 'batch', 'batches')} right`] as const
