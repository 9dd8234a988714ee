/**
 * web/features/stock/moves-page.tsx — the ledger: every move of stock, newest first; a wrong one is undone by its opposite.
 */
import { Anchor, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { answerOf, api, given } from '../../api/client.ts'
import { moveWords } from '../../shared/move-words.ts'
import { Page, Section } from '../../shared/page.tsx'
import { quantityText } from '../../shared/quantity.tsx'
import { usePages } from '../../shared/use-pages.ts'
import { isFilteredMove, type MoveFilter } from './move-filter.ts'
import { MoveList } from './move-list.tsx'
import { MoveToolbar } from './move-toolbar.tsx'

type MovesPageProps = Readonly<{ filter: MoveFilter; onFilter: (filter: MoveFilter) => void }>

export function MovesPage({ filter, onFilter }: MovesPageProps) {
  const pages = usePages(['moves', filter], (cursor) =>
    answerOf(api.GET('/v1/moves', { params: { query: { ...filter, ...given({ cursor }) } } })),
  )
  const filtered = isFilteredMove(filter)
  return (
    <Page title="Moves" about="The ledger, newest first. Nothing in it is ever changed." wide>
      <MoveToolbar filter={filter} onFilter={onFilter} />
      {filtered ? <Sums filter={filter} /> : null}
      <Section title={filtered ? 'Moves that fit' : 'All moves'} flush>
        <MoveList pages={pages} filtered={filtered} />
      </Section>
    </Page>
  )
}

/** How much of what is listed, all pages of it; each sum leads to its moves. */
function Sums({ filter }: { filter: MoveFilter }) {
  const sums = useQuery({
    queryKey: ['moves', 'sums', filter],
    queryFn: () => answerOf(api.GET('/v1/moves/sums', { params: { query: filter } })),
  })
  const items = (sums.data?.items ?? []).filter(({ quantity }) => quantity > 0)
  if (items.length === 0) return null
  return (
    <Text mb="sm" role="status">
      {items.map(({ reason, quantity }, index) => (
        <span key={reason}>
          {index > 0 ? ' · ' : ''}
          <Anchor component={Link} to="/moves" search={{ ...filter, reason } as never}>
            <b>{quantityText(quantity)}</b> {moveWords[reason]}
          </Anchor>
        </span>
      ))}
    </Text>
  )
}
