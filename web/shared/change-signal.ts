/** web/shared/change-signal.ts — "something changed, read again": told to every query. */
import type { QueryClient } from '@tanstack/react-query'

export function readAgain(client: QueryClient): void {
  void client.invalidateQueries()
}
