/**
 * web/features/trace/graph-stops.ts — a batch's or a lot's way as stops: suppliers and receipts, batches, places and
 * customers. What is too many to be read is gathered in one stop, which opens.
 */

import { batchName, batchText } from '#domain/batch-code.ts'
import type { BatchTrace, LotTrace, Recipient } from '../../api/types.ts'
import { capital } from '../../shared/capital.ts'
import { placeText } from '../../shared/place-words.ts'
import { countOf } from '../../shared/quantity.tsx'

export type Stop = Readonly<{
  id: string
  kind: 'supplier' | 'receipt' | 'lot' | 'batch' | 'place' | 'customer' | 'rest'
  title: string
  detail: string
  to: string | null
}>
export type Way = Readonly<{ from: string; to: string }>
export type Picture = Readonly<{ stops: readonly Stop[]; ways: readonly Way[] }>
/** Who got what, and the totals that those who are not listed add up to. */
export type Reach = Readonly<{ recipients: readonly Recipient[]; orders: number; shipped: number }>

const receiptsMax = 6
const placesMax = 8

export function pictureOfBatch(trace: BatchTrace, reach: Reach, customersMax: number): Picture {
  const { batch, receipts, here } = trace
  const centre = `batch ${batch.id}`
  const title = capital(batchName(batch.code))
  const parts = [
    { stops: [{ id: centre, kind: 'batch', title, detail: batch.sku, to: null }], ways: [] } as Picture,
    origins(receipts, centre),
    places(here, centre),
    customers(reach, customersMax),
  ]
  return joined(parts)
}

export function pictureOfLot({ lot, batches }: LotTrace, reach: Reach, customersMax: number): Picture {
  const centre = `lot ${lot.id}`
  const stops: Stop[] = [{ id: centre, kind: 'lot', title: `Lot ${lot.code}`, detail: lot.name || 'lot', to: null }]
  const ways: Way[] = []
  for (const { batchId, batchCode, sku, onHand } of batches) {
    const id = `batch ${batchId}`
    const detail = `${sku}, ${unitsText(onHand)} here`
    stops.push({ id, kind: 'batch', title: batchText(batchCode), detail, to: `/batches/${batchId}` })
    ways.push({ from: centre, to: id })
  }
  return joined([{ stops, ways }, customers(reach, customersMax)])
}

function joined(parts: readonly Picture[]): Picture {
  const stops = new Map(parts.flatMap((part) => part.stops.map((stop) => [stop.id, stop] as const)))
  return { stops: [...stops.values()], ways: parts.flatMap(({ ways }) => ways) }
}

const unitsText = (quantity: number) => countOf(quantity, 'unit')
const sum = (rows: readonly { quantity: number }[]) => rows.reduce((total, { quantity }) => total + quantity, 0)

function origins(receipts: BatchTrace['receipts'], centre: string): Picture {
  const [shown, rest] = [receipts.slice(0, receiptsMax), receipts.slice(receiptsMax)]
  const stops: Stop[] = []
  const ways: Way[] = []
  for (const { receiptId, number, supplierId, supplierName, quantity } of shown) {
    const receipt = `receipt ${receiptId}`
    stops.push({
      id: receipt,
      kind: 'receipt',
      title: number,
      detail: unitsText(quantity),
      to: `/receipts/${receiptId}`,
    })
    ways.push({ from: receipt, to: centre })
    if (!supplierId) continue
    const supplier = `supplier ${supplierId}`
    const to = `/partners/suppliers/${supplierId}`
    stops.push({ id: supplier, kind: 'supplier', title: supplierName ?? '', detail: 'supplier', to })
    ways.push({ from: supplier, to: receipt })
  }
  if (rest.length > 0) {
    const title = countOf(rest.length, 'more receipt')
    stops.push({ id: 'receipts', kind: 'receipt', title, detail: unitsText(sum(rest)), to: null })
    ways.push({ from: 'receipts', to: centre })
  }
  return { stops, ways }
}

function places(here: BatchTrace['here'], centre: string): Picture {
  const [shown, rest] = [here.slice(0, placesMax), here.slice(placesMax)]
  const stops: Stop[] = shown.map(({ placeId, placeCode, placeKind, warehouseCode, onHand }) => ({
    id: `place ${placeId}`,
    kind: 'place',
    title: placeText({ kind: placeKind, code: placeCode, warehouseCode }),
    detail: `${unitsText(onHand)} here`,
    to: null,
  }))
  const ways: Way[] = shown.map(({ placeId }) => ({ from: centre, to: `place ${placeId}` }))
  if (rest.length > 0) {
    const title = countOf(rest.length, 'more place')
    const quantity = rest.reduce((total, { onHand }) => total + onHand, 0)
    stops.push({ id: 'places', kind: 'place', title, detail: `${unitsText(quantity)} here`, to: null })
    ways.push({ from: centre, to: 'places' })
  }
  return { stops, ways }
}

/** Each customer once, those who got most first, up to so many. */
function customers({ recipients, orders, shipped }: Reach, customersMax: number): Picture {
  const names = [...new Set(recipients.map(({ customerId }) => customerId ?? ''))]
  const named = new Set(names.slice(0, customersMax))
  const told = recipients.filter(({ customerId }) => named.has(customerId ?? ''))
  const stops: Stop[] = [...named].map((customer) => {
    const rows = told.filter(({ customerId }) => (customerId ?? '') === customer)
    const ordered = rows.reduce((total, row) => total + row.orders, 0)
    return {
      id: `customer ${customer}`,
      kind: 'customer',
      title: customer ? (rows[0]?.customerName ?? '') : 'No customer named',
      detail: `${unitsText(sum(rows))}, ${countOf(ordered, 'order')}${backText(rows)}`,
      to: customer ? `/partners/customers/${customer}` : null,
    }
  })
  const ways: Way[] = told.map(({ batchId, customerId }) => ({
    from: `batch ${batchId}`,
    to: `customer ${customerId ?? ''}`,
  }))
  const others = recipients.filter(({ customerId }) => !named.has(customerId ?? ''))
  return others.length === 0 ? { stops, ways } : withRest({ stops, ways }, others, { told, orders, shipped })
}

function backText(rows: readonly Recipient[]): string {
  const returned = rows.reduce((total, row) => total + row.returned, 0)
  return returned > 0 ? `, ${unitsText(returned)} back` : ''
}

type Totals = { told: readonly Recipient[]; orders: number; shipped: number }

function withRest({ stops, ways }: Picture, others: readonly Recipient[], { told, orders, shipped }: Totals): Picture {
  const ordersLeft = orders - told.reduce((total, row) => total + row.orders, 0)
  const title = ordersLeft > 0 ? countOf(ordersLeft, 'more order') : 'More customers'
  const rest: Stop = { id: 'rest', kind: 'rest', title, detail: unitsText(shipped - sum(told)), to: null }
  const batches = [...new Set(others.map(({ batchId }) => batchId))]
  const restWays = batches.map((batchId) => ({ from: `batch ${batchId}`, to: rest.id }))
  return { stops: [...stops, rest], ways: [...ways, ...restWays] }
}
