/**
 * domain/imports/mapping.ts — which column of a person's file says what: guessed from how it is called, and changed by whoever knows better.
 */
import { type DayStyle, type DaysSeen, noDaysSeen, styleOf } from './day-style.ts'
import { fieldNames, type Language } from './field-names.ts'
import { type Field, fieldsOf, type ImportKind } from './fields.ts'
import { folded } from './folded.ts'
import type { Reading } from './read-cells.ts'

/** Why a column is taken for a field: it has its name, a name for it in a language, or somebody said so. */
export type Because = 'name' | Language | 'said'
export type Placed = Readonly<{ at: number; because: Because; days?: DayStyle }>
/** By the names of fields; `fixed` is what all rows say, where no column does. */
export type Mapping = Readonly<{
  columns: Readonly<Record<string, Placed>>
  fixed: Readonly<Record<string, string>>
}>

/** `Menge (Stk.)` is called `Menge` as well. */
function namesOf(title: string): string[] {
  const bare = title.replaceAll(/\([^)]*\)|\[[^\]]*\]/g, ' ')
  return [...new Set([folded(title), folded(bare)])].filter((name) => name !== '')
}

type Way = Readonly<{ because: Because; names: ReadonlySet<string> }>
const waysOf = new Map<string, readonly Way[]>()

function waysTo(name: string): readonly Way[] {
  const known = waysOf.get(name)
  if (known) return known
  const languages = Object.entries(fieldNames[name] ?? {}) as [Language, string][]
  const ways: Way[] = [
    { because: 'name', names: new Set([folded(name)]) },
    ...languages.map(([because, words]) => ({ because, names: new Set(words.split('|').map(folded)) })),
  ]
  waysOf.set(name, ways)
  return ways
}

const wayIn = (field: Field, title: string): Because | undefined => {
  const called = namesOf(title)
  return waysTo(field.name).find(({ names }) => called.some((name) => names.has(name)))?.because
}

/** Own names go first, then the order of the fields; each column says one thing, and of two with one name the first does. */
export function guessMapping(kind: ImportKind, header: readonly string[]): Mapping {
  const columns: Record<string, Placed> = {}
  const taken = new Set<number>()
  const take = (field: Field, onlyOwn: boolean) => {
    const at = columns[field.name]
      ? -1
      : header.findIndex((title, index) => !taken.has(index) && fits(wayIn(field, title), onlyOwn))
    if (at < 0) return
    taken.add(at)
    columns[field.name] = { at, because: wayIn(field, header[at] ?? '') ?? 'name' }
  }
  for (const onlyOwn of [true, false]) for (const field of fieldsOf[kind]) take(field, onlyOwn)
  return { columns, fixed: {} }
}

const fits = (because: Because | undefined, onlyOwn: boolean): boolean =>
  onlyOwn ? because === 'name' : because !== undefined

export function readingOf({ columns, fixed }: Mapping): Reading {
  const placed = Object.entries(columns)
  return {
    columns: Object.fromEntries(placed.map(([name, { at }]) => [name, at])),
    days: Object.fromEntries(placed.flatMap(([name, { days }]) => (days ? [[name, days]] : []))),
    fixed,
  }
}

/** How many of its cells name a field. */
export const recognised = (kind: ImportKind, header: readonly string[]): number =>
  Object.keys(guessMapping(kind, header).columns).length

/** Needed, and nothing says it. */
export const missingFields = (kind: ImportKind, { columns, fixed }: Mapping): string[] =>
  fieldsOf[kind].filter(({ name, isNeeded }) => isNeeded && !columns[name] && !fixed[name]).map(({ name }) => name)

export function ignoredColumns(header: readonly string[], { columns }: Mapping): string[] {
  const used = new Set(Object.values(columns).map(({ at }) => at))
  return header.filter((name, at) => name !== '' && !used.has(at))
}

/** Days of columns of which nobody said how they write them. */
export function withStyles(kind: ImportKind, mapping: Mapping, seen: readonly Readonly<{ days: DaysSeen }>[]): Mapping {
  const days = new Set(fieldsOf[kind].filter(({ isDay }) => isDay).map(({ name }) => name))
  const columns = Object.entries(mapping.columns).map(([name, placed]): [string, Placed] => [
    name,
    days.has(name) && !placed.days ? { ...placed, days: styleOf(seen[placed.at]?.days ?? noDaysSeen) } : placed,
  ])
  return { ...mapping, columns: Object.fromEntries(columns) }
}

/** Files with the same header are read alike. */
export const headerKey = (header: readonly string[]): string => JSON.stringify(header.map(folded))

const headMost = 20

/**
 * Where among the first rows the header stands: titles and empty cells of a report may come before it. The row that names most fields, or where none
 * names any, the first that has two cells or more.
 */
export function headerAmong(kind: ImportKind, rows: readonly (readonly string[])[]): number {
  const counts = rows.slice(0, headMost).map((row) => recognised(kind, row))
  const most = Math.max(0, ...counts)
  if (most > 0) return counts.indexOf(most)
  return Math.max(
    0,
    rows.findIndex((row) => row.filter((cell) => cell !== '').length > 1),
  )
}
