import { Button, SegmentedControl } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconHandStop } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { answerOf, api, given } from '../../api/client.ts'
import type { Hold } from '../../api/types.ts'
import { InstantText } from '../../shared/date-text.tsx'
import { HoldBadge } from '../../shared/hold-badge.tsx'
import { type Column, Listing } from '../../shared/listing.tsx'
import { May } from '../../shared/may.tsx'
import { Facts, Page, Section } from '../../shared/page.tsx'
import { Quantity } from '../../shared/quantity.tsx'
import { Sign } from '../../shared/sign.tsx'
import { Empty, Loaded } from '../../shared/states.tsx'
import { usePages } from '../../shared/use-pages.ts'
import { HoldSubject } from './hold-words.tsx'
import { KeptBy } from './kept-by.tsx'
import { LiftHold } from './lift-hold.tsx'
import { PlaceHold } from './place-hold.tsx'

const stateOf = ({ liftedAt }: Hold) =>
  liftedAt ? <Sign tone="quiet">lifted</Sign> : <Sign tone="held">in force</Sign>

const columns: readonly Column<Hold>[] = [
  { title: 'Hold', cell: ({ number }) => <HoldBadge number={number} /> },
  { title: 'On', cell: (hold) => <HoldSubject hold={hold} /> },
  { title: 'Why', cell: ({ reason }) => reason },
  { title: 'Units', cell: ({ onHand }) => (onHand === null ? '–' : <Quantity of={onHand} />), end: true },
  { title: 'Since', cell: ({ placedAt }) => <InstantText at={placedAt} /> },
  { title: 'By', cell: ({ placedBy }) => placedBy, deskOnly: true },
  { title: 'State', cell: stateOf },
  { title: 'Action', cell: (hold) => <LiftHold hold={hold} />, end: true },
]

type HoldListProps = Readonly<{ lifted: boolean; onLifted: (lifted: boolean) => void }>

export function HoldListPage({ lifted, onLifted }: HoldListProps) {
  const [placing, { open, close }] = useDisclosure(false)
  const pages = usePages(['holds', lifted], (cursor) =>
    answerOf(api.GET('/v1/holds', { params: { query: { active: !lifted, ...given({ cursor }) } } })),
  )
  return (
    <Page
      title="Holds"
      about="Held stock is counted, but nobody can take it"
      actions={
        <May to="hold">
          <Button leftSection={<IconHandStop size={15} />} onClick={open}>
            Place a hold
          </Button>
        </May>
      }
    >
      <SegmentedControl
        mb="sm"
        aria-label="State"
        data={[
          { value: 'active', label: 'In force' },
          { value: 'lifted', label: 'Lifted' },
        ]}
        value={lifted ? 'lifted' : 'active'}
        onChange={(next) => onLifted(next === 'lifted')}
      />
      <Section title={lifted ? 'Lifted' : 'In force'} flush>
        <Listing
          label="Holds"
          pages={pages}
          columns={columns}
          keyOf={({ id }) => id}
          empty={<Empty title={lifted ? 'No hold was lifted yet' : 'Nothing is held'} />}
        />
      </Section>
      <PlaceHold opened={placing} onClose={close} />
    </Page>
  )
}

export function HoldPage({ holdRef }: { holdRef: string }) {
  const hold = useQuery({
    queryKey: ['hold', holdRef],
    queryFn: () => answerOf(api.GET('/v1/holds/{ref}', { params: { path: { ref: holdRef } } })),
  })
  return (
    <Page
      title={hold.data ? `Hold ${hold.data.number}` : 'Hold'}
      about={hold.data ? stateOf(hold.data) : null}
      back={{ to: '/holds', label: 'Holds' }}
      actions={hold.data && hold.data.keeperNumber === null ? <LiftHold hold={hold.data} /> : null}
    >
      <Loaded of={hold}>
        {(got) => (
          <Section title="Hold">
            <Facts
              of={{
                On: <HoldSubject hold={got} />,
                Why: got.reason,
                ...(got.onHand === null ? {} : { 'Units it covers': <Quantity of={got.onHand} /> }),
                Placed: <InstantText at={got.placedAt} />,
                'Placed by': got.placedBy,
                ...(got.keeperNumber ? { 'Kept by': <KeptBy number={got.keeperNumber} /> } : {}),
                Lifted: got.liftedAt ? <InstantText at={got.liftedAt} /> : 'still in force',
                ...(got.liftedBy ? { 'Lifted by': got.liftedBy } : {}),
                ...(got.liftReason ? { 'Why it was lifted': got.liftReason } : {}),
              }}
            />
          </Section>
        )}
      </Loaded>
    </Page>
  )
}
