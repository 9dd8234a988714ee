/**
 * web/features/returns/use-shown-return.ts — what a write answers is on the page at once: until it were read again, the page would offer what is
 * no more, and lose what somebody begins with it.
 */
import { useQueryClient } from '@tanstack/react-query'
import type { Return } from '../../api/types.ts'

export const returnKey = (ref: string) => ['return', ref] as const

/** A return is shown by its number as well as by its id. */
export function useShownReturn(): (now: Return) => void {
  const client = useQueryClient()
  return (now) => {
    for (const ref of [now.id, now.number])
      client.setQueryData<Return>(returnKey(ref), (shown) => (shown === undefined ? undefined : now))
  }
}
