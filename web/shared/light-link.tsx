/**
 * web/shared/light-link.tsx — links for lists that draw hundreds of them while one scrolls: plain anchors, and one
 * listener around them that goes there without loading the app again.
 */
import { useRouter } from '@tanstack/react-router'
import type { MouseEvent, ReactNode } from 'react'
import classes from './listing.module.css'

export function LightLink({ to, children }: { to: string; children: ReactNode }) {
  return (
    <a href={to} className={classes.link}>
      {children}
    </a>
  )
}

/** For the element around the links; what is meant for another tab or window stays the browser's. */
export function useLightLinks(): (event: MouseEvent) => void {
  const router = useRouter()
  return (event) => {
    if (event.defaultPrevented || event.button !== 0) return
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return
    const anchor = event.target instanceof Element ? event.target.closest('a') : null
    const to = anchor?.getAttribute('href')
    if (!to?.startsWith('/') || anchor?.target) return
    event.preventDefault()
    router.history.push(to)
  }
}
