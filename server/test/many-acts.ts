/**
 * server/test/many-acts.ts — what the thousand shops do, each by its own dice and all in the same call; their books follow the answers.
 */
import { groupBy } from '#domain/group-by.ts'
import { groups, inBulk, type Lying, look, type Mall, type SmallShop, single, warehouses } from './many-shops.ts'
import type { Json } from './world.ts'

export type Act = (mall: Mall) => Promise<void>

const lastDays: Readonly<Record<string, string>> = {
  A: '2025-12-05',
  B: '2026-02-01',
  C: '2026-05-01',
  D: '2027-01-01',
}
const upTo = <T>(count: number, make: (at: number) => T): T[] => Array.from({ length: count }, (_, at) => make(at))
const each = <T>(shops: readonly SmallShop[], asks: (shop: SmallShop) => T[]) =>
  shops.flatMap((shop) => asks(shop).map((body) => ({ shop, body })))

const receive: Act = async ({ world, shops }) => {
  const asks = each(shops, ({ roll, sku }) => [
    {
      warehouse: roll.of(warehouses),
      lines: upTo(1 + roll.below(10), () => {
        const batch = roll.of(Object.keys(lastDays))
        const place = roll.of(['A', 'B'])
        return { product: sku, batch, expiresOn: lastDays[batch], quantity: 1 + roll.below(40), place }
      }),
    },
  ])
  for (const { ask } of await inBulk(world, ['/v1/receipts/bulk', 'receipts'], asks))
    for (const { quantity } of ask.body.lines) ask.shop.book.received += quantity
}

const order: Act = async ({ world, shops }) => {
  const asks = each(shops, ({ roll, sku }) =>
    upTo(1 + roll.below(2), () => {
      const shortage = roll.chance(15) ? { shortage: 'whole' } : {}
      const lines = upTo(1 + roll.below(9), () => ({ product: sku, quantity: 1 + roll.below(9), ...shortage }))
      return { lines, priority: roll.below(3) }
    }),
  )
  for (const { ask, answer } of await inBulk(world, ['/v1/orders/bulk', 'orders'], asks))
    ask.shop.open.push({ id: answer.id, number: answer.number, lines: ask.body.lines.length })
}

/** What is promised leaves; an order of which nothing is promised is refused, and waits. */
const ship: Act = async ({ world, shops }) => {
  const asks = each(shops, ({ roll, open }) => open.filter(() => roll.chance(80)).map(({ id }) => ({ order: id })))
  for (const { ask, answer } of await inBulk(world, ['/v1/shipments/bulk', 'shipments'], asks)) {
    const { shop, body } = ask
    const at = shop.open.findIndex(({ id }) => id === body.order)
    const [sent] = shop.open.splice(at, 1)
    shop.book.shipped += answer.quantity
    if (!sent) continue
    shop.gone.push({ number: sent.number, quantity: answer.quantity })
    shop.operations += sent.lines - 1
  }
}

/** A few shops at a time, for each return is a call: what came back is put to stock again, or waits. */
const takeBack: Act = async ({ world, shops, roll }) => {
  for (const shop of shops.filter(({ gone }) => gone.length > 0 && roll.chance(1))) {
    const { number, quantity } = shop.roll.of(shop.gone)
    const line = { product: shop.sku, quantity: 1 + shop.roll.below(quantity), unlabelled: false }
    const body = { warehouse: shop.roll.of(warehouses), kind: 'customer_return', orderNumber: number, lines: [line] }
    const back = await single(world, '/v1/unannounced-returns', body)
    shop.operations += 1
    if (!back) continue
    shop.book.returned += line.quantity
    if (shop.roll.chance(50)) continue
    const decisions = [{ decide: 'restock', quantity: line.quantity, place: 'A' }]
    await single(world, `/v1/returns/${back.id}/inspections`, { line: 1, decisions })
    shop.operations += 1
  }
}

type Chosen = Readonly<{ shop: SmallShop; row: Lying; quantity: number }>

/** Of each shop some rows of the shelf, and a number of free units of each. */
const someOf = (shops: readonly SmallShop[], fits: (row: Lying) => boolean, percent = 60): Chosen[] =>
  shops.flatMap((shop) =>
    shop.lying
      .filter((row) => row.free > 0 && fits(row) && shop.roll.chance(percent))
      .map((row) => ({ shop, row, quantity: 1 + shop.roll.below(Math.min(row.free, 5)) })),
  )

const counted = (chosen: readonly Chosen[]): void => {
  for (const { shop } of chosen) shop.operations += 1
}

const relocate: Act = async (mall) => {
  await look(mall)
  const other = ({ warehouse, placeId }: Lying) => mall.places.get(warehouse)?.find((id) => id !== placeId)
  for (const shops of groups(mall.shops)) {
    const chosen = someOf(shops, (row) => other(row) !== undefined).slice(0, 1000)
    const lines = chosen.map(({ row, quantity }) => ({
      batch: row.batchId,
      from: row.placeId,
      to: other(row),
      quantity,
    }))
    if (lines.length > 0) await mall.world.post('/v1/relocations', { lines })
    counted(chosen)
  }
}

const adjust: Act = async (mall) => {
  await look(mall)
  const { world, roll } = mall
  for (const shops of groups(mall.shops)) {
    const warehouse = roll.of(warehouses)
    const chosen = someOf(shops, (row) => row.warehouse === warehouse)
    const signed = chosen.map((one) => ({ ...one, signed: one.shop.roll.chance(60) ? -one.quantity : one.quantity }))
    const lines = signed.map(({ shop, row, signed: quantity }) => ({
      product: shop.sku,
      batch: row.batchId,
      place: row.placeId,
      quantity,
    }))
    if (lines.length > 0)
      await world.post('/v1/adjustments', { warehouse, reason: 'looked', promised: 'take_back', lines })
    for (const { shop, signed: quantity } of signed) shop.book.lost -= quantity
    counted(chosen)
  }
}

/** Of every tenth batch one unit more or less is found than lies there. */
const count: Act = async (mall) => {
  await look(mall)
  const { world, roll } = mall
  for (const shops of groups(mall.shops)) {
    const warehouse = roll.of(warehouses)
    const rows = shops.flatMap((shop) =>
      shop.lying
        .filter((row) => row.warehouse === warehouse)
        .map((row) => ({ shop, row, found: row.onHand + (shop.roll.chance(10) ? shop.roll.of([-1, 1]) : 0) })),
    )
    if (rows.length === 0) continue
    const products = [...new Set(rows.map(({ shop }) => shop.sku))]
    const { id } = await world.post('/v1/counts', { warehouse, of: 'products', products, blind: false })
    const tallies = [...groupBy(rows, ({ row }) => row.placeId)].map(([place, here]) => ({
      place,
      lines: here.map(({ row, found }) => ({ batch: row.batchId, quantity: found })),
    }))
    await world.post(`/v1/counts/${id}/tallies`, { tallies })
    const { left } = await world.post(`/v1/counts/${id}/bookings`, {})
    if (left > 0) throw new Error(`${left} differences were not booked`)
    for (const { shop, row, found } of rows) {
      shop.book.lost += row.onHand - found
      shop.operations += 1
    }
  }
}

const destroy: Act = async (mall) => {
  await look(mall)
  const { world, roll } = mall
  const witness = await world.as('manager')
  const warehouse = roll.of(warehouses)
  for (const shops of groups(mall.shops)) {
    const chosen = someOf(shops, (row) => row.warehouse === warehouse, 15)
    if (chosen.length === 0) continue
    const lines = chosen.map(({ shop, row, quantity }) => ({
      product: shop.sku,
      batch: row.batchId,
      place: row.placeId,
      quantity,
    }))
    const words = { warehouse, reason: 'Damaged', method: 'Landfill' }
    const { id } = await world.post('/v1/disposals', { ...words, lines })
    await witness.post(`/v1/disposals/${id}/signatures`, {})
    await world.post(`/v1/disposals/${id}/destruction`)
    for (const { shop, quantity } of chosen) shop.book.destroyed += quantity
    counted(chosen)
  }
}

/** Into boxes of their own, in one call for all; at times one unit breaks. */
const repack: Act = async (mall) => {
  await look(mall)
  const asks = someOf(mall.shops, () => true, 8).map(({ shop, row, quantity }) => {
    const waste = quantity > 1 && shop.roll.chance(20) ? 1 : 0
    const inputs = [{ batch: row.batchId, place: row.placeId, quantity, waste }]
    const outputs = [{ product: shop.sku, batch: `PACK-${shop.roll.below(3)}`, quantity: quantity - waste }]
    return { shop, body: { kind: 'repack', warehouse: row.warehouse, wasteReason: 'broken', inputs, outputs } }
  })
  for (const { ask } of await inBulk(mall.world, ['/v1/production-runs/bulk', 'runs'], asks))
    ask.shop.book.destroyed += ask.body.inputs.reduce((sum, { waste }) => sum + waste, 0)
}

const sample: Act = async (mall) => {
  await look(mall)
  for (const { shop, row } of someOf(mall.shops, () => true, 2)) {
    const body = { batch: row.batchId, place: row.placeId, quantity: 1, dueOn: '2027-01-01' }
    shop.operations += 1
    if (await single(mall.world, '/v1/samples', body)) shop.book.sampled += 1
  }
}

/** Some batches are held for a round of orders, so that promises go elsewhere. */
const hold: Act = async (mall) => {
  await look(mall)
  const held: string[] = []
  for (const { shop, row } of someOf(mall.shops, () => true, 1)) {
    const placed = await single(mall.world, '/v1/holds', { scope: 'batch', batch: row.batchId, reason: 'in doubt' })
    shop.operations += 1
    if (placed) held.push(placed.id)
  }
  await order(mall)
  for (const id of held) await mall.world.post(`/v1/holds/${id}/lifting`, { reason: 'good' })
}

/** From one warehouse to the other; a unit of some lines is missing at the other end, and is given up. */
const transfer: Act = async (mall) => {
  await look(mall)
  const { world, roll } = mall
  for (const shops of groups(mall.shops)) {
    const [from, to] = roll.chance(50) ? warehouses : ([...warehouses].reverse() as never)
    const chosen = [
      ...new Map(someOf(shops, ({ warehouse }) => warehouse === from).map((one) => [one.shop, one])).values(),
    ]
    if (chosen.length === 0) continue
    const lines = chosen.map(({ shop, quantity }) => ({ product: shop.sku, quantity }))
    const { id } = await world.post('/v1/transfers', { from, to, lines, approve: true })
    if (await single(world, `/v1/transfers/${id}/shipments`, {}))
      await arrive(mall, id, new Map(shops.map((shop) => [shop.sku, shop])))
    counted(chosen)
  }
}

async function arrive({ world }: Mall, id: string, shopOf: ReadonlyMap<string, SmallShop>): Promise<void> {
  const { lines } = await world.get(`/v1/transfers/${id}`)
  const parts = lines.flatMap(({ lineNo, sku, batches }: Json) =>
    batches
      .filter(({ inTransit }: Json) => inTransit > 0)
      .map(({ batchId, inTransit }: Json) => {
        const shop = shopOf.get(sku)
        return { shop, line: lineNo, batch: batchId, inTransit, short: inTransit > 1 && shop?.roll.chance(3) ? 1 : 0 }
      }),
  )
  const came = parts.map(({ line, batch, inTransit, short }: Json) => ({ line, batch, quantity: inTransit - short }))
  await world.post(`/v1/transfers/${id}/receipts`, { rest: 'missing', lines: came })
  for (const { shop, line, batch, short } of parts) {
    if (shop) shop.operations += 1
    if (short === 0) continue
    const body = { line, batch, quantity: short, as: 'lost', reason: 'not on the truck' }
    await world.post(`/v1/transfers/${id}/settlements`, body)
    shop.book.lost += short
  }
}

const often: Readonly<Record<string, number>> = {
  receive: 6,
  order: 8,
  ship: 8,
  relocate: 4,
  transfer: 3,
  adjust: 3,
  count: 3,
}

/** How often each comes, one after another by chance. */
export const acts: readonly (readonly [name: string, act: Act])[] = Object.entries({
  receive,
  order,
  ship,
  relocate,
  adjust,
  transfer,
  count,
  takeBack,
  repack,
  destroy,
  sample,
  hold,
}).flatMap(([name, act]) => upTo(often[name] ?? 1, () => [name, act] as const))
