/**
 * server/modules/fulfilment/picking/scan.ts — what a picker's scan is meant for: the line, the batch and the bin it was taken from.
 */
import type { Tx } from '#platform/db.ts'
import { isId } from '#platform/references.ts'
import { Refusal } from '#platform/refusal.ts'
import { placesById, resolvePlaces } from '../../places/index.ts'
import { goneLine } from './gone-line.ts'
import { readScan } from './read-scan.ts'
import { binsOf, type Lying, type NamedBatch, type WaveRow } from './store.ts'
import type { PickRow } from './wave-detail.ts'

export type Scan = Readonly<{
  orderLine?: string
  batch: string
  place?: string
  /** The task that was shown, where the batch scanned may be another. */
  instead?: Readonly<{ batch: string; place: string }>
}>
export type Aim = Readonly<{ orderLineId: string; productId: string; batch: NamedBatch; notes: string[] }>

/** Without a line: the first task of that batch, else the first of its product. Refuses `no_such_task`, and what `goneLine` and `readScan` do. */
export async function aimOf(tx: Tx, scan: Scan, wave: WaveRow, rows: readonly PickRow[]): Promise<Aim> {
  const ofLine = scan.orderLine === undefined ? rows : rows.filter((row) => row.orderLineId === scan.orderLine)
  if (scan.orderLine !== undefined && ofLine.length === 0)
    throw await goneLine(tx, { ...scan, orderLine: scan.orderLine }, wave)
  const { name, batches, notesOn } = await readScan(tx, scan.batch, ofLine)
  const open = ofLine.filter(({ toPick }) => toPick > 0)
  const batchesOf = (row: PickRow) => batches.filter(({ productId }) => productId === row.productId)
  const called = open.filter((row) => batches.some(({ id }) => id === row.batchId) && isPlace(row, scan.place))
  const planned = called.find((row) => isTask(row, scan.instead)) ?? called[0]
  const row =
    planned ?? open.find((one) => batchesOf(one).length > 0) ?? (scan.orderLine === undefined ? undefined : ofLine[0])
  const batch = planned
    ? batches.find(({ id }) => id === planned.batchId)
    : row && (await onlyOne(tx, batchesOf(row), { wave, place: scan.place }))
  if (!row || !batch) throw new Refusal('no_such_task', { batch: name, wave: wave.number })
  return { orderLineId: row.orderLineId, productId: row.productId, batch, notes: notesOn(batch) }
}

const isPlace = ({ placeId, placeCode }: Lying, ref: string | undefined) =>
  ref === undefined || (isId(ref) ? placeId === ref : placeCode === ref)

const isTask = ({ batchId, placeId }: PickRow, shown: Scan['instead']) =>
  shown !== undefined && batchId === shown.batch && placeId === shown.place

type Where = Readonly<{ wave: WaveRow; place: string | undefined }>

/** Lots of two suppliers may bear one code, and nothing on the label says whose it is: it is the one that lies there. Refuses `ambiguous`. */
async function onlyOne(tx: Tx, called: readonly NamedBatch[], { wave, place }: Where): Promise<NamedBatch | undefined> {
  const [first, ...others] = called
  if (!first || others.length === 0) return first
  const bins = await Promise.all(called.map(({ id }) => binsOf(tx, id, wave.warehouseId)))
  const here = called.filter((_, at) => bins[at]?.some((bin) => isPlace(bin, place)))
  if (here.length < 2) return here[0] ?? first
  const candidates = here.map(({ id, code, supplierName }) => ({
    id,
    says: `batch ${code} ${supplierName === null ? 'without a supplier' : `of ${supplierName}`}`,
  }))
  throw new Refusal('ambiguous', { where: 'Scan', name: first.code, candidates })
}

/** `packOf`: base units in each of the closed boxes there. */
type From = Lying & Readonly<{ packOf: number | null }>
export type Taken = Readonly<{ from: From; task: PickRow | null; instead: PickRow | null }>

/** `task` is what was planned of that batch there; `instead` the task that other stock would stand in for. */
export async function takenFrom(
  tx: Tx,
  scan: Scan,
  { aim, wave, rows }: Readonly<{ aim: Aim; wave: WaveRow; rows: readonly PickRow[] }>,
): Promise<Taken> {
  const open = rows.filter(({ orderLineId, toPick }) => orderLineId === aim.orderLineId && toPick > 0)
  const { instead } = scan
  const shown = instead && open.find(({ batchId, placeId }) => batchId === instead.batch && placeId === instead.place)
  const ofBatch = open.filter(({ batchId }) => batchId === aim.batch.id)
  const planned = shown && ofBatch.includes(shown) ? shown : ofBatch[0]
  const from = await binOf(tx, scan, {
    aim,
    wave,
    likely: planned ?? shown ?? open[0] ?? null,
  })
  const task = ofBatch.find(({ placeId }) => placeId === from.placeId) ?? null
  const others = open.filter((row) => row !== task)
  return { from, task, instead: (shown !== task && shown) || others[0] || null }
}

type Likely = Readonly<{ aim: Aim; wave: WaveRow; likely: PickRow | null }>

/** As it was said, a bin standing for the boxes that are to be taken there; else the bin of the task where the batch lies there; else the only one where it does. */
async function binOf(tx: Tx, { place }: Scan, { aim: { batch }, wave, likely }: Likely): Promise<From> {
  if (place !== undefined) {
    const found = (await resolvePlaces(tx, [{ warehouseId: wave.warehouseId, place }]))({
      warehouseId: wave.warehouseId,
      place,
    })
    if (!found) throw new Refusal('not_found', { kind: 'place', id: place })
    if (likely?.batchId === batch.id && likely.binId === found.id) return likely
    return { placeId: found.id, placeCode: found.code, packOf: found.packOf }
  }
  const bins = await binsOf(tx, batch.id, wave.warehouseId)
  const bin = bins.find(({ placeId }) => placeId === likely?.placeId) ?? (bins.length === 1 ? bins[0] : undefined)
  if (bin) return { ...bin, packOf: (await placesById(tx, [bin.placeId]))[0]?.packOf ?? null }
  if (bins.length === 0) throw new Refusal('no_such_task', { batch: batch.code, wave: wave.number })
  const candidates = bins.map(({ placeId, placeCode }) => ({
    id: placeId,
    says: `batch ${batch.code} at ${placeCode}`,
  }))
  throw new Refusal('ambiguous', { where: 'Place', name: batch.code, candidates })
}
