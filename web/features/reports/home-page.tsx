/**
 * web/features/reports/home-page.tsx — what needs a person today. Every number leads to what it is made of.
 */

import { Anchor, SimpleGrid, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { answerOf, api } from '../../api/client.ts'
import type { Home, StockRow } from '../../api/types.ts'
import { BatchLink } from '../../shared/batch-link.tsx'
import { isoDayInWords } from '../../shared/date-text.tsx'
import { DaysLeft } from '../../shared/days-left.tsx'
import { HoldBadge } from '../../shared/hold-badge.tsx'
import { type Column, RowLink, Rows } from '../../shared/listing.tsx'
import { Page, Section } from '../../shared/page.tsx'
import { Quantity } from '../../shared/quantity.tsx'
import { Empty, Loaded } from '../../shared/states.tsx'
import { FirstSteps } from './first-steps.tsx'
import { endingWithin, LifeTiles, WorkTiles } from './home-tiles.tsx'
import { ItsTurn } from './its-turn.tsx'

/** `first` is what stands above everything else. */
export function HomePage({ first }: { first: ReactNode }) {
  const home = useQuery({ queryKey: ['home'], queryFn: () => answerOf(api.GET('/v1/home')) })
  return (
    <Page title="Today" tab="Home" about={home.data ? isoDayInWords(home.data.today) : ' '}>
      {first}
      <Loaded of={home} rows={12}>
        {(got) => <HomeShown home={got} />}
      </Loaded>
    </Page>
  )
}

function HomeShown({ home }: { home: Home }) {
  return (
    <>
      <FirstSteps />
      <LifeTiles home={home} />
      <WorkTiles home={home} />
      <SimpleGrid cols={{ base: 1, lg: 2 }} spacing={18} verticalSpacing={0} style={{ alignItems: 'start' }}>
        <Expiring home={home} />
        <Waiting home={home} />
        <Held home={home} />
        <Expired home={home} />
      </SimpleGrid>
    </>
  )
}

const stockColumns: readonly Column<StockRow>[] = [
  {
    title: 'Batch',
    cell: ({ batchId, batchCode, sku }) => (
      <>
        <BatchLink id={batchId} code={batchCode} />{' '}
        <Text span c="dimmed">
          {sku}
        </Text>
      </>
    ),
  },
  { title: 'Life', cell: ({ daysLeft, expiresOn }) => <DaysLeft daysLeft={daysLeft} expiresOn={expiresOn} /> },
  { title: 'Place', cell: ({ warehouseCode, placeCode }) => `${warehouseCode} · ${placeCode}`, deskOnly: true },
  { title: 'On hand', cell: ({ onHand }) => <Quantity of={onHand} />, end: true },
]
const keyOf = ({ batchId, placeId }: StockRow) => `${batchId} ${placeId}`

function Expiring({ home: { expiring } }: { home: Home }) {
  return (
    <Section
      title="Expires first, of what can be sold"
      flush
      aside={<All to={`${endingWithin(90)}&status=sellable`} />}
    >
      {expiring.items.length === 0 ? (
        <Empty title="Nothing expires soon" />
      ) : (
        <Rows label="Batches that expire first" rows={expiring.items} columns={stockColumns} keyOf={keyOf} />
      )}
    </Section>
  )
}

function Expired({ home: { expired } }: { home: Home }) {
  if (expired.items.length === 0) return null
  return (
    <Section title="Expired on the shelf" flush aside={<All to="/stock?status=expired" />}>
      <Rows label="Expired batches" rows={expired.items} columns={stockColumns} keyOf={keyOf} />
    </Section>
  )
}

function Waiting({ home: { waiting } }: { home: Home }) {
  return (
    <Section title="Orders waiting for stock" flush aside={<All to="/waiting" />}>
      {waiting.items.length === 0 ? (
        <Empty title="No order waits">Every line has its batches.</Empty>
      ) : (
        <Rows
          label="Orders waiting for stock"
          rows={waiting.items}
          keyOf={({ orderId }) => orderId}
          columns={[
            { title: 'Order', cell: ({ orderId, number }) => <RowLink to={`/orders/${orderId}`}>{number}</RowLink> },
            { title: 'Customer', cell: ({ customerName }) => customerName ?? '–' },
            { title: 'Its turn', cell: (row) => <ItsTurn {...row} />, deskOnly: true },
            { title: 'Short', cell: ({ backOrdered }) => <Quantity of={backOrdered} />, end: true },
          ]}
        />
      )}
    </Section>
  )
}

function Held({ home: { held } }: { home: Home }) {
  return (
    <Section title="Held" flush aside={<All to="/holds" />}>
      {held.items.length === 0 ? (
        <Empty title="Nothing is held" />
      ) : (
        <Rows
          label="Active holds"
          rows={held.items}
          keyOf={({ id }) => id}
          columns={[
            { title: 'Hold', cell: ({ number }) => <HoldBadge number={number} /> },
            { title: 'On', cell: ({ subject }) => subject },
            { title: 'Why', cell: ({ reason }) => reason },
          ]}
        />
      )}
    </Section>
  )
}

function All({ to }: { to: string }) {
  return (
    <Anchor component={Link} to={to as '/'} fz="sm">
      Show all
    </Anchor>
  )
}
