import { Group, Select, TextInput } from '@mantine/core'
import { IconPlus, IconSearch } from '@tabler/icons-react'
import { answerOf, api, given } from '../../api/client.ts'
import type { RunSummary } from '../../api/types.ts'
import { InstantText } from '../../shared/date-text.tsx'
import { LinkButton } from '../../shared/link-button.tsx'
import { type Column, Listing, RowLink } from '../../shared/listing.tsx'
import { May } from '../../shared/may.tsx'
import { Page, Section } from '../../shared/page.tsx'
import { Sign } from '../../shared/sign.tsx'
import { Empty } from '../../shared/states.tsx'
import { usePages } from '../../shared/use-pages.ts'
import { kindWords, type RunKind, runKinds } from './run-words.ts'

const columns: readonly Column<RunSummary>[] = [
  { title: 'Run', cell: ({ number }) => <RowLink to={`/production/${number}`}>{number}</RowLink> },
  { title: 'Was', cell: ({ kind, undoneAt }) => (undoneAt ? <Sign tone="bad">undone</Sign> : kindWords[kind]) },
  { title: 'Made', cell: ({ made }) => made.join(', ') },
  { title: 'Used', cell: ({ used }) => used.join(', ') },
  { title: 'Warehouse', cell: ({ warehouseCode }) => warehouseCode, deskOnly: true },
  { title: 'Reference', cell: ({ reference }) => reference ?? '–', deskOnly: true },
  { title: 'When', cell: ({ happenedAt }) => <InstantText at={happenedAt} /> },
]

export type RunFilter = Readonly<{ kind?: RunKind | undefined; text?: string | undefined }>
type RunListProps = Readonly<{ filter: RunFilter; onFilter: (filter: RunFilter) => void }>

export function RunListPage({ filter, onFilter }: RunListProps) {
  const { kind, text } = filter
  const pages = usePages(['production-runs', kind, text], (cursor) =>
    answerOf(api.GET('/v1/production-runs', { params: { query: given({ kind, text, cursor }) } })),
  )
  return (
    <Page
      title="Production"
      about="Which batches were used, and which were made of them"
      actions={
        <May to="produce">
          <LinkButton to="/production/new" leftSection={<IconPlus size={15} />}>
            Make something
          </LinkButton>
        </May>
      }
    >
      <Filter filter={filter} onFilter={onFilter} />
      <Section title="Newest first" flush>
        <Listing
          label="Production runs"
          pages={pages}
          columns={columns}
          keyOf={({ id }) => id}
          empty={
            <Empty title="Nothing was made yet">
              Say which batches you used and what you made of them. A hold or a recall of one then reaches the other.
            </Empty>
          }
        />
      </Section>
    </Page>
  )
}

function Filter({ filter: { kind, text }, onFilter }: RunListProps) {
  return (
    <Group mb="sm" gap="sm">
      <TextInput
        aria-label="Find runs"
        placeholder="Number, batch, product, reference"
        leftSection={<IconSearch size={15} />}
        value={text ?? ''}
        onChange={(event) => onFilter({ kind, text: event.currentTarget.value })}
        flex="1 1 220px"
        maw={360}
      />
      <Select
        aria-label="Kind"
        placeholder="Every kind"
        clearable
        data={runKinds.map((value) => ({ value, label: kindWords[value] }))}
        value={kind ?? null}
        onChange={(value) => onFilter({ kind: value ?? undefined, text })}
        w={170}
      />
    </Group>
  )
}
