/**
 * web/shared/taken-field.ts — a name that something else has already is told at the field it was typed in. The server tells the
 * name; where it stands in the form only the form knows.
 */
import { normaliseGtin } from '#domain/gs1/check-digit.ts'
import type { FieldProblem, Problem } from '../api/problem.ts'

type Values = Readonly<Record<string, unknown>>

/** What a thing is called by, the most telling first: a product may have a name that is another one's SKU. */
const callings = ['sku', 'code', 'number', 'email', 'name']

/** None where nothing is taken, or what is taken was not typed here. */
export function takenField(values: Values, problem: Problem): FieldProblem[] {
  const at = fieldOf(values, problem)
  return at === undefined ? [] : [{ at, message: problem.detail }]
}

function fieldOf(values: Values, { code, facts: { name, gtin } }: Problem): string | undefined {
  if (code === 'already_exists') return callings.find((field) => isSaid(values[field], name))
  if (code === 'gtin_taken') return gtinFields(values).find(({ typed }) => isGtin(typed, gtin))?.at
  return undefined
}

/** An address is kept in small letters, however it was typed. */
const isSaid = (typed: unknown, name: unknown): boolean =>
  typeof typed === 'string' && typeof name === 'string' && typed.trim().toLowerCase() === name.trim().toLowerCase()

function gtinFields({ gtin, packs }: Values): { at: string; typed: unknown }[] {
  const ofPacks: readonly { gtin?: unknown }[] = Array.isArray(packs) ? packs : []
  return [
    { at: 'gtin', typed: gtin },
    ...ofPacks.map((pack, index) => ({ at: `packs.${index}.gtin`, typed: pack.gtin })),
  ]
}

function isGtin(typed: unknown, gtin: unknown): boolean {
  if (typeof typed !== 'string') return false
  const read = normaliseGtin(typed.trim())
  return read.ok && read.gtin === gtin
}
