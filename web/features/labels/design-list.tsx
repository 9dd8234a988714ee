import { useQuery } from '@tanstack/react-query'
import { answerOf, api } from '../../api/client.ts'
import type { LabelTemplate } from '../../api/types.ts'
import { type Column, RowLink, Rows } from '../../shared/listing.tsx'
import { Section } from '../../shared/page.tsx'
import { Loaded } from '../../shared/states.tsx'
import { kindWords } from './label-words.ts'

const columns: readonly Column<LabelTemplate>[] = [
  { title: 'Name', cell: ({ id, name }) => <RowLink to={`/labels/designs/${id}`}>{name}</RowLink> },
  { title: 'Of', cell: ({ kind }) => kindWords[kind] },
  { title: 'Size', cell: ({ design: { width, height } }) => `${width} × ${height} mm` },
  { title: 'Made by', cell: ({ builtIn, changedBy }) => (builtIn ? 'Firstout' : changedBy) },
]

/** How labels look; a built-in one is copied to be changed. */
export function DesignList() {
  const templates = useQuery({
    queryKey: ['label-templates'],
    queryFn: () => answerOf(api.GET('/v1/label-templates')),
  })
  return (
    <Section title="How labels look" flush>
      <Loaded of={templates} rows={6}>
        {({ items }) => <Rows label="How labels look" rows={items} columns={columns} keyOf={({ id }) => id} />}
      </Loaded>
    </Section>
  )
}
