import { Group } from '@mantine/core'
import { answerOf, api, given, intent } from '../../api/client.ts'
import type { Redating } from '../../api/types.ts'
import { BatchLink } from '../../shared/batch-link.tsx'
import { DateText } from '../../shared/date-text.tsx'
import { type Column, Listing } from '../../shared/listing.tsx'
import { useMay } from '../../shared/may.tsx'
import { Page, Section } from '../../shared/page.tsx'
import { Quantity } from '../../shared/quantity.tsx'
import { ReasonButton } from '../../shared/reason-button.tsx'
import { StateFilter } from '../../shared/state-filter.tsx'
import { Empty } from '../../shared/states.tsx'
import { usePages } from '../../shared/use-pages.ts'
import { kindWords, RedatingState } from './redating-words.tsx'
import { RemoveOpened } from './remove-opened.tsx'

const columns: readonly Column<Redating>[] = [
  { title: 'Product', cell: ({ sku }) => sku },
  { title: 'Batch', cell: ({ childId, childCode }) => <BatchLink id={childId} code={childCode} /> },
  { title: 'Was', cell: ({ kind, onDay }) => <Was kind={kind} on={onDay} /> },
  { title: 'Good until', cell: ({ expiresOn }) => <DateText day={expiresOn} /> },
  {
    title: 'Of batch',
    cell: ({ batchId, batchCode }) => <BatchLink id={batchId} code={batchCode} />,
    deskOnly: true,
  },
  { title: 'Found at', cell: ({ keptAt }) => keptAt ?? '–' },
  { title: 'State', cell: (redating) => <RedatingState of={redating} /> },
  { title: 'Left', cell: ({ left }) => <Quantity of={left} dimZero />, end: true },
  { title: 'Change', cell: (redating) => <Change redating={redating} />, end: true },
]

const Was = ({ kind, on }: { kind: Redating['kind']; on: string }) => (
  <span>
    {kindWords[kind]} <DateText day={on} />
  </span>
)

function Change({ redating }: { redating: Redating }) {
  const { id, childCode, batchCode, left, opened, quantity, undoneAt } = redating
  const may = useMay('redate stock')
  if (!may || undoneAt !== null || left === 0) return null
  return (
    <Group gap={6} justify="flex-end" wrap="nowrap">
      {opened > 0 ? <RemoveOpened redating={redating} /> : null}
      {left === quantity ? (
        <ReasonButton
          look={{ size: 'compact-sm' }}
          title={`Undo ${childCode}`}
          about={`It did not happen: all of its units are of batch ${batchCode} again, where they lay.`}
          confirm="Undo it"
          danger
          send={(reason, key) =>
            answerOf(
              api.POST('/v1/redatings/{id}/undoing', {
                params: { path: { id } },
                body: { reason },
                headers: intent(key),
              }),
            )
          }
        >
          Undo
        </ReasonButton>
      ) : null}
    </Group>
  )
}

type State = Redating['state'] | undefined
type RedatingListProps = Readonly<{ state: State; onState: (state: State) => void }>

/** What was opened, frozen and thawed, and the last day it has since. */
export function RedatingListPage({ state, onState }: RedatingListProps) {
  const pages = usePages(['redatings', state], (cursor) =>
    answerOf(api.GET('/v1/redatings', { params: { query: given({ state, cursor }) } })),
  )
  return (
    <Page title="Opened and frozen" about="Units that got a last day of their own, by the rule written for the product">
      <StateFilter states={{ past: 'Past their day', here: 'Here', gone: 'Gone' }} value={state} onChange={onState} />
      <Section title="Newest first" flush>
        <Listing
          label="Opened, frozen and thawed"
          pages={pages}
          columns={columns}
          keyOf={({ id }) => id}
          empty={
            <Empty title="Nothing was opened or frozen">
              Open a batch, and say there where it lies that units were opened, frozen or thawed.
            </Empty>
          }
        />
      </Section>
    </Page>
  )
}
