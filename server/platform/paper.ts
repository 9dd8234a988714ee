/**
 * server/platform/paper.ts — reports as PDF: a title, facts, paragraphs and tables that go on over pages, each page with its number.
 */
import { bold, pdfMargin as margin, type Pdf, pdfOf, plain, regular, rule, shown, tellLost } from './pdf.ts'

const ink = '#1b2430'
const quiet = '#5d6b7a'
const width = 500
const bottom = 770

export type PaperColumn = Readonly<{ title: string; width: number; right?: true }>
export type Part =
  | Readonly<{ heading: string }>
  | Readonly<{ text: string }>
  | Readonly<{ facts: readonly (readonly [string, string])[] }>
  | Readonly<{ columns: readonly PaperColumn[]; rows: readonly (readonly string[])[] }>

/** `widths` of a table are parts of the whole width. The same parts make the same bytes for one `madeAt`. */
export function paper(
  { title, about, madeAt }: Readonly<{ title: string; about: string; madeAt: string }>,
  parts: readonly Part[],
): Promise<Uint8Array> {
  return pdfOf(
    title,
    (pdf) => {
      pdf.fillColor(ink).font(bold).fontSize(18).text(shown(pdf, title), margin, margin)
      pdf.font(regular).fontSize(10).fillColor(quiet).text(shown(pdf, about))
      pdf.moveDown()
      for (const part of parts) write(pdf, part)
      tellLost(pdf)
      numberPages(pdf, title)
    },
    madeAt,
  )
}

function write(pdf: Pdf, part: Part): void {
  if ('heading' in part) heading(pdf, part.heading)
  else if ('text' in part) paragraph(pdf, part.text)
  else if ('facts' in part) facts(pdf, part.facts)
  else table(pdf, part)
}

function heading(pdf: Pdf, text: string): void {
  if (pdf.y > bottom - 60) pdf.addPage()
  pdf.moveDown(0.8).font(bold).fontSize(12).fillColor(ink).text(shown(pdf, text), margin).moveDown(0.3)
}

function paragraph(pdf: Pdf, text: string): void {
  pdf.font(regular).fontSize(10).fillColor(ink).text(shown(pdf, text), margin, pdf.y, { width }).moveDown(0.4)
}

function facts(pdf: Pdf, rows: readonly (readonly [string, string])[]): void {
  for (const [name, value] of rows) cells(pdf, [name, value], { widths: [150, 350], ends: [], isHead: false })
  pdf.moveDown(0.3)
}

function table(pdf: Pdf, { columns, rows }: Extract<Part, { columns: unknown }>): void {
  const all = columns.reduce((sum, column) => sum + column.width, 0)
  const widths = columns.map((column) => (column.width / all) * width)
  const ends = columns.flatMap(({ right }, at) => (right ? [at] : []))
  const head = () => {
    cells(
      pdf,
      columns.map(({ title }) => title),
      { widths, ends, isHead: true },
    )
    rule(pdf, pdf.y - 2)
  }
  if (pdf.y > bottom - 40) pdf.addPage()
  head()
  for (const row of rows) {
    if (pdf.y + heightOf(pdf, row, widths) > bottom) {
      pdf.addPage()
      head()
    }
    cells(pdf, row, { widths, ends, isHead: false })
  }
  if (rows.length === 0) paragraph(pdf, 'None.')
  pdf.moveDown(0.3)
}

const gutter = 8

const heightOf = (pdf: Pdf, row: readonly string[], widths: readonly number[]): number => {
  pdf.font(regular).fontSize(9)
  return Math.max(
    ...row.map((text, at) => pdf.heightOfString(plain(text) || ' ', { width: (widths[at] ?? 50) - gutter })),
  )
}

type Row = Readonly<{ widths: readonly number[]; ends: readonly number[]; isHead: boolean }>

function cells(pdf: Pdf, row: readonly string[], { widths, ends, isHead }: Row): void {
  const height = heightOf(pdf, row, widths)
  if (pdf.y + height > bottom) pdf.addPage()
  const y = pdf.y
  pdf
    .font(isHead ? bold : regular)
    .fontSize(9)
    .fillColor(isHead ? quiet : ink)
  let x = margin
  for (const [at, text] of row.entries()) {
    const own = widths[at] ?? 50
    pdf.text(shown(pdf, text), x, y, { width: own - gutter, align: ends.includes(at) ? 'right' : 'left' })
    x += own
  }
  pdf.x = margin
  pdf.y = y + height + 4
}

/** Below the text, where a margin would begin another page. */
function numberPages(pdf: Pdf, title: string): void {
  const { start, count } = pdf.bufferedPageRange()
  for (let at = start; at < start + count; at += 1) {
    pdf.switchToPage(at)
    pdf.page.margins.bottom = 0
    pdf.font(regular).fontSize(8).fillColor(quiet)
    pdf.text(shown(pdf, `${title} · page ${at + 1} of ${count}`), margin, 805, {
      width,
      align: 'right',
      lineBreak: false,
    })
  }
}
