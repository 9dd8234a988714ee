/**
 * web/features/orders/lost-batches.tsx — an order that had its batches and lost them: to a hold, or to time.
 */
import { Alert, Group } from '@mantine/core'
import { IconAlertTriangle, IconHandStop } from '@tabler/icons-react'
import type { Order, OrderSummary } from '../../api/types.ts'
import { InstantText } from '../../shared/date-text.tsx'
import { HoldBadge } from '../../shared/hold-badge.tsx'
import { Sign } from '../../shared/sign.tsx'

type Lost = Order['lost'][number]

const causes: Record<Lost['why'], string> = {
  held: 'to a hold',
  place: 'to a place that is not for sale',
  expired: 'because they expired',
  too_short: 'because too little of their life is left',
  undated: 'because their life can no longer be judged',
}

const inWords = ({ why, lines }: Lost) =>
  `${lines === 1 ? '1 line lost its batches' : `${lines} lines lost their batches`} ${causes[why]}`

export function LostBatches({ order: { lost } }: { order: Order }) {
  return lost.map((one) => (
    <Alert
      key={`${one.why} ${one.hold}`}
      role="status"
      mb="sm"
      color={one.why === 'held' ? 'iris' : 'saffron'}
      icon={one.why === 'held' ? <IconHandStop size={18} /> : <IconAlertTriangle size={18} />}
      styles={{ message: { color: 'var(--mantine-color-text)' } }}
    >
      <Group gap="xs">
        <span>
          {inWords(one)}, <InstantText at={one.since} />
        </span>
        {one.hold ? <HoldBadge number={one.hold} /> : null}
      </Group>
    </Alert>
  ))
}

/** For lists. */
export function LostSign({ order: { lost } }: { order: OrderSummary }) {
  const [first, ...others] = lost
  if (!first) return null
  const held = first.why === 'held'
  return (
    <Sign tone={held ? 'held' : 'bad'} icon={held ? <IconHandStop /> : <IconAlertTriangle />}>
      {`lost batches${first.hold ? ` to ${first.hold}` : ''}${others.length > 0 ? ' and more' : ''}`}
    </Sign>
  )
}
