/**
 * server/test/traced/steps.ts — what the maker does with goods as they are: receives, sends, takes back, carries, counts.
 */
import type { Json } from '../world.ts'
import { asOf, keptIn } from './book.ts'
import { anyBin, anyCustomer, asked, bought, knows, lying, type Maker, made, nameOf, someOf, wrote } from './maker.ts'

export type Step = (maker: Maker) => Promise<void>

const reason = 'so it is'

export const steps: Readonly<Record<string, Step>> = {
  async receive(maker) {
    const { roll } = maker
    const { warehouse, bin } = anyBin(maker)
    const lines = Array.from({ length: 1 + roll.below(2) }, () => {
      return { product: roll.of(bought), batch: `B${roll.below(7)}`, quantity: 5 + roll.below(20), place: bin }
    })
    const answer = await asked(maker, 'receive', ['/v1/receipts', { warehouse, lines }])
    for (const line of answer?.lines ?? []) {
      const { batchId, quantity, placeCode } = line
      knows(maker, line)
      wrote(maker, [{ batchId, from: 'SUPPLIER', to: `${warehouse} ${placeCode}`, quantity }])
    }
    if (answer) maker.receipts.set(answer.id, [...new Set<string>(answer.lines.map(({ batchId }: Json) => batchId))])
  },
  async send(maker) {
    const { roll } = maker
    const lines = [{ product: roll.of([...bought, ...made]), quantity: 1 + roll.below(9) }]
    const customer = anyCustomer(maker)
    const order = await asked(maker, 'order', ['/v1/orders', { lines, ...(customer ? { customer } : {}) }])
    const [{ id: orderLine, batches }] = order.lines
    maker.numbers.set(order.id, order.number)
    const parts = batches.map(({ batchId, placeId, quantity }: Json) => {
      return { orderLine, batch: batchId, place: placeId, quantity: 1 + roll.below(quantity) }
    })
    const body = { order: order.id, ...(roll.chance(50) && parts.length > 0 ? { lines: parts } : {}) }
    const answer = batches.length > 0 ? await asked(maker, 'ship', ['/v1/shipments', body]) : null
    for (const { id, warehouseCode, lines: sent } of answer?.items ?? []) {
      const rows = sent.map(({ batchId, placeCode, quantity }: Json) => {
        return { batchId, from: `${warehouseCode} ${placeCode}`, to: 'CUSTOMER', quantity, orderId: order.id }
      })
      maker.shipments.push({ id, orderId: order.id, went: wrote(maker, rows) })
    }
    await asked(maker, 'cancel order', [`/v1/orders/${order.id}/cancellation`, { reason }])
  },
  async sentTooEarly(maker) {
    const one = someOf(maker.roll, maker.shipments.slice(-12))
    if (!one) return
    const done = await asked(maker, 'cancel shipment', [`/v1/shipments/${one.id}/cancellation`, { reason }])
    if (!done) return
    for (const row of one.went) row.undoneAt = maker.world.clock.now()
    maker.shipments.splice(maker.shipments.indexOf(one), 1)
  },
  async takeBack(maker) {
    const { roll } = maker
    const out = [...keptIn(asOf(maker.book, maker.world.clock.now()))].filter(([, units]) => units > 0)
    const [key, units] = someOf(roll, out) ?? ['', 0]
    const [batchId = '', orderId = ''] = key.split(' ')
    if (units === 0) return
    const { warehouse } = anyBin(maker)
    const line = { product: maker.productOf.get(batchId), batch: batchId, quantity: 1 + roll.below(units) }
    const body = { warehouse, orderNumber: maker.numbers.get(orderId), lines: [line] }
    const answer = await asked(maker, 'take back', ['/v1/unannounced-returns', body])
    for (const { batches } of answer?.lines ?? [])
      wrote(
        maker,
        batches.map((one: Json) => {
          const to = `${one.warehouseCode} ${one.placeCode}`
          return { batchId: one.batchId, from: 'CUSTOMER', to, quantity: one.quantity, orderId }
        }),
      )
  },
  async carry(maker) {
    const row = someOf(maker.roll, lying(maker))
    if (!row) return
    const to = { ...anyBin(maker), warehouse: row.warehouse }
    const placeId = [...maker.places].find(([, name]) => name === nameOf(to))?.[0]
    const line = { batch: row.batchId, from: row.placeId, to: placeId, quantity: 1 + maker.roll.below(row.quantity) }
    if (await asked(maker, 'carry', ['/v1/relocations', { lines: [line] }]))
      wrote(maker, [{ batchId: row.batchId, from: nameOf(row), to: nameOf(to), quantity: line.quantity }])
  },
  async count(maker) {
    const row = someOf(maker.roll, lying(maker))
    if (!row) return
    const { batchId, warehouse, placeId: place } = row
    const quantity = maker.roll.chance(50) ? 1 + maker.roll.below(4) : -1 - maker.roll.below(3)
    const line = { product: maker.productOf.get(batchId), batch: batchId, place, quantity }
    const body = { warehouse, reason: 'counted', lines: [line] }
    const answer = await asked(maker, 'count', ['/v1/adjustments', body])
    const [from, to] = quantity > 0 ? ['COUNT', nameOf(row)] : [nameOf(row), 'COUNT']
    // Of what was merged since, it may be the other batch of which there are more or less.
    for (const move of answer?.moves ?? []) wrote(maker, [{ batchId: move.batchId, from, to, quantity: move.quantity }])
  },
  async sendOver(maker) {
    const row = someOf(maker.roll, lying(maker))
    if (!row) return
    const to = row.warehouse === 'CHI' ? 'DAL' : 'CHI'
    const line = { product: maker.productOf.get(row.batchId), quantity: 1 + maker.roll.below(row.quantity) }
    const body = { from: row.warehouse, to, lines: [{ ...line, batch: row.batchId, reason }], approve: true }
    const transfer = await asked(maker, 'transfer', ['/v1/transfers', body])
    if (!transfer) return
    const { id } = transfer
    const [{ promised, lineNo }] = (await maker.world.get(`/v1/transfers/${id}`)).lines
    const lines = promised.map(({ batchId, placeId, quantity }: Json) => {
      return { line: lineNo, batch: batchId, place: placeId, quantity }
    })
    if (lines.length === 0 || !(await asked(maker, 'send over', [`/v1/transfers/${id}/shipments`, { lines }]))) return
    for (const { batch: batchId, place, quantity } of lines) {
      wrote(maker, [{ batchId, from: maker.places.get(place) ?? '', to: 'TRANSIT', quantity }])
      maker.onTheWay.push({ id, to, line: lineNo, batchId, quantity })
    }
  },
  async takeIn(maker) {
    const one = someOf(maker.roll, maker.onTheWay)
    if (!one) return
    const { id, to, line, batchId } = one
    const quantity = 1 + maker.roll.below(one.quantity)
    const { bin } = anyBin(maker)
    const body = { lines: [{ line, batch: batchId, place: bin, quantity }] }
    if (!(await asked(maker, 'take in', [`/v1/transfers/${id}/receipts`, body]))) return
    wrote(maker, [{ batchId, from: 'TRANSIT', to: `${to} ${bin}`, quantity }])
    one.quantity -= quantity
    if (one.quantity === 0) maker.onTheWay.splice(maker.onTheWay.indexOf(one), 1)
  },
}
