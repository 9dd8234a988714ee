import { serialsOf } from '#domain/batch-codes/serial-range.ts'
import type { CalendarDate } from '#domain/calendar-date.ts'
import { dayIn } from '#platform/clock.ts'
import type { Origin, Tx } from '#platform/db.ts'
import type { Asked } from '#platform/http/index.ts'
import { newId } from '#platform/id.ts'
import { Refusal } from '#platform/refusal.ts'
import { type BatchAsk, type LotRow, resolveLots } from '../batches/index.ts'
import {
  archived,
  archivedPartner,
  notStocked,
  type PartnerRow,
  type ProductRow,
  packsOf,
  resolveProducts,
  resolveSuppliers,
} from '../catalog/index.ts'
import { type PlaceRow, resolvePlaces, resolveWarehouses, type WarehouseRow } from '../places/index.ts'
import type { PlannedLine, PlannedReceipt, ReceiptInput, ReceiptLineInput } from './receipt-ask.ts'
import { type InboundRow, lockInbounds } from './store.ts'

type Known = {
  warehouses: Map<string, WarehouseRow>
  suppliers: Map<string, PartnerRow>
  inbounds: Map<string, InboundRow>
  lots: Map<string, LotRow>
  products: Map<string, ProductRow>
  packs: Map<string, number>
  placeOf: Awaited<ReturnType<typeof resolvePlaces>>
}

export async function planReceipts(
  tx: Tx,
  asks: readonly Asked<ReceiptInput>[],
): Promise<(PlannedReceipt | Refusal)[]> {
  const known = await lookUp(
    tx,
    asks.map(({ body }) => body),
  )
  return asks.map((ask) => plan(tx, ask, known))
}

const present = (texts: readonly (string | undefined)[]) => texts.filter((text) => text !== undefined)

async function lookUp(tx: Tx, bodies: readonly ReceiptInput[]): Promise<Known> {
  const lines = bodies.flatMap((body) => body.lines)
  const inboundRefs = [...new Set(present(bodies.map(({ inbound }) => inbound)))]
  const lotRefs = [...new Set(present(bodies.map(({ lot }) => lot)))]
  const inbounds = inboundRefs.length > 0 ? await lockInbounds(tx, inboundRefs) : []
  const [warehouses, products, suppliers, lots] = await Promise.all([
    resolveWarehouses(tx),
    resolveProducts(
      tx,
      lines.map(({ product }) => product),
    ),
    resolveSuppliers(tx, [
      ...present(bodies.map(({ supplier }) => supplier)),
      ...inbounds.flatMap(({ supplierId }) => supplierId ?? []),
    ]),
    resolveLots(tx, lotRefs),
  ])
  const packed = lines.flatMap(({ pack, product }) => (pack === undefined ? [] : (products.get(product)?.id ?? [])))
  const packs = packed.length > 0 ? await packsOf(tx, [...new Set(packed)]) : []
  return {
    warehouses,
    suppliers,
    products,
    inbounds: new Map(inbounds.flatMap((row) => [[row.id, row] as const, [row.number, row] as const])),
    lots,
    packs: new Map(packs.map(({ productId, name, quantity }) => [`${productId} ${name}`, quantity])),
    placeOf: await resolvePlaces(
      tx,
      bodies
        .flatMap((body) => body.lines.map((line) => placeReference(warehouses.get(body.warehouse)?.id ?? '', line)))
        .filter(({ warehouseId }) => warehouseId !== ''),
    ),
  }
}

const placeReference = (warehouseId: string, { place, condition }: ReceiptLineInput) => ({
  warehouseId,
  place: place ?? null,
  kind: condition === 'damaged' ? ('quarantine' as const) : ('storage' as const),
})

function plan(tx: Tx, { body, origin }: Asked<ReceiptInput>, known: Known): PlannedReceipt | Refusal {
  const warehouse = known.warehouses.get(body.warehouse)
  if (!warehouse) return new Refusal('not_found', { kind: 'warehouse', id: body.warehouse })
  const inbound = body.inbound === undefined ? null : known.inbounds.get(body.inbound)
  if (inbound === undefined) return new Refusal('not_found', { kind: 'inbound shipment', id: body.inbound ?? '' })
  if (inbound?.closedAt) return new Refusal('inbound_closed', { number: inbound.number })
  if (inbound && inbound.warehouseId !== warehouse.id) return elsewhere(inbound, warehouse, known)
  const supplierRef = body.supplier ?? inbound?.supplierId ?? undefined
  const supplier = supplierRef === undefined ? null : known.suppliers.get(supplierRef)
  if (supplier === undefined) return new Refusal('not_found', { kind: 'supplier', id: supplierRef ?? '' })
  const lot = body.lot === undefined ? null : known.lots.get(body.lot)
  if (lot === undefined) return new Refusal('not_found', { kind: 'lot', id: body.lot ?? '' })
  const receivedAt = body.receivedAt ?? tx.act.at
  const day = dayIn(warehouse.timeZone, receivedAt)
  const problems: { at: string; message: string }[] = []
  if (supplier?.archivedAt) problems.push({ at: 'supplier', message: archivedPartner(supplier) })
  if (body.lines.filter(({ serialRanges }) => serialRanges).length > rangedLinesMax) {
    const message = `at most ${rangedLinesMax} of a receipt name their serials by range`
    return new Refusal('invalid_input', { problems: [{ at: 'lines', message }] })
  }
  const lines: PlannedLine[] = []
  for (const [index, line] of body.lines.entries()) {
    const planned = planLine({ line, index, known, warehouse, supplier, origin, day })
    if (planned instanceof Refusal) return planned
    if ('problem' in planned) problems.push({ at: `lines[${index}]${planned.field ?? ''}`, message: planned.problem })
    else lines.push(planned)
  }
  if (problems.length > 0) return new Refusal('invalid_input', { problems })
  return {
    id: body.id ?? newId(),
    origin,
    warehouseId: warehouse.id,
    supplierId: supplier?.id ?? null,
    inboundId: inbound?.id ?? null,
    lotId: lot?.id ?? null,
    reference: body.reference ?? null,
    receivedAt,
    day,
    forced: body.force?.reason ?? null,
    lines,
  }
}

function elsewhere({ number, warehouseId }: InboundRow, { code }: WarehouseRow, { warehouses }: Known): Refusal {
  return new Refusal('inbound_elsewhere', {
    number,
    announced: warehouses.get(warehouseId)?.code ?? '',
    warehouse: code,
  })
}

type LineAsk = {
  line: ReceiptLineInput
  index: number
  known: Known
  warehouse: WarehouseRow
  supplier: PartnerRow | null
  origin: Origin
  day: CalendarDate
}

type Problem = Readonly<{ problem: string; field?: string }>

function planLine({ line, index, known, warehouse, supplier, origin, day }: LineAsk): PlannedLine | Problem | Refusal {
  const where = `line ${index + 1}`
  const product = known.products.get(line.product)
  if (!product) return { problem: `there is no product "${line.product}"` }
  if (product.archivedAt) return { problem: archived(product) }
  if (product.isKit) return { problem: notStocked(product, 'receive') }
  const place = known.placeOf(placeReference(warehouse.id, line))
  if (!place) return { problem: `there is no place "${line.place ?? line.condition}" in warehouse ${warehouse.code}` }
  if (line.condition === 'damaged' && place.kind !== 'quarantine')
    return { problem: `damaged goods go to a quarantine place; ${place.code} is a ${place.kind} place` }
  const inPack = line.pack === undefined ? 1 : known.packs.get(`${product.id} ${line.pack}`)
  if (inPack === undefined) return { problem: `${product.sku} has no pack "${line.pack}"` }
  const quantity = line.quantity * inPack
  if (!Number.isSafeInteger(quantity)) return { problem: 'the quantity is too large' }
  const closedPackOf = line.closedPackOf ?? place.packOf
  const uneven = closedPackOf === null ? null : unevenBoxes(closedPackOf, quantity, { line, place })
  if (uneven) return uneven
  if ((line.unitCost === undefined) !== (line.currency === undefined))
    return { problem: 'a unit cost and its currency go together' }
  if ((line.sample ?? 0) > quantity)
    return { field: '.sample', problem: `is ${line.sample}, but ${quantity} come with this line` }
  const serials = serialsOfLine(line)
  if ('problem' in serials) return serials
  if (product.tracking === 'serial' ? serials.length !== quantity : serials.length > 0)
    return new Refusal('serials_needed', { where, sku: product.sku, needed: quantity, given: serials.length })
  return {
    lineNo: index + 1,
    ask: batchAsk({ line, where, product, supplier, origin, day }),
    place,
    closedPackOf,
    quantity,
    sample: line.sample ?? null,
    condition: line.condition ?? 'good',
    unitCost: line.unitCost ?? null,
    currency: line.currency ?? null,
    serials,
  }
}

/** A short text can stand for many thousands of serials. */
const rangedLinesMax = 20

function serialsOfLine({ serials = [], serialRanges = [] }: ReceiptLineInput): readonly string[] | Problem {
  const read = serialRanges.map(serialsOf)
  const wrong = read.findIndex(({ ok }) => !ok)
  const one = read[wrong]
  if (one && !one.ok) return { field: `.serialRanges[${wrong}]`, problem: one.problem }
  return [...serials, ...read.flatMap((range) => (range.ok ? range.serials : []))]
}

/** `packOf` as the line says, else as it is at the place. */
function unevenBoxes(packOf: number, quantity: number, { line, place }: Boxing): Problem | null {
  const boxes = `at ${place.code} lie closed boxes of ${place.packOf}`
  if (place.packOf !== null && place.packOf !== packOf)
    return { field: '.closedPackOf', problem: `is ${packOf}, but ${boxes}: name the bin instead` }
  if (quantity % packOf === 0) return null
  const mend = `${quantity} are no whole boxes of that: write the loose ones on a line of their own`
  return line.closedPackOf === undefined
    ? { field: '.place', problem: `${boxes}, and ${mend}` }
    : { field: '.closedPackOf', problem: `is ${packOf}, but ${mend}` }
}

type Boxing = Readonly<{ line: ReceiptLineInput; place: PlaceRow }>

function batchAsk({
  line,
  where,
  product,
  supplier,
  origin,
  day,
}: {
  line: ReceiptLineInput
  where: string
  product: ProductRow
  supplier: PartnerRow | null
  origin: Origin
  day: CalendarDate
}): BatchAsk {
  return {
    where,
    product,
    code: line.batch ?? null,
    dates: {
      producedOn: line.producedOn ?? null,
      bestBefore: line.bestBefore ?? null,
      useBy: line.useBy ?? null,
      expiresOn: line.expiresOn ?? null,
    },
    source: line.dateSource ?? 'typed',
    supplier: supplier && { id: supplier.id, name: supplier.name },
    supplierLot: line.supplierLot ?? null,
    originCountry: line.originCountry ?? null,
    receivedOn: day,
    different: line.batchIs === 'different',
    same: line.batchIs === 'same',
    origin,
  }
}
