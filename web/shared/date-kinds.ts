/** web/shared/date-kinds.ts — what a date of a batch says. */
import type { DateKind } from '../api/types.ts'

export const dateKindWords: Readonly<Record<DateKind, string>> = {
  produced: 'Produced on',
  best_before: 'Best before',
  use_by: 'Use by',
  expiry: 'Expires on',
}
