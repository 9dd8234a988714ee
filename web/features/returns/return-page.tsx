import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { answerOf, api, intent } from '../../api/client.ts'
import type { Return } from '../../api/types.ts'
import { BatchLink } from '../../shared/batch-link.tsx'
import { InstantText } from '../../shared/date-text.tsx'
import { type Column, RowLink, Rows } from '../../shared/listing.tsx'
import { May } from '../../shared/may.tsx'
import { Facts, Page, Section } from '../../shared/page.tsx'
import { Quantity, quantityText } from '../../shared/quantity.tsx'
import { Loaded, ProblemAlert } from '../../shared/states.tsx'
import { useWrite } from '../../shared/use-write.ts'
import { InspectSection } from './inspect-section.tsx'
import { InspectedSection } from './inspected-section.tsx'
import { ReturnStateSign } from './return-state.tsx'
import { kindWords } from './return-words.ts'
import { TakeInSection } from './take-in.tsx'
import { returnKey } from './use-shown-return.ts'

export function ReturnPage({ returnRef }: { returnRef: string }) {
  const found = useQuery({
    queryKey: returnKey(returnRef),
    queryFn: () => answerOf(api.GET('/v1/returns/{ref}', { params: { path: { ref: returnRef } } })),
  })
  return (
    <Page
      title={found.data ? `Return ${found.data.number}` : 'Return'}
      about={found.data ? <ReturnStateSign of={found.data} /> : null}
      back={{ to: '/returns', label: 'Returns' }}
      actions={found.data && !found.data.closedAt ? <CloseReturn id={found.data.id} /> : null}
    >
      <Loaded of={found}>{(got) => <ReturnShown found={got} />}</Loaded>
    </Page>
  )
}

function CloseReturn({ id }: { id: string }) {
  const close = useWrite((_: null, key) =>
    answerOf(api.POST('/v1/returns/{id}/closing', { params: { path: { id } }, headers: intent(key) })),
  )
  return (
    <May to="return">
      <Button variant="default" loading={close.sending} onClick={() => close.send(null)}>
        Close: nothing more comes
      </Button>
      <ProblemAlert problem={close.problem} />
    </May>
  )
}

const columns: readonly Column<Return['lines'][number]>[] = [
  { title: 'Product', cell: ({ productId, sku }) => <RowLink to={`/products/${productId}`}>{sku}</RowLink> },
  { title: 'Name', cell: ({ productName }) => productName },
  { title: 'Came back', cell: (line) => <CameBack line={line} /> },
  { title: 'Announced', cell: ({ quantity }) => <Quantity of={quantity} />, end: true },
  { title: 'Here', cell: ({ returned }) => <Quantity of={returned} dimZero />, end: true },
]

function CameBack({ line: { batches } }: { line: Return['lines'][number] }) {
  if (batches.length === 0) return '–'
  return batches.map(({ batchId, batchCode, warehouseCode, placeCode, quantity }, index) => (
    <div key={`${batchId} ${String(index)}`}>
      {`${quantityText(quantity)} of `}
      <BatchLink id={batchId} code={batchCode} />
      {` to ${warehouseCode} · ${placeCode}`}
    </div>
  ))
}

function ReturnShown({ found }: { found: Return }) {
  return (
    <>
      <Section title="Return">
        <Facts
          of={{
            Customer: found.customerId ? (
              <RowLink to={`/partners/customers/${found.customerId}`}>{found.customerName}</RowLink>
            ) : (
              '–'
            ),
            Order: found.orderId ? (
              <RowLink to={`/orders/${found.orderId}`}>{found.orderNumber}</RowLink>
            ) : (
              (found.orderNumber ?? '–')
            ),
            Kind: kindWords[found.kind],
            [found.unannounced ? 'Came unannounced' : 'Announced']: <InstantText at={found.announcedAt} />,
            Note: found.note ?? '–',
          }}
        />
      </Section>
      <InspectSection found={found} />
      <Section title="What comes back" flush>
        <Rows label="Lines" rows={found.lines} keyOf={({ lineNo }) => String(lineNo)} columns={columns} />
      </Section>
      <InspectedSection found={found} />
      {found.closedAt === null ? (
        <May to="return">
          <TakeInSection found={found} />
        </May>
      ) : null}
    </>
  )
}
