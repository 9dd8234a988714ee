import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { batchText } from '#domain/batch-code.ts'
import { answerOf, api } from '../../api/client.ts'
import type { TransferProposal } from '../../api/types.ts'
import { LinkButton } from '../../shared/link-button.tsx'
import { type Column, RowLink, Rows } from '../../shared/listing.tsx'
import { May } from '../../shared/may.tsx'
import { Section } from '../../shared/page.tsx'
import { Quantity } from '../../shared/quantity.tsx'
import { daysInWords } from '../../shared/spoken.ts'
import { Empty, Loaded } from '../../shared/states.tsx'
import { fromTo } from './from-to.ts'

const columns: readonly Column<TransferProposal>[] = [
  { title: 'Product', cell: ({ productId, sku }) => <RowLink to={`/products/${productId}`}>{sku}</RowLink> },
  { title: 'From → to', cell: fromTo },
  { title: 'Quantity', cell: ({ quantity }) => <Quantity of={quantity} />, end: true },
  { title: 'Batch', cell: ({ batchCode }) => (batchCode ? batchText(batchCode) : 'by rotation') },
  { title: 'Why', cell: ({ says }) => daysInWords(says) },
  { title: 'Request', cell: (proposal) => <Take proposal={proposal} /> },
]

function Take({ proposal: { fromCode, toCode, productId, sku, quantity, batchId } }: { proposal: TransferProposal }) {
  const search = { from: fromCode, to: toCode, product: sku, quantity, ...(batchId ? { batch: batchId } : {}) }
  return (
    <May to="request transfers">
      <LinkButton
        to="/transfers/new"
        search={search}
        size="xs"
        variant="default"
        aria-label={`Request ${quantity} of ${sku}`}
        key={productId}
      >
        Request
      </LinkButton>
    </May>
  )
}

const keyOf = ({ productId, from, to, batchId }: TransferProposal) => `${productId} ${from} ${to} ${batchId}`

const shownFirst = 8

/** The most urgent; the others on demand, for the transfers themselves are looked at more often. */
function Proposals({ items }: { items: readonly TransferProposal[] }) {
  const [all, setAll] = useState(false)
  return (
    <>
      <Rows rows={all ? items : items.slice(0, shownFirst)} columns={columns} keyOf={keyOf} label="Proposals" />
      {all || items.length <= shownFirst ? null : (
        <Button variant="subtle" m="sm" onClick={() => setAll(true)}>
          Show all {items.length}
        </Button>
      )}
    </>
  )
}

export function ProposalsSection() {
  const found = useQuery({
    queryKey: ['transfer-proposals'],
    queryFn: () => answerOf(api.GET('/v1/transfer-proposals')),
  })
  return (
    <Section title="What should go where" flush>
      <Loaded of={found}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty title="Nothing to propose">
              Nobody waits for what lies elsewhere, and every batch sells where it is before its last day.
            </Empty>
          ) : (
            <Proposals items={items} />
          )
        }
      </Loaded>
    </Section>
  )
}
