import { IconAlertCircle, IconCircleCheck, IconMapPinOff } from '@tabler/icons-react'
import type { StockRow } from '../../api/types.ts'
import { HeldSign, LightHoldBadge } from '../../shared/hold-badge.tsx'
import { Sign } from '../../shared/sign.tsx'

/** Whether this stock may be sold, and if not, why; by sign and word as well as colour. */
export function StockStatusSign({ row: { status, holds } }: { row: Pick<StockRow, 'status' | 'holds'> }) {
  const [hold] = holds
  if (hold)
    return holds.length > 1 ? <HeldSign>{`held by ${holds.length}`}</HeldSign> : <LightHoldBadge number={hold} />
  if (status === 'held') return <HeldSign>held</HeldSign>
  if (status === 'expired')
    return (
      <Sign tone="bad" icon={<IconAlertCircle />}>
        expired
      </Sign>
    )
  if (status === 'unsellable_place')
    return (
      <Sign tone="quiet" icon={<IconMapPinOff />}>
        not for sale here
      </Sign>
    )
  return (
    <Sign tone="good" icon={<IconCircleCheck />}>
      sellable
    </Sign>
  )
}
