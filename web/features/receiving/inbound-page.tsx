import { Button } from '@mantine/core'
import { IconAlertTriangle, IconPackageImport } from '@tabler/icons-react'
import { answerOf, api, intent } from '../../api/client.ts'
import type { Inbound } from '../../api/types.ts'
import { DateText, InstantText } from '../../shared/date-text.tsx'
import { LinkButton } from '../../shared/link-button.tsx'
import { type Column, RowLink, Rows } from '../../shared/listing.tsx'
import { May } from '../../shared/may.tsx'
import { Facts, Page, Section } from '../../shared/page.tsx'
import { Quantity } from '../../shared/quantity.tsx'
import { Sign } from '../../shared/sign.tsx'
import { Empty, Loaded, ProblemAlert } from '../../shared/states.tsx'
import { useWrite } from '../../shared/use-write.ts'
import { inboundKinds } from './inbound-pages.tsx'
import { useInbound } from './use-inbound.ts'

export function InboundPage({ inboundRef }: { inboundRef: string }) {
  const inbound = useInbound(inboundRef)
  return (
    <Page
      title={inbound.data?.number ?? 'Inbound'}
      about={inbound.data ? inboundKinds[inbound.data.kind] : null}
      back={{ to: '/inbounds', label: 'Inbound' }}
      actions={inbound.data ? <Actions inbound={inbound.data} /> : null}
    >
      <Loaded of={inbound}>{(got) => <InboundShown inbound={got} />}</Loaded>
    </Page>
  )
}

function Actions({ inbound }: { inbound: Inbound }) {
  return <May to="receive">{inbound.closedAt ? <OpenAgain inbound={inbound} /> : <WhileOpen inbound={inbound} />}</May>
}

function WhileOpen({ inbound: { id } }: { inbound: Inbound }) {
  const close = useWrite((_: null, key) =>
    answerOf(api.POST('/v1/inbounds/{id}/closing', { params: { path: { id } }, headers: intent(key) })),
  )
  return (
    <>
      <Button variant="default" loading={close.sending} onClick={() => close.send(null)}>
        Close: nothing more comes
      </Button>
      <LinkButton to="/receive" search={{ inbound: id }} leftSection={<IconPackageImport size={15} />}>
        Receive
      </LinkButton>
      <ProblemAlert problem={close.problem} />
    </>
  )
}

function OpenAgain({ inbound: { id } }: { inbound: Inbound }) {
  const open = useWrite((_: null, key) =>
    answerOf(api.DELETE('/v1/inbounds/{id}/closing', { params: { path: { id } }, headers: intent(key) })),
  )
  return (
    <>
      <Button variant="default" loading={open.sending} onClick={() => open.send(null)}>
        Open again: more comes
      </Button>
      <ProblemAlert problem={open.problem} />
    </>
  )
}

const columns: readonly Column<Inbound['lines'][number]>[] = [
  { title: 'Product', cell: ({ productId, sku }) => <RowLink to={`/products/${productId}`}>{sku}</RowLink> },
  { title: 'Name', cell: ({ productName }) => productName, deskOnly: true },
  { title: 'Batch', cell: ({ batchCode }) => batchCode ?? '–' },
  { title: 'Last day', cell: ({ expiresOn }) => <DateText day={expiresOn} none="–" /> },
  { title: 'Announced', cell: ({ quantity }) => <Quantity of={quantity} />, end: true },
  { title: 'Received', cell: ({ received }) => <Quantity of={received} dimZero />, end: true },
  { title: 'Damaged', cell: ({ damaged }) => <Quantity of={damaged} dimZero />, end: true },
]

function InboundShown({ inbound }: { inbound: Inbound }) {
  return (
    <>
      <Section title="Delivery">
        <Facts
          of={{
            Supplier: inbound.supplierId ? (
              <RowLink to={`/partners/suppliers/${inbound.supplierId}`}>{inbound.supplierName}</RowLink>
            ) : (
              '–'
            ),
            Warehouse: inbound.warehouseCode,
            Expected: <DateText day={inbound.expectedOn} none="–" />,
            Announced: <InstantText at={inbound.createdAt} />,
            State: inbound.closedAt ? <InstantText at={inbound.closedAt} /> : 'open',
          }}
        />
      </Section>
      <Section title="Lines" flush>
        <Rows label="Lines" rows={inbound.lines} columns={columns} keyOf={({ id }) => id} />
      </Section>
      <Differences inbound={inbound} />
      <Section title="Receipts" flush>
        {inbound.receipts.length === 0 ? (
          <Empty title="Nothing has come yet" />
        ) : (
          <Rows
            label="Receipts"
            rows={inbound.receipts}
            keyOf={({ id }) => id}
            columns={[
              { title: 'Receipt', cell: ({ id, number }) => <RowLink to={`/receipts/${id}`}>{number}</RowLink> },
              { title: 'Received', cell: ({ receivedAt }) => <InstantText at={receivedAt} /> },
            ]}
          />
        )}
      </Section>
    </>
  )
}

function Differences({ inbound: { differences, receipts } }: { inbound: Inbound }) {
  if (receipts.length === 0) return null
  return (
    <Section title="What differs from the papers" flush>
      {differences.length === 0 ? (
        <Empty title="Everything came as announced" />
      ) : (
        <Rows
          label="Differences"
          rows={differences.map((one, index) => ({ ...one, index }))}
          keyOf={({ index }) => String(index)}
          columns={[
            {
              title: 'What',
              cell: ({ kind }) => (
                <Sign tone="soon" icon={<IconAlertTriangle />}>
                  {kind.replaceAll('_', ' ')}
                </Sign>
              ),
            },
            { title: 'Line', cell: ({ lineNo }) => lineNo ?? '–' },
            { title: 'In words', cell: ({ message }) => message },
            { title: 'Quantity', cell: ({ quantity }) => <Quantity of={quantity} />, end: true },
          ]}
        />
      )}
    </Section>
  )
}
