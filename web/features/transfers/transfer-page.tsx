import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { answerOf, api, intent } from '../../api/client.ts'
import type { Transfer } from '../../api/types.ts'
import { InstantText } from '../../shared/date-text.tsx'
import { May } from '../../shared/may.tsx'
import { Facts, Page, Section } from '../../shared/page.tsx'
import { Quantity } from '../../shared/quantity.tsx'
import { ReasonButton } from '../../shared/reason-button.tsx'
import { Loaded, ProblemAlert } from '../../shared/states.tsx'
import { useWrite } from '../../shared/use-write.ts'
import { DiscrepanciesSection } from './discrepancies.tsx'
import { fromTo } from './from-to.ts'
import { LinesSection, PickSection } from './lines-section.tsx'
import { ReceiveSection } from './receive-section.tsx'
import { TransferStateSign } from './transfer-state.tsx'

export function TransferPage({ transferRef }: { transferRef: string }) {
  const found = useQuery({
    queryKey: ['transfer', transferRef],
    queryFn: () => answerOf(api.GET('/v1/transfers/{ref}', { params: { path: { ref: transferRef } } })),
  })
  return (
    <Page
      title={found.data ? `Transfer ${found.data.number}` : 'Transfer'}
      about={found.data ? <TransferStateSign state={found.data.state} /> : null}
      back={{ to: '/transfers', label: 'Transfers' }}
      actions={found.data ? <Actions transfer={found.data} /> : null}
    >
      <Loaded of={found}>{(transfer) => <Shown transfer={transfer} />}</Loaded>
    </Page>
  )
}

function Actions({ transfer }: { transfer: Transfer }) {
  const { id, number, approvedAt, cancelledAt, inTransit, asked, sent } = transfer
  const open = cancelledAt === null && (approvedAt === null || sent < asked)
  return (
    <>
      {inTransit > 0 ? (
        <>
          <Button component="a" href={`/v1/transfers/${id}/packing-slip.pdf`} target="_blank" variant="default">
            Packing slip
          </Button>
          <Button component="a" href={`/v1/transfers/${id}/goods.csv`} download variant="default">
            File for the other side
          </Button>
        </>
      ) : null}
      {open ? (
        <May to="request transfers">
          <ReasonButton
            title={`Cancel transfer ${number}`}
            about="What has not left stays, and is offered to those who wait. What has left is still received."
            confirm="Cancel what has not left"
            danger
            send={(reason, key) =>
              answerOf(
                api.POST('/v1/transfers/{id}/cancellation', {
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
      ) : null}
      {approvedAt === null && cancelledAt === null ? <Approve id={id} /> : null}
    </>
  )
}

function Approve({ id }: { id: string }) {
  const approve = useWrite((_: null, key) =>
    answerOf(api.POST('/v1/transfers/{id}/approval', { params: { path: { id } }, headers: intent(key) })),
  )
  return (
    <May to="approve transfers">
      <Button loading={approve.sending} onClick={() => approve.send(null)}>
        Approve
      </Button>
      <ProblemAlert problem={approve.problem} />
    </May>
  )
}

function Shown({ transfer }: { transfer: Transfer }) {
  const { note, requestedBy, requestedAt, approvedBy, cancelledBy, cancelReason } = transfer
  return (
    <>
      <Section title="Transfer">
        <Facts
          of={{
            'From → to': fromTo(transfer),
            Requested: (
              <>
                {requestedBy}, <InstantText at={requestedAt} />
              </>
            ),
            Approved: approvedBy ?? 'not yet',
            ...(cancelledBy ? { Cancelled: `${cancelledBy}: ${cancelReason}` } : {}),
            Asked: <Quantity of={transfer.asked} />,
            'On its way': <Quantity of={transfer.inTransit} />,
            Arrived: <Quantity of={transfer.arrived} />,
            ...(transfer.returned > 0 ? { 'Came back': <Quantity of={transfer.returned} /> } : {}),
            ...(note ? { Note: note } : {}),
          }}
        />
      </Section>
      <PickSection transfer={transfer} />
      <ReceiveSection transfer={transfer} key={`${transfer.inTransit} ${transfer.missing}`} />
      <DiscrepanciesSection transfer={transfer} />
      <LinesSection transfer={transfer} />
    </>
  )
}
