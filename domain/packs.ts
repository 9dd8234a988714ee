/**
 * domain/packs.ts — quantities that go in whole packs. A pack of one is a loose unit.
 */
import { batchName } from './batch-code.ts'

/** Of a quantity, what whole packs hold. Base units. */
export const wholePacks = (quantity: number, packOf: number): number => quantity - (quantity % packOf)

/** The least that whole packs hold and that is no less than the quantity. */
export const packsCovering = (quantity: number, packOf: number): number => wholePacks(quantity + packOf - 1, packOf)

/** The least that is whole packs of both sizes. */
export const commonMultiple = (a: number, b: number): number => (a * b) / commonDivisor(a, b)
const commonDivisor = (a: number, b: number): number => (b === 0 ? a : commonDivisor(b, a % b))

/** What lies in closed boxes moves in whole ones. */
export const cutsBox = (quantity: number, packOf: number): boolean => quantity % packOf !== 0

type CutBox = { where: string; batch: string; place: string; of: number; asked: number }
export const cutBoxWords = ({ where, batch, place, of, asked }: CutBox): string =>
  `${where}: at ${place} lie closed boxes of ${of}, and ${asked} of ${batchName(batch)} are no whole boxes. Open a box first: its units then lie loose in the bin.`
