import { Text } from '@mantine/core'
import { IconPackageImport, IconPencil } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { answerOf, api } from '../../api/client.ts'
import type { Product, StockRow } from '../../api/types.ts'
import { BatchLink } from '../../shared/batch-link.tsx'
import { DaysLeft } from '../../shared/days-left.tsx'
import { HoldBadge } from '../../shared/hold-badge.tsx'
import { LinkButton } from '../../shared/link-button.tsx'
import { type Column, Rows } from '../../shared/listing.tsx'
import { May } from '../../shared/may.tsx'
import { Facts, Page, Section } from '../../shared/page.tsx'
import { countOf, Quantity } from '../../shared/quantity.tsx'
import { Empty, Loaded } from '../../shared/states.tsx'
import { hazardWords, temperatureWords } from '../../shared/storage-words.ts'
import { useNames } from '../../shared/use-names.ts'
import { KitParts } from './kit-fields.tsx'
import {
  arrivalWords,
  dateWords,
  gtinText,
  identityWords,
  lifeRuleWords,
  ownGtin,
  packsOf,
  rotationWords,
  trackingWords,
  unitWords,
} from './product-words.ts'

export const useProduct = (ref: string) =>
  useQuery({
    queryKey: ['product', ref],
    queryFn: () => answerOf(api.GET('/v1/products/{ref}', { params: { path: { ref } } })),
  })

type ProductPageProps = Readonly<{
  productRef: string
  /** What others do with it, beside the catalog's own. */
  actions: (product: Product) => ReactNode
  /** What others know of it. */
  more: (product: Product) => ReactNode
}>

export function ProductPage({ productRef, actions, more }: ProductPageProps) {
  const product = useProduct(productRef)
  const { sku, name, category, archivedAt, kit } = product.data ?? {
    sku: 'Product',
    name: '',
    category: '',
    archivedAt: null,
    kit: [],
  }
  return (
    <Page
      title={name || sku}
      tab={sku}
      about={[sku, category, kit.length > 0 ? 'kit' : '', archivedAt ? 'archived' : ''].filter(Boolean).join(' · ')}
      back={{ to: '/products', label: 'Products' }}
      actions={
        product.data ? (
          <>
            {actions(product.data)}
            <Actions product={product.data} />
          </>
        ) : null
      }
    >
      <Loaded of={product}>
        {(got) => (
          <>
            {got.kit.length > 0 ? <KitParts product={got} /> : <StockOfProduct product={got} />}
            {more(got)}
            {got.kit.length > 0 ? null : <Rules product={got} />}
            <Packs product={got} />
          </>
        )}
      </Loaded>
    </Page>
  )
}

function Actions({ product: { id, sku, kit } }: { product: Product }) {
  return (
    <>
      <May to="change products">
        <LinkButton
          to="/products/$ref/edit"
          params={{ ref: id }}
          variant="default"
          leftSection={<IconPencil size={15} />}
        >
          Change
        </LinkButton>
      </May>
      {kit.length > 0 ? null : (
        <May to="receive">
          <LinkButton to="/receive" search={{ product: sku }} leftSection={<IconPackageImport size={15} />}>
            Receive
          </LinkButton>
        </May>
      )}
    </>
  )
}

function Rules({ product }: { product: Product }) {
  const client = useNames(product.clientId === null ? [] : [product.clientId]).get(product.clientId ?? '')
  const days = (count: number | null) => (count === null ? '–' : countOf(count, 'day'))
  return (
    <Section title="Rules">
      <Facts
        of={{
          GTIN: ownGtin(product) ?? '–',
          Client: client?.title ?? '–',
          'Counted in': unitWords[product.baseUnit],
          'Tracked by': trackingWords[product.tracking],
          'What makes a batch': identityWords[product.batchIdentity],
          Dates: dateWords[product.dates],
          'Shelf life from production': days(product.lifeDays),
          'Goes out first': rotationWords[product.rotation],
          'Least life on receipt': days(product.receiptLifeDaysMin),
          'With less than that': product.receiptLifeDaysMin === null ? '–' : arrivalWords[product.receiptLifeAction],
          'Least life for customers': lifeRuleWords(product),
          'Kept at': product.storage === null ? 'Anywhere' : temperatureWords[product.storage],
          'Dangerous goods': product.hazard === null ? '–' : hazardWords[product.hazard],
          Allergens: product.allergens.join(', ') || '–',
        }}
      />
    </Section>
  )
}

function Packs({ product }: { product: Product }) {
  const packs = packsOf(product)
  return (
    <Section title="Packs" flush>
      {packs.length === 0 ? (
        <Empty title="No packs">Quantities are counted one by one.</Empty>
      ) : (
        <Rows
          label="Packs"
          rows={packs}
          keyOf={({ name }) => name}
          columns={[
            { title: 'Pack', cell: ({ name }) => name },
            { title: 'Holds', cell: ({ quantity }) => <Quantity of={quantity} />, end: true },
            { title: 'GTIN', cell: ({ gtin }) => (gtin ? gtinText(gtin) : '–') },
          ]}
        />
      )}
    </Section>
  )
}

const stockColumns: readonly Column<StockRow>[] = [
  {
    title: 'Batch',
    cell: ({ batchId, batchCode }) => <BatchLink id={batchId} code={batchCode} />,
  },
  { title: 'Life', cell: ({ daysLeft, expiresOn }) => <DaysLeft daysLeft={daysLeft} expiresOn={expiresOn} /> },
  { title: 'Place', cell: ({ warehouseCode, placeCode }) => `${warehouseCode} · ${placeCode}` },
  {
    title: 'Held',
    cell: ({ holds }) => holds.map((number) => <HoldBadge key={number} number={number} />),
    deskOnly: true,
  },
  { title: 'On hand', cell: ({ onHand }) => <Quantity of={onHand} />, end: true },
  { title: 'Available', cell: ({ available }) => <Quantity of={available} dimZero />, end: true },
]

const shown = 50

function StockOfProduct({ product: { id, sku } }: { product: Product }) {
  const stock = useQuery({
    queryKey: ['stock', 'product', id],
    queryFn: () => answerOf(api.GET('/v1/stock', { params: { query: { product: id, limit: shown } } })),
  })
  const all = (
    <LinkButton to="/stock" search={{ product: sku }} size="xs" variant="subtle">
      Show all in Stock
    </LinkButton>
  )
  return (
    <Section title="Batches in stock" flush aside={all}>
      <Loaded of={stock}>
        {({ items, total }) =>
          items.length === 0 ? (
            <Empty title="Nothing in stock" />
          ) : (
            <>
              <Rows
                label="Batches in stock"
                rows={items}
                columns={stockColumns}
                keyOf={({ batchId, placeId }) => `${batchId} ${placeId}`}
              />
              {total !== null && total > shown ? (
                <Text p="sm" c="dimmed" ta="center">
                  The first {shown} of {total}
                </Text>
              ) : null}
            </>
          )
        }
      </Loaded>
    </Section>
  )
}
