/**
 * server/modules/disposals/certificate.ts — the certificate of destruction: what, of which batch and last day, why, how, by whom and before
 * whom, when, at what cost.
 */
import { batchText } from '#domain/batch-code.ts'
import type { Meaning } from '#domain/disposal.ts'
import { moneyText } from '#domain/money.ts'
import { dayIn, type Instant, timeIn } from '#platform/clock.ts'
import { bold, pdfMargin as margin, type Pdf, pdfOf, regular, rule, shown, tellLost } from '#platform/pdf.ts'
import type { DisposalDetail } from './disposal-detail.ts'

const ink = '#1b2430'
const quiet = '#5d6b7a'
const columns = { product: margin, batch: 250, expires: 350, quantity: 420, cost: 480 } as const

export type Owner = Readonly<{ accountName: string; warehouseName: string; timeZone: string; address: string | null }>

/** Times are those of the warehouse. */
export const certificate = (disposal: DisposalDetail, owner: Owner): Promise<Uint8Array> =>
  pdfOf(`Certificate of destruction ${disposal.number}`, (pdf) => {
    heading(pdf, disposal, owner)
    tableHead(pdf)
    for (const line of disposal.lines) tableRow(pdf, line, disposal.currency)
    footer(pdf, disposal)
    signatures(pdf, disposal, owner)
    tellLost(pdf)
  })

const at = ({ timeZone }: Owner, instant: Instant | null): string =>
  instant === null ? '' : `${dayIn(timeZone, instant)} ${timeIn(timeZone, instant)} (${timeZone})`

function heading(pdf: Pdf, disposal: DisposalDetail, owner: Owner): void {
  pdf.fillColor(ink).font(bold).fontSize(20).text('Certificate of destruction', margin, margin)
  pdf
    .font(regular)
    .fontSize(10)
    .fillColor(quiet)
    .text(shown(pdf, `${disposal.number} of ${owner.accountName}`))
  pdf.moveDown()
  if (disposal.reversedAt !== null) reversedWords(pdf, disposal, owner)
  const facts: Record<string, string> = {
    Where: [owner.warehouseName, owner.address ?? ''].filter((part) => part !== '').join(', '),
    Destroyed: `${at(owner, disposal.destroyedAt)} by ${disposal.destroyedBy ?? ''}`,
    Reason: disposal.reason,
    Method: disposal.method,
    Cost: disposal.cost === null ? 'not known' : moneyText({ currency: disposal.currency, amount: disposal.cost }),
    ...(disposal.note ? { Note: disposal.note } : {}),
    ...(disposal.proofs.length > 0 ? { Proof: disposal.proofs.map(({ name }) => name).join(', ') } : {}),
  }
  for (const [name, value] of Object.entries(facts)) fact(pdf, name, value)
  pdf.moveDown()
}

function reversedWords(pdf: Pdf, { reversedAt, reversedBy, reverseReason }: DisposalDetail, owner: Owner): void {
  pdf.font(bold).fontSize(11).fillColor('#b42318')
  pdf.text(shown(pdf, `REVERSED ${at(owner, reversedAt)} by ${reversedBy ?? ''}: ${reverseReason ?? ''}`))
  pdf.moveDown()
}

function fact(pdf: Pdf, name: string, value: string): void {
  const { y } = pdf
  pdf.font(regular).fontSize(10).fillColor(quiet).text(name, margin, y, { width: 80 })
  pdf.fillColor(ink).text(shown(pdf, value), margin + 90, y, { width: 400 })
}

function tableHead(pdf: Pdf): void {
  const { y } = pdf
  pdf.font(bold).fontSize(9).fillColor(quiet).text('Product', columns.product, y)
  pdf.text('Batch', columns.batch, y).text('Last day', columns.expires, y)
  pdf.text('Quantity', columns.quantity, y, { width: 50, align: 'right' })
  pdf.text('Cost', columns.cost, y, { width: 70, align: 'right' })
  rule(pdf, y + 14)
  pdf.y = y + 20
}

const unitOf = (baseUnit: string) => (baseUnit === 'each' ? '' : baseUnit === 'gram' ? ' g' : ' ml')

function tableRow(pdf: Pdf, line: DisposalDetail['lines'][number], currency: string): void {
  if (pdf.y > 720) {
    pdf.addPage()
    tableHead(pdf)
  }
  const { y } = pdf
  let bottom = y
  const cell = (text: string, x: number, options: { width: number; align?: 'right' }) => {
    pdf.text(shown(pdf, text), x, y, options)
    bottom = Math.max(bottom, pdf.y)
  }
  const batch =
    line.batchCode === null ? `one of: ${(line.candidateCodes ?? []).join(', ')}` : batchText(line.batchCode)
  pdf.font(regular).fontSize(10).fillColor(ink)
  cell(`${line.sku} ${line.productName}`, columns.product, { width: 190 })
  cell(batch, columns.batch, { width: 95 })
  cell(line.expiresOn ?? '-', columns.expires, { width: 65 })
  cell(`${line.quantity}${unitOf(line.baseUnit)}`, columns.quantity, { width: 50, align: 'right' })
  cell(line.cost === null ? '-' : moneyText({ currency, amount: line.cost }), columns.cost, {
    width: 70,
    align: 'right',
  })
  pdf.y = bottom
  if (line.serials.length > 0)
    pdf
      .fontSize(8)
      .fillColor(quiet)
      .text(shown(pdf, `Serials: ${line.serials.join(', ')}`), margin, bottom + 2, { width: 490 })
  rule(pdf, pdf.y + 4)
  pdf.y += 10
}

function footer(pdf: Pdf, { lines }: DisposalDetail): void {
  const units = lines.reduce((sum, { quantity }) => sum + quantity, 0)
  pdf.font(regular).fontSize(9).fillColor(quiet)
  pdf.text(`${units} units, which left the stock for good.`, margin, pdf.y + 4)
}

const meaningWords: Readonly<Record<Meaning, string>> = {
  author: 'Written and signed by',
  witness: 'Witnessed by',
}

/** What was signed here, and a line for each who signs the paper as well. */
function signatures(pdf: Pdf, disposal: DisposalDetail, owner: Owner): void {
  if (pdf.y > 640) pdf.addPage()
  const top = pdf.y + 30
  const written = { meaning: 'Written by', name: disposal.madeBy, when: at(owner, disposal.madeAt) }
  const signed = disposal.signatures.map(({ meaning, signedBy, signedAt, byPassword }) => {
    const how = byPassword ? ', by password' : ''
    return { meaning: meaningWords[meaning], name: signedBy, when: `${at(owner, signedAt)}${how}` }
  })
  const all = disposal.signatures.some(({ meaning }) => meaning === 'author') ? signed : [written, ...signed]
  all.forEach(({ meaning, name, when }, index) => {
    const x = margin + index * 260
    pdf
      .moveTo(x, top + 40)
      .lineTo(x + 230, top + 40)
      .lineWidth(0.7)
      .strokeColor(quiet)
      .stroke()
    pdf
      .font(regular)
      .fontSize(9)
      .fillColor(quiet)
      .text(meaning, x, top + 46, { width: 230 })
    pdf.font(bold).fontSize(11).fillColor(ink).text(shown(pdf, name), x, pdf.y, { width: 230 })
    pdf.font(regular).fontSize(8).fillColor(quiet).text(shown(pdf, when), x, pdf.y, { width: 230 })
  })
}
