/**
 * server/modules/fulfilment/packing-slip.ts — the paper in the parcel: who sends what to whom, with batch, last day and serials, and
 * what is still to come.
 */

import { batchText } from '#domain/batch-code.ts'
import { counted } from '#domain/counted.ts'
import { dayIn } from '#platform/clock.ts'
import { bold, pdfMargin as margin, type Pdf, pdfOf, regular, rule, shown, tellLost } from '#platform/pdf.ts'
import { linesSent, type ShipmentDetail } from './shipment-detail.ts'
import type { Sender, StillToCome } from './store.ts'

const columns = { sku: margin, name: 150, batch: 320, expires: 420, quantity: 490 } as const
const ink = '#1b2430'
const quiet = '#5d6b7a'

/** What goes out: a shipment, or one parcel of it. */
export type Paper = Readonly<{
  number: string
  facts: readonly string[] // under the title
  customerName: string | null
  shipTo: string | null
  kits: ShipmentDetail['kits']
  lines: readonly Pick<
    ShipmentDetail['lines'][number],
    'kitLineId' | 'sku' | 'productName' | 'baseUnit' | 'batchId' | 'batchCode' | 'expiresOn' | 'quantity' | 'serials'
  >[]
}>
export type Slip = Readonly<{ paper: Paper; sender: Sender; toCome: readonly StillToCome[] }>

export const shipmentPaper = (shipment: ShipmentDetail, { timeZone, warehouseName }: Sender): Paper => ({
  number: shipment.number,
  facts: [
    `Shipment ${shipment.number}`,
    `Order ${shipment.orderNumber}`,
    `Shipped ${dayIn(timeZone, shipment.shippedAt)} from ${warehouseName}`,
    ...(shipment.carrier ? [`${shipment.carrier} ${shipment.trackingNumber ?? ''}`] : []),
    ...(shipment.state === 'cancelled' ? ['CANCELLED: none of this left'] : []),
  ],
  customerName: shipment.customerName,
  shipTo: shipment.shipTo,
  kits: shipment.kits,
  lines: linesSent(shipment.state, shipment.lines),
})

export const packingSlip = ({ paper, sender, toCome }: Slip): Promise<Uint8Array> =>
  pdfOf(`Packing slip ${paper.number}`, (pdf) => {
    heading(pdf, paper, sender)
    tableHead(pdf)
    rows(pdf, paper)
    footer(pdf, paper)
    if (toCome.length > 0) rest(pdf, toCome)
    tellLost(pdf)
  })

function heading(pdf: Pdf, paper: Paper, sender: Sender): void {
  pdf.fillColor(ink).font(bold).fontSize(20).text('Packing slip', margin, margin)
  pdf.font(regular).fontSize(10).fillColor(quiet)
  for (const fact of paper.facts) pdf.text(shown(pdf, fact))
  pdf.moveDown()
  const y = pdf.y
  address(pdf, { title: 'From', x: margin, y, lines: [sender.accountName, sender.address ?? sender.warehouseName] })
  const under = pdf.y
  address(pdf, { title: 'To', x: columns.batch, y, lines: [paper.customerName ?? '', paper.shipTo ?? ''] })
  pdf.y = Math.max(under, pdf.y)
  pdf.moveDown(1.5)
}

type Address = Readonly<{ title: string; x: number; y: number; lines: readonly string[] }>

function address(pdf: Pdf, { title, x, y, lines }: Address): void {
  const told = lines.filter((line) => line !== '')
  if (told.length === 0) return
  pdf.font(regular).fontSize(9).fillColor(quiet).text(title, x, y)
  pdf.fontSize(11).fillColor(ink)
  for (const line of told) pdf.text(shown(pdf, line), { width: 230 })
}

function tableHead(pdf: Pdf): void {
  const y = pdf.y
  pdf.font(bold).fontSize(9).fillColor(quiet)
  pdf.text('Product', columns.sku, y)
  pdf.text('Batch', columns.batch, y)
  pdf.text('Last day', columns.expires, y)
  pdf.text('Quantity', columns.quantity, y, { width: 60, align: 'right' })
  rule(pdf, y + 14)
  pdf.y = y + 20
}

const unitOf = ({ baseUnit }: Pick<StillToCome, 'baseUnit'>) =>
  baseUnit === 'each' ? '' : baseUnit === 'gram' ? ' g' : ' ml'

/** Under each kit those of its parts that are in it. */
function rows(pdf: Pdf, { lines, kits }: Paper): void {
  let last: string | null = null
  for (const line of lines) {
    const kit = kits.find(({ lineId }) => lineId === line.kitLineId)
    if (kit && last !== line.kitLineId) kitRow(pdf, kit)
    last = line.kitLineId
    tableRow(pdf, line)
  }
}

function kitRow(pdf: Pdf, { sku, productName, whole }: Paper['kits'][number]): void {
  if (pdf.y > 740) {
    pdf.addPage()
    tableHead(pdf)
  }
  const y = pdf.y
  pdf.font(bold).fontSize(10).fillColor(ink).text(shown(pdf, sku), columns.sku, y, { width: 95 })
  pdf.text(shown(pdf, `${productName}, which holds:`), columns.name, y, { width: 330 })
  const under = pdf.y
  pdf.text(whole > 0 ? `${whole}` : 'a part', columns.quantity, y, { width: 60, align: 'right' })
  pdf.y = under + 6
}

function tableRow(pdf: Pdf, line: Paper['lines'][number]): void {
  if (pdf.y > 760) {
    pdf.addPage()
    tableHead(pdf)
  }
  const y = pdf.y
  const indent = line.kitLineId === null ? 0 : 12
  pdf
    .font(indent > 0 ? regular : bold)
    .fontSize(10)
    .fillColor(ink)
  pdf.text(shown(pdf, line.sku), columns.sku + indent, y, { width: 95 - indent })
  let bottom = pdf.y
  const cell = (text: string, x: number, options: { width: number; align?: 'right' }) => {
    pdf.text(shown(pdf, text), x, y, options)
    bottom = Math.max(bottom, pdf.y)
  }
  pdf.font(regular)
  cell(line.productName, columns.name, { width: 160 })
  cell(batchText(line.batchCode), columns.batch, { width: 95 })
  cell(line.expiresOn ?? '-', columns.expires, { width: 70 })
  cell(`${line.quantity}${unitOf(line)}`, columns.quantity, { width: 60, align: 'right' })
  if (line.serials.length > 0) {
    pdf.fontSize(8).fillColor(quiet)
    pdf.text(shown(pdf, `Serials: ${line.serials.join(', ')}`), columns.name, bottom + 2, { width: 340 })
    bottom = pdf.y
  }
  rule(pdf, bottom + 4)
  pdf.y = bottom + 10
}

function footer(pdf: Pdf, { lines }: Paper): void {
  const units = lines.reduce((sum, { quantity }) => sum + quantity, 0)
  const batches = new Set(lines.map(({ batchId }) => batchId)).size
  pdf.font(regular).fontSize(9).fillColor(quiet)
  pdf.text(`${counted(units, 'unit')} from ${counted(batches, 'batch', 'batches')}.`, margin, pdf.y + 8)
}

function rest(pdf: Pdf, toCome: readonly StillToCome[]): void {
  pdf.moveDown(1.5)
  if (pdf.y > 730) pdf.addPage()
  pdf.font(bold).fontSize(10).fillColor(ink).text('Still to come', margin)
  pdf.font(regular)
  for (const line of toCome)
    pdf.text(
      shown(
        pdf,
        `${line.quantity}${unitOf(line)} of ${line.sku} ${line.productName}${line.kitSku ? ` for ${line.kitSku}` : ''}`,
      ),
      margin,
    )
}
