import { IconCircleCheck, IconCircleX, IconClockPause, IconTruckDelivery } from '@tabler/icons-react'
import type { OrderState } from '../api/types.ts'
import { Sign } from './sign.tsx'

/** Where an order stands, the same everywhere. */
export function OrderStateSign({ state }: { state: OrderState }) {
  if (state === 'waiting')
    return (
      <Sign tone="soon" icon={<IconClockPause />}>
        waiting for stock
      </Sign>
    )
  if (state === 'shipped')
    return (
      <Sign tone="good" icon={<IconCircleCheck />}>
        shipped
      </Sign>
    )
  if (state === 'cancelled')
    return (
      <Sign tone="quiet" icon={<IconCircleX />}>
        cancelled
      </Sign>
    )
  return (
    <Sign tone="active" icon={<IconTruckDelivery />}>
      ready to ship
    </Sign>
  )
}
