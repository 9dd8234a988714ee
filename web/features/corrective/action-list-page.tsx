/**
 * web/features/corrective/action-list-page.tsx — all that has to be put right, of recalls and of rehearsals.
 */
import { answerOf, api, given } from '../../api/client.ts'
import type { CorrectiveAction } from '../../api/types.ts'
import { type Column, Listing, RowLink } from '../../shared/listing.tsx'
import { Page, Section } from '../../shared/page.tsx'
import { StateFilter } from '../../shared/state-filter.tsx'
import { Empty } from '../../shared/states.tsx'
import { usePages } from '../../shared/use-pages.ts'
import { actionColumns } from './action-list.tsx'

const columns: readonly Column<CorrectiveAction>[] = [
  {
    title: 'Shown by',
    cell: ({ number, mockId }) => (
      <RowLink to={mockId === null ? `/recalls/${number}` : `/mock-recalls/${number}`}>{number}</RowLink>
    ),
  },
  ...actionColumns,
]

type State = 'open' | 'done'
type ListProps = Readonly<{ state: State | undefined; onState: (state: State | undefined) => void }>

export function ActionListPage({ state, onState }: ListProps) {
  const pages = usePages(['corrective-actions', state], (cursor) =>
    answerOf(api.GET('/v1/corrective-actions', { params: { query: given({ state, cursor }) } })),
  )
  return (
    <Page title="Corrective actions" about="What recalls and their rehearsals showed to be wrong">
      <StateFilter states={{ open: 'Open', done: 'Done' }} value={state} onChange={onState} />
      <Section title="In the order in which they were found" flush>
        <Listing
          label="Corrective actions"
          pages={pages}
          columns={columns}
          keyOf={({ id }) => id}
          empty={<Empty title={state ? 'None of these' : 'Nothing was to be put right'} />}
        />
      </Section>
    </Page>
  )
}
