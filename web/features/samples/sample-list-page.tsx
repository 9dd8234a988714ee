import { answerOf, api, given } from '../../api/client.ts'
import type { Sample } from '../../api/types.ts'
import { Listing } from '../../shared/listing.tsx'
import { Page, Section } from '../../shared/page.tsx'
import { StateFilter } from '../../shared/state-filter.tsx'
import { Empty } from '../../shared/states.tsx'
import { usePages } from '../../shared/use-pages.ts'
import { sampleColumns } from './sample-columns.tsx'

type State = Sample['state'] | undefined
type SampleListProps = Readonly<{ state: State; onState: (state: State) => void }>

/** What is kept back of which batch, and until when. */
export function SampleListPage({ state, onState }: SampleListProps) {
  const pages = usePages(['samples', state], (cursor) =>
    answerOf(api.GET('/v1/samples', { params: { query: given({ state, cursor }) } })),
  )
  return (
    <Page title="Samples" about="Units kept back of a batch, to be looked at later; nobody sells them">
      <StateFilter states={{ due: 'Due', kept: 'Kept', gone: 'Gone' }} value={state} onChange={onState} />
      <Section title="Those first that are due first" flush>
        <Listing
          label="Samples"
          pages={pages}
          columns={sampleColumns}
          keyOf={({ id }) => id}
          empty={
            <Empty title="No samples">
              Keep one where a batch lies, name it when goods come in, or write on the product how many are kept of
              each.
            </Empty>
          }
        />
      </Section>
    </Page>
  )
}
