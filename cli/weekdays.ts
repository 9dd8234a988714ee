/** Day 1 is the first. */
export const weekdays = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun']

export const workingDaysText = (days: readonly number[]): string => days.map((day) => weekdays[day - 1]).join(' ')
