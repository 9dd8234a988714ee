/**
 * web/app/live-changes.ts — reads again what is on the screen when another person changed something, and knows since when
 * nothing is heard from the server.
 */
import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { readAgain } from '../shared/change-signal.ts'
import { useMe } from '../shared/use-me.ts'
import { followChanges } from './change-stream.ts'

/** Many changes in a burst cost one reading. */
const gatherMs = 250
/** A connection that is back within this time was never missed. */
const patienceMs = 4_000

/** The instant since which what is shown may be old; nothing while changes arrive. */
export function useLiveChanges(): Date | null {
  const client = useQueryClient()
  const account = useMe().data?.account.name
  const [lostAt, setLostAt] = useState<Date | null>(null)
  useEffect(() => {
    if (account === undefined) return
    let reading: ReturnType<typeof setTimeout> | null = null
    let losing: ReturnType<typeof setTimeout> | null = null
    const stop = followChanges(account, {
      change() {
        reading ??= setTimeout(() => {
          reading = null
          readAgain(client)
        }, gatherMs)
      },
      live() {
        if (losing) clearTimeout(losing)
        losing = null
        setLostAt(null)
      },
      lost(sinceMs) {
        losing ??= setTimeout(() => setLostAt(new Date(sinceMs)), patienceMs)
      },
    })
    return () => {
      if (reading) clearTimeout(reading)
      if (losing) clearTimeout(losing)
      stop()
    }
  }, [client, account])
  return lostAt
}
