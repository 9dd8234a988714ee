/**
 * server/test/hostile.ts — requests made from the OpenAPI document: as it wants them, with a thing or two turned hostile.
 * Everything follows from the seed.
 */
import type { Json } from './world.ts'

export type Dice = Readonly<{
  below(limit: number): number
  of<T>(choices: readonly T[]): T
  chance(percent: number): boolean
}>

/** mulberry32: small, and the same everywhere. */
export function dice(seed: number): Dice {
  let state = seed >>> 0
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
  const below = (limit: number) => Math.floor(next() * limit)
  return { below, of: (choices) => choices[below(choices.length)] as never, chance: (percent) => below(100) < percent }
}

/** A seed from the environment, or of this moment; told, so that a failure can be seen again. */
export function seedFor(name: string): number {
  const seed = Number(process.env[name] ?? Date.now() % 1_000_000_007)
  process.stdout.write(`${name}=${seed}\n`)
  return seed
}

const deep = (levels: number): Json => {
  let value: Json = 1
  for (let level = 0; level < levels; level += 1) value = level % 2 ? [value] : { a: value }
  return value
}

export const hostileTexts: readonly string[] = [
  '',
  ' ',
  '\u0000',
  'a\u0000b',
  '\ud800',
  '\udc00\ud800x',
  '\uffff',
  '\u202e\u200b',
  "'; drop table stock.move; --",
  '" or 1=1 --',
  '\\',
  '%',
  '_%_',
  '{}',
  '#{1}',
  '$1',
  '../../../../etc/passwd',
  '<script>alert(1)</script>',
  '\r\nset-cookie: a=b',
  '__proto__',
  'constructor',
  'null',
  'NaN',
  'infinity',
  '-infinity',
  '9999-12-31',
  '0000-00-00',
  '-4713-01-01',
  '2025-11-23T00:00:00+99:99',
  '0001-01-01T00:00:00Z',
  '9999-12-31T23:59:59.999999999Z',
  '2025-12-31T23:59:60Z',
  '１２３',
  '😀'.repeat(50),
  'x'.repeat(5000),
  '00000000-0000-0000-0000-000000000000',
  'FFFFFFFF-FFFF-FFFF-FFFF-FFFFFFFFFFFF',
  'e\u0301',
  'ß',
  'İ',
]
const hostileValues: readonly Json[] = [
  ...hostileTexts,
  null,
  true,
  0,
  -0,
  -1,
  0.5,
  1e21,
  2 ** 53,
  -(2 ** 63),
  1e308,
  [],
  {},
  [null],
  [[]],
  { length: 1e9 },
  { toString: 1 },
  JSON.parse('{"__proto__":{"admin":true},"constructor":{"prototype":{}}}'),
  deep(50),
  Array(300).fill({}),
]

/** A value as the schema wants it; `texts` are codes, names and ids that mean something in the account. */
export function sample(schema: Json, roll: Dice, texts: readonly string[]): Json {
  if (schema.enum) return roll.of(schema.enum)
  const choices = schema.anyOf ?? schema.oneOf
  if (choices) return sample(roll.of(choices), roll, texts)
  const type = Array.isArray(schema.type) ? roll.of(schema.type) : schema.type
  if (type === 'null') return null
  if (type === 'boolean') return roll.chance(50)
  if (type === 'integer' || type === 'number') {
    const low = Math.max(schema.minimum ?? -5, -1e12)
    return roll.of([low, Math.min(schema.maximum ?? 1e6, 2 ** 53), low + roll.below(20)])
  }
  if (type === 'array')
    return Array.from({ length: Math.max(schema.minItems ?? 0, roll.below(4)) }, () =>
      sample(schema.items, roll, texts),
    )
  if (type === 'object') return sampleObject(schema, roll, texts)
  return sampleText(schema, roll, texts)
}

function sampleObject({ properties = {}, required = [] }: Json, roll: Dice, texts: readonly string[]): Json {
  const made: Json = {}
  for (const [name, schema] of Object.entries<Json>(properties))
    if (required.includes(name) || roll.chance(40)) made[name] = sample(schema, roll, texts)
  return made
}

const forms: readonly [string, readonly string[]][] = [
  ['@', ['a@b.example', 'owner@example.com']],
  ['[A-Z]{3}', ['USD', 'EUR', 'ZZZ']],
  ['[A-Z]{2}', ['US', 'DE', 'ZZ']],
  ['[0-9]{8}', ['4006381333931', '40170725', '4006381333930', '00000000']],
]

function sampleText({ format, pattern = '' }: Json, roll: Dice, texts: readonly string[]): string {
  if (format === 'day') return roll.of(['2025-11-23', '2026-02-28', '1900-01-01', '9999-12-31'])
  if (format === 'instant')
    return roll.of(['2025-11-23T09:00:00-06:00', '2020-01-01T00:00:00Z', '1900-01-01T00:00:00Z'])
  if (pattern.includes('[0-9a-fA-F]{8}-')) return roll.of(texts.filter((text) => text.length === 36))
  const [, known] = forms.find(([part]) => pattern.includes(part)) ?? []
  return known ? roll.of(known) : roll.of(texts)
}

/** The same, with one thing in it replaced, removed, or added. */
export function spoil(value: Json, roll: Dice): Json {
  if (value === null || typeof value !== 'object' || roll.chance(15)) return roll.of(hostileValues)
  const keys = Object.keys(value)
  const at = roll.of(keys)
  const copy: Json = Array.isArray(value) ? [...value] : { ...value }
  const change = at === undefined ? 0 : roll.below(10)
  if (at === undefined || change === 0) copy[roll.of(['surprise', '__proto__x', '', 'id'])] = roll.of(hostileValues)
  else if (change === 1) delete copy[at]
  else copy[at] = spoil(copy[at], roll)
  return copy
}

/** Text in an address, also such that no browser would send. */
export function inAddress(text: string): string {
  try {
    return encodeURIComponent(text)
  } catch {
    return '%ED%A0%80'
  }
}
