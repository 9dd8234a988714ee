/**
 * web/features/labels/labels-page.tsx — what waits for a printer, what was printed and by whom, and how labels look.
 */
import { answerOf, api, given } from '../../api/client.ts'
import type { LabelPrint } from '../../api/types.ts'
import { InstantText } from '../../shared/date-text.tsx'
import { type Column, Listing } from '../../shared/listing.tsx'
import { OpenLabels } from '../../shared/open-labels.tsx'
import { Page, Section } from '../../shared/page.tsx'
import { countOf } from '../../shared/quantity.tsx'
import { StateFilter } from '../../shared/state-filter.tsx'
import { Empty } from '../../shared/states.tsx'
import { usePages } from '../../shared/use-pages.ts'
import { DesignList } from './design-list.tsx'

const columns: readonly Column<LabelPrint>[] = [
  { title: 'Print', cell: ({ number }) => number },
  {
    title: 'Of',
    cell: ({ first, subjects }) => (subjects === 1 ? first : `${first} and ${countOf(subjects - 1, 'more', 'more')}`),
  },
  { title: 'Label', cell: ({ template }) => template, deskOnly: true },
  { title: 'Labels', cell: ({ labels }) => labels, end: true },
  {
    title: 'Made',
    cell: ({ madeAt, madeBy }) => (
      <>
        <InstantText at={madeAt} />, {madeBy}
      </>
    ),
  },
  { title: 'Once more because', cell: ({ reason }) => reason ?? '–', deskOnly: true },
  { title: 'State', cell: (print) => <OpenLabels print={print} />, end: true },
]

type State = LabelPrint['state'] | undefined
type LabelsPageProps = Readonly<{ state: State; onState: (state: State) => void }>

export function LabelsPage({ state, onState }: LabelsPageProps) {
  const pages = usePages(['label-prints', state], (cursor) =>
    answerOf(api.GET('/v1/label-prints', { params: { query: given({ state, cursor }) } })),
  )
  return (
    <Page
      title="Labels"
      about="What was printed of which batch, bin, parcel, unit or sample, and what waits for a printer"
    >
      <StateFilter states={{ queued: 'Waiting', printed: 'Printed' }} value={state} onChange={onState} />
      <Section title="Prints, newest first" flush>
        <Listing
          label="Prints"
          pages={pages}
          columns={columns}
          keyOf={({ id }) => id}
          empty={
            <Empty title={state ? 'None of these' : 'Nothing was printed'}>
              Print labels on the page of a batch, a receipt, an order that is packed, or a sample.
            </Empty>
          }
        />
      </Section>
      <DesignList />
    </Page>
  )
}
