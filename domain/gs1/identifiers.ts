/**
 * domain/gs1/identifiers.ts — the application identifiers, and what may follow each (GS1 General Specifications §3.2). The rows are our own notation of
 * what the GS1 Barcode Syntax Dictionary says; a conformance test holds one against the other, entry by entry.
 */
import { type CharacterSet, charactersOf } from './characters.ts'
import { type Check, checks } from './checks/index.ts'
import { type Fault, fault } from './fault.ts'
import { itemRows } from './item-rows.ts'
import { measureRows } from './measures.ts'
import { partyRows } from './party-rows.ts'

export type Rules = Readonly<{
  /** One of these must be there as well: `01+21` both, `31nn` any that begins so. */
  needs?: string
  /** None of these may be there; an identifier never bars itself. */
  bars?: string
  /** A Digital Link may begin with it, and these may follow in this order; behind `|` others instead. */
  key?: string
  /** Whether it may stand behind the question mark of a Digital Link; it may where nothing is said. */
  inLink?: boolean
}>
/**
 * `N14` is fourteen digits, `X..20` at most twenty characters, `[N3]` may be absent; names of checks follow behind colons. `3100-3105` is every identifier
 * from the one to the other.
 */
export type Row = readonly [ai: string, form: string, title: string, rules?: Rules]

export type Component = Readonly<{
  set: CharacterSet
  lengthMin: number
  lengthMax: number
  optional: boolean
  checkNames: readonly string[]
  /** Of its characters first. */
  checks: readonly Check[]
}>
/** `31nn` is every identifier of four digits that begins with 31. */
export type Pattern = Readonly<{ text: string; begin: string }>
export type Identifier = Readonly<{
  ai: string
  title: string
  components: readonly Component[]
  lengthMin: number
  lengthMax: number
  /** Whether a separator must follow, if anything does. */
  separated: boolean
  inLink: boolean
  needs: readonly (readonly Pattern[])[]
  bars: readonly Pattern[]
  /** What may follow it in the path of a Digital Link, each in its order; null where it is no primary key. */
  keys: readonly (readonly string[])[] | null
}>

function componentOf(part: string): Component {
  const [, bracket, letter = 'X', upTo, length, names = ''] =
    /^(\[)?([NXYZ])(\.\.)?(\d+)((?::\w+)*)\]?$/.exec(part) ?? []
  const set = letter as CharacterSet
  const checkNames = names.split(':').filter(Boolean)
  return {
    set,
    lengthMin: upTo ? 1 : Number(length),
    lengthMax: Number(length),
    optional: bracket !== undefined,
    checkNames,
    checks: [charactersOf[set], ...checkNames.flatMap((name) => checks.get(name) ?? [])],
  }
}

/** By the first two digits: how long the value is where no separator need follow (figure 7.8.5-2). */
const predefined = new Map<string, number>([
  ['00', 18],
  ['01', 14],
  ['02', 14],
  ['03', 14],
  ['04', 16],
  ...['11', '12', '13', '14', '15', '16', '17', '18', '19'].map((start): [string, number] => [start, 6]),
  ['20', 2],
  ...['31', '32', '33', '34', '35', '36'].map((start): [string, number] => [start, 6]),
  ['41', 13],
])

const patternOf = (text: string): Pattern => ({ text, begin: text.replace(/n+$/, '') })
const words = (text: string | undefined) => (text ?? '').split(' ').filter(Boolean)

function identifierWith(ai: string, form: string, { title, rules }: { title: string; rules: Rules }): Identifier {
  const components = form.split(' ').map(componentOf)
  return {
    ai,
    title,
    components,
    lengthMin: components.reduce((sum, { optional, lengthMin }) => sum + (optional ? 0 : lengthMin), 0),
    lengthMax: components.reduce((sum, { lengthMax }) => sum + lengthMax, 0),
    separated: !predefined.has(ai.slice(0, 2)),
    inLink: rules.inLink ?? true,
    needs: words(rules.needs).map((all) => all.split('+').map(patternOf)),
    bars: words(rules.bars).map(patternOf),
    keys: rules.key === undefined ? null : rules.key.split('|').map(words),
  }
}

function everyOf([range, form, title, rules = {}]: Row): Identifier[] {
  const [first = '', last = first] = range.split('-')
  return Array.from({ length: Number(last) - Number(first) + 1 }, (_, at) =>
    identifierWith(String(Number(first) + at).padStart(first.length, '0'), form, { title, rules }),
  )
}

export const identifiers: ReadonlyMap<string, Identifier> = new Map(
  [...itemRows, ...measureRows, ...partyRows]
    .flatMap(everyOf)
    .sort((a, b) => (a.ai < b.ai ? -1 : 1))
    .map((identifier) => [identifier.ai, identifier]),
)

/** By the first two digits, as a number: how many digits the identifier has; 0 where none begins so. */
const lengths = new Uint8Array(100)
/** By all its digits as a number: no two identifiers of different lengths begin alike, so the number is enough. */
const byNumber: (Identifier | undefined)[] = Array.from({ length: 10_000 })
for (const identifier of identifiers.values()) {
  lengths[Number(identifier.ai.slice(0, 2))] = identifier.ai.length
  byNumber[placeOf(identifier.ai, 0, identifier.ai.length)] = identifier
}

/** So many digits there as a number; −1 where they are none. */
function placeOf(message: string, from: number, length: number): number {
  let number = 0
  for (let at = from; at < from + length; at += 1) {
    const digit = message.charCodeAt(at) - 48
    if (!(digit >= 0 && digit <= 9)) return -1
    number = number * 10 + digit
  }
  return number
}

/** How many digits an identifier has that begins so; 0 where nobody knows. */
export const identifierLength = (message: string, at = 0): number => lengths[placeOf(message, at, 2)] ?? 0

/** What begins at a place of a message; no identifier is the beginning of another. */
export function identifierAt(message: string, at: number): Identifier | null {
  const length = identifierLength(message, at)
  return length === 0 ? null : (byNumber[placeOf(message, at, length)] ?? null)
}

/** Identifier and value together, where no separator need follow. */
export function predefinedLength(message: string, at: number): number | null {
  const start = message.slice(at, at + 2)
  const value = predefined.get(start)
  return value === undefined ? null : (identifierLength(message, at) || 2) + value
}

/** An identifier that is in no list, as it would have to be built; null where it cannot be one beside those that are. */
export function unlisted(ai: string): Identifier | null {
  const length = identifierLength(ai)
  if (!/^\d{2,4}$/.test(ai) || identifiers.has(ai) || (length !== 0 && length !== ai.length)) return null
  const fixed = predefined.get(ai.slice(0, 2))
  return identifierWith(ai, fixed === undefined ? 'X..90' : `X${fixed}`, { title: 'not known', rules: {} })
}

/** The first thing that is wrong with a value; null where nothing is. */
export function faultOf({ components, lengthMin, lengthMax }: Identifier, value: string): Fault | null {
  if (value.length < lengthMin || value.length > lengthMax) return wrongLength(value, lengthMin, lengthMax)
  let from = 0
  for (const component of components) {
    if (from === value.length) break
    const to = Math.min(from + component.lengthMax, value.length)
    if (to - from < component.lengthMin) return fault('incomplete', from, to - from)
    const found = faultIn(component, from === 0 && to === value.length ? value : value.slice(from, to))
    if (found) return from === 0 ? found : { ...found, at: from + found.at }
    from = to
  }
  return null
}

function wrongLength(value: string, lengthMin: number, lengthMax: number): Fault {
  const right = lengthMin === lengthMax ? `${lengthMax}` : `${lengthMin} to ${lengthMax}`
  return value.length < lengthMin
    ? { ...fault('too_short', 0, value.length), right }
    : { ...fault('too_long', lengthMax, value.length - lengthMax), right }
}

function faultIn({ checks: all }: Component, part: string): Fault | null {
  for (const check of all) {
    const found = check(part)
    if (found) return found
  }
  return null
}
