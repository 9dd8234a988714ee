/**
 * server/modules/fulfilment/packing-slip.ts — the paper in the parcel: what was sent to whom, with batch, last day and serials.
 */
import PDFDocument from 'pdfkit'
import { dayIn } from '#platform/clock.ts'
import type { ShipmentDetail } from './shipment-detail.ts'

const margin = 48
const columns = { sku: margin, name: 150, batch: 320, expires: 420, quantity: 490 } as const
const ink = '#1b2430'
const quiet = '#5d6b7a'

/** A4. Text that the built-in fonts cannot show is written with their nearest characters. */
export async function packingSlip(shipment: ShipmentDetail, timeZone: string): Promise<Uint8Array> {
  const pdf = new PDFDocument({ size: 'A4', margin, info: { Title: `Packing slip ${shipment.number}` } })
  const chunks: Buffer[] = []
  pdf.on('data', (chunk: Buffer) => chunks.push(chunk))
  const ended = new Promise<void>((resolve, reject) => pdf.on('end', resolve).on('error', reject))
  heading(pdf, shipment, timeZone)
  tableHead(pdf)
  for (const line of shipment.lines) tableRow(pdf, line)
  footer(pdf, shipment)
  pdf.end()
  await ended
  return Buffer.concat(chunks)
}

type Pdf = InstanceType<typeof PDFDocument>

/** The standard fonts hold Windows-1252 only. */
const plain = (text: string): string =>
  text.replace(/[^\n\u0020-\u007e\u00a0-\u00ff\u2013\u2014\u2018\u2019\u201c\u201d\u20ac]/g, (character) => {
    const base = character.normalize('NFKD').replace(/[\u0300-\u036f]/g, '')
    return /^[\u0020-\u007e]+$/.test(base) ? base : '?'
  })

function heading(pdf: Pdf, shipment: ShipmentDetail, timeZone: string): void {
  pdf.fillColor(ink).font('Helvetica-Bold').fontSize(20).text('Packing slip', margin, margin)
  pdf.font('Helvetica').fontSize(10).fillColor(quiet)
  const facts = [
    `Shipment ${shipment.number}`,
    `Order ${shipment.orderNumber}`,
    `Shipped ${dayIn(timeZone, shipment.shippedAt)} from ${shipment.warehouseName}`,
    ...(shipment.carrier ? [`${shipment.carrier} ${shipment.trackingNumber ?? ''}`] : []),
  ]
  for (const fact of facts) pdf.text(plain(fact))
  pdf.moveDown().fillColor(ink).fontSize(11)
  if (shipment.customerName) pdf.text(plain(shipment.customerName))
  if (shipment.shipTo) pdf.text(plain(shipment.shipTo))
  pdf.moveDown(1.5)
}

function tableHead(pdf: Pdf): void {
  const y = pdf.y
  pdf.font('Helvetica-Bold').fontSize(9).fillColor(quiet)
  pdf.text('Product', columns.sku, y)
  pdf.text('Batch', columns.batch, y)
  pdf.text('Last day', columns.expires, y)
  pdf.text('Quantity', columns.quantity, y, { width: 60, align: 'right' })
  rule(pdf, y + 14)
  pdf.y = y + 20
}

function tableRow(pdf: Pdf, line: ShipmentDetail['lines'][number]): void {
  if (pdf.y > 760) {
    pdf.addPage()
    tableHead(pdf)
  }
  const y = pdf.y
  const unit = line.baseUnit === 'each' ? '' : line.baseUnit === 'gram' ? ' g' : ' ml'
  pdf.font('Helvetica-Bold').fontSize(10).fillColor(ink).text(plain(line.sku), columns.sku, y, { width: 95 })
  let bottom = pdf.y
  const cell = (text: string, x: number, options: { width: number; align?: 'right' }) => {
    pdf.text(plain(text), x, y, options)
    bottom = Math.max(bottom, pdf.y)
  }
  pdf.font('Helvetica')
  cell(line.productName, columns.name, { width: 160 })
  cell(line.batchCode, columns.batch, { width: 95 })
  cell(line.expiresOn ?? '-', columns.expires, { width: 70 })
  cell(`${line.quantity}${unit}`, columns.quantity, { width: 60, align: 'right' })
  if (line.serials.length > 0) {
    pdf.fontSize(8).fillColor(quiet)
    pdf.text(plain(`Serials: ${line.serials.join(', ')}`), columns.name, bottom + 2, { width: 340 })
    bottom = pdf.y
  }
  rule(pdf, bottom + 4)
  pdf.y = bottom + 10
}

function rule(pdf: Pdf, y: number): void {
  pdf.moveTo(margin, y).lineTo(550, y).lineWidth(0.5).strokeColor('#d4dae1').stroke()
}

function footer(pdf: Pdf, { lines }: ShipmentDetail): void {
  const units = lines.reduce((sum, { quantity }) => sum + quantity, 0)
  const batches = new Set(lines.map(({ batchId }) => batchId)).size
  pdf.font('Helvetica').fontSize(9).fillColor(quiet)
  pdf.text(`${units} units from ${batches} ${batches === 1 ? 'batch' : 'batches'}.`, margin, pdf.y + 8)
}
