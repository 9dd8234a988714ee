import fc from 'fast-check'
import { expect, test } from 'vitest'
import { bracketed, readBracketed } from './bracketed.ts'
import { buildLink, canonicalStem } from './build-link.ts'
import { checkDigit } from './check-digit.ts'
import { countryLetters, countryNumbers, currencyNumbers } from './checks/countries.ts'
import { csumalpha } from './checks/numbers.ts'
import { packageTypes } from './checks/packages.ts'
import { readLink } from './digital-link.ts'
import { elementString, readElements, separator } from './element-string.ts'
import { type Component, faultOf, type Identifier, identifiers } from './identifiers.ts'
import type { Element } from './problem.ts'
import { strict } from './read-scan.ts'

const letters = {
  N: '0123456789',
  X: '!"%&\'()*+,-./0123456789:;<=>?ABCXYZ_abcxyz',
  Y: '#-/0123456789ABCXYZ',
  Z: '-0123456789ABCXYZ_abcxyz',
} as const

const text = (set: keyof typeof letters, lengthMin: number, lengthMax: number) =>
  fc.array(fc.constantFrom(...letters[set]), { minLength: lengthMin, maxLength: lengthMax }).map((all) => all.join(''))
const digits = (length: number) => text('N', length, length)
const among = (values: Iterable<string>) => fc.constantFrom(...values)
const days = among(['261231', '000229', '260228'])

/** Four digits of a company come first, whatever follows. */
const prefixed = ({ set, lengthMax }: Component) =>
  fc.tuple(digits(4), text(set, 0, lengthMax - 4)).map((parts) => parts.join(''))

const byCheck: Readonly<Record<string, (component: Component) => fc.Arbitrary<string>>> = {
  csum: ({ lengthMax }) => digits(lengthMax - 1).map((body) => `${body}${checkDigit(body)}`),
  csumalpha: ({ lengthMax }) =>
    fc.tuple(digits(4), text('X', 0, lengthMax - 7)).map((parts) => {
      const body = `${parts.join('')}A`
      return `${body}${csumalpha(`${body}22`)?.right ?? '22'}`
    }),
  gcppos1: prefixed,
  yymmdd: () => days,
  yymmd0: () => fc.oneof(days, fc.constant('260200')),
  yyyymmdd: () => among(['19991231', '20000229']),
  hhmi: () => among(['0000', '2359']),
  hh: () => among(['00', '23']),
  mi: () => among(['00', '59']),
  ss: () => among(['00', '59']),
  iso3166: () => among(countryNumbers),
  iso3166999: () => among(['999', '276']),
  iso3166alpha2: () => among(countryLetters),
  iso4217: () => among(currencyNumbers),
  iso5218: () => among('0129'),
  mediatype: () => among(['01', '10', '80']),
  packagetype: () => among(packageTypes),
  importeridx: () => among('-A_z9'),
  yesno: () => among('01'),
  winding: () => among('019'),
  hyphen: () => fc.constant('-'),
  pcenc: ({ lengthMax }) => text('N', 1, lengthMax - 3).map((all) => `${all}%2F`),
  latitude: () => fc.constant('1800000000'),
  longitude: () => fc.constant('3600000000'),
  iban: () => fc.constant('GB82WEST12345698765432'),
  couponcode: () => fc.constant('012345612345611110123'),
  couponposoffer: () => fc.constant('001234561234560123456'),
  nonzero: ({ lengthMax }) => fc.constant('1'.padStart(lengthMax, '0')),
  nozeroprefix: ({ lengthMax }) => text('N', 0, lengthMax - 1).map((all) => `1${all}`),
  pieceoftotal: () => among(['0101', '0209']),
  posinseqslash: () => among(['1/1', '2/3']),
  zero: ({ lengthMax }) => fc.constant('0'.repeat(lengthMax)),
}

function partOf(component: Component): fc.Arbitrary<string> {
  const [own] = component.checkNames.flatMap((name) => byCheck[name] ?? [])
  return own?.(component) ?? text(component.set, component.lengthMin, component.lengthMax)
}

/** Parts that may be absent are all there or all absent. */
const wholeOf = ({ components }: Identifier): fc.Arbitrary<string> =>
  fc
    .tuple(fc.boolean(), ...components.map(partOf))
    .map(([all, ...parts]) => parts.filter((_, at) => all || !components[at]?.optional).join(''))

const anyElement: fc.Arbitrary<Element> = fc
  .constantFrom(...identifiers.values())
  .chain((identifier) => wholeOf(identifier).map((value) => ({ ai: identifier.ai, value })))

/** No identifier twice. */
const anyElements: fc.Arbitrary<Element[]> = fc.uniqueArray(anyElement, {
  minLength: 1,
  maxLength: 8,
  selector: ({ ai }) => ai,
})

const reading = { begin: 0, unlisted: false } as const
const plain = (elements: readonly Element[]) => elements.map(({ ai, value }) => ({ ai, value }))
const sorted = (elements: readonly Element[]) => plain(elements).sort((a, b) => (a.ai < b.ai ? -1 : 1))

test('law: what is written as an element string, or in brackets, is read as it was', () => {
  fc.assert(
    fc.property(anyElements, (elements) => {
      const wanted = { elements, problems: [], unknown: [] }
      expect(readElements(elementString(elements), reading)).toMatchObject(wanted)
      expect(readBracketed(bracketed(elements), reading)).toMatchObject(wanted)
    }),
    { numRuns: 1000 },
  )
})

test('law: a link that can be built is read as what it was built of', () => {
  const keys = [...identifiers.values()].filter(({ keys }) => keys !== null).map(({ ai }) => ai)
  const key = anyElement.filter(({ ai }) => keys.includes(ai))
  fc.assert(
    fc.property(key, anyElements, (first, others) => {
      const elements = [first, ...others.filter(({ ai }) => ai !== first.ai)]
      const link = buildLink(elements, { stem: canonicalStem, unlistedInQuery: false })
      const read = link.ok ? readLink(link.uri, strict) : { elements, problems: [] }
      expect([read.problems, sorted(read.elements)]).toEqual([[], sorted(elements)])
      expect(link.ok ? null : link.problem.code).toBeOneOf([null, 'link_not_an_attribute'])
    }),
    { numRuns: 1000 },
  )
})

test('law: every place of an element tells where its identifier stands', () => {
  fc.assert(
    fc.property(anyElements, (elements) => {
      const message = elementString(elements)
      for (const { ai, value, at } of readElements(message, reading).elements)
        expect(message.startsWith(`${ai}${value}`, at)).toBe(true)
    }),
  )
})

test('law: one character less or more is found, where the length is fixed', () => {
  const fixed = anyElement.filter(({ ai }) => {
    const { lengthMin = 0, lengthMax = 1 } = identifiers.get(ai) ?? {}
    return lengthMin === lengthMax
  })
  fc.assert(
    fc.property(fixed, ({ ai, value }) => {
      const identifier = identifiers.get(ai)
      expect(identifier && faultOf(identifier, value)).toBe(null)
      expect(identifier && faultOf(identifier, value.slice(1))?.code).toBe('too_short')
      expect(identifier && faultOf(identifier, `${value}0`)?.code).toBe('too_long')
    }),
  )
})

test('a separator stands where the length does not say where a value ends, and nowhere else', () => {
  const elements = [
    { ai: '10', value: 'A' },
    { ai: '17', value: '261231' },
    { ai: '21', value: 'S' },
  ]
  expect(elementString(elements)).toBe(`${separator}10A${separator}1726123121S`)
})
