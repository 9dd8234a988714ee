/**
 * web/app/notes.tsx — short notes at the corner of the screen; what shows them is loaded with the first one.
 */
import { useNotifications } from '@mantine/notifications'
import { lazy, Suspense, useState } from 'react'

const load = async () => (await import('./shown-notes.tsx')).ShownNotes
/** A note that cannot be shown must not take the page with it. */
const Shown = lazy(async () => ({ default: await load().catch(() => Nothing) }))
const Nothing = () => null

export function Notes() {
  const isAny = useNotifications().notifications.length > 0
  const [needed, need] = useState(false)
  if (isAny && !needed) need(true)
  return <Suspense>{needed ? <Shown /> : null}</Suspense>
}
