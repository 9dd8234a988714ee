/**
 * web/features/pools/pool-list-page.tsx — what is kept for channels: of which goods, how much is left of it, until when, why.
 */
import { Switch, Text } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { answerOf, api, given } from '../../api/client.ts'
import type { Pool } from '../../api/types.ts'
import { InForceDays, InForceSign } from '../../shared/in-force.tsx'
import { LinkButton } from '../../shared/link-button.tsx'
import { type Column, Listing, RowLink } from '../../shared/listing.tsx'
import { May } from '../../shared/may.tsx'
import { Page, Section } from '../../shared/page.tsx'
import { Quantity, quantityText } from '../../shared/quantity.tsx'
import { Empty } from '../../shared/states.tsx'
import { usePages } from '../../shared/use-pages.ts'
import { keptSum, PoolOf } from './pool-words.tsx'

const columns: readonly Column<Pool>[] = [
  { title: 'Pool', cell: ({ id, name }) => <RowLink to={`/pools/${id}`}>{name}</RowLink> },
  { title: 'Of', cell: (pool) => <PoolOf pool={pool} /> },
  { title: 'For', cell: ({ channel }) => channel },
  { title: 'Left', cell: ({ left, quantity }) => `${quantityText(left)} of ${quantityText(quantity)}`, end: true },
  {
    title: 'In stock now',
    cell: ({ kept, state }) => (state === 'now' ? <Quantity of={keptSum(kept)} dimZero /> : '–'),
    end: true,
  },
  { title: 'Days', cell: (pool) => <InForceDays of={pool} /> },
  { title: 'Why', cell: ({ reason }) => reason, deskOnly: true },
  { title: 'By', cell: ({ createdBy }) => createdBy, deskOnly: true },
  { title: 'State', cell: ({ state }) => <InForceSign state={state} /> },
]

type PoolListProps = Readonly<{ all: boolean; onAll: (all: boolean) => void }>

export function PoolListPage({ all, onAll }: PoolListProps) {
  const pages = usePages(['pools', all], (cursor) =>
    answerOf(api.GET('/v1/pools', { params: { query: { all, ...given({ cursor }) } } })),
  )
  const add = (
    <May to="change rules">
      <LinkButton to="/pools/new" leftSection={<IconPlus size={15} />}>
        Keep stock for a channel
      </LinkButton>
    </May>
  )
  return (
    <Page title="Pools" about="Stock that is kept for a channel, until a day" actions={add}>
      <Switch
        mb="sm"
        label="Those that are over too"
        checked={all}
        onChange={(event) => onAll(event.currentTarget.checked)}
      />
      <Section title={all ? 'All pools' : 'In force and to come'} flush>
        <Listing
          label="Pools"
          pages={pages}
          columns={columns}
          keyOf={({ id }) => id}
          empty={
            <Empty title="No pools" action={add}>
              Every channel may have all the stock there is. A pool keeps some of it for one.
            </Empty>
          }
        />
      </Section>
      <Text fz="sm" c="dimmed" maw={760}>
        What orders of the channel take comes off its pool; what they give back is in it again. What others were
        promised before stays theirs. On its last day a pool still holds; then what is left of it is offered to all who
        wait.
      </Text>
    </Page>
  )
}
