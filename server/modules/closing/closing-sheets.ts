/**
 * server/modules/closing/closing-sheets.ts — the tables of a closing file: one workbook, and what is too long for it as CSV beside it.
 */
import { batchOnSheet } from '#domain/batch-code.ts'
import type { Instant } from '#platform/clock.ts'
import { csv } from '#platform/http/csv.ts'
import { type Sheet, sheetRowsMax, workbook } from '#platform/xlsx.ts'
import { partsOf, type ZipPart, zipOf } from '#platform/zip.ts'
import { soldOnCells } from '../trace/index.ts'
import type { ClosingFacts } from './closing-facts.ts'
import { consigneesAs, namelessColumns, soldOnColumns } from './consignees.ts'

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

const sold = ({ soldOn }: ClosingFacts): Sheet => ({
  name: 'Sold on',
  columns: {
    customerCode: 'Account',
    sku: 'Product',
    batchCode: 'Batch',
    sent: 'Sent',
    returned: 'Returned',
    ...soldOnColumns,
  },
  as: { sent: 'count', returned: 'count', ...asCounts(soldOnColumns) },
  rows: soldOn.map((row) => batchOnSheet({ ...row, ...soldOnCells(row) })),
})

const putRight = ({ actions }: ClosingFacts): Sheet => ({
  name: 'Corrective actions',
  columns: {
    says: 'What',
    owner: 'Owner',
    dueOn: 'Due',
    openedAt: 'Opened',
    openedBy: 'Opened by',
    doneAt: 'Done',
    doneBy: 'Done by',
    note: 'What was done',
  },
  as: { dueOn: 'day', openedAt: 'instant', doneAt: 'instant' },
  rows: actions,
})

/** The last two only where there is something in them. */
const sheetsOf = (facts: ClosingFacts): Sheet[] => [
  ...goods(facts),
  ...(facts.soldOn.length > 0 ? [sold(facts)] : []),
  ...(facts.actions.length > 0 ? [putRight(facts)] : []),
]

const goods = ({ consignees, batches, places, moves }: ClosingFacts): Sheet[] => [
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
