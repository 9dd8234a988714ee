/**
 * web/outbox/queue-sign.tsx — in the header, on every page: how much waits to be sent, and how much a person must settle.
 */
import { IconAlertTriangle, IconCloudUp } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import classes from './outbox.module.css'
import { useQueue } from './use-outbox.tsx'

export function QueueSign() {
  const { waiting, refused } = useQueue()
  if (waiting.length + refused.length === 0) return null
  return (
    <Link to="/outbox" className={classes.sign} data-settle={refused.length > 0 || undefined}>
      {waiting.length > 0 ? (
        <span className={classes.part} data-less={refused.length > 0 || undefined}>
          <IconCloudUp size={17} aria-hidden="true" />
          {waiting.length} <span className={classes.word}>waiting</span>
        </span>
      ) : null}
      {refused.length > 0 ? (
        <span className={classes.part}>
          <IconAlertTriangle size={17} aria-hidden="true" />
          {refused.length} <span className={classes.word}>to settle</span>
        </span>
      ) : null}
    </Link>
  )
}
