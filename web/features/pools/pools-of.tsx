/**
 * web/features/pools/pools-of.tsx — on the page of a batch or a product: what of it is kept for which channel.
 */
import { IconPlus } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { answerOf, api } from '../../api/client.ts'
import type { Pool } from '../../api/types.ts'
import { InForceDays } from '../../shared/in-force.tsx'
import { LinkButton } from '../../shared/link-button.tsx'
import { type Column, RowLink, Rows } from '../../shared/listing.tsx'
import { May, useMay } from '../../shared/may.tsx'
import { Section } from '../../shared/page.tsx'
import { Quantity, quantityText } from '../../shared/quantity.tsx'
import { Empty, Loaded } from '../../shared/states.tsx'
import { keptSum, PoolOf } from './pool-words.tsx'

type PoolsOfProps = Readonly<{ sku: string; of: { product: string } | { batch: string } }>

export function PoolsOf({ sku, of }: PoolsOfProps) {
  const mayAdd = useMay('change rules')
  const pools = useQuery({
    queryKey: ['pools', 'of', of],
    queryFn: () => answerOf(api.GET('/v1/pools', { params: { query: of } })),
  })
  const batch = 'batch' in of ? of.batch : null
  const rows = (pools.data?.items ?? []).filter((pool) => batch === null || keepsOf(pool, batch) > 0)
  if (pools.data && rows.length === 0 && !mayAdd) return null
  return (
    <Section title="Kept for channels" flush aside={<KeepSome product={sku} batch={batch} />}>
      <Loaded of={pools} rows={2}>
        {() =>
          rows.length === 0 ? (
            <Empty title="Nothing of it is kept for a channel" />
          ) : (
            <Rows label="Kept for channels" rows={rows} columns={columnsFor(batch)} keyOf={({ id }) => id} />
          )
        }
      </Loaded>
    </Section>
  )
}

/** What a pool keeps of the batch now; one that names it is shown even where nothing of it is free. */
const keepsOf = ({ batchId, kept }: Pool, batch: string): number =>
  batchId === batch ? Number.POSITIVE_INFINITY : keptSum(kept.filter((one) => one.batchId === batch))

const columnsFor = (batch: string | null): readonly Column<Pool>[] => [
  { title: 'Pool', cell: ({ id, name }) => <RowLink to={`/pools/${id}`}>{name}</RowLink> },
  { title: 'For', cell: ({ channel }) => channel },
  ...(batch === null ? [{ title: 'Of', cell: (pool: Pool) => <PoolOf pool={pool} />, deskOnly: true }] : []),
  { title: 'Left', cell: ({ left, quantity }) => `${quantityText(left)} of ${quantityText(quantity)}`, end: true },
  {
    title: batch === null ? 'In stock now' : 'Of this batch now',
    cell: ({ kept }) => (
      <Quantity of={keptSum(batch === null ? kept : kept.filter(({ batchId }) => batchId === batch))} dimZero />
    ),
    end: true,
  },
  { title: 'Days', cell: (pool) => <InForceDays of={pool} /> },
]

function KeepSome({ product, batch }: Readonly<{ product: string; batch: string | null }>) {
  return (
    <May to="change rules">
      <LinkButton
        to="/pools/new"
        search={{ product, ...(batch === null ? {} : { batch }) }}
        size="xs"
        variant="default"
        leftSection={<IconPlus size={14} />}
      >
        Keep some
      </LinkButton>
    </May>
  )
}
