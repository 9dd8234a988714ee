/**
 * server/modules/closing/closing-sheets.ts — the tables of a closing file: one workbook, and what is too long for it as CSV beside it.
 */
import { batchOnSheet } from '#domain/batch-code.ts'
import type { Instant } from '#platform/clock.ts'
import { csv } from '#platform/http/csv.ts'
import { type Sheet, sheetRowsMax, workbook } from '#platform/xlsx.ts'
import { partsOf, type ZipPart, zipOf } from '#platform/zip.ts'
import type { ClosingFacts } from './closing-facts.ts'
import { consigneesAs, namelessColumns } from './consignees.ts'

const totals = {
  received: 'Received',
  made: 'Made',
  found: 'Found',
  onHand: 'On hand',
  inTransit: 'In transit',
  consumed: 'Used',
  shipped: 'With customers',
  disposed: 'Disposed',
  samples: 'Samples',
  lost: 'Lost',
  gap: 'Gap',
}
const asCounts = (columns: object) => Object.fromEntries(Object.keys(columns).map((key) => [key, 'count' as const]))

const sheetsOf = ({ consignees, batches, places, moves }: ClosingFacts): Sheet[] => [
  { name: 'Consignees', columns: namelessColumns, as: consigneesAs, rows: consignees },
  {
    name: 'Batches',
    columns: { sku: 'Product', batchCode: 'Batch', expiresOn: 'Last day', ...totals },
    as: { ...asCounts(totals), expiresOn: 'day' },
    rows: batches.map(({ massBalance, ...batch }) => ({ ...batchOnSheet(batch), ...massBalance })),
  },
  {
    name: 'Places',
    columns: {
      sku: 'Product',
      batchCode: 'Batch',
      warehouseCode: 'Warehouse',
      placeCode: 'Place',
      placeKind: 'Kind',
      onHand: 'On hand',
    },
    as: { onHand: 'count' },
    rows: places.map(batchOnSheet),
  },
  {
    name: 'Moves',
    columns: {
      occurredAt: 'When',
      sku: 'Product',
      batchCode: 'Batch',
      fromPlace: 'From',
      toPlace: 'To',
      quantity: 'Quantity',
      reason: 'Reason',
      documentKind: 'Document',
      documentId: 'Document id',
      undoes: 'Undoes',
      actorName: 'By',
    },
    as: { quantity: 'count', occurredAt: 'instant' },
    rows: moves.map(batchOnSheet),
  },
]

/** The workbook is packed anew, for it carries the time at which it was written. */
export async function closingSheets(facts: ClosingFacts, madeAt: Instant): Promise<ZipPart[]> {
  const sheets = sheetsOf(facts)
  const long = sheets.filter(({ rows }) => rows.length > sheetRowsMax)
  const fit = sheets.filter((sheet) => !long.includes(sheet))
  const book = await workbook('closing-file', fit)
  return [
    { name: 'closing-file.xlsx', content: zipOf(partsOf(book.content), madeAt) },
    ...long.map(({ name, columns, rows }) => ({ name: `${name.toLowerCase()}.csv`, content: csv(columns, rows) })),
  ]
}
