/** A text of the address; a number that a person typed there is a text as well, and all else is nothing. */
export function textOf(value: unknown): string | undefined {
  if (typeof value === 'number') return String(value)
  return typeof value === 'string' && value !== '' ? value : undefined
}
