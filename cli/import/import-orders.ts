/**
 * cli/import/import-orders.ts — the steps of an import of a shop's orders, each of which may be repeated.
 */
import type { Api } from '../api.ts'
import { rowsOf } from '../api.ts'
import { exitCodes, Failure } from '../failure.ts'
import { instantIn, type Warehouse } from '../warehouses.ts'
import { type Courier, deliver, type Outcome, patiently, severally } from './courier.ts'
import type { Adjustment, Gathered, Invoice } from './gather.ts'
import { type KnownProduct, partsLeaving } from './kits.ts'
import { lifeDaysOf, type Period, type PlannedReceipt, planReceipts, supplierCount } from './plan-receipts.ts'
import { stableId } from './stable-id.ts'
import type { Tally } from './summary.ts'

type Plan = Readonly<{
  gathered: Gathered
  warehouse: Warehouse
  currency: string
  seed: number
  ships: boolean
}>

/** `allocated` in units of what lies in stock; the lines in what was sold, of kits in kits. */
type Placed = Readonly<{ allocated: number; lines: readonly Readonly<{ allocated: number; backOrdered: number }>[] }>
type Shipped = Readonly<{ quantity: number }>

/** Fills the tally as it goes, so that a run that is stopped can still tell how far it came. */
export async function importOrders(courier: Courier, plan: Plan, tally: Tally): Promise<void> {
  const { gathered } = plan
  const { firstDay, lastDay } = gathered
  const period: Period | null = firstDay && lastDay ? { firstDay, lastDay, seed: plan.seed } : null
  const products = await addProducts(courier, gathered, period)
  await addCustomers(courier, gathered)
  if (period) {
    await addSuppliers(courier)
    await receive(courier, { plan, receipts: planReceipts(partsLeaving(gathered.leaving, products), period), tally })
  }
  await takeOrders(courier, plan, tally)
  await announceReturns(courier, plan, tally)
  await writeOff(courier, plan, tally)
}

/** Answers with those that were there before, among which kits may be. */
async function addProducts(courier: Courier, { products }: Gathered, period: Period | null): Promise<KnownProduct[]> {
  const known: KnownProduct[] = []
  for await (const row of rowsOf<KnownProduct>(courier.api, '/v1/products')) known.push(row)
  const names = new Set(known.map(({ sku }) => sku))
  const missing = products.filter(({ sku }) => !names.has(sku))
  const each = async ({ sku, name }: (typeof products)[number]) => {
    const lifeDays = period ? lifeDaysOf(sku, period) : null
    const rules = { tracking: 'batch', dates: 'required', rotation: 'fefo', lifeDays }
    await addOnce(() => courier.api.send('POST', '/v1/products', { sku, name, ...rules }))
  }
  await severally(courier, { stage: 'Products', items: missing, each })
  return known
}

async function addCustomers(courier: Courier, { customers }: Gathered): Promise<void> {
  const known = await knownCodes(courier.api, '/v1/customers')
  const missing = customers.filter(({ code }) => !known.has(code))
  const each = ({ code, country }: (typeof customers)[number]) =>
    addOnce(() => courier.api.send('POST', '/v1/customers', { code, name: `Customer ${code}`, country }))
  await severally(courier, { stage: 'Customers', items: missing, each })
}

const supplierCode = (number: number) => `IMPORT-${number}`

async function addSuppliers(courier: Courier): Promise<void> {
  const known = await knownCodes(courier.api, '/v1/suppliers')
  const numbers = Array.from({ length: supplierCount }, (_, index) => index + 1)
  const each = (number: number) =>
    addOnce(() =>
      courier.api.send('POST', '/v1/suppliers', {
        code: supplierCode(number),
        name: `Supplier ${number} of the import`,
      }),
    )
  const missing = numbers.filter((number) => !known.has(supplierCode(number)))
  await severally(courier, { stage: 'Suppliers', items: missing, each })
}

async function knownCodes(api: Api, path: string): Promise<Set<string>> {
  const known = new Set<string>()
  for await (const { code } of rowsOf<{ code: string }>(api, path)) known.add(code)
  return known
}

/** Another run, or a person, may have added it since the list was read. */
async function addOnce(add: () => Promise<unknown>): Promise<void> {
  try {
    await add()
  } catch (error) {
    if (!(error instanceof Failure && error.problem?.code === 'already_exists')) throw error
  }
}

type Receiving = Readonly<{ plan: Plan; receipts: readonly PlannedReceipt[]; tally: Tally }>

/** One line that cannot be received must not keep out the others of its delivery: they are then sent one by one. */
async function receive(courier: Courier, { plan, receipts, tally }: Receiving): Promise<void> {
  const { warehouse } = plan
  const alone: PlannedReceipt[] = []
  const load = (documents: readonly PlannedReceipt[], stage: string) => ({
    stage,
    path: '/v1/receipts/bulk',
    name: 'receipts',
    documents,
    linesOf: ({ lines }: PlannedReceipt) => lines.length,
    body: ({ id, supplier, receivedOn, lines }: PlannedReceipt) => ({
      id,
      warehouse: warehouse.code,
      supplier: supplierCode(supplier),
      reference: `order import, seed ${plan.seed}`,
      receivedAt: instantIn(warehouse.timeZone, `${receivedOn}T09:00:00`),
      lines: lines.map(({ sku, ...line }) => ({ product: sku, ...line, dateSource: 'imported' })),
    }),
  })
  const told = (receipt: PlannedReceipt, { problem }: Outcome<unknown>) => {
    if (problem && receipt.lines.length > 1)
      alone.push(
        ...receipt.lines.map((line) => ({
          ...receipt,
          id: stableId('receipt', receipt.id, line.sku, line.batch),
          lines: [line],
        })),
      )
    else if (problem) tally.notes.push(`Batch ${receipt.lines[0]?.batch} was not received: ${problem.detail}`)
    else {
      tally.receipts.documents += 1
      tally.receipts.lines += receipt.lines.length
      tally.receipts.units += receipt.lines.reduce((sum, { quantity }) => sum + quantity, 0)
    }
  }
  await deliver(courier, load(receipts, 'Receiving'), told)
  if (alone.length > 0) await deliver(courier, load(alone, 'Receiving one by one'), told)
}

const unitsOf = ({ lines }: Invoice) => lines.reduce((sum, { quantity }) => sum + quantity, 0)
const linesOf = ({ lines }: Invoice) => lines.length

function refuse(tally: Tally, lines: Invoice['lines'], reason: string): void {
  for (const { lineNo, invoice, sku: code } of lines)
    tally.refused.push({ lineNo, invoice, code, kind: 'refused', reason })
}

/** Orders go in the order of time, for the earlier one takes what expires first. */
async function takeOrders(courier: Courier, plan: Plan, tally: Tally): Promise<void> {
  const { warehouse, currency, gathered, ships } = plan
  const allocated: { invoice: Invoice; units: number }[] = []
  const body = ({ number, at, customer, lines }: Invoice) => ({
    id: stableId('order', number),
    number,
    ...(customer === null ? {} : { customer }),
    channel: 'import',
    warehouse: warehouse.code,
    orderedAt: instantIn(warehouse.timeZone, at),
    history: true,
    lines: lines.map(({ sku, quantity, priceMinor }) => ({ product: sku, quantity, unitPrice: priceMinor, currency })),
  })
  const load = { stage: 'Orders', path: '/v1/orders/bulk', name: 'orders', documents: gathered.orders, linesOf, body }
  await deliver<Invoice, Placed>(courier, load, (invoice, { answer, problem }) => {
    if (problem) return refuse(tally, invoice.lines, problem.detail)
    tally.orders.documents += 1
    tally.orders.lines += invoice.lines.length
    tally.orders.units += unitsOf(invoice)
    for (const line of answer.lines) {
      tally.orders.allocated += line.allocated
      tally.orders.backOrdered += line.backOrdered
    }
    if (answer.allocated > 0) allocated.push({ invoice, units: answer.allocated })
  })
  if (ships) await ship(courier, { plan, allocated, tally })
}

type Shipping = Readonly<{ plan: Plan; allocated: readonly { invoice: Invoice; units: number }[]; tally: Tally }>

async function ship(courier: Courier, { plan: { warehouse }, allocated, tally }: Shipping): Promise<void> {
  const load = {
    stage: 'Shipments',
    path: '/v1/shipments/bulk',
    name: 'shipments',
    documents: allocated,
    linesOf: ({ invoice }: Shipping['allocated'][number]) => invoice.lines.length,
    body: ({ invoice: { number, at } }: Shipping['allocated'][number]) => ({
      id: stableId('shipment', number),
      order: stableId('order', number),
      warehouse: warehouse.code,
      shippedAt: instantIn(warehouse.timeZone, at),
    }),
  }
  await deliver<Shipping['allocated'][number], Shipped>(courier, load, ({ invoice, units }, { answer, problem }) => {
    tally.shipments.wanted += units
    if (problem) tally.notes.push(`Order ${invoice.number} was not shipped: ${problem.detail}`)
    else {
      tally.shipments.documents += 1
      tally.shipments.units += answer.quantity
    }
  })
}

async function announceReturns(courier: Courier, plan: Plan, tally: Tally): Promise<void> {
  const body = ({ number, at, customer, lines }: Invoice) => ({
    id: stableId('return', number),
    number,
    ...(customer === null ? {} : { customer }),
    announcedAt: instantIn(plan.warehouse.timeZone, at),
    note: 'cancelled invoice of the imported file',
    lines: lines.map(({ sku, quantity }) => ({ product: sku, quantity })),
  })
  const documents = plan.gathered.returns
  const load = { stage: 'Returns', path: '/v1/returns/bulk', name: 'returns', documents, linesOf, body }
  await deliver<Invoice, unknown>(courier, load, (invoice, { problem }) => {
    if (problem) return refuse(tally, invoice.lines, problem.detail)
    tally.returns.documents += 1
    tally.returns.lines += invoice.lines.length
    tally.returns.units += unitsOf(invoice)
  })
}

/** Each by itself: where more is written off than is there, that one line is refused and reported. */
async function writeOff({ api, progress, stopping }: Courier, plan: Plan, tally: Tally): Promise<void> {
  const { adjustments } = plan.gathered
  for (const [index, adjustment] of adjustments.entries()) {
    stopping.check()
    const problem = await patiently(() => adjust(api, plan, adjustment))
    if (problem !== null) refuse(tally, [adjustment.line], problem)
    else {
      tally.adjustments.lines += 1
      tally.adjustments.units += adjustment.line.quantity
    }
    progress.tell('Adjustments', index + 1, adjustments.length)
  }
}

async function adjust(api: Api, { warehouse }: Plan, { number, line }: Adjustment): Promise<string | null> {
  const note = line.description === '' ? {} : { note: line.description }
  try {
    await api.send('POST', '/v1/adjustments', {
      id: stableId('adjustment', number),
      warehouse: warehouse.code,
      reason: `written off in the shop's file, ${number}`,
      occurredAt: instantIn(warehouse.timeZone, line.at),
      lines: [{ product: line.sku, quantity: -line.quantity, ...note }],
    })
    return null
  } catch (error) {
    if (error instanceof Failure && error.exitCode === exitCodes.refused) return error.problem?.detail ?? error.message
    throw error
  }
}
