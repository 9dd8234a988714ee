/**
 * web/kept/as-of.tsx — how old what is shown is, where it was kept on the device.
 */
import { IconDeviceMobile } from '@tabler/icons-react'
import { clockTime, InstantText } from '../shared/date-text.tsx'
import { Sign } from '../shared/sign.tsx'

/** `at`: milliseconds. */
export const AsOf = ({ at }: { at: number }) => (
  <Sign tone="quiet" icon={<IconDeviceMobile />}>
    Kept on this device, as of <Time at={at} />
  </Sign>
)

function Time({ at }: { at: number }) {
  const then = new Date(at)
  if (then.toDateString() !== new Date().toDateString()) return <InstantText at={then.toISOString()} />
  return <time dateTime={then.toISOString()}>{clockTime(then)}</time>
}
