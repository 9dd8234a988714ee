import type { Tx } from '#platform/db.ts'
import { Refusal } from '#platform/refusal.ts'
import { findSerials, identifySerials } from '../batches/index.ts'
import { placesById, virtualPlaces } from '../places/index.ts'
import type { MoveAsk, PlaceOf } from '../stock/index.ts'
import type { JudgedRun } from './judge-runs.ts'
import type { MadeLine, MadeRun } from './record-runs.ts'

type Serials = Readonly<{
  used(productId: string, code: string): string
  made(productId: string, code: string): string
}>
type Places = Readonly<{ at(id: string): PlaceOf; making: PlaceOf; scrap: PlaceOf }>

/** What was used goes to production, what was wasted to scrap, what was made comes from production. Refuses `serial_elsewhere`, `serial_repeated`. */
export async function movesOf(tx: Tx, done: readonly MadeRun[]): Promise<MoveAsk[]> {
  const [virtual, rows] = await Promise.all([
    virtualPlaces(tx),
    placesById(tx, [...new Set(done.flatMap(({ lines }) => lines.map(({ placeId }) => placeId)))]),
  ])
  const kinds = new Map(rows.map(({ id, kind }) => [id, kind]))
  const places: Places = {
    at: (id) => ({ id, kind: kinds.get(id) ?? 'storage' }),
    making: { id: virtual.production, kind: 'production' },
    scrap: { id: virtual.scrap, kind: 'scrap' },
  }
  const serials = await serialsOf(tx, done)
  return done.flatMap(({ run, lines }) => lines.flatMap((line) => movesOfLine(run, line, { places, serials })))
}

type Known = Readonly<{ places: Places; serials: Serials }>

function movesOfLine(run: JudgedRun, line: MadeLine, { places, serials }: Known): MoveAsk[] {
  const { batchId, productId, quantity, waste, where } = line
  const there = places.at(line.placeId)
  const own = {
    where,
    batchId,
    productId,
    document: { kind: 'production_run', id: run.id, lineId: line.id },
    occurredAt: run.happenedAt,
    note: run.note,
  }
  if (line.side === 'out') {
    const serialIds = line.serials.map((code) => serials.made(productId, code))
    return [{ ...own, from: places.making, to: there, quantity, reason: 'make', forced: run.forced, serialIds }]
  }
  const serialIds = line.serials.map((code) => serials.used(productId, code))
  const used: MoveAsk = {
    ...own,
    from: there,
    to: places.making,
    quantity: quantity - waste,
    reason: 'consume',
    serialIds,
  }
  const wasted: MoveAsk = {
    ...own,
    from: there,
    to: places.scrap,
    quantity: waste,
    reason: 'disposal',
    note: run.wasteReason,
  }
  return [used, wasted].filter((move) => move.quantity > 0)
}

async function serialsOf(tx: Tx, done: readonly MadeRun[]): Promise<Serials> {
  const used = done.flatMap(({ run }) =>
    run.inputs.flatMap(({ row, serials }) =>
      serials.map((code) => ({ productId: row.productId, batchId: row.id, batch: row.code, code })),
    ),
  )
  const made = done.flatMap(({ run, made: batches }) =>
    run.outputs.flatMap(({ serials }, at) => {
      const batch = batches[at]
      return batch ? serials.map((code) => ({ productId: batch.productId, batchId: batch.id, code })) : []
    }),
  )
  const twice = repeatedIn(done)
  if (twice !== undefined) throw new Refusal('serial_repeated', { serial: twice })
  const find = await findSerials(tx, used)
  const strange = used.find(({ productId, batchId, code }) => find(productId, code)?.batchId !== batchId)
  if (strange) throw new Refusal('serial_elsewhere', { serial: strange.code, place: `not in batch ${strange.batch}` })
  const rows = await identifySerials(tx, made)
  const ids = new Map(made.map(({ productId, code }, at) => [`${productId} ${code}`, rows[at]?.id ?? '']))
  return {
    used: (productId, code) => find(productId, code)?.id ?? '',
    made: (productId, code) => ids.get(`${productId} ${code}`) ?? '',
  }
}

/** A serial that one run uses twice: the ledger would say that it is gone, which is no help to who scanned it twice. */
const repeatedIn = (done: readonly MadeRun[]): string | undefined =>
  done
    .flatMap(({ run }) => run.inputs.map(({ serials }) => serials))
    .flatMap((serials) => serials.filter((serial, at) => serials.indexOf(serial) < at))[0]
