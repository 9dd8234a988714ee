/**
 * domain/storage/bin-position.ts — where a bin stands: the aisle, the bay in it, and the level above the floor.
 */
import { byText } from '../allocation/order.ts'
import { byBinCode } from '../picking/route.ts'

export type Position = Readonly<{ aisle: string; bay: number; level: number }>
type Told = Readonly<{ code: string; aisle: string | null; bay: number | null; level: number | null }>

const partsMax = 8

/**
 * What is told, else what the code says: of "A-03-2" the aisle is A, the bay 3, the level 2; of "B12" they are B, 12 and 0. A code
 * without a number is an aisle of its own. Level 0 is the floor.
 */
export function positionOf({ code, aisle, bay, level }: Told): Position {
  const parts = code.split(/[-_./\s]+|(?<=[A-Za-z])(?=\d)|(?<=\d)(?=[A-Za-z])/, partsMax).filter((part) => part !== '')
  const [first = code, ...rest] = parts
  const numbers = rest.map(numberOf).filter((part) => part !== null)
  return { aisle: aisle ?? first, bay: bay ?? numbers[0] ?? 0, level: level ?? numbers[1] ?? 0 }
}

const digitsMax = 5

/** Of a single letter, its place in the alphabet: levels are often lettered. */
function numberOf(part: string): number | null {
  if (/^\d+$/.test(part)) return Number(part.slice(-digitsMax))
  return /^[A-Za-z]$/.test(part) ? part.toUpperCase().charCodeAt(0) - 64 : null
}

/** Along the aisles as people count them, and from the floor up. */
export const byPosition = (a: Position & { code: string }, b: Position & { code: string }): number =>
  (a.aisle === b.aisle ? 0 : byBinCode(a.aisle, b.aisle)) ||
  a.bay - b.bay ||
  a.level - b.level ||
  byText(a.code, b.code)

/** Whether what falls from the one can reach the other. */
export const isAbove = (upper: Position, lower: Position): boolean =>
  upper.aisle === lower.aisle && upper.bay === lower.bay && upper.level > lower.level
