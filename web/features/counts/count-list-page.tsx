import { Button, SegmentedControl, Text } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
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

const dayMs = 24 * 60 * 60 * 1000
const spans = { '30': '30 days', '90': '90 days', '365': 'A year', all: 'All' } as const
type Span = keyof typeof spans

/** By the day, so that the question stays the same while the page is open. */
const beganAt = (days: Span): string | undefined =>
  days === 'all' ? undefined : new Date((Math.floor(Date.now() / dayMs) - Number(days)) * dayMs).toISOString()

function Accuracy() {
  const [span, setSpan] = useState<Span>('90')
  const from = beganAt(span)
  const accuracy = useQuery({
    queryKey: ['batch-accuracy', from],
    queryFn: () => answerOf(api.GET('/v1/batch-accuracy', { params: { query: given({ from }) } })),
  })
  return (
    <Section
      title="Batch accuracy"
      aside={
        <SegmentedControl
          size="xs"
          aria-label="Counted in the last"
          data={Object.entries(spans).map(([value, label]) => ({ value, label }))}
          value={span}
          onChange={(next) => setSpan(next as Span)}
        />
      }
    >
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
