import type { Arrival } from '../api/types.ts'
import { weekdayInWords } from './date-text.tsx'
import { countOf } from './quantity.tsx'

/** `leaves Mon 24 Nov, arrives Wed 26 Nov (Ground, 2 days)`; null where nobody knows. */
export function arrivalInWords({ leavesOn, deliversOn, transitDays }: Arrival, serviceName: string | null) {
  if (leavesOn === null || deliversOn === null || transitDays === null) return null
  const how = [serviceName, countOf(transitDays, 'day')].filter((word) => word !== null)
  return `leaves ${weekdayInWords(leavesOn)}, arrives ${weekdayInWords(deliversOn)} (${how.join(', ')})`
}
