/**
 * server/modules/fulfilment/name-lines.ts — from the batches, places and serials that a person names to those that are meant.
 */
import type { Tx } from '#platform/db.ts'
import { isId } from '#platform/references.ts'
import { Refusal } from '#platform/refusal.ts'
import { findSerials, otherNames, type SerialRow } from '../batches/index.ts'
import type { ParcelLine, ShipmentInput } from './parcel.ts'
import type { AllocatedRow } from './store.ts'

export type NamedLine = NonNullable<ShipmentInput['lines']>[number]
export type SerialOf = (productId: string, code: string) => SerialRow | undefined

/** The serials that lines name, of the products of the rows. */
export function serialsNamed(tx: Tx, lines: readonly NamedLine[], rows: readonly AllocatedRow[]): Promise<SerialOf> {
  const productOf = new Map(rows.map(({ orderLineId, productId }) => [orderLineId, productId]))
  const named = lines.flatMap(({ orderLine, serials = [] }) => {
    const productId = productOf.get(orderLine)
    return productId === undefined ? [] : serials.map((code) => ({ productId, code }))
  })
  return findSerials(tx, named)
}

/** A label may hold a code that the batch had, or that of a batch merged into it: then it is named by its id. */
export async function withMeant<Line extends NamedLine>(
  tx: Tx,
  lines: readonly Line[],
  rows: readonly AllocatedRow[],
): Promise<Line[]> {
  const productOf = new Map(rows.map(({ orderLineId, productId }) => [orderLineId, productId]))
  const has = new Set(
    rows.flatMap(({ orderLineId, batchId, batchCode }) => [batchId, batchCode].map((name) => `${orderLineId} ${name}`)),
  )
  const strange = (line: Line) => !has.has(`${line.orderLine} ${line.batch}`)
  const named = (line: Line) => ({ productId: productOf.get(line.orderLine) ?? '', name: line.batch })
  const meant = await otherNames(tx, lines.filter((line) => strange(line) && productOf.has(line.orderLine)).map(named))
  return lines.map((line) => (strange(line) ? { ...line, batch: meant(named(line)) } : line))
}

type Taken = Readonly<{ where: string; quantity: number; serialIds: readonly string[] }>

export const parcelLine = (row: AllocatedRow, taken: Taken): ParcelLine => ({
  ...taken,
  orderLineId: row.orderLineId,
  productId: row.productId,
  batchId: row.batchId,
  batchCode: row.batchCode,
  place: { id: row.placeId, kind: row.placeKind },
  warehouseId: row.warehouseId,
})

export function allLines(rows: readonly AllocatedRow[]): ParcelLine[] | Refusal {
  const serial = rows.find(({ tracking }) => tracking === 'serial')
  if (serial)
    return new Refusal('serials_needed', {
      where: `line ${serial.lineNo}`,
      sku: serial.sku,
      needed: serial.quantity,
      given: 0,
    })
  return rows.map((row) => parcelLine(row, { where: `line ${row.lineNo}`, quantity: row.quantity, serialIds: [] }))
}

/** `missing`: what is said of a line that none of the rows is meant by. */
export function namedLines(
  lines: readonly NamedLine[],
  rows: readonly AllocatedRow[],
  { serialOf, missing }: Readonly<{ serialOf: SerialOf; missing: (line: NamedLine, where: string) => Refusal }>,
): ParcelLine[] | Refusal {
  const planned: ParcelLine[] = []
  for (const [index, line] of lines.entries()) {
    const where = `line ${index + 1}`
    const [row, ...others] = rows.filter(
      (one) => one.orderLineId === line.orderLine && isBatch(one, line.batch) && isPlace(one, line.place),
    )
    if (row && others.length > 0) return ambiguous(where, line.batch, [row, ...others])
    if (!row) return missing(line, where)
    const serials = line.serials ?? []
    const needed = row.tracking === 'serial' ? line.quantity : 0
    if (serials.length !== needed)
      return new Refusal('serials_needed', { where, sku: row.sku, needed, given: serials.length })
    const found = serials.map((code) => serialOf(row.productId, code))
    const strange = found.findIndex((one) => one?.batchId !== row.batchId)
    if (strange >= 0)
      return new Refusal('serial_elsewhere', { serial: serials[strange] ?? '', place: `not in batch ${row.batchCode}` })
    // Counted as they were asked: the lines of the order are others.
    const serialIds = found.flatMap((one) => one?.id ?? [])
    planned.push(parcelLine(row, { where, quantity: line.quantity, serialIds }))
  }
  return planned
}

/** The same batch in two places, or two batches of one code: only the picker knows from which it was taken. */
const ambiguous = (where: string, name: string, rows: readonly AllocatedRow[]) =>
  new Refusal('ambiguous', {
    where,
    name,
    candidates: rows.map(({ batchId, batchCode, expiresOn, warehouseCode, placeCode, quantity }) => ({
      id: batchId,
      says: `${quantity} of batch ${batchCode}${expiresOn ? `, last day ${expiresOn},` : ''} at ${warehouseCode} ${placeCode}`,
    })),
  })

const isBatch = ({ batchId, batchCode }: AllocatedRow, ref: string) => (isId(ref) ? batchId === ref : batchCode === ref)
const isPlace = ({ placeId, placeCode }: AllocatedRow, ref: string | undefined) =>
  ref === undefined || (isId(ref) ? placeId === ref : placeCode === ref)
