/**
 * server/platform/pdf.ts — papers as PDF: A4, with the fonts that every reader has.
 */
import PDFDocument from 'pdfkit'

export type Pdf = InstanceType<typeof PDFDocument>
export const pdfMargin = 48

/** What `write` puts on the paper, as bytes. */
export async function pdfOf(title: string, write: (pdf: Pdf) => void): Promise<Uint8Array> {
  const pdf = new PDFDocument({ size: 'A4', margin: pdfMargin, info: { Title: title } })
  const chunks: Buffer[] = []
  pdf.on('data', (chunk: Buffer) => chunks.push(chunk))
  const ended = new Promise<void>((resolve, reject) => pdf.on('end', resolve).on('error', reject))
  write(pdf)
  pdf.end()
  await ended
  return Buffer.concat(chunks)
}

/** The standard fonts hold Windows-1252 only: what they cannot show is written with its nearest characters. */
export const plain = (text: string): string =>
  text.replace(/[^\n\u0020-\u007e\u00a0-\u00ff\u2013\u2014\u2018\u2019\u201c\u201d\u20ac]/g, (character) => {
    const base = character.normalize('NFKD').replace(/[\u0300-\u036f]/g, '')
    return /^[\u0020-\u007e]+$/.test(base) ? base : '?'
  })

/** A thin line across the paper. */
export function rule(pdf: Pdf, y: number): void {
  pdf.moveTo(pdfMargin, y).lineTo(550, y).lineWidth(0.5).strokeColor('#d4dae1').stroke()
}
