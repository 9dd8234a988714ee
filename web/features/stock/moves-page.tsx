/**
 * web/features/stock/moves-page.tsx — the ledger: every move of stock, newest first; a wrong one is undone by its opposite.
 */
import { Button } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { answerOf, api, given, intent } from '../../api/client.ts'
import type { Move } from '../../api/types.ts'
import { InstantText } from '../../shared/date-text.tsx'
import { type Column, Listing, RowLink } from '../../shared/listing.tsx'
import { May } from '../../shared/may.tsx'
import { Page, Section } from '../../shared/page.tsx'
import { Quantity } from '../../shared/quantity.tsx'
import { ReasonModal } from '../../shared/reason-modal.tsx'
import { Sign } from '../../shared/sign.tsx'
import { Empty } from '../../shared/states.tsx'
import { usePages } from '../../shared/use-pages.ts'
import { useWrite } from '../../shared/use-write.ts'

export type MoveFilter = { batch?: string; product?: string }

const columns: readonly Column<Move>[] = [
  { title: 'When', cell: ({ occurredAt }) => <InstantText at={occurredAt} /> },
  { title: 'What', cell: ({ reason }) => reason.replaceAll('_', ' ') },
  { title: 'Product', cell: ({ productId, sku }) => <RowLink to={`/products/${productId}`}>{sku}</RowLink> },
  { title: 'Batch', cell: ({ batchId, batchCode }) => <RowLink to={`/batches/${batchId}`}>{batchCode}</RowLink> },
  { title: 'From', cell: ({ fromCode }) => fromCode },
  { title: 'To', cell: ({ toCode }) => toCode },
  { title: 'By', cell: ({ actorName }) => actorName, deskOnly: true },
  { title: 'Quantity', cell: ({ quantity }) => <Quantity of={quantity} />, end: true },
  { title: 'Undo', cell: (move) => <ReverseMove move={move} />, end: true },
]

export function MovesPage({ filter }: { filter: MoveFilter }) {
  const pages = usePages(['moves', filter], (cursor) =>
    answerOf(api.GET('/v1/moves', { params: { query: { ...filter, ...given({ cursor }) } } })),
  )
  return (
    <Page title="Moves" about="The ledger, newest first. Nothing in it is ever changed.">
      <Section title="All moves" flush>
        <Listing
          label="Moves"
          pages={pages}
          columns={columns}
          keyOf={({ id }) => id}
          empty={<Empty title="Nothing has moved yet" />}
        />
      </Section>
    </Page>
  )
}

function ReverseMove({ move: { id, reversedById, reversesId } }: { move: Move }) {
  const [opened, { open, close }] = useDisclosure(false)
  const reverse = useWrite(
    (reason: string, key) =>
      answerOf(
        api.POST('/v1/moves/{id}/reversal', { params: { path: { id } }, body: { reason }, headers: intent(key) }),
      ),
    close,
  )
  if (reversesId) return <Sign tone="quiet">undoes another</Sign>
  if (reversedById) return <Sign tone="quiet">undone</Sign>
  return (
    <>
      <May to="reverse moves">
        <Button size="compact-xs" variant="subtle" color="gray" onClick={open}>
          Undo
        </Button>
      </May>
      <ReasonModal
        opened={opened}
        onClose={close}
        title="Undo this move"
        about="Its opposite is written; both stay in the ledger."
        confirm="Undo"
        sending={reverse.sending}
        problem={reverse.problem}
        onConfirm={reverse.send}
      />
    </>
  )
}
