import { useQuery } from '@tanstack/react-query'
import { answerOf, api } from '../../api/client.ts'
import type { Hold } from '../../api/types.ts'
import { InstantText } from '../../shared/date-text.tsx'
import { HoldBadge } from '../../shared/hold-badge.tsx'
import { type Column, Rows } from '../../shared/listing.tsx'
import { Section } from '../../shared/page.tsx'
import { Sign } from '../../shared/sign.tsx'
import { Empty, Loaded } from '../../shared/states.tsx'
import { HoldSubject } from './hold-words.tsx'
import { LiftHold } from './lift-hold.tsx'

const columns: readonly Column<Hold>[] = [
  { title: 'Hold', cell: ({ number }) => <HoldBadge number={number} /> },
  { title: 'On', cell: (hold) => <HoldSubject hold={hold} />, deskOnly: true },
  { title: 'Why', cell: ({ reason }) => reason },
  { title: 'Since', cell: ({ placedAt }) => <InstantText at={placedAt} />, deskOnly: true },
  {
    title: 'State',
    cell: (hold) => (hold.liftedAt ? <Sign tone="quiet">lifted</Sign> : <LiftHold hold={hold} />),
    end: true,
  },
]

type SubjectHoldsProps = Readonly<{ of: Readonly<{ batch: string } | { lot: string } | { product: string }> }>

/** The holds that reach a batch, or that name a lot or a product or a batch of it, in force and lifted. */
export function SubjectHolds({ of }: SubjectHoldsProps) {
  const holds = useQuery({
    queryKey: ['holds', 'of', of],
    queryFn: () => answerOf(api.GET('/v1/holds', { params: { query: { ...of, limit: 100 } } })),
  })
  return (
    <Section title="Holds" flush>
      <Loaded of={holds} rows={2}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty title="Never held" />
          ) : (
            <Rows label="Holds" rows={items} columns={columns} keyOf={({ id }) => id} />
          )
        }
      </Loaded>
    </Section>
  )
}
