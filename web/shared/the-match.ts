/**
 * web/shared/the-match.ts — which of the rows found a person meant by what was typed: the one of that name, or the only one.
 */
export function theMatch<Row>(
  typed: string,
  rows: readonly Row[],
  namesOf: (row: Row) => readonly string[],
): Row | null {
  const text = typed.trim().toLowerCase()
  if (text === '') return null
  const exact = rows.filter((row) => namesOf(row).some((name) => name.toLowerCase() === text))
  const [only, ...others] = exact.length > 0 ? exact : rows
  return only !== undefined && others.length === 0 ? only : null
}
