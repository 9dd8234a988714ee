/**
 * server/modules/notices/letters-pdf.ts — letters as one PDF, each recipient on a page of its own, with the code that a phone reads.
 */
import bwip from 'bwip-js/node'
import type { Composed, Passage } from '#domain/notices/compose.ts'
import { bold, pdfMargin as margin, type Pdf, pdfOf, plain, regular } from '#platform/pdf.ts'

export type PrintedLetter = Readonly<{ from: string; to: string; day: string; notice: Composed; link: string }>

const ink = '#1b2430'
const quiet = '#5d6b7a'
const alarm = '#b3261e'
const width = 500
const codeSize = 96

export const lettersPdf = (title: string, letters: readonly PrintedLetter[]): Promise<Uint8Array> =>
  pdfOf(title, (pdf) => {
    letters.forEach((letter, at) => {
      if (at > 0) pdf.addPage()
      page(pdf, letter)
    })
  })

/** The address lies where a window envelope shows it (DIN 5008 B). */
function page(pdf: Pdf, { from, to, day, notice, link }: PrintedLetter): void {
  pdf.font(regular).fontSize(8).fillColor(quiet).text(plain(from), margin, 110, { width: 230 })
  pdf.fontSize(11).fillColor(ink).text(plain(to), margin, 128, { width: 230 })
  pdf.fontSize(10).text(day, margin, 128, { width, align: 'right' })
  pdf.font(bold).fontSize(14).fillColor(alarm).text(plain(notice.subject), margin, 240, { width })
  pdf.moveDown(0.6)
  for (const passage of notice.passages) part(pdf, passage, link)
}

function part(pdf: Pdf, { heading, lines }: Passage, link: string): void {
  const hasLink = lines.includes(link)
  if (hasLink && pdf.y > 640) pdf.addPage()
  if (heading !== null) pdf.font(bold).fontSize(10).fillColor(ink).text(plain(heading), margin, pdf.y, { width })
  pdf.font(regular).fontSize(10).fillColor(ink)
  const top = pdf.y
  const inner = hasLink ? width - codeSize - 20 : width
  for (const line of lines) pdf.text(plain(line), margin, pdf.y, { width: inner, ...(line === link ? { link } : {}) })
  if (hasLink) {
    code(pdf, link, top)
    pdf.y = Math.max(pdf.y, top + codeSize)
  }
  pdf.y += 8
}

/** A QR code (ISO/IEC 18004), drawn as squares. */
function code(pdf: Pdf, text: string, y: number): void {
  const [drawn] = bwip.raw('qrcode', text, 'eclevel=M')
  if (!drawn || !('pixs' in drawn)) throw new Error('a link without a code')
  const { pixs, pixx } = drawn
  const side = codeSize / pixx
  const left = margin + width - codeSize
  pixs.forEach((dark, at) => {
    if (dark) pdf.rect(left + (at % pixx) * side, y + Math.floor(at / pixx) * side, side, side)
  })
  pdf.fill(ink)
}
