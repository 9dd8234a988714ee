import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { answerOf, api, intent } from '../../api/client.ts'
import type { Disposal } from '../../api/types.ts'
import { BatchLink } from '../../shared/batch-link.tsx'
import { DateText, InstantText } from '../../shared/date-text.tsx'
import { type Column, RowLink, Rows } from '../../shared/listing.tsx'
import { May } from '../../shared/may.tsx'
import { Facts, Page, Section } from '../../shared/page.tsx'
import { Quantity } from '../../shared/quantity.tsx'
import { ReasonButton } from '../../shared/reason-button.tsx'
import { Loaded } from '../../shared/states.tsx'
import { costText, DisposalStateSign } from './disposal-words.tsx'
import { ProofSection } from './proof-section.tsx'
import { SignSection } from './sign-section.tsx'

export function DisposalPage({ disposalRef }: { disposalRef: string }) {
  const found = useQuery({
    queryKey: ['disposal', disposalRef],
    queryFn: () => answerOf(api.GET('/v1/disposals/{ref}', { params: { path: { ref: disposalRef } } })),
  })
  return (
    <Page
      title={found.data ? `Disposal ${found.data.number}` : 'Disposal'}
      about={found.data ? <DisposalStateSign state={found.data.state} /> : null}
      back={{ to: '/disposals', label: 'Disposals' }}
      actions={found.data ? <Actions disposal={found.data} /> : null}
    >
      <Loaded of={found}>{(disposal) => <Shown disposal={disposal} />}</Loaded>
    </Page>
  )
}

function Actions({ disposal }: { disposal: Disposal }) {
  const { id, state, destroyedAt } = disposal
  return (
    <>
      {destroyedAt ? (
        <Button component="a" href={`/v1/disposals/${id}/certificate.pdf`} target="_blank" variant="default">
          Certificate
        </Button>
      ) : null}
      {state === 'draft' || state === 'signed' ? <Cancel disposal={disposal} /> : null}
      {state === 'destroyed' ? <Reverse disposal={disposal} /> : null}
    </>
  )
}

function Cancel({ disposal: { id, number } }: { disposal: Disposal }) {
  return (
    <May to="dispose">
      <ReasonButton
        title={`Cancel disposal ${number}`}
        about="Nothing is destroyed. The record stays, with the reason."
        confirm="Cancel it"
        danger
        send={(reason, key) =>
          answerOf(
            api.POST('/v1/disposals/{id}/cancellation', {
              params: { path: { id } },
              body: { reason },
              headers: intent(key),
            }),
          )
        }
      >
        Cancel
      </ReasonButton>
    </May>
  )
}

function Reverse({ disposal: { id, number } }: { disposal: Disposal }) {
  return (
    <May to="reverse moves">
      <ReasonButton
        title={`Reverse disposal ${number}`}
        about="It was not destroyed after all: all of it lies again where it lay. The record and its signatures stay."
        confirm="Reverse it"
        danger
        send={(reason, key) =>
          answerOf(
            api.POST('/v1/disposals/{id}/reversal', {
              params: { path: { id } },
              body: { reason },
              headers: intent(key),
            }),
          )
        }
      >
        Reverse
      </ReasonButton>
    </May>
  )
}

const columns: readonly Column<Disposal['lines'][number]>[] = [
  { title: 'Product', cell: ({ productId, sku }) => <RowLink to={`/products/${productId}`}>{sku}</RowLink> },
  { title: 'Batch', cell: (line) => <OfBatch line={line} /> },
  { title: 'Last day', cell: ({ expiresOn }) => (expiresOn ? <DateText day={expiresOn} /> : '–') },
  { title: 'From', cell: ({ placeCode }) => placeCode ?? '–' },
  { title: 'Units', cell: ({ quantity }) => <Quantity of={quantity} />, end: true },
]

function OfBatch({ line: { batchId, batchCode, candidateCodes } }: { line: Disposal['lines'][number] }) {
  if (batchId && batchCode) return <BatchLink id={batchId} code={batchCode} />
  return `one of ${(candidateCodes ?? []).join(', ')}`
}

function Shown({ disposal }: { disposal: Disposal }) {
  const { warehouseCode, reason, method, note, madeBy, madeAt, destroyedBy, destroyedAt } = disposal
  const { cancelledBy, cancelReason, reversedBy, reverseReason } = disposal
  return (
    <>
      <Section title="Disposal">
        <Facts
          of={{
            Why: reason,
            How: method,
            Cost: costText(disposal),
            Warehouse: warehouseCode,
            Written: (
              <>
                {madeBy}, <InstantText at={madeAt} />
              </>
            ),
            ...(destroyedAt
              ? {
                  Destroyed: (
                    <>
                      {destroyedBy}, <InstantText at={destroyedAt} />
                    </>
                  ),
                }
              : {}),
            ...(cancelledBy ? { Cancelled: `${cancelledBy}: ${cancelReason ?? ''}` } : {}),
            ...(reversedBy ? { Reversed: `${reversedBy}: ${reverseReason ?? ''}` } : {}),
            ...(note ? { Note: note } : {}),
          }}
        />
      </Section>
      <Section title="What is destroyed" flush>
        <Rows label="Lines" rows={disposal.lines} keyOf={({ lineNo }) => String(lineNo)} columns={columns} />
      </Section>
      <SignSection disposal={disposal} />
      <ProofSection disposal={disposal} />
    </>
  )
}
