/** web/shared/day-here.ts — the first and last millisecond of a day where the reader is, as instants; and moments typed there. */
const startOf = (day: string, later: number): Date => {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  return new Date(year, month - 1, date + later)
}

export const startOfDayHere = (day: string): string => startOf(day, 0).toISOString()
export const endOfDayHere = (day: string): string => new Date(startOf(day, 1).getTime() - 1).toISOString()

/** Of what a field for a moment holds, as `2026-01-05T14:30`; nothing of an empty one. */
export const momentHere = (local: string): string => (local === '' ? '' : new Date(local).toISOString())

/** The other way: what such a field shows of an instant. */
export function momentTyped(at: string): string {
  const date = new Date(at)
  return new Date(date.getTime() - date.getTimezoneOffset() * 60_000).toISOString().slice(0, 16)
}

/** Today where the reader is. */
export const dayHere = (): string => momentTyped(new Date().toISOString()).slice(0, 10)
