/**
 * domain/packs.ts — quantities that go in whole packs. A pack of one is a loose unit.
 */

/** Of a quantity, what whole packs hold. Base units. */
export const wholePacks = (quantity: number, packOf: number): number => quantity - (quantity % packOf)

/** The least that whole packs hold and that is no less than the quantity. */
export const packsCovering = (quantity: number, packOf: number): number => wholePacks(quantity + packOf - 1, packOf)

/** The least that is whole packs of both sizes. */
export const commonMultiple = (a: number, b: number): number => (a * b) / commonDivisor(a, b)
const commonDivisor = (a: number, b: number): number => (b === 0 ? a : commonDivisor(b, a % b))
