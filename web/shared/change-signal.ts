/**
 * web/shared/change-signal.ts — "something changed, read again": told to every query, and to the few views that keep
 * pages of their own.
 */
import type { QueryClient } from '@tanstack/react-query'

const listeners = new Set<() => void>()

export function readAgain(client: QueryClient): void {
  void client.invalidateQueries({ predicate: ({ meta }) => meta?.ownPages !== true })
  for (const tell of listeners) tell()
}

/** Returns how to stop listening. */
export function onChange(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
