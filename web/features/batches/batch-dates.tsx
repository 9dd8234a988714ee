/**
 * web/features/batches/batch-dates.tsx — every date that was ever stated of a batch, who said so, and which ones stand.
 */
import type { ReactNode } from 'react'
import type { BatchDetail } from '../../api/types.ts'
import { dateKindWords } from '../../shared/date-kinds.ts'
import { DateText, InstantText } from '../../shared/date-text.tsx'
import { type Column, Rows } from '../../shared/listing.tsx'
import { Section } from '../../shared/page.tsx'
import { Sign } from '../../shared/sign.tsx'
import { Empty } from '../../shared/states.tsx'
import { sourceWords } from './date-words.ts'

const columns: readonly Column<BatchDetail['dates'][number]>[] = [
  { title: 'Date', cell: ({ kind }) => dateKindWords[kind] },
  { title: 'Day', cell: ({ on }) => <DateText day={on} /> },
  {
    title: 'Source',
    cell: ({ source, explanation, reason }) => [sourceWords[source], explanation, reason].filter(Boolean).join(': '),
  },
  { title: 'By', cell: ({ actorName }) => actorName },
  { title: 'Recorded', cell: ({ recordedAt }) => <InstantText at={recordedAt} />, deskOnly: true },
  {
    title: 'Standing',
    cell: ({ stands, withdrawnAt }) =>
      stands ? <Sign tone="good">stands</Sign> : <Sign tone="quiet">{withdrawnAt ? 'taken back' : 'replaced'}</Sign>,
  },
]

/** `aside`: where one is recorded or corrected. */
export function BatchDates({ batch, aside }: Readonly<{ batch: BatchDetail; aside: ReactNode }>) {
  return (
    <Section title="Dates and where they come from" flush aside={aside}>
      {batch.dates.length === 0 ? (
        <Empty title="No date is known">None is ever invented. Read it from the label and record it here.</Empty>
      ) : (
        <Rows label="Dates" rows={batch.dates} columns={columns} keyOf={({ id }) => id} />
      )}
    </Section>
  )
}
