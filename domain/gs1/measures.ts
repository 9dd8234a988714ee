/**
 * domain/gs1/measures.ts — the identifiers of weights and measures, 31nn to 36nn: six digits each, of which the last digit of the identifier says how
 * many stand behind the decimal point, 0 to 5 (General Specifications §3.6).
 */
import type { Row } from './identifiers.ts'

/** What a measure is of: of the item as it is traded, of the parcel as it is moved, or of a single item only. */
const accompanied = { traded: '01 02', moved: '00 01', single: '01' } as const
type Kind = keyof typeof accompanied

const measures: readonly (readonly [begin: string, kind: Kind, title: string])[] = [
  ['310', 'traded', 'net weight in kilograms'],
  ['311', 'traded', 'length in metres'],
  ['312', 'traded', 'width in metres'],
  ['313', 'traded', 'height in metres'],
  ['314', 'traded', 'area in square metres'],
  ['315', 'traded', 'net volume in litres'],
  ['316', 'traded', 'net volume in cubic metres'],
  ['320', 'traded', 'net weight in pounds'],
  ['321', 'traded', 'length in inches'],
  ['322', 'traded', 'length in feet'],
  ['323', 'traded', 'length in yards'],
  ['324', 'traded', 'width in inches'],
  ['325', 'traded', 'width in feet'],
  ['326', 'traded', 'width in yards'],
  ['327', 'traded', 'height in inches'],
  ['328', 'traded', 'height in feet'],
  ['329', 'traded', 'height in yards'],
  ['330', 'moved', 'gross weight in kilograms'],
  ['331', 'moved', 'outer length in metres'],
  ['332', 'moved', 'outer width in metres'],
  ['333', 'moved', 'outer height in metres'],
  ['334', 'moved', 'outer area in square metres'],
  ['335', 'moved', 'gross volume in litres'],
  ['336', 'moved', 'gross volume in cubic metres'],
  ['337', 'single', 'kilograms per square metre'],
  ['340', 'moved', 'gross weight in pounds'],
  ['341', 'moved', 'outer length in inches'],
  ['342', 'moved', 'outer length in feet'],
  ['343', 'moved', 'outer length in yards'],
  ['344', 'moved', 'outer width in inches'],
  ['345', 'moved', 'outer width in feet'],
  ['346', 'moved', 'outer width in yards'],
  ['347', 'moved', 'outer height in inches'],
  ['348', 'moved', 'outer height in feet'],
  ['349', 'moved', 'outer height in yards'],
  ['350', 'traded', 'area in square inches'],
  ['351', 'traded', 'area in square feet'],
  ['352', 'traded', 'area in square yards'],
  ['353', 'moved', 'outer area in square inches'],
  ['354', 'moved', 'outer area in square feet'],
  ['355', 'moved', 'outer area in square yards'],
  ['356', 'traded', 'net weight in troy ounces'],
  ['357', 'traded', 'net weight in ounces'],
  ['360', 'traded', 'net volume in quarts'],
  ['361', 'traded', 'net volume in gallons'],
  ['362', 'moved', 'gross volume in quarts'],
  ['363', 'moved', 'gross volume in gallons'],
  ['364', 'traded', 'net volume in cubic inches'],
  ['365', 'traded', 'net volume in cubic feet'],
  ['366', 'traded', 'net volume in cubic yards'],
  ['367', 'moved', 'gross volume in cubic inches'],
  ['368', 'moved', 'gross volume in cubic feet'],
  ['369', 'moved', 'gross volume in cubic yards'],
]

export const measureRows: readonly Row[] = measures.map(([begin, kind, title]) => [
  `${begin}0-${begin}5`,
  'N6',
  title,
  { needs: accompanied[kind], bars: `${begin}n` },
])
