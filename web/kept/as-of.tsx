/**
 * web/kept/as-of.tsx — how old what is shown is, where the server does not answer.
 */
import { IconDeviceMobile } from '@tabler/icons-react'
import { clockTime, InstantText } from '../shared/date-text.tsx'
import { Sign } from '../shared/sign.tsx'

type Asked = Readonly<{ failureReason: Error | null; dataUpdatedAt: number }>

export function AsOf({ of: { failureReason, dataUpdatedAt } }: { of: Asked }) {
  if (failureReason === null || dataUpdatedAt === 0) return null
  return (
    <Sign tone="quiet" icon={<IconDeviceMobile />}>
      Kept on this device, as of <Time at={dataUpdatedAt} />
    </Sign>
  )
}

function Time({ at }: { at: number }) {
  const then = new Date(at)
  if (then.toDateString() !== new Date().toDateString()) return <InstantText at={then.toISOString()} />
  return <time dateTime={then.toISOString()}>{clockTime(then)}</time>
}
