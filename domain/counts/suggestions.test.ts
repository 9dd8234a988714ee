import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Counted, isMistyped, suggestionsFor } from './suggestions.ts'

const line = (code: string, expected: number, found: number, more: Partial<Counted> = {}): Counted => ({
  id: code,
  productId: 'P',
  code,
  known: true,
  found,
  expected,
  ...more,
})

test('two batches of which one has as many too few as the other too many were swapped', () => {
  expect(suggestionsFor([line('A', 30, 25), line('B', 20, 25)])).toEqual([
    { kind: 'swapped', lineId: 'A', otherLineId: 'B', otherCode: 'B', quantity: 5 },
    { kind: 'swapped', lineId: 'B', otherLineId: 'A', otherCode: 'A', quantity: 5 },
  ])
})

test.each([
  ['another product', [line('A', 30, 25), line('B', 20, 25, { productId: 'Q' })]],
  ['another quantity', [line('A', 30, 25), line('B', 20, 24)]],
  ['no difference', [line('A', 30, 30), line('B', 20, 20)]],
])('%s is no swap', (_, lines) => {
  expect(suggestionsFor(lines)).toEqual([])
})

test('a code one character from a batch there was typed wrongly, whether the system has it or not', () => {
  for (const known of [true, false])
    expect(suggestionsFor([line('L2401', 10, 4), line('L2407', 0, 6, { known })])).toEqual([
      { kind: 'typed_wrongly', lineId: 'L2407', otherLineId: 'L2401', otherCode: 'L2401' },
    ])
})

test('of several it could have been, the one of which as much is missing', () => {
  const lines = [line('L1', 10, 10), line('L2', 10, 4), line('L3', 0, 6)]
  expect(suggestionsFor(lines)).toContainEqual({
    kind: 'typed_wrongly',
    lineId: 'L3',
    otherLineId: 'L2',
    otherCode: 'L2',
  })
})

test('a batch the system does not have and that looks like none there is added with its label', () => {
  expect(suggestionsFor([line('A', 10, 10), line('NEW-77', 0, 3, { known: false })])).toEqual([
    { kind: 'add_batch', lineId: 'NEW-77' },
  ])
})

describe('codes', () => {
  test.each([
    ['L2401', 'L2407', true],
    ['L2401', 'L241', true],
    ['L2401', 'L24011', true],
    ['L2401', 'L2410', true],
    ['LO1', 'L01', true],
    ['l-24', 'L24', true],
    ['L2401', 'L2401', false],
    ['L2401', 'L2477', false],
    ['L2401', 'K2407', false],
    ['L24', 'L2401', false],
  ])('%s for %s: %s', (read, code, is) => {
    expect(isMistyped(read, code)).toBe(is)
    expect(isMistyped(code, read)).toBe(is)
  })
})

const anyLines = fc.uniqueArray(
  fc.record({
    id: fc.uuid(),
    productId: fc.constantFrom('P', 'Q'),
    code: fc.string({ unit: fc.constantFrom('A', '0', '1'), minLength: 1, maxLength: 4 }),
    known: fc.boolean(),
    found: fc.integer({ min: 0, max: 4 }),
    expected: fc.integer({ min: 0, max: 4 }),
  }),
  { selector: ({ productId, code }) => `${productId} ${code}`, maxLength: 12 },
)
/** What the system does not have it cannot expect. */
const possible = anyLines.map((lines) => lines.map((one) => (one.known ? one : { ...one, expected: 0 })))

test('law: a line that differs has at most one suggestion and any other none; who is swapped is swapped with one another', () => {
  fc.assert(
    fc.property(possible, (lines) => {
      const suggested = suggestionsFor(lines)
      const of = new Map(lines.map((one) => [one.id, one]))
      expect(new Set(suggested.map(({ lineId }) => lineId)).size).toBe(suggested.length)
      for (const one of suggested) {
        const own = of.get(one.lineId)
        expect(own?.found).not.toBe(own?.expected)
        if (one.kind === 'add_batch') expect(own?.known).toBe(false)
        if (one.kind !== 'swapped') continue
        const other = of.get(one.otherLineId)
        expect(other?.productId).toBe(own?.productId)
        expect((own?.found ?? 0) - (own?.expected ?? 0) + (other?.found ?? 0) - (other?.expected ?? 0)).toBe(0)
        expect(suggested).toContainEqual({
          ...one,
          lineId: one.otherLineId,
          otherLineId: own?.id,
          otherCode: own?.code,
        })
      }
    }),
  )
})

/** What a person would do who holds each code against each. */
const meantBy = (line: Counted, lines: readonly Counted[]) => {
  const near = lines
    .filter(
      ({ productId, expected, code }) => productId === line.productId && expected > 0 && isMistyped(line.code, code),
    )
    .toSorted((a, b) => (a.code < b.code ? -1 : 1))
  return near.find(({ found, expected }) => expected - found === line.found) ?? near[0]
}

test('law: who was found and not expected is held against every code that should lie there', () => {
  fc.assert(
    fc.property(possible, (lines) => {
      const suggested = suggestionsFor(lines).flatMap((one) =>
        one.kind === 'typed_wrongly' ? [[one.lineId, one.otherLineId]] : [],
      )
      const meant = lines
        .filter(({ expected, found }) => expected === 0 && found > 0)
        .flatMap((line) => (meantBy(line, lines)?.id ? [[line.id, meantBy(line, lines)?.id]] : []))
      expect(new Map(suggested as [string, string][])).toEqual(new Map(meant as [string, string][]))
    }),
  )
})

test('law: every batch the system does not have and that was found is spoken of; the order of the lines does not matter', () => {
  fc.assert(
    fc.property(possible, (lines) => {
      const suggested = suggestionsFor(lines)
      const spokenOf = new Set(suggested.map(({ lineId }) => lineId))
      for (const { id, known, found } of lines) if (!known && found > 0) expect(spokenOf.has(id)).toBe(true)
      const key = (one: { lineId: string }) => one.lineId
      const sorted = (rows: readonly { lineId: string }[]) => rows.toSorted((a, b) => (key(a) < key(b) ? -1 : 1))
      expect(sorted(suggestionsFor(lines.toReversed()))).toEqual(sorted(suggested))
    }),
  )
})
