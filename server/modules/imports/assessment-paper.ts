/**
 * server/modules/imports/assessment-paper.ts — the assessment of stock or past shipments on one or two sheets of paper, for whoever decides.
 */
import { assessments, cleanWords } from '#domain/imports/findings.ts'
import { moneyText } from '#domain/money.ts'
import { dayIn } from '#platform/clock.ts'
import type { Db } from '#platform/db.ts'
import { bold, pdfMargin as margin, type Pdf, pdfOf, regular, rule, shown, tellLost } from '#platform/pdf.ts'
import { accountSettings } from '../access/index.ts'
import { type Assessment, assessment } from './assessment.ts'

const ink = '#1b2430'
const quiet = '#5d6b7a'
const columns = { gap: margin, rows: 290, units: 350, worth: 420 } as const
const pageEnd = 740

/** Refuses `not_found`. */
export async function assessmentPaper(db: Db, id: string) {
  const told = await assessment(db, id)
  const [account] = await accountSettings(db)
  const { number, name } = told.of
  const content = await pdfOf(
    `Assessment ${number}`,
    (pdf) => {
      heading(pdf, told, { account: account?.name ?? '', on: dayIn('UTC', db.act.at) })
      if (told.gaps.length > 0) tableHead(pdf)
      for (const gap of told.gaps) gapRow(pdf, gap)
      advice(pdf, told)
      tellLost(pdf)
    },
    db.act.at,
  )
  return { type: 'application/pdf', name: `${number} ${name} assessment.pdf`.replaceAll(/[^\w. -]/g, '_'), content }
}

const count = (of: number): string => of.toLocaleString('en-US')
const worthText = (worth: Assessment['worth']): string =>
  worth.length === 0 ? 'not told' : worth.map((money) => moneyText(money)).join(', ')

type By = Readonly<{ account: string; on: string }>

function heading(pdf: Pdf, told: Assessment, { account, on }: By): void {
  pdf
    .fillColor(ink)
    .font(bold)
    .fontSize(20)
    .text(assessments[told.of.kind]?.title ?? '', margin, margin)
  pdf
    .font(regular)
    .fontSize(10)
    .fillColor(quiet)
    .text(shown(pdf, `${told.of.name} (${told.of.number}) of ${account}, looked at on ${on}`))
  pdf.moveDown()
  const share = told.rows === 0 ? 0 : Math.floor((told.clean / told.rows) * 100)
  pdf.fontSize(11).fillColor(ink)
  pdf.text(
    shown(
      pdf,
      `${count(told.rows)} rows with ${count(told.units)} units, worth ${worthText(told.worth)} at cost. ${count(told.clean)} rows (${share} %) ${cleanWords(told.of.kind, told.clean)}.`,
    ),
  )
  pdf.moveDown()
}

function tableHead(pdf: Pdf): void {
  const { y } = pdf
  pdf.font(bold).fontSize(9).fillColor(quiet).text('Found', columns.gap, y)
  pdf.text('Rows', columns.rows, y, { width: 50, align: 'right' })
  pdf.text('Units', columns.units, y, { width: 60, align: 'right' })
  pdf.text('At cost', columns.worth, y, { width: 125, align: 'right' })
  rule(pdf, y + 14)
  pdf.y = y + 20
}

function gapRow(pdf: Pdf, { title, means, rows, units, worth }: Assessment['gaps'][number]): void {
  if (pdf.y > pageEnd) {
    pdf.addPage()
    tableHead(pdf)
  }
  const { y } = pdf
  pdf.font(regular).fontSize(10).fillColor(ink)
  pdf.text(count(rows), columns.rows, y, { width: 50, align: 'right' })
  pdf.text(count(units), columns.units, y, { width: 60, align: 'right' })
  pdf.text(worthText(worth), columns.worth, y, { width: 125, align: 'right' })
  const below = pdf.y
  pdf.font(bold).text(title, columns.gap, y, { width: 230 })
  pdf.y = Math.max(below, pdf.y)
  pdf.font(regular).fontSize(9).fillColor(quiet).text(shown(pdf, means), columns.gap, pdf.y, { width: 490 })
  pdf.moveDown()
}

function advice(pdf: Pdf, { gaps, of }: Assessment): void {
  pdf.font(regular).fontSize(10).fillColor(ink)
  pdf.text(
    gaps.length === 0
      ? (assessments[of.kind]?.cleanWord ?? '')
      : 'A row may be in several of these. Units and money are those of the rows that say them; of rows without a cost, the money is not counted.',
    margin,
    pdf.y,
    { width: 490 },
  )
}
