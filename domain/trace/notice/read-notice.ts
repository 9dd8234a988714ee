/**
 * domain/trace/notice/read-notice.ts — what a pasted recall notice names: lots and ranges of them, GTINs, serials, dates, all lots, or that nothing is coded.
 *
 * Pure. Nothing is decided here: a person sees what was read, and confirms it.
 */
import { normaliseGtin } from '../../gs1/check-digit.ts'
import { datesIn, type NoticeDate } from './dates.ts'

/** `stated`: a word says that it is one; otherwise it only looks like one. */
export type NoticeCode = Readonly<{ code: string; to: string | null; stated: boolean }>
/** Digits alone; `gtin` where they have a right check digit. */
export type NoticeGtin = Readonly<{ digits: string; gtin: string | null; stated: boolean }>
export type Notice = Readonly<{
  lots: readonly NoticeCode[]
  serials: readonly NoticeCode[]
  gtins: readonly NoticeGtin[]
  dates: readonly NoticeDate[]
  allLots: boolean
  notCoded: boolean
}>

export function readNotice(pasted: string): Notice {
  const text = pasted
    .normalize('NFKC')
    .replaceAll(/[\u2010-\u2015]/gu, '-')
    .replaceAll(/[\r\n\t]+/gu, ' ; ')
  const { dates, rest } = datesIn(text)
  const { gtins, rest: withoutGtins } = gtinsIn(rest.replaceAll(timeOfDay, blank))
  const { lots, serials } = codesIn(withoutGtins)
  return {
    lots,
    serials,
    gtins,
    dates,
    allLots: allOf.test(text),
    notCoded:
      /\b(no|not|without|un)[ -]?(lot |batch |product |specific |identifying )?(codes?|coded|numbers?|coding)\b|^\s*(none|n\/a|not applicable)\b/iu.test(
        text,
      ),
  }
}

/** Not what is only all that a date or a delivery picks out. */
const allOf =
  /\ball\s+((production|manufactured|affected|remaining)\s+)?(lots?|batch(es)?|codes?|products?|units?|packages?)\b(?!\s+(with\b|deliver|that\b|manufact|produced|bearing|between))/iu
const timeOfDay = /\b\d{1,2}:\d{2}(:\d{2})?\b/gu

const blank = (text: string) => ' '.repeat(text.length)
const unique = <Row>(rows: readonly Row[], keyOf: (row: Row) => string): Row[] => [
  ...new Map(rows.map((row) => [keyOf(row), row])).values(),
]

const stated =
  /\b(upc|gtin|ean|plu|bar ?code|universal product code|item upc)\b[^\d]{0,24}((?:\d[ -]?){9,13}\d)(?!\d)/giu
const further = /^(?:\s*\([^)]{0,20}\))?\s*(?:,|;|&|and)\s*((?:\d[ -]?){9,13}\d)(?!\d)/iu
const bare = /(?<![\w-])\d{12,14}(?![\w-])/gu

function gtinsIn(text: string): { gtins: NoticeGtin[]; rest: string } {
  const gtins: NoticeGtin[] = []
  const keep = (written: string, isStated: boolean) => {
    const digits = written.replaceAll(/\D/gu, '')
    const reading = normaliseGtin(digits)
    gtins.push({ digits, gtin: reading.ok ? reading.gtin : null, stated: isStated })
  }
  let rest = text
  for (const match of text.matchAll(stated)) {
    let end = match.index + match[0].length
    keep(match[2] ?? '', true)
    for (let more = further.exec(rest.slice(end)); more; more = further.exec(rest.slice(end))) {
      keep(more[1] ?? '', true)
      end += more[0].length
    }
    rest = rest.slice(0, match.index) + blank(rest.slice(match.index, end)) + rest.slice(end)
  }
  rest = rest.replaceAll(bare, (digits) => {
    if (!normaliseGtin(digits).ok) return digits
    keep(digits, false)
    return blank(digits)
  })
  return { gtins: unique(gtins, ({ digits }) => digits), rest }
}

const lotWord = '(?:(?:manufacturing |production |product )?(?:lots?|batch(?:es)?)(?: ?/ ?(?:batch|lot))?|l#)'
const serialWord = '(?:serial)'
const label = (word: string) =>
  new RegExp(
    `\\b${word}(?:\\s*(?:codes?|numbers?|nos?\\b|n°|#s?|id|ending|ends|in|are|is|with|the|of))*[\\s.:#=-]*`,
    'giu',
  )
const token = /^[A-Z0-9](?:[A-Z0-9]|[-_/.](?=[A-Z0-9]))*/iu
const between = /^[\s,;:&|]*(?:(?:and|or)\b[\s,;:#]*)?/iu
const through = /^\s*(?:-|–|to|through|thru)\s+/iu
/** What ends a list of codes, though it has a digit in it. */
const unit = /^\d+(\.\d+)?(oz|lbs?|kg|g|ml|l|ct|count|pack|pk|pcs|am|pm|th|st|nd|rd|in|mm|cm|%)$/iu
const isCode = (text: string) => /\d/u.test(text) && text.length >= 2 && !unit.test(text)

function codesIn(text: string): Pick<Notice, 'lots' | 'serials'> {
  const serials = labelled(text, label(serialWord))
  const lots = labelled(text, label(lotWord))
  const all = lots.length + serials.length > 0 ? lots : looseCodes(text)
  return { lots: unique(all, keyOf), serials: unique(serials, keyOf) }
}

const keyOf = ({ code, to }: NoticeCode) => `${code} ${to}`

/** Behind each word, the codes that follow one another. */
function labelled(text: string, word: RegExp): NoticeCode[] {
  return [...text.matchAll(word)].flatMap(({ index, 0: { length } }) => listAt(text.slice(index + length), true))
}

function listAt(text: string, isStated: boolean): NoticeCode[] {
  const codes: NoticeCode[] = []
  let rest = text
  for (let found = token.exec(rest)?.[0]; found !== undefined && isCode(found); found = token.exec(rest)?.[0]) {
    rest = rest.slice(found.length)
    const way = through.exec(rest)?.[0]
    const to = way === undefined ? undefined : token.exec(rest.slice(way.length))?.[0]
    const isRange = to !== undefined && isCode(to) && to.length === found.length
    codes.push({ code: found, to: isRange ? to : null, stated: isStated })
    if (isRange) rest = rest.slice((way ?? '').length + to.length)
    rest = rest.slice(between.exec(rest)?.[0].length ?? 0)
  }
  return codes
}

const looksLikeCode = (word: string) => (word.length >= 4 && /\d.*\d/u.test(word)) || /^[A-Z0-9]{5,}$/u.test(word)

/** Where no word says that something is a code: what looks like one. */
function looseCodes(text: string): NoticeCode[] {
  const words = text.split(/[\s,;:()&]+/u).map((word) => word.replaceAll(/^[#.'"]+|[.'"]+$/gu, ''))
  return words
    .filter((word) => token.exec(word)?.[0] === word && isCode(word) && looksLikeCode(word))
    .map((code) => ({ code, to: null, stated: false }))
}
