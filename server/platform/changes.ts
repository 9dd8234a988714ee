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
const beatMs = 3000

/** `open` gives a connection of its own, anew each time. */
export async function openChanges(open: () => Sql): Promise<Changes> {
  const listeners = new Map<string, Set<() => void>>()
  const told = new Set<string>()
  let timer: NodeJS.Timeout | null = null
  const line = await openLine(open, (accountId) => {
    for (const onChange of listeners.get(accountId) ?? []) onChange()
  })
  const send = () => {
    timer = null
    line.notify([...told])
    told.clear()
  }
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
      await line.close()
    },
  }
}

type Line = Readonly<{ notify(accounts: readonly string[]): void; close(): Promise<void> }>

/** Hears itself at every beat, or else is deaf and opened anew: the driver does not listen again after every fault. */
async function openLine(open: () => Sql, onNotice: (accountId: string) => void): Promise<Line> {
  let sql = open()
  let heard = true
  const hear = (accountId: string) => {
    heard = true
    if (accountId !== '') onNotice(accountId)
  }
  const notify = (accounts: readonly string[]) => {
    const list = accounts as string[]
    sql`select pg_notify(${channel}, account) from unnest(${list}::text[]) as account`.catch(() => {})
  }
  const beat = setInterval(() => {
    if (!heard) {
      void sql.end({ timeout: 0 }).catch(() => {})
      sql = open()
      sql.listen(channel, hear).catch(() => {})
    }
    heard = false
    notify([''])
  }, beatMs)
  await sql.listen(channel, hear)
  return {
    notify,
    async close() {
      clearInterval(beat)
      await sql.end({ timeout: 1 }).catch(() => {})
    },
  }
}
