import { Button } from '@mantine/core'
import { IconFileTypePdf } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { answerOf, api } from '../../api/client.ts'
import type { Shipment } from '../../api/types.ts'
import { BatchLink } from '../../shared/batch-link.tsx'
import { DateText, InstantText } from '../../shared/date-text.tsx'
import { type Column, RowLink, Rows } from '../../shared/listing.tsx'
import { Facts, Lines, Page, Section } from '../../shared/page.tsx'
import { Quantity } from '../../shared/quantity.tsx'
import { ShipmentStateSign } from '../../shared/shipment-state.tsx'
import { Loaded } from '../../shared/states.tsx'
import { CancelShipment } from './cancel-shipment.tsx'
import { EditPapers } from './edit-papers.tsx'
import { kitInWords } from './kit-words.ts'
import { ShipmentParcels } from './shipment-parcels.tsx'

const columns: readonly Column<Shipment['lines'][number]>[] = [
  { title: 'Product', cell: ({ productId, sku }) => <RowLink to={`/products/${productId}`}>{sku}</RowLink> },
  { title: 'Name', cell: ({ productName }) => productName, deskOnly: true },
  { title: 'Batch', cell: ({ batchId, batchCode }) => <BatchLink id={batchId} code={batchCode} /> },
  { title: 'Last day', cell: ({ expiresOn }) => <DateText day={expiresOn} /> },
  { title: 'Taken from', cell: ({ placeCode }) => placeCode },
  { title: 'Serials', cell: ({ serials }) => (serials.length > 0 ? serials.join(', ') : '–'), deskOnly: true },
  { title: 'Quantity', cell: ({ quantity, baseUnit }) => <Quantity of={quantity} unit={baseUnit} />, end: true },
]

const ofKit: (typeof columns)[number] = { title: 'Part of kit', cell: ({ kitSku }) => kitSku ?? '–' }
const neverLeft: (typeof columns)[number] = {
  title: 'Never left',
  cell: ({ cancelled, baseUnit }) => <Quantity of={cancelled} unit={baseUnit} />,
  end: true,
}
const columnsOf = ({ kits, state }: Shipment): typeof columns => [
  ...columns.slice(0, 2),
  ...(kits.length > 0 ? [ofKit] : []),
  ...columns.slice(2),
  ...(state === 'shipped' ? [] : [neverLeft]),
]

export function ShipmentPage({ shipmentRef }: { shipmentRef: string }) {
  const shipment = useQuery({
    queryKey: ['shipment', shipmentRef],
    queryFn: () => answerOf(api.GET('/v1/shipments/{ref}', { params: { path: { ref: shipmentRef } } })),
  })
  return (
    <Page
      title={shipment.data ? `Shipment ${shipment.data.number}` : 'Shipment'}
      about={shipment.data ? <ShipmentStateSign state={shipment.data.state} /> : null}
      back={{ to: '/ship', label: 'Ship' }}
      actions={
        shipment.data ? (
          <>
            <EditPapers shipment={shipment.data} />
            <CancelShipment shipment={shipment.data} />
            <Button
              component="a"
              href={`/v1/shipments/${shipment.data.id}/packing-slip.pdf`}
              target="_blank"
              variant="default"
              leftSection={<IconFileTypePdf size={16} />}
            >
              Packing slip
            </Button>
          </>
        ) : null
      }
    >
      <Loaded of={shipment}>{(got) => <ShipmentShown shipment={got} />}</Loaded>
    </Page>
  )
}

const cancellationColumns: readonly Column<Shipment['cancellations'][number]>[] = [
  { title: 'When', cell: ({ cancelledAt }) => <InstantText at={cancelledAt} /> },
  { title: 'By', cell: ({ cancelledBy }) => cancelledBy },
  { title: 'Why', cell: ({ reason }) => reason },
  { title: 'Never left', cell: ({ quantity }) => <Quantity of={quantity} />, end: true },
]

function ShipmentShown({ shipment }: { shipment: Shipment }) {
  const { customerId, customerName } = shipment
  return (
    <>
      <Section title="Parcel">
        <Facts
          of={{
            Order: <RowLink to={`/orders/${shipment.orderId}`}>{shipment.orderNumber}</RowLink>,
            Customer: customerId ? <RowLink to={`/partners/customers/${customerId}`}>{customerName}</RowLink> : '–',
            'Delivered to': <Lines of={shipment.shipTo} />,
            From: shipment.warehouseCode,
            ...(shipment.kits.length > 0 ? { Kits: shipment.kits.map(kitInWords).join(', ') } : {}),
            Shipped: <InstantText at={shipment.shippedAt} />,
            Carrier: shipment.carrier ?? '–',
            'Tracking number': shipment.trackingNumber ?? '–',
            'Recorded by': shipment.actorName,
          }}
        />
      </Section>
      {shipment.cancellations.length > 0 ? (
        <Section title="Cancelled" flush>
          <Rows
            label="Cancelled"
            rows={shipment.cancellations}
            columns={cancellationColumns}
            keyOf={({ cancelledAt, reason }) => `${cancelledAt} ${reason}`}
          />
        </Section>
      ) : null}
      <Section title={shipment.state === 'cancelled' ? 'Batches not sent after all' : 'Batches sent'} flush>
        <Rows label="Batches sent" rows={shipment.lines} columns={columnsOf(shipment)} keyOf={({ id }) => id} />
      </Section>
      <ShipmentParcels shipment={shipment} />
    </>
  )
}
