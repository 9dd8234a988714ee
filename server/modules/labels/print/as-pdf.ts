/**
 * server/modules/labels/print/as-pdf.ts — labels as PDF, each on a page of its own size. Codes are drawn, so that they are sharp on every printer.
 */
import { bold as boldFont, type Pdf, pagesOf, plain, regular } from '#platform/pdf.ts'
import { darkRuns } from './dark-runs.ts'
import type { LaidLabel } from './lay-out.ts'

const pointsPerInch = 72
/** Dots per inch that a laid label counts with. */
const dotsPerInch = { 203: 203.2, 300: 300 } as const

export function labelsPdf(title: string, labels: readonly LaidLabel[], madeAt: string): Promise<Uint8Array> {
  const pages = labels.map((label) => {
    const point = pointsPerInch / dotsPerInch[label.resolution]
    const size: [number, number] = [label.width * point, label.height * point]
    return { size, write: (pdf: Pdf) => draw(pdf, label, point) }
  })
  return pagesOf(title, pages, madeAt)
}

function draw(pdf: Pdf, { texts, symbols }: LaidLabel, point: number): void {
  pdf.fillColor('#000')
  for (const { x, y, width, height } of symbols.flatMap(darkRuns))
    pdf.rect(x * point, y * point, width * point, height * point)
  if (symbols.length > 0) pdf.fill()
  for (const { x, y, size, bold, text } of texts)
    pdf
      .font(bold ? boldFont : regular)
      .fontSize(size * point)
      .text(plain(text), x * point, y * point, { lineBreak: false })
}
