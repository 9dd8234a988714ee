/**
 * domain/labels/symbol-content.ts — what a code on a label holds. What cannot be written in the code that was wanted is written in one that can, and
 * told: a label without a code helps nobody.
 */
import { buildScan } from '../gs1/build-scan.ts'
import type { Element } from '../gs1/problem.ts'
import { bearsIdentifiers, type LabelSymbology, type OfIdentifiers, type SymbolPart } from './design.ts'

/** What a label can say of a thing, by GS1 identifier; `code` is what people call it by. */
export type Coded = Readonly<{ code: string; identifiers: Readonly<Record<string, string>> }>
/** EAN by its digits; the others as their names have it. */
export type WrittenSymbology = Exclude<LabelSymbology, 'ean'> | 'ean_13' | 'ean_8'
export type SymbolContent = Readonly<{
  symbology: WrittenSymbology
  /** A GS1 element string that begins with FNC1 (0x1D), an address, digits, or a text. */
  message: string
  /** The human-readable interpretation, with identifiers in brackets. */
  reads: string
  /** Why it is not the code that was wanted. */
  note: string | null
}>

/** `stem` is what links begin with. Null where it should tell the contents of a parcel that holds more than one batch. */
export function symbolContent(
  { symbology, says }: Pick<SymbolPart, 'symbology' | 'says'>,
  coded: Coded,
  stem: string,
): SymbolContent | null {
  if (bearsIdentifiers(symbology)) return ofIdentifiers(symbology, { says, coded, stem })
  if (symbology === 'ean' || symbology === 'itf_14') return ofGtin(symbology, coded)
  return ofText(symbology, coded.code, null)
}

type Wanted = Readonly<{ says: readonly string[]; coded: Coded; stem: string }>

const keys: readonly string[] = ['00', '01', '02']
const keyNames: Readonly<Record<string, string>> = { '00': 'SSCC', '01': 'GTIN' }

function ofIdentifiers(symbology: OfIdentifiers, { says, coded, stem }: Wanted): SymbolContent | null {
  const instead = symbology === 'gs1_128' ? 'code_128' : 'qr'
  const elements = says.flatMap((ai) => elementOf(coded, ai))
  const lacks = says.find((ai) => keys.includes(ai))
  if (lacks === '02' && !elements.some(({ ai }) => ai === '02')) return null
  if (!elements.some(({ ai }) => keys.includes(ai)))
    return ofText(instead, coded.code, `There is no ${keyNames[lacks ?? '01']}, so the code holds ${coded.code} alone.`)
  const built = buildScan(elements, { stem, whole: false, unlisted: false, unlistedInQuery: false })
  if (!built.ok)
    return ofText(
      instead,
      coded.code,
      `A GS1 code cannot hold this: ${built.problems[0]?.says ?? ''}. It holds ${coded.code} alone.`,
    )
  const { elementString, digitalLink, whyNoLink } = built.built
  // GS1 General Specifications §4.14: identifiers in brackets, a space behind them.
  const reads = elements.map(({ ai, value }) => `(${ai}) ${value}`).join(' ')
  if (symbology !== 'qr_link') return { symbology, message: elementString, reads, note: null }
  if (digitalLink === null) return ofText(instead, coded.code, `${whyNoLink}. The code holds ${coded.code} alone.`)
  return { symbology: 'qr_link', message: digitalLink, reads, note: null }
}

/** 17 stands for the last day, of whatever kind it is. */
function elementOf({ identifiers }: Coded, ai: string): Element[] {
  const own = ai === '17' && identifiers['17'] === undefined ? '15' : ai
  const value = identifiers[own]
  return value === undefined ? [] : [{ ai: own, value }]
}

/** GTINs are kept with 14 digits; EAN-8 and EAN-13 leave out the zeros before them (GS1 General Specifications §5.2). */
function ofGtin(symbology: 'ean' | 'itf_14', { code, identifiers }: Coded): SymbolContent {
  const gtin = identifiers['01']
  if (gtin === undefined) return ofText('code_128', code, `There is no GTIN, so the code holds ${code}.`)
  if (symbology === 'itf_14') return { symbology, message: gtin, reads: gtin, note: null }
  if (!gtin.startsWith('0'))
    return {
      symbology: 'itf_14',
      message: gtin,
      reads: gtin,
      note: 'This GTIN is of a case and has 14 digits, so it is written as ITF-14.',
    }
  const short = gtin.startsWith('000000')
  const digits = gtin.slice(short ? 6 : 1)
  return { symbology: short ? 'ean_8' : 'ean_13', message: digits, reads: digits, note: null }
}

function ofText(symbology: 'code_128' | 'qr', code: string, note: string | null): SymbolContent {
  if (symbology === 'qr' || /^[ -~]+$/.test(code)) return { symbology, message: code, reads: code, note }
  const because = `Code 128 has no letters beyond ASCII, so ${code} is written as a QR code.`
  return { symbology: 'qr', message: code, reads: code, note: note === null ? because : `${note} ${because}` }
}
