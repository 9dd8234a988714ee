/**
 * domain/gs1/identifiers.ts — the application identifiers that a warehouse meets, and what may follow each (GS1 General
 * Specifications §3.2). An identifier that is not here is told as not known, never guessed; it is no fault of the label.
 */
import { isCalendarDate } from '../calendar-date.ts'
import { checkDigit } from './check-digit.ts'

type Rule = 'check digit' | 'date'
export type Identifier = Readonly<{
  ai: string
  title: string
  /** `digits`, or the 82 characters of §7.11. */
  set: 'digits' | 'text'
  lengthMin: number
  lengthMax: number
  /** Of the whole value, part by part. */
  form: RegExp
  rule: Rule | null
}>

/** `N14` is fourteen digits, `X..20` at most twenty characters, `[N3]` may be absent; an `n` at the end of the identifier is any digit. */
const rows: readonly (readonly [ai: string, form: string, title: string, rule?: Rule])[] = [
  ['00', 'N18', 'SSCC', 'check digit'],
  ['01', 'N14', 'GTIN', 'check digit'],
  ['02', 'N14', 'GTIN of the content', 'check digit'],
  ['03', 'N14', 'GTIN made to order', 'check digit'],
  ['10', 'X..20', 'batch'],
  ['11', 'N6', 'production date', 'date'],
  ['12', 'N6', 'due date', 'date'],
  ['13', 'N6', 'packaging date', 'date'],
  ['15', 'N6', 'best before date', 'date'],
  ['16', 'N6', 'sell by date', 'date'],
  ['17', 'N6', 'expiration date', 'date'],
  ['20', 'N2', 'variant'],
  ['21', 'X..20', 'serial'],
  ['22', 'X..20', 'consumer product variant'],
  ['30', 'N..8', 'count'],
  ['310n', 'N6', 'net weight in kilograms'],
  ['311n', 'N6', 'length in metres'],
  ['312n', 'N6', 'width in metres'],
  ['313n', 'N6', 'height in metres'],
  ['315n', 'N6', 'net volume in litres'],
  ['316n', 'N6', 'net volume in cubic metres'],
  ['320n', 'N6', 'net weight in pounds'],
  ['321n', 'N6', 'length in inches'],
  ['322n', 'N6', 'length in feet'],
  ['323n', 'N6', 'length in yards'],
  ['324n', 'N6', 'width in inches'],
  ['325n', 'N6', 'width in feet'],
  ['326n', 'N6', 'width in yards'],
  ['327n', 'N6', 'height in inches'],
  ['328n', 'N6', 'height in feet'],
  ['329n', 'N6', 'height in yards'],
  ['330n', 'N6', 'gross weight in kilograms'],
  ['331n', 'N6', 'outer length in metres'],
  ['332n', 'N6', 'outer width in metres'],
  ['333n', 'N6', 'outer height in metres'],
  ['335n', 'N6', 'gross volume in litres'],
  ['336n', 'N6', 'gross volume in cubic metres'],
  ['337n', 'N6', 'kilograms per square metre'],
  ['340n', 'N6', 'gross weight in pounds'],
  ['341n', 'N6', 'outer length in inches'],
  ['342n', 'N6', 'outer length in feet'],
  ['343n', 'N6', 'outer length in yards'],
  ['344n', 'N6', 'outer width in inches'],
  ['345n', 'N6', 'outer width in feet'],
  ['346n', 'N6', 'outer width in yards'],
  ['347n', 'N6', 'outer height in inches'],
  ['348n', 'N6', 'outer height in feet'],
  ['349n', 'N6', 'outer height in yards'],
  ['350n', 'N6', 'area in square inches'],
  ['351n', 'N6', 'area in square feet'],
  ['352n', 'N6', 'area in square yards'],
  ['353n', 'N6', 'outer area in square inches'],
  ['354n', 'N6', 'outer area in square feet'],
  ['355n', 'N6', 'outer area in square yards'],
  ['356n', 'N6', 'net weight in troy ounces'],
  ['357n', 'N6', 'net weight in ounces'],
  ['360n', 'N6', 'net volume in quarts'],
  ['361n', 'N6', 'net volume in gallons'],
  ['362n', 'N6', 'gross volume in quarts'],
  ['363n', 'N6', 'gross volume in gallons'],
  ['364n', 'N6', 'net volume in cubic inches'],
  ['365n', 'N6', 'net volume in cubic feet'],
  ['366n', 'N6', 'net volume in cubic yards'],
  ['367n', 'N6', 'gross volume in cubic inches'],
  ['368n', 'N6', 'gross volume in cubic feet'],
  ['369n', 'N6', 'gross volume in cubic yards'],
  ['37', 'N..8', 'count of the content'],
  ['390n', 'N..15', 'amount payable'],
  ['391n', 'N3 N..15', 'amount payable, with its currency'],
  ['392n', 'N..15', 'price'],
  ['393n', 'N3 N..15', 'price, with its currency'],
  ['394n', 'N4', 'percentage off'],
  ['395n', 'N6', 'price per unit of measure'],
  ['235', 'X..28', 'serial of a third party'],
  ['240', 'X..30', 'additional product identification'],
  ['241', 'X..30', 'customer part number'],
  ['242', 'N..6', 'made-to-order variation'],
  ['243', 'X..20', 'packaging component'],
  ['250', 'X..30', 'secondary serial'],
  ['251', 'X..30', 'reference to the source'],
  ['254', 'X..20', 'extension of the location'],
  ['400', 'X..30', 'customer order'],
  ['403', 'X..30', 'routing code'],
  ['410', 'N13', 'ship to', 'check digit'],
  ['411', 'N13', 'bill to', 'check digit'],
  ['412', 'N13', 'purchased from', 'check digit'],
  ['413', 'N13', 'ship for', 'check digit'],
  ['414', 'N13', 'location', 'check digit'],
  ['415', 'N13', 'invoicing party', 'check digit'],
  ['416', 'N13', 'place of production', 'check digit'],
  ['417', 'N13', 'party', 'check digit'],
  ['420', 'X..20', 'postal code'],
  ['421', 'N3 X..9', 'postal code with its country'],
  ['422', 'N3', 'country of origin'],
  ['423', 'N3 [N3] [N3] [N3] [N3]', 'countries of initial processing'],
  ['424', 'N3', 'country of processing'],
  ['425', 'N3 [N3] [N3] [N3] [N3]', 'countries of disassembly'],
  ['426', 'N3', 'country of the full process chain'],
  ['427', 'X..3', 'subdivision of the country of origin'],
  ['7001', 'N13', 'NATO stock number'],
  ['7002', 'X..30', 'meat cut'],
  ['7003', 'N10', 'expiration date and time', 'date'],
  ['7004', 'N..4', 'active potency'],
  ['7005', 'X..12', 'catch area'],
  ['7006', 'N6', 'first freeze date', 'date'],
  ['7007', 'N6 [N6]', 'harvest date', 'date'],
  ['7008', 'X..3', 'fishery species'],
  ['7009', 'X..10', 'fishing gear'],
  ['7010', 'X..2', 'production method'],
  ['7011', 'N6 [N4]', 'test by date', 'date'],
  ['7020', 'X..20', 'refurbishment lot'],
  ['7021', 'X..20', 'functional status'],
  ['7022', 'X..20', 'revision status'],
  ['703n', 'N3 X..27', 'processor'],
  ['710', 'X..20', 'national number PZN'],
  ['711', 'X..20', 'national number CIP'],
  ['712', 'X..20', 'national number CN'],
  ['713', 'X..20', 'national number DRN'],
  ['714', 'X..20', 'national number AIM'],
  ['715', 'X..20', 'national number NDC'],
  ['716', 'X..20', 'national number AIC'],
  ['717', 'X..20', 'national number SRN'],
  ['723n', 'X2 X..28', 'certification'],
  ['7240', 'X..20', 'protocol'],
  ['8002', 'X..20', 'mobile telephone identifier'],
  ['8005', 'N6', 'price per unit'],
  ['8008', 'N8 [N2] [N2]', 'production date and time', 'date'],
  ['8009', 'X..50', 'optical sensor'],
  ['8012', 'X..20', 'software version'],
  ['8200', 'X..70', 'address of more information'],
  ['90', 'X..30', 'agreed between partners'],
  ['9n', 'X..90', 'internal'],
]

const allowed = { digits: '\\d', text: '[!"%&\'()*+,\\-./\\d:;<=>?A-Z_a-z]' } as const

const partOf = (part: string) => {
  const [, optional, letter, upTo, length] = /^(\[)?([NX])(\.\.)?(\d+)/.exec(part) ?? []
  const set = letter === 'N' ? 'digits' : 'text'
  const pattern = `(?:${allowed[set]}{${upTo ? '1,' : ''}${length}})${optional ? '?' : ''}`
  return { set, pattern, lengthMin: optional ? 0 : upTo ? 1 : Number(length), lengthMax: Number(length) } as const
}

const read = ([ai, form, title, rule]: (typeof rows)[number]): Identifier => {
  const parts = form.split(' ').map(partOf)
  return {
    ai,
    title,
    rule: rule ?? null,
    set: parts.every(({ set }) => set === 'digits') ? 'digits' : 'text',
    lengthMin: parts.reduce((sum, { lengthMin }) => sum + lengthMin, 0),
    lengthMax: parts.reduce((sum, { lengthMax }) => sum + lengthMax, 0),
    form: new RegExp(`^${parts.map(({ pattern }) => pattern).join('')}$`),
  }
}
const anyDigit = /n$/
const known = new Map(
  rows.flatMap((row): (readonly [string, Identifier])[] => {
    const identifier = read(row)
    if (!anyDigit.test(identifier.ai)) return [[identifier.ai, identifier]]
    return Array.from({ length: 10 }, (_, digit) => identifier.ai.replace(anyDigit, String(digit)))
      .filter((ai) => !rows.some(([own]) => own === ai))
      .map((ai) => [ai, { ...identifier, ai }])
  }),
)

/** What begins at a place of a message; no identifier is the beginning of another. */
export const identifierAt = (message: string, at: number): Identifier | null =>
  [2, 3, 4].map((length) => known.get(message.slice(at, at + length))).find((found) => found !== undefined) ?? null

/** By the first two digits: identifier and value together, where no separator need follow (figure 7.8.5-2). */
const predefined: Readonly<Record<string, number>> = {
  '00': 20,
  '01': 16,
  '02': 16,
  '03': 16,
  '04': 18,
  ...Object.fromEntries(['11', '12', '13', '14', '15', '16', '17', '18', '19'].map((start) => [start, 8])),
  '20': 4,
  ...Object.fromEntries(['31', '32', '33', '34', '35', '36'].map((start) => [start, 10])),
  '41': 16,
}

export const predefinedLength = (message: string, at: number): number | null =>
  predefined[message.slice(at, at + 2)] ?? null

const sets = { digits: new RegExp(`^${allowed.digits}*$`), text: new RegExp(`^${allowed.text}*$`) } as const

/** What is wrong with a value, in words that follow it; null where nothing is. */
export function complaintAbout({ set, lengthMin, lengthMax, form, rule }: Identifier, value: string): string | null {
  const length = lengthMin === lengthMax ? `${lengthMax}` : `${lengthMin} to ${lengthMax}`
  if (!sets[set].test(value))
    return set === 'digits' ? 'must be digits' : 'holds a character that GS1 does not allow there'
  if (value.length < lengthMin || value.length > lengthMax) return `must have ${length} characters, not ${value.length}`
  if (!form.test(value)) return 'is not put together as GS1 has it'
  if (rule === 'date' && !isGs1Date(value)) return 'is no day of the calendar'
  if (rule !== 'check digit') return null
  const right = checkDigit(value.slice(0, -1))
  return right === Number(value.at(-1)) ? null : `has the check digit ${value.at(-1)}, but needs ${right}`
}

/** An hour may follow. Day 00 is the last of the month. 2000 is a leap year: which century is meant is not asked here. */
const isGs1Date = (value: string): boolean => {
  const day = value.slice(4, 6)
  return isCalendarDate(`20${value.slice(0, 2)}-${value.slice(2, 4)}-${day === '00' ? '01' : day}`)
}
