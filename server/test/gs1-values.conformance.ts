/**
 * Our checks of values against the tests that come with the GS1 Barcode Syntax Dictionary: what is wrong, and which part of the value.
 */
import { expect, test } from 'vitest'
import { associations, exclusions, repeats, requisites, signedKeys } from '#domain/gs1/associations.ts'
import { readBracketed } from '#domain/gs1/bracketed.ts'
import { checks } from '#domain/gs1/checks/index.ts'
import { companyPrefix } from '#domain/gs1/checks/numbers.ts'
import type { Fault } from '#domain/gs1/fault.ts'
import { gs1Day } from '#domain/gs1/label.ts'
import { fileText, vectorsOf } from './gs1-vectors.ts'

type Lint = Readonly<{ lint: string; input: string; ok: boolean; error?: string; markup?: string }>

/** The wrong part between asterisks. */
const markup = (input: string, { at, length }: Fault) =>
  `${input.slice(0, at)}*${input.slice(at, at + length)}*${input.slice(at + length)}`

/** Those of company prefixes were made with a register that knew none, or could not be asked. */
const register = ({ error }: Lint) => (error === 'GCP_DATASOURCE_OFFLINE' ? 'offline' : error ? 'unknown' : 'known')
const checkOf = (vector: Lint) => {
  if (vector.lint === 'gcppos1') return companyPrefix(0, () => register(vector))
  if (vector.lint === 'gcppos2') return companyPrefix(1, () => register(vector))
  return checks.get(vector.lint)
}

test('a value is found right or wrong as GS1 finds it, for the same reason and at the same place', () => {
  const told = vectorsOf<Lint>('component_lint').map((vector) => {
    const found = checkOf(vector)?.(vector.input)
    const ours = found ? { error: found.code.toUpperCase(), markup: markup(vector.input, found) } : found
    const { lint, input, error, markup: wanted } = vector
    return { of: { lint, input }, ours, theirs: vector.ok ? null : { error, markup: wanted } }
  })
  for (const { of, ours, theirs } of told) expect({ of, told: ours }).toEqual({ of, told: theirs })
})

test('what is wrong with an element is told by the name that GS1 has for it', () => {
  for (const { input, error } of vectorsOf<{ input: string; error: string | null }>('ai_content_lint')) {
    const { problems, unknown } = readBracketed(input, { begin: 0, unlisted: false })
    expect([input, problems[0]?.code.toUpperCase() ?? null, unknown]).toEqual([input, error, []])
  }
})

const rules = {
  repeats,
  'mutex(ex)': exclusions,
  'requisites(req)': requisites,
  'digsig-serialised-key': signedKeys,
} as const
type Association = Readonly<{ ok: boolean; rule: keyof typeof rules; input: string; permitUnknownAIs: boolean }>

test('elements go together, or not, as GS1 has it', () => {
  for (const { ok, rule, input, permitUnknownAIs } of vectorsOf<Association>('ai_association_rules')) {
    const { elements, unknown } = readBracketed(input, { begin: 0, unlisted: permitUnknownAIs })
    expect([input, unknown, rules[rule](elements).length === 0]).toEqual([input, [], ok])
    if (!ok) expect(associations(elements)).not.toEqual([])
  }
})

type Dates = Readonly<{
  century: { referenceYear: number; yy: string; year: number }[]
  dayZero: { value: string; referenceYear: number; effectiveDate: string }[]
}>

test('two digits of a year are of the century that GS1 says, and day 00 is the last of its month', () => {
  const { century, dayZero }: Dates = JSON.parse(fileText('date_century_and_day00_derived.json'))
  for (const { referenceYear, yy, year } of century) expect(gs1Day(`${yy}0101`, referenceYear)).toBe(`${year}-01-01`)
  for (const { value, referenceYear, effectiveDate } of dayZero)
    expect(gs1Day(value, referenceYear)).toBe(effectiveDate)
  expect([century.length > 10, dayZero.length > 0]).toEqual([true, true])
})
