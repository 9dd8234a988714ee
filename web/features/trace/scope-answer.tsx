/**
 * web/features/trace/scope-answer.tsx — where all of it is that was asked for: sums of each product, batches, units by serial, what is on its way, what may be
 * of it, and what it was made of.
 */
import { Text } from '@mantine/core'
import type { ScopeTrace } from '../../api/types.ts'
import { BatchLink } from '../../shared/batch-link.tsx'
import { rangeText } from '../../shared/bounds-text.ts'
import { DateText } from '../../shared/date-text.tsx'
import { FoldedRows } from '../../shared/folded-rows.tsx'
import { type Column, RowLink } from '../../shared/listing.tsx'
import { Section } from '../../shared/page.tsx'
import { placeText } from '../../shared/place-words.ts'
import { countOf, Quantity, quantityText } from '../../shared/quantity.tsx'
import { Sign } from '../../shared/sign.tsx'
import { Empty } from '../../shared/states.tsx'

type Product = ScopeTrace['products'][number]
type Batch = ScopeTrace['batches'][number]
type Balance = Product['massBalance']

const counted = <Row extends { massBalance: Balance }>(title: string, field: keyof Balance): Column<Row> => ({
  title,
  cell: ({ massBalance }) => <Quantity of={Number(massBalance[field])} dimZero />,
  end: true,
})
const fates = <Row extends { massBalance: Balance }>(): readonly Column<Row>[] => [
  { title: 'Came', cell: ({ massBalance }) => <Quantity of={massBalance.in} dimZero />, end: true },
  counted('On hand', 'onHand'),
  counted('On the way', 'inTransit'),
  counted('With customers', 'shipped'),
  counted('Consumed', 'consumed'),
  counted('Disposed', 'disposed'),
  counted('Samples', 'samples'),
  counted('Lost', 'lost'),
]

const productColumns: readonly Column<Product>[] = [
  { title: 'Product', cell: ({ productId, sku }) => <RowLink to={`/products/${productId}`}>{sku}</RowLink> },
  { title: 'Batches', cell: ({ batches }) => <Quantity of={batches} />, end: true },
  ...fates<Product>(),
  {
    title: 'Accounted for',
    cell: ({ massBalance: { alarm, percent } }) => (
      <Sign tone={alarm === null ? 'good' : 'bad'}>{`${percent.toLocaleString('en')} %`}</Sign>
    ),
    end: true,
  },
]

/** Of each batch; the sums above have the rest. */
const onPhone: readonly string[] = ['On hand', 'With customers']

const batchColumns: readonly Column<Batch>[] = [
  { title: 'Batch', cell: ({ batchId, batchCode }) => <BatchLink id={batchId} code={batchCode} /> },
  { title: 'Product', cell: ({ sku }) => sku },
  { title: 'Is', cell: isText },
  { title: 'Last day', cell: ({ expiresOn }) => <DateText day={expiresOn} /> },
  ...fates<Batch>().map((column) => ({ ...column, deskOnly: !onPhone.includes(column.title) })),
]

function isText({ named, undated }: Batch): string {
  if (!named) return 'made of it'
  return undated ? 'meant: nobody knows when it was made' : 'meant'
}

/** What is meant and all that was made of it; units of different products do not add up. */
export function Reached({ trace: { products, batches, serials } }: { trace: ScopeTrace }) {
  if (batches.length + serials.length === 0)
    return (
      <Section title="What it reaches">
        <Empty title="Nothing here is called that">No batch of yours is named by this, then or now.</Empty>
      </Section>
    )
  return (
    <>
      {products.length === 0 ? null : (
        <Section title={`What it reaches: ${countOf(batches.length, 'batch', 'batches')}`} flush>
          <FoldedRows label="Products" rows={products} columns={productColumns} keyOf={({ productId }) => productId} />
        </Section>
      )}
      {batches.length === 0 ? null : (
        <Section title="Batches" flush>
          <FoldedRows label="Batches" rows={batches} columns={batchColumns} keyOf={({ batchId }) => batchId} />
        </Section>
      )}
      {serials.length === 0 ? null : <Serials serials={serials} />}
    </>
  )
}

const serialColumns: readonly Column<ScopeTrace['serials'][number]>[] = [
  {
    title: 'Serial',
    cell: ({ batchId, code }) => (
      <RowLink to={`/batches/${batchId}?serial=${encodeURIComponent(code)}`}>{code}</RowLink>
    ),
  },
  { title: 'Product', cell: ({ sku }) => sku },
  { title: 'Batch', cell: ({ batchId, batchCode }) => <BatchLink id={batchId} code={batchCode} /> },
  {
    title: 'Is',
    cell: ({ placeKind, placeCode, warehouseCode }) => placeText({ kind: placeKind, code: placeCode, warehouseCode }),
  },
  {
    title: 'With',
    cell: ({ customerId, customerName, orderId, orderNumber }) => {
      if (customerId) return <RowLink to={`/partners/customers/${customerId}`}>{customerName}</RowLink>
      return orderId ? <RowLink to={`/orders/${orderId}`}>{orderNumber}</RowLink> : '–'
    },
  },
]

const Serials = ({ serials }: Pick<ScopeTrace, 'serials'>) => (
  <Section title={`Units: ${quantityText(serials.length)}`} flush>
    <FoldedRows label="Units" rows={serials} columns={serialColumns} keyOf={({ serialId }) => serialId} />
  </Section>
)

const transferColumns: readonly Column<ScopeTrace['transfers'][number]>[] = [
  { title: 'Transfer', cell: ({ transferId, number }) => <RowLink to={`/transfers/${transferId}`}>{number}</RowLink> },
  { title: 'From', cell: ({ fromWarehouse }) => fromWarehouse },
  { title: 'To', cell: ({ toWarehouse }) => toWarehouse },
  { title: 'Units', cell: ({ quantity }) => <Quantity of={quantity} />, end: true },
]

export function OnTheWay({ transfers }: Pick<ScopeTrace, 'transfers'>) {
  if (transfers.length === 0) return null
  return (
    <Section title="On the way" flush>
      <FoldedRows
        label="On the way"
        rows={transfers}
        columns={transferColumns}
        keyOf={({ transferId, batchId }) => `${transferId} ${batchId}`}
      />
    </Section>
  )
}

/** Of goods that nobody kept apart by batch: certainly so many, and at most so many. */
export function MayBeOfIt({ mayBe }: Pick<ScopeTrace, 'mayBe'>) {
  const rows = (mayBe ?? []).filter(({ here, sent }) => here.most + sent.most > 0)
  if (rows.length === 0) return null
  return (
    <Section title="May be of it as well">
      {rows.map(({ path, sku, here, sent }) => (
        <Text key={path}>
          {`${sku} without batch: ${rangeText(here)} here, ${rangeText(sent)} sent, to ${countOf(sent.items.length, 'customer')} at most.`}
        </Text>
      ))}
    </Section>
  )
}

const upstreamColumns: readonly Column<ScopeTrace['upstream'][number]>[] = [
  { title: 'Batch', cell: ({ batchId, batchCode }) => <BatchLink id={batchId} code={batchCode} /> },
  { title: 'Product', cell: ({ sku }) => sku },
  { title: 'Last day', cell: ({ expiresOn }) => <DateText day={expiresOn} /> },
  { title: 'Supplier', cell: ({ supplierName }) => supplierName ?? '–' },
  { title: "Supplier's lot", cell: ({ supplierLot }) => supplierLot ?? '–' },
]

export function MadeOf({ upstream }: Pick<ScopeTrace, 'upstream'>) {
  if (upstream.length === 0) return null
  return (
    <Section title="What it was made of" flush>
      <FoldedRows
        label="What it was made of"
        rows={upstream}
        columns={upstreamColumns}
        keyOf={({ batchId }) => batchId}
      />
    </Section>
  )
}
