/**
 * web/features/reports/to-settle-page.tsx — all that waits for a person, what has waited longest first, each with the way to where it is settled.
 */
import { Group } from '@mantine/core'
import { answerOf, api, given } from '../../api/client.ts'
import type { ToSettle } from '../../api/types.ts'
import { BatchLink } from '../../shared/batch-link.tsx'
import { capital } from '../../shared/capital.ts'
import { InstantText } from '../../shared/date-text.tsx'
import { type Column, Listing, RowLink } from '../../shared/listing.tsx'
import { OfWarehouse } from '../../shared/of-warehouse.tsx'
import { Page, Section } from '../../shared/page.tsx'
import { PressButton } from '../../shared/press-button.tsx'
import { Quantity, quantityText } from '../../shared/quantity.tsx'
import { Empty } from '../../shared/states.tsx'
import { usePages } from '../../shared/use-pages.ts'
import { kindWords, pathToSettle, type SettleKind, settleKinds } from './settle-words.ts'

const skusShown = 3

const columns: readonly Column<ToSettle>[] = [
  {
    title: 'What',
    cell: (row) => (
      <RowLink to={pathToSettle(row)}>
        {capital(kindWords[row.kind].one)}
        {row.number === null ? '' : ` ${row.number}`}
      </RowLink>
    ),
  },
  { title: 'Goods', cell: goods },
  {
    title: 'Where',
    cell: ({ warehouseCode, placeCode }) => [warehouseCode, placeCode].filter((part) => part !== null).join(' · '),
  },
  { title: 'Waits for', cell: ({ says }) => says },
  { title: 'Since', cell: ({ since }) => <InstantText at={since} /> },
  { title: 'By', cell: ({ by }) => by ?? '–', deskOnly: true },
  { title: 'Units', cell: ({ quantity }) => <Quantity of={quantity} />, end: true },
]

function goods({ skus, batchId, batchCode }: ToSettle) {
  const more = skus.length - skusShown
  return (
    <>
      {skus.slice(0, skusShown).join(', ')}
      {more > 0 ? ` and ${more} more` : ''}{' '}
      {batchId && batchCode ? <BatchLink id={batchId} code={batchCode} /> : batchCode}
    </>
  )
}

export type SettleFilter = Readonly<{ kind?: SettleKind | undefined; warehouse?: string | undefined }>
type ToSettleProps = Readonly<{ filter: SettleFilter; onFilter: (filter: SettleFilter) => void }>

export function ToSettlePage({ filter, onFilter }: ToSettleProps) {
  const { kind, warehouse } = filter
  const { first, ...pages } = usePages(['to-settle', kind, warehouse], (cursor) =>
    answerOf(api.GET('/v1/to-settle', { params: { query: given({ kind, warehouse, cursor }) } })),
  )
  const totals = new Map(first?.counts?.map((one) => [one.kind, one.total]))
  return (
    <Page title="To settle" about="What waits for somebody to look, to decide or to sign">
      <Filters filter={filter} onFilter={onFilter} totals={totals} />
      <Section title="What has waited longest, first" flush>
        <Listing
          label="What waits for a person"
          pages={pages}
          columns={columns}
          keyOf={({ kind: of, key }) => `${of} ${key}`}
          empty={<Empty title="Nothing waits">Nothing is missing, differs, or has come to its day.</Empty>}
        />
      </Section>
    </Page>
  )
}

type FiltersProps = ToSettleProps & Readonly<{ totals: ReadonlyMap<SettleKind, number> }>

/** Kinds of which nothing waits are left out, but for the one that is asked for. */
function Filters({ filter, onFilter, totals }: FiltersProps) {
  const shown = settleKinds.filter((kind) => (totals.get(kind) ?? 0) > 0 || kind === filter.kind)
  const all = [...totals.values()].reduce((sum, total) => sum + total, 0)
  return (
    <Group gap="xs" mb="sm" role="group" aria-label="Kinds">
      <PressButton
        words={`All, ${quantityText(all)}`}
        pressed={filter.kind === undefined}
        onPress={() => onFilter({ ...filter, kind: undefined })}
      />
      {shown.map((kind) => (
        <PressButton
          key={kind}
          words={`${quantityText(totals.get(kind) ?? 0)} ${kindWords[kind][totals.get(kind) === 1 ? 'one' : 'several']}`}
          pressed={filter.kind === kind}
          onPress={() => onFilter({ ...filter, kind })}
        />
      ))}
      <OfWarehouse value={filter.warehouse} onChange={(warehouse) => onFilter({ ...filter, warehouse })} />
    </Group>
  )
}
