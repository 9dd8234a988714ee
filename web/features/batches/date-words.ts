/** web/features/batches/date-words.ts — how we came to know a date. */
import type { DateSource } from '../../api/types.ts'

export const sourceWords: Record<DateSource, string> = {
  scanned: 'scanned from the label',
  typed: 'typed from the label',
  computed: 'computed',
  inherited: 'taken over from another batch',
  corrected: 'corrected by a person',
  imported: 'imported',
}
