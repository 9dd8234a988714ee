/**
 * web/app/live-changes.ts — reads again what is on the screen when another person changed something.
 */
import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { readAgain } from '../shared/change-signal.ts'

/** Many changes in a burst cost one reading. */
const gatherMs = 250

export function useLiveChanges(): void {
  const client = useQueryClient()
  useEffect(() => {
    const stream = new EventSource('/v1/changes')
    let waiting: ReturnType<typeof setTimeout> | null = null
    const change = () => {
      waiting ??= setTimeout(() => {
        waiting = null
        readAgain(client)
      }, gatherMs)
    }
    stream.addEventListener('change', change)
    return () => {
      if (waiting) clearTimeout(waiting)
      stream.close()
    }
  }, [client])
}
