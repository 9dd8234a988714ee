import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays } from '../calendar-date.ts'
import { isMistyped, type PatternPart, readPattern, stemOf, writeCode } from './pattern.ts'

const partsOf = (pattern: string): readonly PatternPart[] => {
  const read = readPattern(pattern)
  if (!read.ok) throw new Error(read.problem)
  return read.parts
}
const of = { sku: 'TEA', site: 'CHI', day: '2025-11-23' }

test.each([
  ['{SKU}-{YY}{JJJ}', 'TEA-25327'],
  ['{site}{yyyy}{mm}{dd}/{###}', 'CHI20251123/007'],
  ['L{Y}{WW}-{#}', 'L547-7'],
  ['{SKU}{YY}{##}{CHECK}', 'TEA2507F'],
])('%s writes %s', (pattern, code) => {
  expect(writeCode(partsOf(pattern), of, 7)).toBe(code)
})

test.each([
  ['2024-12-31', '366', '01'],
  ['2023-12-31', '365', '52'],
  ['2021-01-01', '001', '53'],
  ['2026-12-31', '365', '53'],
  ['1969-01-01', '001', '01'],
])('%s is day %s of its year, and in week %s', (day, ofYear, week) => {
  expect(writeCode(partsOf('{JJJ} {WW}'), { ...of, day }, 1)).toBe(`${ofYear} ${week}`)
})

test.each([
  ['', 0, 'it is empty'],
  ['LOT', 3, 'every batch would get the same code: add the day, or a number {##}'],
  ['{SKU', 0, '"{" stands alone: what is filled in is written like {SKU}'],
  ['{YY}}', 4, '"}" stands alone: what is filled in is written like {SKU}'],
  ['{##}-{#}', 5, '{#} is there twice'],
  ['{CHECK}{YY}{CHECK}', 11, '{CHECK} is there twice'],
  ['{#######}', 0, 'a number has at most 6 digits'],
  [
    'A{LOT}',
    1,
    '{LOT} is not known: there are {SKU}, {SITE}, {YYYY}, {YY}, {Y}, {MM}, {DD}, {JJJ}, {WW}, {##} and {CHECK}',
  ],
  [`{YY}${'x'.repeat(80)}`, 80, 'it has more than 80 characters'],
])('%j is no pattern, and says where and why', (pattern, at, problem) => {
  expect(readPattern(pattern)).toEqual({ ok: false, at, problem })
})

test('a number that has no room in its digits writes no code; where there is none, the code is the same each time', () => {
  expect(writeCode(partsOf('{##}'), of, 99)).toBe('99')
  expect(writeCode(partsOf('{##}'), of, 100)).toBeNull()
  expect(writeCode(partsOf('{YY}'), of, 100)).toBe('25')
})

test('the number is counted anew where the rest of the code is another', () => {
  const parts = partsOf('{SITE}{JJJ}-{##}{CHECK}')
  expect(stemOf(parts, of)).toBe('CHI327-#')
  expect(stemOf(parts, { ...of, sku: 'MINT' })).toBe('CHI327-#')
  expect(stemOf(parts, { ...of, day: '2025-11-24' })).not.toBe('CHI327-#')
})

const pattern = '{SKU}.{YY}{JJJ}-{###}{CHECK}'

test('of what the pattern writes nothing is mistyped; one other letter or digit is', () => {
  const parts = partsOf(pattern)
  const days = fc.integer({ min: 0, max: 20_000 }).map((past) => addDays('2000-01-01', past))
  fc.assert(
    fc.property(
      days,
      fc.integer({ min: 0, max: 999 }),
      fc.nat(),
      fc.integer({ min: 1, max: 9 }),
      (day, nth, at, by) => {
        const code = writeCode(parts, { ...of, day }, nth) ?? ''
        expect(isMistyped(parts, code, of)).toBe(false)
        const digits = [...code.matchAll(/\d/g)].map(({ index }) => index).filter((index) => index < code.length - 1)
        const where = digits[at % digits.length] ?? 0
        const other = (Number(code[where]) + by) % 10
        expect(isMistyped(parts, code.slice(0, where) + other + code.slice(where + 1), of)).toBe(true)
      },
    ),
  )
})

test('a code of another shape, or of a pattern without check character, is not judged', () => {
  expect(isMistyped(partsOf(pattern), 'SUPPLIER-77', of)).toBe(false)
  expect(isMistyped(partsOf(pattern), 'TEA.25327-1', of)).toBe(false)
  expect(isMistyped(partsOf('{SKU}{##}'), 'TEA01', of)).toBe(false)
})
