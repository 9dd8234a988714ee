/** web/features/batches/date-words.ts — what a date says, and how we came to know it. */
import type { DateKind, DateSource } from '../../api/types.ts'

export const kindWords: Record<DateKind, string> = {
  produced: 'Produced on',
  best_before: 'Best before',
  use_by: 'Use by',
  expiry: 'Expires on',
}
export const sourceWords: Record<DateSource, string> = {
  scanned: 'scanned from the label',
  typed: 'typed from the label',
  computed: 'computed',
  inherited: 'taken over from another batch',
  corrected: 'corrected by a person',
  imported: 'imported',
}
