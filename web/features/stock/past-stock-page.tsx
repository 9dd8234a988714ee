/**
 * web/features/stock/past-stock-page.tsx — the stock at the end of any day, from all that is known now or from what was
 * known at the end of another day.
 */

import { Group, Text } from '@mantine/core'
import { answerOf, api, given } from '../../api/client.ts'
import type { PastRow } from '../../api/types.ts'
import { BatchLink } from '../../shared/batch-link.tsx'
import { isoDayInWords } from '../../shared/date-text.tsx'
import { endOfDayHere } from '../../shared/day-here.ts'
import { DayInput } from '../../shared/day-input.tsx'
import { type Column, Listing, RowLink } from '../../shared/listing.tsx'
import { Page, Section } from '../../shared/page.tsx'
import { placeText } from '../../shared/place-words.ts'
import { Quantity } from '../../shared/quantity.tsx'
import { SheetButton } from '../../shared/sheet-button.tsx'
import { Empty } from '../../shared/states.tsx'
import { usePages } from '../../shared/use-pages.ts'
import { useToday } from '../../shared/use-warehouses.ts'
import { WarehouseSelect } from '../../shared/warehouse-select.tsx'
import { ProductFilter } from './move-toolbar.tsx'
import type { PastFilter } from './past-filter.ts'

const columns: readonly Column<PastRow>[] = [
  { title: 'Product', cell: ({ sku }) => <RowLink to={`/products/${encodeURIComponent(sku)}`}>{sku}</RowLink> },
  {
    title: 'Batch',
    cell: ({ batchId, batchCode }) => <BatchLink id={batchId} code={batchCode} />,
  },
  { title: 'Place', cell: ({ warehouseCode, placeCode: code }) => placeText({ kind: 'transit', code, warehouseCode }) },
  { title: 'On hand', cell: ({ quantity }) => <Quantity of={quantity} />, end: true },
]

type PastPageProps = Readonly<{ filter: PastFilter; onFilter: (filter: PastFilter) => void }>

export function PastStockPage({ filter, onFilter }: PastPageProps) {
  const today = useToday()
  const { on = today, knownOn, product, warehouse } = filter
  const asked = {
    at: endOfDayHere(on),
    ...given({ product, warehouse, knownOn: knownOn && endOfDayHere(knownOn) }),
  }
  const pages = usePages(['stock', 'past', asked], (cursor) =>
    answerOf(api.GET('/v1/stock/as-of', { params: { query: { ...asked, ...given({ cursor }) } } })),
  )
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions()
  return (
    <Page
      title="Stock of another day"
      about={`What lay where at the end of the day (${timeZone})`}
      back={{ to: '/stock', label: 'Stock' }}
      actions={<SheetButton href={`/v1/stock/as-of.csv?${new URLSearchParams(asked)}`} />}
    >
      <Choices filter={{ ...filter, on }} onFilter={onFilter} />
      <Section title={`End of ${isoDayInWords(on)}`} flush>
        <Listing
          label="Stock of that day"
          pages={pages}
          columns={columns}
          keyOf={({ batchId, placeId }) => `${batchId} ${placeId}`}
          empty={<Empty title="Nothing lay here then" />}
        />
      </Section>
    </Page>
  )
}

const small = { base: '100%', xs: 180 }

function Choices({ filter, onFilter }: PastPageProps) {
  const change = (changed: { [Name in keyof PastFilter]: PastFilter[Name] | undefined }) =>
    onFilter({ ...filter, ...changed } as PastFilter)
  const { on, knownOn, product, warehouse } = filter
  return (
    <search aria-label="Choose the day">
      <Group align="flex-end" gap="xs" mb="xs">
        <DayInput
          label="At the end of"
          w={small}
          value={on ?? null}
          onChange={(day) => change({ on: day ?? undefined })}
        />
        <DayInput
          label="As it was known on"
          placeholder="now"
          clearable
          w={small}
          value={knownOn ?? null}
          onChange={(day) => change({ knownOn: day ?? undefined })}
        />
        <ProductFilter product={product} onChange={(next) => change({ product: next })} />
        <WarehouseSelect
          label={null}
          aria-label="Warehouse"
          placeholder="All warehouses"
          clearable
          clearButtonProps={{ 'aria-label': 'All warehouses' }}
          w={small}
          value={warehouse ?? null}
          onChange={(next) => change({ warehouse: next ?? undefined })}
        />
      </Group>
      <Text fz="sm" c="dimmed" mb="sm">
        {knownOn
          ? `What was written down after ${isoDayInWords(knownOn)} is left out.`
          : 'What was written down later, for that day or before, is in it.'}
      </Text>
    </search>
  )
}
