/**
 * domain/mocks/next-mock.ts — when the next rehearsal is due.
 */
import { addMonths, type CalendarDate } from '../calendar-date.ts'

/** The first day of the rhythm that is after `today`: what was missed is rehearsed once. */
export function nextMock(
  dueOn: CalendarDate,
  { everyMonths, today }: Readonly<{ everyMonths: number; today: CalendarDate }>,
): CalendarDate {
  let steps = 1
  while (addMonths(dueOn, everyMonths * steps) <= today) steps += 1
  return addMonths(dueOn, everyMonths * steps)
}
