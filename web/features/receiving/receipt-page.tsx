import { IconAlertTriangle, IconPackageImport } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { untrackedCode } from '#domain/batch-code.ts'
import { answerOf, api } from '../../api/client.ts'
import type { Receipt } from '../../api/types.ts'
import { BatchLink } from '../../shared/batch-link.tsx'
import { DateText, InstantText } from '../../shared/date-text.tsx'
import { DaysLeft } from '../../shared/days-left.tsx'
import { HeldSign } from '../../shared/hold-badge.tsx'
import { LinkButton } from '../../shared/link-button.tsx'
import { type Column, RowLink, Rows } from '../../shared/listing.tsx'
import { May } from '../../shared/may.tsx'
import { Facts, Page, Section } from '../../shared/page.tsx'
import { PrintLabels } from '../../shared/print-labels.tsx'
import { countOf, Quantity } from '../../shared/quantity.tsx'
import { Sign } from '../../shared/sign.tsx'
import { Loaded } from '../../shared/states.tsx'

const columns: readonly Column<Receipt['lines'][number]>[] = [
  { title: 'Product', cell: ({ productId, sku }) => <RowLink to={`/products/${productId}`}>{sku}</RowLink> },
  { title: 'Name', cell: ({ productName }) => productName, deskOnly: true },
  { title: 'Batch', cell: ({ batchId, batchCode }) => <BatchLink id={batchId} code={batchCode} /> },
  { title: 'Last day', cell: ({ expiresOn }) => <DateText day={expiresOn} /> },
  {
    title: 'Life on receipt',
    cell: ({ lifeDaysLeft, lifeDaysNeeded, expiresOn }) => (
      <>
        <DaysLeft daysLeft={lifeDaysLeft} expiresOn={expiresOn} />
        {lifeDaysLeft !== null && lifeDaysLeft < (lifeDaysNeeded ?? 0) ? (
          <Sign tone="soon" icon={<IconAlertTriangle />}>
            {`less than the ${countOf(lifeDaysNeeded ?? 0, 'day')} needed`}
          </Sign>
        ) : null}
      </>
    ),
  },
  { title: 'Place', cell: ({ placeCode }) => placeCode },
  {
    title: 'State',
    cell: ({ condition, outcome, reversed }) => {
      if (reversed) return <Sign tone="bad">reversed: it did not come</Sign>
      if (condition === 'damaged') return <Sign tone="bad">damaged</Sign>
      return outcome === 'held' ? <HeldSign>held on arrival</HeldSign> : <Sign tone="good">accepted</Sign>
    },
  },
  { title: 'Quantity', cell: ({ quantity }) => <Quantity of={quantity} />, end: true },
]

/** Only where something came that has any: most goods have none. */
const serials: Column<Receipt['lines'][number]> = {
  title: 'Serials',
  cell: (line) => (line.serials.length > 0 ? line.serials.join(', ') : '–'),
}

export function ReceiptPage({ receiptRef }: { receiptRef: string }) {
  const receipt = useQuery({
    queryKey: ['receipt', receiptRef],
    queryFn: () => answerOf(api.GET('/v1/receipts/{ref}', { params: { path: { ref: receiptRef } } })),
  })
  return (
    <Page
      title={receipt.data ? `Receipt ${receipt.data.number}` : 'Receipt'}
      back={{ to: '/inbounds', label: 'Inbound' }}
      actions={
        <>
          {receipt.data ? <LabelsOf receipt={receipt.data} /> : null}
          <May to="receive">
            <LinkButton to="/receive" leftSection={<IconPackageImport size={15} />}>
              Receive the next
            </LinkButton>
          </May>
        </>
      }
    >
      <Loaded of={receipt}>{(got) => <ReceiptShown receipt={got} />}</Loaded>
    </Page>
  )
}

const copiesMax = 100

/** One of each batch that came; of a single one as many as came, as twelve for twelve cartons. */
function LabelsOf({ receipt: { number, lines } }: { receipt: Receipt }) {
  const came = lines.filter(({ reversed, batchCode }) => !reversed && batchCode !== untrackedCode)
  const of = [...new Set(came.map(({ batchId }) => batchId))]
  const units = came.reduce((sum, { quantity }) => sum + quantity, 0)
  return (
    <PrintLabels
      kind="batch"
      of={of}
      copies={of.length === 1 && units <= copiesMax ? units : 1}
      about={`receipt ${number}`}
    />
  )
}

function ReceiptShown({ receipt }: { receipt: Receipt }) {
  const { inboundId, inboundNumber, supplierId, supplierName } = receipt
  return (
    <>
      <Section title="Delivery">
        <Facts
          of={{
            Received: <InstantText at={receipt.receivedAt} />,
            Warehouse: receipt.warehouseCode,
            Supplier: supplierId ? <RowLink to={`/partners/suppliers/${supplierId}`}>{supplierName}</RowLink> : '–',
            'Announced as': inboundId ? (
              <RowLink to={`/inbounds/${inboundId}`}>{inboundNumber}</RowLink>
            ) : (
              'not announced'
            ),
            'Delivery note': receipt.reference ?? '–',
            ...(receipt.lotId ? { Lot: <RowLink to={`/lots/${receipt.lotId}`}>{receipt.lotCode}</RowLink> } : {}),
            'Recorded by': receipt.actorName,
          }}
        />
      </Section>
      <Section title="What came" flush>
        <Rows
          label="Lines"
          rows={receipt.lines}
          columns={receipt.lines.some((line) => line.serials.length > 0) ? [...columns, serials] : columns}
          keyOf={({ id }) => id}
        />
      </Section>
    </>
  )
}
