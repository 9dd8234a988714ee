/**
 * web/features/mocks/mock-rows.tsx — what a rehearsal found: where it came from, who got it, where it lay, who cannot be reached.
 */
import { Text } from '@mantine/core'
import { answerOf, api, given } from '../../api/client.ts'
import type { MockRecall, MockSent } from '../../api/types.ts'
import { BatchLink } from '../../shared/batch-link.tsx'
import { DateText, InstantText } from '../../shared/date-text.tsx'
import { type Column, Listing, RowLink, Rows } from '../../shared/listing.tsx'
import { countOf, Quantity } from '../../shared/quantity.tsx'
import { Sign } from '../../shared/sign.tsx'
import { Empty } from '../../shared/states.tsx'
import { usePages } from '../../shared/use-pages.ts'

type Props = Readonly<{ mock: MockRecall }>

const batch = ({ batchId, batchCode, sku }: Readonly<{ batchId: string; batchCode: string; sku: string }>) => (
  <>
    {sku} <BatchLink id={batchId} code={batchCode} />
  </>
)

const back: readonly Column<MockRecall['origins'][number]>[] = [
  { title: 'Batch', cell: batch },
  { title: 'Came from', cell: cameFrom },
  { title: "Supplier's lot", cell: ({ supplierLot }) => supplierLot ?? '–' },
  { title: 'Units', cell: ({ quantity }) => <Quantity of={quantity} />, end: true },
]

function cameFrom({ source, receiptId, receiptNumber, receivedAt, supplierName }: MockRecall['origins'][number]) {
  if (source === 'none') return <Sign tone="bad">no receipt and no run tells</Sign>
  if (source === 'made') return 'made of what is named here'
  return (
    <>
      <RowLink to={`/receipts/${receiptId}`}>{receiptNumber}</RowLink> {supplierName ?? 'supplier not named'}
      {receivedAt ? (
        <>
          , <DateText day={receivedAt.slice(0, 10)} />
        </>
      ) : null}
    </>
  )
}

export const BackRows = ({ mock }: Props) => (
  <Rows
    label="Where it came from"
    rows={mock.origins}
    columns={back}
    keyOf={({ batchId, source, receiptId }) => `${batchId} ${source} ${receiptId}`}
  />
)

const forward: readonly Column<MockSent>[] = [
  {
    title: 'Customer',
    cell: ({ customerId, customerName }) =>
      customerId ? <RowLink to={`/partners/customers/${customerId}`}>{customerName}</RowLink> : 'order names none',
  },
  { title: 'Order', cell: ({ orderId, orderNumber }) => <RowLink to={`/orders/${orderId}`}>{orderNumber}</RowLink> },
  { title: 'Batch', cell: batch },
  { title: 'Shipped', cell: ({ shippedAt }) => <InstantText at={shippedAt} />, deskOnly: true },
  { title: 'Units', cell: ({ quantity }) => <Quantity of={quantity} />, end: true },
  { title: 'Came back', cell: ({ returned }) => <Quantity of={returned} />, end: true },
]

export function ForwardRows({ mock: { id, sent } }: Props) {
  const pages = usePages(['mock-recall', id, 'sent'], (cursor) =>
    answerOf(api.GET('/v1/mock-recalls/{ref}/sent', { params: { path: { ref: id }, query: given({ cursor }) } })),
  )
  return (
    <>
      <Text>
        {`${countOf(sent.quantity, 'unit')} in ${countOf(sent.shipments, 'shipment')}; ${countOf(sent.consignees, 'consignee')} still have some or all, ${countOf(sent.returned, 'unit')} came back.`}
      </Text>
      <Listing
        label="Who got it"
        pages={pages}
        columns={forward}
        keyOf={({ line }) => String(line)}
        empty={<Empty title="Nobody got any of it" />}
      />
    </>
  )
}

const lay: readonly Column<MockRecall['lay'][number]>[] = [
  { title: 'Warehouse', cell: ({ warehouseCode }) => warehouseCode ?? 'on the way' },
  { title: 'Place', cell: ({ placeCode }) => placeCode },
  { title: 'Batch', cell: batch },
  { title: 'Units', cell: ({ onHand }) => <Quantity of={onHand} />, end: true },
]

const balanced: readonly Column<MockRecall['balances'][number]>[] = [
  { title: 'Product', cell: ({ sku }) => sku },
  { title: 'Came in', cell: (row) => <Quantity of={row.in} />, end: true },
  { title: 'On hand', cell: ({ onHand }) => <Quantity of={onHand} />, end: true },
  { title: 'In transit', cell: ({ inTransit }) => <Quantity of={inTransit} />, end: true },
  { title: 'With customers', cell: ({ shipped }) => <Quantity of={shipped} />, end: true },
  { title: 'Used', cell: ({ consumed }) => <Quantity of={consumed} />, end: true },
  { title: 'Disposed', cell: ({ disposed }) => <Quantity of={disposed} />, end: true },
  { title: 'Samples', cell: ({ samples }) => <Quantity of={samples} />, end: true },
  { title: 'Lost', cell: ({ lost }) => <Quantity of={lost} />, end: true },
  { title: 'Accounted for', cell: ({ percent }) => `${percent} %`, end: true },
]

export function BalanceRows({ mock }: Props) {
  const { balances, unitsFound, variance } = mock
  return (
    <>
      <Rows label="Balance by product" rows={balances} columns={balanced} keyOf={({ productId }) => productId} />
      {balances.map(({ productId, alarm }) => (alarm ? <Text key={productId}>{alarm}</Text> : null))}
      {unitsFound === null ? null : (
        <Text>{`People went and found ${countOf(unitsFound, 'unit')}${variance === 0 ? '' : `: ${countOf(Math.abs(variance), 'unit')} ${variance > 0 ? 'missing' : 'too many'}`}.`}</Text>
      )}
      {mock.lay.length > 0 ? (
        <Rows
          label="Where it lay"
          rows={mock.lay}
          columns={lay}
          keyOf={({ batchId, placeId }) => `${batchId} ${placeId}`}
        />
      ) : null}
    </>
  )
}

const contacts: readonly Column<MockRecall['unreachable'][number]>[] = [
  {
    title: 'Nobody can reach',
    cell: ({ customerId, orderId, name }) => (
      <RowLink to={customerId ? `/partners/customers/${customerId}` : `/orders/${orderId}`}>{name}</RowLink>
    ),
  },
  {
    title: 'Why',
    cell: ({ emailWrong }) =>
      emailWrong === null ? 'neither e-mail nor address' : `the e-mail address ${emailWrong}; no postal address`,
  },
  { title: 'Units', cell: ({ units }) => <Quantity of={units} />, end: true },
]

export function ContactRows({ mock: { sent, withEmail, unreachable, unreachableCount } }: Props) {
  return (
    <>
      <Text>
        {`${countOf(sent.consignees, 'consignee')}: ${withEmail} with an e-mail address, ${unreachableCount} not to be reached.`}
      </Text>
      {unreachable.length > 0 ? (
        <Rows label="Not to be reached" rows={unreachable} columns={contacts} keyOf={({ line }) => String(line)} />
      ) : null}
    </>
  )
}
