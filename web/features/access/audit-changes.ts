/**
 * web/features/access/audit-changes.ts — what an entry of the audit changed, field by field.
 */
import type { AuditEntry } from '../../api/types.ts'
import { labelOf } from './audit-words.ts'

/** `was` is undefined where there was nothing before: only what is now is told then. */
export type Change = Readonly<{ label: string; was: unknown; is: unknown }>
type Fields = Readonly<Record<string, unknown>>
type Known = (id: string) => boolean

const idShape = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i
export const isIdText = (value: unknown): value is string => typeof value === 'string' && idShape.test(value)
const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
const isList = (value: unknown): value is readonly unknown[] => Array.isArray(value)
const same = (one: unknown, other: unknown) => JSON.stringify(one ?? null) === JSON.stringify(other ?? null)

/** Every id within, so that all can be named at once. */
export function idsWithin(value: unknown): string[] {
  if (isIdText(value)) return [value]
  if (typeof value !== 'object' || value === null) return []
  return Object.values(value).flatMap(idsWithin)
}

/** What tells one of a list from the others: its name, or else its id. */
const keyOf = (value: unknown): string | null => {
  if (!isFields(value)) return null
  return [value.name, value.code, value.id].find((key) => typeof key === 'string') as string | null
}

/** A list of things as fields by what they are called, or null where one of them is called nothing. */
function byKey(value: unknown): Fields | null {
  if (value === undefined || value === null) return {}
  if (!isList(value)) return null
  const keyed = value.map((one) => [keyOf(one), one] as const)
  return keyed.every(([key]) => key) ? Object.fromEntries(keyed) : null
}

/** Early entries of an order tell all its lines before, but after only those that changed: one known by id alone did not go. */
const still = (before: Fields, after: Fields): Fields =>
  Object.fromEntries(Object.entries(before).filter(([key]) => key in after || !isIdText(key)))

function within(label: string, was: unknown, is: unknown): Change[] {
  if (same(was, is)) return []
  if (isFields(is) && (isFields(was) || was === undefined || was === null))
    return between(was ?? {}, is, (name) => (name === 'name' && label ? label : joined(label, name)))
  if (isList(is) && (is.some(isFields) || (isList(was) && was.some(isFields)))) {
    const [before, after] = [byKey(was), byKey(is)]
    if (was !== undefined && before && after) return between(still(before, after), after, (name) => joined(label, name))
    return is.map((one) => ({ label: is.length > 1 ? '' : label, was: undefined, is: one }))
  }
  return [{ label, was, is }]
}

const joined = (label: string, name: string) => {
  const own = isIdText(name) ? '' : labelOf(name)
  return [label, own].filter(Boolean).join(' · ')
}

function between(was: Fields, is: Fields, labelled: (name: string) => string): Change[] {
  return [...new Set([...Object.keys(was), ...Object.keys(is)])]
    .filter((name) => name !== 'id' && name !== 'accountId')
    .flatMap((name) => within(labelled(name), was[name], is[name]))
}

/** Ids that are called nothing say nothing and are left out, and so is a field that was made empty. */
export function changesOf(
  { before, after }: Pick<AuditEntry, 'before' | 'after'>,
  title: string,
  known: Known,
): Change[] {
  const told = (value: unknown) => !isIdText(value) || known(value)
  const all =
    isFields(before) && !isFields(after) ? within('', undefined, before) : within('', before ?? undefined, after)
  return all.filter(
    ({ was, is }) => told(is) && told(was) && !(was === undefined && (is === null || is === undefined || is === title)),
  )
}
