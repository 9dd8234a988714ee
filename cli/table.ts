/**
 * cli/table.ts — aligned tables for people: numbers to the right, everything else to the left.
 */
type Cell = string | number | null | undefined
type Column<Row> = Readonly<{ title: string; of: (row: Row) => Cell }>

const gap = '  '
/** Longer cells are cut, so that one long description does not push all else off the screen. */
const cellMax = 48

export function table<Row>(rows: readonly Row[], columns: readonly Column<Row>[]): string {
  const cells = rows.map((row) => columns.map(({ of }) => of(row)))
  const texts = cells.map((line) => line.map(cellText))
  const numeric = columns.map((_, at) => cells.some((line) => typeof line[at] === 'number'))
  const widths = columns.map(({ title }, at) =>
    Math.max(width(title), ...texts.slice(0, 100_000).map((line) => width(line[at] ?? ''))),
  )
  const lineOf = (line: readonly string[]) =>
    line
      .map((text, at) => pad(text, { width: widths[at] ?? 0, right: numeric[at] ?? false }))
      .join(gap)
      .trimEnd()
  return [lineOf(columns.map(({ title }) => title)), ...texts.map(lineOf)].join('\n')
}

/** Names beside values, one a line. */
export function fields(pairs: readonly (readonly [string, Cell])[]): string {
  const widest = Math.max(0, ...pairs.map(([name]) => width(name)))
  return pairs
    .map(([name, value]) => `${pad(name, { width: widest, right: false })}${gap}${cellText(value)}`)
    .join('\n')
}

function cellText(value: Cell): string {
  if (value === null || value === undefined || value === '') return '–'
  if (typeof value === 'number') return value.toLocaleString('en-US')
  const line = value.replaceAll(/\p{Cc}+/gu, ' ').trim()
  return line.length > cellMax ? `${line.slice(0, cellMax - 1)}…` : line
}

/** As a terminal shows it: East Asian wide characters take two columns, combining marks none. */
function width(text: string): number {
  let columns = 0
  for (const letter of text.normalize('NFC'))
    columns += /\p{M}/u.test(letter)
      ? 0
      : /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}！-～]/u.test(letter)
        ? 2
        : 1
  return columns
}

function pad(text: string, { width: wanted, right }: { width: number; right: boolean }): string {
  const space = ' '.repeat(Math.max(0, wanted - width(text)))
  return right ? space + text : text + space
}
