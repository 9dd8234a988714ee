/**
 * server/modules/production/plan-runs.ts — what runs name, looked up before anything is locked. Names every wrong field at once.
 */
import { normaliseBatchCode, untrackedCode } from '#domain/batch-code.ts'
import { dayIn } from '#platform/clock.ts'
import type { Origin, Tx } from '#platform/db.ts'
import type { Asked } from '#platform/http/index.ts'
import { newId } from '#platform/id.ts'
import { isId } from '#platform/references.ts'
import { Refusal } from '#platform/refusal.ts'
import { batchesById } from '../batches/index.ts'
import { archived, notStocked, type ProductRow, resolveProducts } from '../catalog/index.ts'
import { type PlaceRow, resolvePlaces, resolveWarehouses, type WarehouseRow } from '../places/index.ts'
import type { InputAsk, OutputAsk, PlannedInput, PlannedOutput, PlannedRun, RunAsk } from './run-ask.ts'
import { expiryRulesOf } from './store.ts'

type Known = Readonly<{
  warehouses: ReadonlyMap<string, WarehouseRow>
  products: ReadonlyMap<string, ProductRow>
  productOf: ReadonlyMap<string, string> // by id of a batch
  minimum: ReadonlySet<string> // products that are good no longer than what they are made of
  placeOf: Awaited<ReturnType<typeof resolvePlaces>>
}>
type Problem = { at: string; message: string }

export async function planRuns(tx: Tx, asks: readonly Asked<RunAsk>[]): Promise<(PlannedRun | Refusal)[]> {
  const known = await lookUp(
    tx,
    asks.map(({ body }) => body),
  )
  return asks.map((ask) => plan(tx, ask, known))
}

async function lookUp(tx: Tx, bodies: readonly RunAsk[]): Promise<Known> {
  const inputs = bodies.flatMap((body) => body.inputs)
  const outputs = bodies.flatMap((body) => body.outputs)
  const [warehouses, batches] = await Promise.all([
    resolveWarehouses(tx),
    batchesById(tx, [...new Set(inputs.flatMap(({ batch }) => (batch !== undefined && isId(batch) ? batch : [])))]),
  ])
  const placed = bodies.flatMap(({ warehouse, inputs: used, outputs: made }) => {
    const warehouseId = warehouses.get(warehouse)?.id
    if (warehouseId === undefined) return []
    return [...used.filter(({ place }) => place !== undefined), ...made].map((one) => placeIn(warehouseId, one))
  })
  const products = await resolveProducts(tx, [
    ...inputs.flatMap(({ product }) => product ?? []),
    ...outputs.map(({ product }) => product),
    ...batches.map(({ productId }) => productId),
  ])
  const [placeOf, rules] = await Promise.all([
    resolvePlaces(tx, placed),
    expiryRulesOf(tx, [...new Set([...products.values()].map(({ id }) => id))]),
  ])
  return {
    warehouses,
    products,
    placeOf,
    productOf: new Map(batches.map(({ id, productId }) => [id, productId])),
    minimum: new Set(rules.filter(({ rule }) => rule === 'min_of_inputs').map(({ productId }) => productId)),
  }
}

const placeIn = (warehouseId: string, { place }: Pick<OutputAsk, 'place'>) => ({ warehouseId, place: place ?? null })

function plan(tx: Tx, { body, origin }: Asked<RunAsk>, known: Known): PlannedRun | Refusal {
  const warehouse = known.warehouses.get(body.warehouse)
  if (!warehouse) return new Refusal('not_found', { kind: 'warehouse', id: body.warehouse })
  const problems: Problem[] = []
  const kept = <Line>(field: string, index: number, line: Line | { field: string; message: string }): Line[] => {
    if (!isWrong(line)) return [line]
    problems.push({ at: `${field}[${index}]${line.field}`, message: line.message })
    return []
  }
  const inputs = body.inputs.flatMap((line, index) =>
    kept('inputs', index, planInput({ line, index, known, warehouse })),
  )
  const outputs = body.outputs.flatMap((line, index) =>
    kept('outputs', index, planOutput({ line, index, known, warehouse, origin })),
  )
  const wasted = body.inputs.some(({ waste = 0 }) => waste > 0)
  if (wasted && body.wasteReason === undefined)
    problems.push({ at: 'wasteReason', message: 'must say why some of it was thrown away' })
  if (problems.length > 0) return new Refusal('invalid_input', { problems })
  const happenedAt = body.happenedAt ?? tx.act.at
  return {
    id: body.id ?? newId(),
    origin,
    kind: body.kind,
    warehouse,
    happenedAt,
    day: dayIn(warehouse.timeZone, happenedAt),
    reference: body.reference ?? null,
    note: body.note ?? null,
    reason: body.reason ?? null,
    wasteReason: wasted ? (body.wasteReason ?? null) : null,
    forced: body.force?.reason ?? null,
    inputs,
    outputs,
  }
}

type Wrong = { field: string; message: string }
const isWrong = (line: unknown): line is Wrong => typeof line === 'object' && line !== null && 'message' in line

type Of<Line> = Readonly<{ line: Line; index: number; known: Known; warehouse: WarehouseRow }>

function planInput({ line, index, known, warehouse }: Of<InputAsk>): PlannedInput | Wrong {
  const { batch, quantity, waste = 0, serials = [] } = line
  const named = line.product ?? (batch === undefined ? undefined : known.productOf.get(batch))
  if (named === undefined)
    return batch !== undefined && isId(batch)
      ? { field: '.batch', message: `there is no batch "${batch}"` }
      : { field: '.product', message: 'must be named, unless the batch is named by its id' }
  const product = known.products.get(named)
  if (!product) return { field: '.product', message: `there is no product "${named}"` }
  if (product.isKit) return { field: '.product', message: notStocked(product, 'use') }
  if (batch !== undefined && isId(batch) && known.productOf.get(batch) !== product.id)
    return { field: '.batch', message: `${product.sku} has no batch "${batch}"` }
  if (batch === undefined && product.tracking !== 'none')
    return { field: '.batch', message: `must name the batch of ${product.sku} that was used` }
  const place = line.place === undefined ? null : known.placeOf(placeIn(warehouse.id, line))
  if (place === undefined) return noPlace(line.place, warehouse)
  if (waste >= quantity)
    return {
      field: '.waste',
      message: `must be less than the ${quantity} taken; what nothing is made of is disposed of`,
    }
  if (product.tracking === 'serial' && waste > 0)
    return {
      field: '.waste',
      message: `must be none: units of ${product.sku} are disposed of one by one, by their serials`,
    }
  const wrong = wrongSerials(product, { quantity, serials, place })
  if (wrong) return wrong
  const names = { where: `Input ${index + 1}`, at: `inputs[${index}]` }
  return { ...names, product, batch: nameOf(batch), place, quantity, waste, serials }
}

const nameOf = (batch: string | undefined): string =>
  batch === undefined ? untrackedCode : isId(batch) ? batch : normaliseBatchCode(batch).code

const noPlace = (place: string | undefined, { code }: WarehouseRow): Wrong => ({
  field: '.place',
  message:
    place === undefined ? `warehouse ${code} has no bin yet` : `there is no place "${place}" in warehouse ${code}`,
})

type Units = Readonly<{ quantity: number; serials: readonly string[]; place: PlaceRow | null }>

function wrongSerials({ tracking, sku }: ProductRow, { quantity, serials, place }: Units): Wrong | null {
  const needed = tracking === 'serial' ? quantity : 0
  if (serials.length !== needed)
    return {
      field: '.serials',
      message: `must be ${needed} for ${quantity} of ${sku}, and ${serials.length} are given`,
    }
  return needed > 0 && place === null ? { field: '.place', message: 'must be named for goods with serials' } : null
}

function planOutput(of: Of<OutputAsk> & { origin: Origin }): PlannedOutput | Wrong {
  const { line, index, known, warehouse, origin } = of
  const { quantity, serials = [] } = line
  const product = known.products.get(line.product)
  if (!product) return { field: '.product', message: `there is no product "${line.product}"` }
  if (product.archivedAt) return { field: '.product', message: archived(product) }
  if (product.isKit)
    return { field: '.product', message: `${notStocked(product, 'make')}. A kit made to stock is a product of its own` }
  const place = known.placeOf(placeIn(warehouse.id, line))
  if (!place) return noPlace(line.place, warehouse)
  const wrong = wrongSerials(product, { quantity, serials, place })
  if (wrong) return wrong
  const { producedOn = null, bestBefore = null, useBy = null, expiresOn = null } = line
  return {
    ask: {
      where: `Output ${index + 1}`,
      product,
      code: line.batch ?? null,
      dates: { producedOn, bestBefore, useBy, expiresOn },
      source: line.dateSource ?? 'typed',
      supplier: null,
      supplierLot: null,
      originCountry: null,
      different: line.batchIs === 'different',
      same: line.batchIs === 'same',
      origin,
    },
    place,
    quantity,
    rule: line.expiryRule ?? (known.minimum.has(product.id) ? 'min_of_inputs' : 'as_stated'),
    serials,
  }
}
