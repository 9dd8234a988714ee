/** web/shared/day-here.ts — the first and last millisecond of a day where the reader is, as instants. */
const startOf = (day: string, later: number): Date => {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  return new Date(year, month - 1, date + later)
}

export const startOfDayHere = (day: string): string => startOf(day, 0).toISOString()
export const endOfDayHere = (day: string): string => new Date(startOf(day, 1).getTime() - 1).toISOString()
