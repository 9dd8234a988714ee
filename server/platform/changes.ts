/**
 * server/platform/changes.ts — tells live views that something of an account changed. A hint to read again, never the
 * truth itself: it may be late, doubled or missing, and views also poll.
 *
 * Sent after the commit from a connection of its own and coalesced, because a NOTIFY inside a transaction makes
 * PostgreSQL commit those one after another.
 */
import type { Sql } from './db.ts'

export type Changes = Readonly<{
  tell(accountId: string): void
  listen(accountId: string, onChange: () => void): () => void
  close(): Promise<void>
}>

const channel = 'firstout_changes'
const gatherMs = 100

export async function openChanges(sql: Sql): Promise<Changes> {
  const listeners = new Map<string, Set<() => void>>()
  const told = new Set<string>()
  let timer: NodeJS.Timeout | null = null

  const send = () => {
    timer = null
    const accounts = [...told]
    told.clear()
    sql`select pg_notify(${channel}, account) from unnest(${accounts}::text[]) as account`.catch(() => {})
  }
  const subscription = await sql.listen(channel, (accountId) => {
    for (const onChange of listeners.get(accountId) ?? []) onChange()
  })
  return {
    tell(accountId) {
      told.add(accountId)
      timer ??= setTimeout(send, gatherMs)
    },
    listen(accountId, onChange) {
      const set = listeners.get(accountId) ?? new Set()
      listeners.set(accountId, set.add(onChange))
      return () => {
        set.delete(onChange)
        if (set.size === 0) listeners.delete(accountId)
      }
    },
    async close() {
      if (timer) clearTimeout(timer)
      await subscription.unlisten().catch(() => {})
    },
  }
}
