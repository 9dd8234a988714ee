/**
 * web/app/live-changes.ts — reads again what is on the screen when another person changed something.
 */
import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { readAgain } from '../shared/change-signal.ts'
import { useMe } from '../shared/use-me.ts'
import { followChanges } from './change-stream.ts'

/** Many changes in a burst cost one reading. */
const gatherMs = 250

export function useLiveChanges(): void {
  const client = useQueryClient()
  const account = useMe().data?.account.name
  useEffect(() => {
    if (account === undefined) return
    let waiting: ReturnType<typeof setTimeout> | null = null
    const stop = followChanges(account, () => {
      waiting ??= setTimeout(() => {
        waiting = null
        readAgain(client)
      }, gatherMs)
    })
    return () => {
      if (waiting) clearTimeout(waiting)
      stop()
    }
  }, [client, account])
}
