import { Group, TextInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { IconPlus, IconSearch } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import { answerOf, api, given } from '../../api/client.ts'
import type { Product, StockGroup } from '../../api/types.ts'
import { ArchivedSign, ArchivedToo } from '../../shared/archive.tsx'
import { LinkButton } from '../../shared/link-button.tsx'
import { type Column, Listing, RowLink } from '../../shared/listing.tsx'
import { May } from '../../shared/may.tsx'
import { Page, Section } from '../../shared/page.tsx'
import { Quantity } from '../../shared/quantity.tsx'
import { Empty } from '../../shared/states.tsx'
import { usePages } from '../../shared/use-pages.ts'
import { lifeRuleWords, rotationWords, trackingWords } from './product-words.ts'

const columnsWith = (stock: ReadonlyMap<string, StockGroup> | null): readonly Column<Product>[] => [
  {
    title: 'SKU',
    // Short ones do not break at their hyphen.
    cell: ({ id, sku }) => (
      <span style={{ display: 'inline-block', minWidth: '9ch' }}>
        <RowLink to={`/products/${id}`}>{sku}</RowLink>
      </span>
    ),
  },
  {
    title: 'Name',
    cell: ({ name, archivedAt }) => (
      <>
        {name} <ArchivedSign archivedAt={archivedAt} />
      </>
    ),
  },
  { title: 'Category', cell: ({ category }) => category, deskOnly: true },
  {
    title: 'Tracked by',
    cell: ({ tracking, kit }) => (kit.length > 0 ? 'its parts, as a kit' : trackingWords[tracking]),
  },
  {
    title: 'On hand',
    cell: (product) => <InStock of={stock} product={product} units="onHand" />,
    end: true,
  },
  {
    title: 'Available',
    cell: (product) => <InStock of={stock} product={product} units="available" />,
    end: true,
  },
  { title: 'First out', cell: ({ rotation, kit }) => (kit.length > 0 ? '–' : rotationWords[rotation]), deskOnly: true },
  {
    title: 'Least life for customers',
    cell: (product) => (product.kit.length > 0 ? '–' : lifeRuleWords(product)),
    deskOnly: true,
  },
]

type InStockProps = Readonly<{
  of: ReadonlyMap<string, StockGroup> | null
  product: Product
  units: 'onHand' | 'available'
}>

/** Nothing, rather than a wrong 0, until it is known; a kit never lies in stock. */
function InStock({ of, product: { id, kit }, units }: InStockProps) {
  if (kit.length > 0) return '–'
  return of ? <Quantity of={of.get(id)?.[units] ?? 0} dimZero /> : null
}

function useStockByProduct(): ReadonlyMap<string, StockGroup> | null {
  const stock = useQuery({
    queryKey: ['stock', 'products', 'all'],
    queryFn: () => answerOf(api.GET('/v1/stock/products')),
  })
  return (
    useMemo(() => stock.data && new Map(stock.data.items.map((group) => [group.productId, group])), [stock.data]) ??
    null
  )
}

export function ProductListPage() {
  const [typed, setTyped] = useState('')
  const [q] = useDebouncedValue(typed.trim(), 180)
  const [archived, setArchived] = useState(false)
  const pages = usePages(['products', q, archived], (cursor) =>
    answerOf(api.GET('/v1/products', { params: { query: { archived, ...given({ text: q, cursor }) } } })),
  )
  const stock = useStockByProduct()
  const add = (
    <May to="change products">
      <LinkButton to="/products/new" leftSection={<IconPlus size={15} />}>
        Add a product
      </LinkButton>
    </May>
  )
  return (
    <Page title="Products" actions={add}>
      <Group mb="sm">
        <TextInput
          aria-label="Filter products"
          placeholder="SKU or name"
          leftSection={<IconSearch size={15} />}
          flex="0 1 360px"
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
        <ArchivedToo checked={archived} onChange={setArchived} />
      </Group>
      <Section title="All products" flush>
        <Listing
          label="Products"
          pages={pages}
          columns={columnsWith(stock)}
          keyOf={({ id }) => id}
          empty={
            q ? (
              <Empty title={`No product fits "${q}"`} />
            ) : (
              <Empty title="No products yet" action={add}>
                A product says how it is counted, whether it expires and which batch goes first.
              </Empty>
            )
          }
        />
      </Section>
    </Page>
  )
}
