/**
 * server/platform/pdf.ts — papers as PDF: A4, in one font that lies in the file, for Latin, Greek and Cyrillic letters.
 */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { create } from 'fontkit'
import PDFDocument from 'pdfkit'
import type { Instant } from './clock.ts'

export type Pdf = InstanceType<typeof PDFDocument>
export const pdfMargin = 48
const lastLine = 740

/** The names by which papers ask for the font. */
export const regular = 'regular'
export const bold = 'bold'

/** Arimo (SIL Open Font License 1.1) is as wide as Helvetica, letter by letter. */
const require = createRequire(import.meta.url)
const regularFont = readFileSync(require.resolve('@expo-google-fonts/arimo/400Regular/Arimo_400Regular.ttf'))
const boldFont = readFileSync(require.resolve('@expo-google-fonts/arimo/700Bold/Arimo_700Bold.ttf'))

/** What `write` puts on the paper, as bytes; with the moment it was made, the same bytes each time. */
export function pdfOf(title: string, write: (pdf: Pdf) => void, madeAt?: Instant): Promise<Uint8Array> {
  const options = { size: 'A4', margin: pdfMargin, info: infoOf(title, madeAt), bufferPages: true }
  return bytesOf(new PDFDocument(options), write)
}

type PdfPage = Readonly<{ size: [width: number, height: number]; write: (pdf: Pdf) => void }>

/** Pages of their own sizes in points, without margins. */
export const pagesOf = (title: string, pages: readonly PdfPage[], madeAt: Instant): Promise<Uint8Array> =>
  bytesOf(new PDFDocument({ autoFirstPage: false, info: infoOf(title, madeAt) }), (pdf) => {
    for (const { size, write } of pages) {
      pdf.addPage({ size, margin: 0 })
      write(pdf)
    }
  })

const infoOf = (title: string, madeAt?: Instant) => ({
  Title: title,
  ...(madeAt === undefined ? {} : { CreationDate: new Date(madeAt) }),
})

async function bytesOf(pdf: Pdf, write: (pdf: Pdf) => void): Promise<Uint8Array> {
  pdf.registerFont(regular, regularFont).registerFont(bold, boldFont)
  const chunks: Buffer[] = []
  pdf.on('data', (chunk: Buffer) => chunks.push(chunk))
  const ended = new Promise<void>((resolve, reject) => pdf.on('end', resolve).on('error', reject))
  write(pdf)
  pdf.end()
  await ended
  return Buffer.concat(chunks)
}

const font = create(regularFont)
const inFont = new Set('characterSet' in font ? font.characterSet : [])
/** The font has Hebrew letters, but nothing here writes from right to left. */
const fromRight = /[\p{Script=Hebrew}\p{Script=Arabic}]/u
const isPrinted = (text: string): boolean =>
  text !== '' && [...text].every((character) => inFont.has(character.codePointAt(0) ?? 0) && !fromRight.test(character))

/** Emoji, flags and the like: a text says the same without them. */
const wordless = /[\p{So}\p{Sk}\p{Extended_Pictographic}]|\u20e3/u

/** As it is, or with the characters nearest to it (wide letters, ligatures), or left out; null where a letter would be lost. */
function printed(character: string): string | null {
  if (character === '\n' || isPrinted(character)) return character
  const nearest = character.normalize('NFKD').replace(/\p{M}/gu, '')
  if (isPrinted(nearest)) return nearest
  return wordless.test(character) ? '' : null
}

const characters = (text: string): string[] => [
  ...text
    .normalize('NFC')
    .replace(/\r\n?|[\u2028\u2029]/g, '\n')
    .replace(/\p{Default_Ignorable_Code_Point}/gu, '')
    .replace(/[\t\v\f]/g, ' '),
]

/** What the font cannot show stands as a question mark; ask `unprintable` where a reader must not miss it. */
export const plain = (text: string): string =>
  characters(text)
    .map((character) => printed(character) ?? '?')
    .join('')

/** The characters that no paper of ours can show, each once, in their order. */
export const unprintable = (text: string): string[] => [
  ...new Set(characters(text).filter((character) => printed(character) === null)),
]

/** Of each paper, the characters that it could not show, in their order. */
const lost = new WeakMap<Pdf, Set<string>>()

/** As `plain`, and what is lost by it is told by `tellLost` at the end of the paper. */
export function shown(pdf: Pdf, text: string): string {
  const missing = lost.get(pdf) ?? new Set()
  for (const character of unprintable(text)) missing.add(character)
  lost.set(pdf, missing)
  return plain(text)
}

const namedMax = 12

/** Under what is written: which letters stand as question marks, by their Unicode number, so that nobody takes the paper for whole. Nothing where none do. */
export function tellLost(pdf: Pdf): void {
  const missing = [...(lost.get(pdf) ?? [])]
  if (missing.length === 0) return
  const codes = missing
    .slice(0, namedMax)
    .map((one) => `U+${(one.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`)
  const more = missing.length > namedMax ? ' …' : ''
  const says = `“?” stands for each letter that this paper cannot show (${codes.join(', ')}${more}). On the screen the text is whole.`
  if (pdf.y > lastLine) pdf.addPage()
  pdf
    .font(regular)
    .fontSize(8)
    .fillColor('#5d6b7a')
    .text(says, pdfMargin, pdf.y + 10, { width: 500 })
}

/** A thin line across the paper. */
export function rule(pdf: Pdf, y: number): void {
  pdf.moveTo(pdfMargin, y).lineTo(550, y).lineWidth(0.5).strokeColor('#d4dae1').stroke()
}
