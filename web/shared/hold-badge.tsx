/**
 * web/shared/hold-badge.tsx — stock that nobody may take, the same everywhere: a barred hand, the hold's number, iris.
 */
import { IconHandStop } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import classes from './hold-badge.module.css'

export function HoldBadge({ number }: { number: string }) {
  return (
    <Link to="/holds/$ref" params={{ ref: number }} className={classes.badge}>
      <IconHandStop size={12} stroke={2.2} aria-hidden="true" />
      <span>held {number}</span>
    </Link>
  )
}

/** The same for lists that are drawn while they scroll; see light-link.tsx. */
export function LightHoldBadge({ number }: { number: string }) {
  return (
    <a href={`/holds/${encodeURIComponent(number)}`} className={classes.badge}>
      <IconHandStop size={12} stroke={2.2} aria-hidden="true" />
      <span>held {number}</span>
    </a>
  )
}

export function HeldSign({ children }: { children: string }) {
  return (
    <span className={classes.badge}>
      <IconHandStop size={12} stroke={2.2} aria-hidden="true" />
      <span>{children}</span>
    </span>
  )
}
