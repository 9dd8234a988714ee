/**
 * server/demo/days.ts — the days of the demo's shop, one after another: order from suppliers, receive, sell, ship.
 */
import { addDays, type CalendarDate, daysBetween } from '#domain/calendar-date.ts'
import type { Instant } from '#platform/clock.ts'
import type { Chance } from './chance.ts'
import { arrivedLines, batchOn, type Delivery } from './deliveries.ts'
import { type NewOrder, orderOf } from './demand.ts'
import type { Results, Time } from './desk.ts'
import { binOf, type Shop } from './furnish.ts'
import { incidents } from './incidents.ts'
import { sellKit } from './kits.ts'
import type { Scene } from './scene.ts'
import { quantityFor, reorder, type Slot } from './shelf.ts'

type Story = {
  readonly chance: Chance
  readonly shop: Shop
  readonly time: Time
  readonly now: Instant
  readonly slots: readonly Slot[]
  readonly firstDay: CalendarDate
  readonly lastDay: CalendarDate
  deliveries: Delivery[]
  pending: Map<string, { order: NewOrder; left: number; since: CalendarDate }>
  readonly holds: Scene['holds']
  readonly shipped: NewOrder[]
  orderCount: number
  inboundCount: number
}

const ordersPerDay = 26

export async function liveThrough(story: Story): Promise<void> {
  await stockUp(story)
  for (let day = story.firstDay; day <= story.lastDay; day = addDays(day, 1)) await live(story, day)
}

async function live(story: Story, day: CalendarDate): Promise<void> {
  const { chance, shop, slots, holds, shipped } = story
  const daysToGo = daysBetween(day, story.lastDay)
  clock(story, day, '12:00')
  await buy(story, day, daysToGo)
  clock(story, day, '13:00')
  await arrive(story, day)
  clock(story, day, '13:40')
  await incidents({ chance, shop, slots, day, daysToGo, holds, shipped })
  clock(story, day, '20:00')
  await sell(story, day, daysToGo)
  await sellKit({ ...shop, slots, daysToGo })
  clock(story, day, '20:30')
  await cancel(story, day)
  clock(story, day, '21:00')
  await send(story, day, daysToGo)
}

/** Sets the time of the demo, which is never later than the real one. */
function clock({ time, now }: Story, day: CalendarDate, at: string): Instant {
  const moment = `${day}T${at}:00.000Z`
  const instant = moment < now ? moment : now
  time.set(instant)
  return instant
}

/** The shelves on the first morning: an older and a newer batch of everything. */
async function stockUp(story: Story): Promise<void> {
  const { chance, shop, slots, firstDay } = story
  for (const ageDays of [30, 6]) {
    const day = addDays(firstDay, -ageDays)
    clock(story, day, '09:00')
    const receipts = slots
      .filter(({ article }) => article.lifeDays > 60 || ageDays < 10)
      .map((slot) => {
        const { article, warehouse } = slot
        const quantity = Math.ceil(quantityFor(slot, chance) / (ageDays > 10 ? 2 : 1))
        slot.onShelf += quantity
        const line = {
          product: article.sku,
          ...batchOn(article, day),
          quantity,
          place: binOf(article),
          dateSource: 'imported',
        }
        const lines = [{ ...line, unitCost: article.costMinor, currency: 'USD' }]
        return { warehouse, supplier: article.supplier, reference: 'opening stock', lines }
      })
    await shop.receiving.post('/v1/receipts/bulk', { receipts })
  }
  await extras(shop)
  await closedCases(story)
}

/** A product that is not tracked, and one that is tracked unit by unit. */
async function extras({ receiving }: Shop): Promise<void> {
  const supplier = 'CARTON'
  const serials = Array.from({ length: 40 }, (_, index) => `LFM-${String(index + 101).padStart(6, '0')}`)
  await receiving.post('/v1/receipts', { warehouse: 'EWR', supplier, lines: [{ product: 'BOX-001', quantity: 1200 }] })
  await receiving.post('/v1/receipts', {
    warehouse: 'EWR',
    lines: [{ product: 'DEV-001', quantity: serials.length, batch: 'M1', serials }],
  })
}

/** Cases that stay closed for the wholesalers, beside the loose units of the same batch. */
async function closedCases({ shop, slots, firstDay }: Story): Promise<void> {
  const slot = slots.find(({ article, warehouse }) => article.sku === 'SUP-010' && warehouse === 'EWR')
  if (!slot) return
  const { article } = slot
  const packOf = article.casePack
  const batch = batchOn(article, addDays(firstDay, -6))
  const line = { product: article.sku, ...batch, quantity: 5 * packOf, closedPackOf: packOf, place: binOf(article) }
  const lines = [{ ...line, dateSource: 'imported', unitCost: article.costMinor, currency: 'USD' }]
  await shop.receiving.post('/v1/receipts', { warehouse: 'EWR', supplier: article.supplier, lines })
}

async function buy(story: Story, today: CalendarDate, daysToGo: number): Promise<void> {
  const { chance, shop, slots } = story
  for (const ordered of reorder(slots, { chance, today, daysToGo })) {
    const { article, warehouse, quantity, arrivesOn: expectedOn } = ordered
    const arrivesOn = chance.happens(0.08) ? addDays(expectedOn, 3) : expectedOn
    if (!chance.happens(0.3)) {
      story.deliveries.push({ ...ordered, arrivesOn, inbound: null })
      continue
    }
    const inbound = `PO-${7000 + story.inboundCount++}`
    const { batch } = batchOn(article, arrivesOn)
    const line = { product: article.sku, quantity, ...(chance.happens(0.5) ? { batch } : {}) }
    const kind = chance.pick(['purchase_order', 'asn'])
    const body = { number: inbound, kind, supplier: article.supplier, warehouse, expectedOn, lines: [line] }
    await shop.sales.attempt('/v1/inbounds', body)
    story.deliveries.push({ ...ordered, arrivesOn, inbound })
  }
}

async function arrive(story: Story, day: CalendarDate): Promise<void> {
  const { chance, shop, slots } = story
  const here = story.deliveries.filter(({ arrivesOn }) => arrivesOn <= day)
  story.deliveries = story.deliveries.filter(({ arrivesOn }) => arrivesOn > day)
  if (here.length === 0) return
  const lot = await lotOf(story, day)
  const receipts = here.map((delivery) => {
    const { article, warehouse, inbound } = delivery
    return {
      warehouse,
      supplier: article.supplier,
      ...(inbound ? { inbound } : {}),
      ...lot,
      lines: arrivedLines(chance, delivery),
    }
  })
  const { results } = await shop.receiving.post<Results<unknown>>('/v1/receipts/bulk', { receipts })
  for (const [index, { article, warehouse, quantity, inbound }] of here.entries()) {
    const slot = slots.find((one) => one.article === article && one.warehouse === warehouse)
    if (!slot) continue
    slot.onOrder -= quantity
    if (results[index]?.problem) continue
    slot.onShelf += quantity
    if (inbound && chance.happens(0.9)) await closeInbound(shop, inbound)
  }
}

/** Every third week a container comes, whose batches stay together as a lot. */
async function lotOf({ shop, lastDay }: Story, day: CalendarDate): Promise<{ lot?: string }> {
  if (daysBetween(day, lastDay) % 21 !== 4) return {}
  const code = `SEA-${day.slice(2, 7).replace('-', '')}-${day.slice(8)}`
  await shop.receiving.post('/v1/lots', { code, name: `Container of ${day}` })
  return { lot: code }
}

async function closeInbound({ receiving }: Shop, number: string): Promise<void> {
  const { id } = await receiving.get<{ id: string }>(`/v1/inbounds/${number}`)
  await receiving.attempt(`/v1/inbounds/${id}/closing`, {})
}

type Placed = Readonly<{ id: string; allocated: number; backOrdered: number }>

async function sell(story: Story, day: CalendarDate, daysToGo: number): Promise<void> {
  const { chance, shop, time } = story
  const slots = story.slots.filter(({ fadesDays }) => daysToGo >= fadesDays)
  const until = Date.parse(time.now())
  const minutes = Array.from({ length: chance.whole(ordersPerDay - 8, ordersPerDay + 8) }, () => chance.whole(1, 360))
  const orders = minutes
    .sort((a, b) => b - a)
    .map((minutesAgo) => {
      const at = new Date(until - minutesAgo * 60_000).toISOString()
      return orderOf({ chance, shop, slots, day, number: story.orderCount++, at })
    })
  const { results } = await shop.sales.post<Results<Placed>>('/v1/orders/bulk', { orders })
  for (const { index, answer } of results) {
    const order = orders[index]
    if (answer && order)
      story.pending.set(answer.id, { order, left: answer.allocated + answer.backOrdered, since: day })
  }
}

/** Before anything of it leaves: the shop gets its goods back. */
async function cancel({ chance, shop, slots, pending }: Story, day: CalendarDate): Promise<void> {
  if (!chance.happens(0.3)) return
  const [id, changed] = chance.pick([...pending].filter(([, { since }]) => since === day))
  const reason = chance.pick(['customer changed their mind', 'ordered twice', 'payment failed'])
  await shop.sales.post(`/v1/orders/${id}/cancellation`, { reason })
  pending.delete(id)
  const { lines, warehouse } = changed.order
  for (const { product, quantity } of lines) {
    const slot = slots.find((one) => one.article.sku === product && one.warehouse === (warehouse ?? one.warehouse))
    if (slot) slot.onShelf += quantity
  }
}

const carriers = ['UPS', 'FedEx', 'DHL', 'PostNL']

/** Most leaves on its day or the next; what waits for stock is tried every third day. */
async function send(story: Story, day: CalendarDate, daysToGo: number): Promise<void> {
  const { chance, shop, pending } = story
  const ready = [...pending].filter(([, { since }]) => {
    const age = daysBetween(since, day)
    return age === 0 ? chance.happens(daysToGo < 2 ? 0.3 : 0.7) : age === 1 || age % 3 === 0
  })
  if (ready.length === 0) return
  const shipments = ready.map(([order]) => {
    const trackingNumber = `1F${chance.whole(10_000_000, 99_999_999)}`
    return { order, carrier: chance.pick(carriers), trackingNumber }
  })
  const { results } = await shop.receiving.post<Results<{ quantity: number }>>('/v1/shipments/bulk', { shipments })
  for (const { index, answer } of results) {
    const [id, waiting] = ready[index] ?? []
    if (!answer || !id || !waiting) continue
    waiting.left -= answer.quantity
    story.shipped.push(waiting.order)
    if (waiting.left <= 0) pending.delete(id)
  }
}
