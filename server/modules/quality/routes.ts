import type { Db, Tx } from '#platform/db.ts'
import {
  Choice,
  Count,
  Exactly,
  type House,
  Id,
  IdParams,
  Instant,
  Nullable,
  Page,
  PageQuery,
  pageOf,
  Quantity,
  Reference,
  RefParams,
  read,
  readCursor,
  Text,
  Type,
  write,
} from '#platform/http/index.ts'
import { isId } from '#platform/references.ts'
import { Refusal } from '#platform/refusal.ts'
import { batchesById, lotByRef } from '../batches/index.ts'
import { resolveProducts } from '../catalog/index.ts'
import { placesById } from '../places/index.ts'
import { liftHold } from './lift-hold.ts'
import { type NewHold, placeHold } from './place-hold.ts'
import { holdList, type Scope, scopes } from './store.ts'

const tag = 'quality'
const text = () => Nullable(Type.String())
const Hold = Type.Object({
  id: Id(),
  number: Type.String(),
  scope: Choice(scopes),
  productId: Nullable(Id()),
  sku: text(),
  productName: text(),
  batchId: Nullable(Id()),
  batchCode: text(),
  lotId: Nullable(Id()),
  lotCode: text(),
  placeId: Nullable(Id()),
  placeCode: text(),
  warehouseCode: text(),
  reason: Type.String(),
  placedBy: Type.String(),
  placedAt: Instant(),
  liftedBy: text(),
  liftedAt: Nullable(Instant()),
  liftReason: text(),
})
const PlacedHold = Type.Object({
  ...Hold.properties,
  released: Type.Object({
    reservations: Count(),
    quantity: Count(),
    orders: Type.Array(Type.Object({ orderId: Id(), demandId: Id(), quantity: Quantity() })),
  }),
})
const NewHoldBody = Exactly({
  id: Type.Optional(Id()),
  scope: Choice(scopes),
  product: Type.Optional(Reference()),
  batch: Type.Optional(Id()),
  lot: Type.Optional(Reference()),
  place: Type.Optional(Id()),
  reason: Text(1000),
})
type HoldBody = {
  id?: string
  scope: Scope
  product?: string
  batch?: string
  lot?: string
  place?: string
  reason: string
}

export function qualityRoutes(house: House): void {
  read(
    house,
    {
      url: '/v1/holds',
      needs: 'look',
      tells: 'Holds, newest first; of a batch: all that cover it, or what lies of it now',
      tag,
      answer: Page(Hold),
      query: Exactly({ active: Type.Optional(Type.Boolean()), batch: Type.Optional(Id()), ...PageQuery }),
    },
    async (db, { query: { active, batch, cursor, limit = 100 } }) => {
      const [after] = readCursor(cursor, 1) ?? [null]
      const rows = await holdList(db, {
        ref: null,
        id: null,
        active: active === undefined ? null : active ? 'active' : 'lifted',
        batchId: batch ?? null,
        after: typeof after === 'string' && isId(after) ? after : null,
        limit: limit + 1,
      })
      return pageOf(rows, limit, ({ id }) => [id])
    },
  )
  read(
    house,
    {
      url: '/v1/holds/:ref',
      needs: 'look',
      tells: 'A hold, by id or number',
      tag,
      params: RefParams(),
      answer: Hold,
    },
    (db, { params: { ref } }) => holdByRef(db, ref),
  )
  write(
    house,
    'POST',
    {
      url: '/v1/holds',
      needs: 'hold',
      tells: 'Hold stock: nothing it covers is allocated or shipped',
      tag,
      status: 201,
      body: NewHoldBody,
      answer: PlacedHold,
    },
    async (tx, { body }) => {
      const { hold, released } = await placeHold(tx, await scoped(tx, body))
      const orders = released.map(({ documentId, demandId, quantity }) => ({ orderId: documentId, demandId, quantity }))
      const quantity = released.reduce((sum, row) => sum + row.quantity, 0)
      return { ...(await holdByRef(tx, hold.id)), released: { reservations: released.length, quantity, orders } }
    },
  )
  write(
    house,
    'POST',
    {
      url: '/v1/holds/:id/lifting',
      needs: 'lift holds',
      tells: 'Lift a hold; others stay',
      tag,
      params: IdParams(),
      body: Exactly({ reason: Text(1000) }),
      answer: Hold,
    },
    async (tx, { params, body }) => {
      await liftHold(tx, { ...params, ...body })
      return holdByRef(tx, params.id)
    },
  )
}

async function holdByRef(db: Db, ref: string) {
  const [hold] = await holdList(db, {
    ref: isId(ref) ? null : ref,
    id: isId(ref) ? ref : null,
    active: null,
    batchId: null,
    after: null,
    limit: 1,
  })
  if (!hold) throw new Refusal('not_found', { kind: 'hold', id: ref })
  return hold
}

const wanted: Readonly<Record<Scope, readonly ('product' | 'batch' | 'lot' | 'place')[]>> = {
  account: [],
  product: ['product'],
  batch: ['batch'],
  lot: ['lot'],
  place: ['place'],
  balance: ['batch', 'place'],
}

/** What the scope names must be there, and nothing else may be named. */
async function scoped(tx: Tx, body: HoldBody): Promise<NewHold> {
  const needs = wanted[body.scope]
  const problems = (['product', 'batch', 'lot', 'place'] as const).flatMap((field) => {
    if (needs.includes(field) && body[field] === undefined)
      return [
        {
          at: field,
          message: `is needed for a hold on ${body.scope === 'balance' ? 'a batch at a place' : `a ${body.scope}`}`,
        },
      ]
    return !needs.includes(field) && body[field] !== undefined
      ? [{ at: field, message: `does not belong to a hold on scope "${body.scope}"` }]
      : []
  })
  if (problems.length > 0) throw new Refusal('invalid_input', { problems })
  const product = body.product === undefined ? null : (await resolveProducts(tx, [body.product])).get(body.product)
  if (product === undefined) throw new Refusal('not_found', { kind: 'product', id: body.product ?? '' })
  const lot = body.lot === undefined ? null : await lotByRef(tx, body.lot)
  if (body.batch !== undefined && (await batchesById(tx, [body.batch])).length === 0)
    throw new Refusal('not_found', { kind: 'batch', id: body.batch })
  const [place] = body.place === undefined ? [] : await placesById(tx, [body.place])
  if (body.place !== undefined && !place) throw new Refusal('not_found', { kind: 'place', id: body.place })
  if (place && place.warehouseId === null) throw new Refusal('place_not_physical', { place: place.code })
  return {
    id: body.id,
    scope: body.scope,
    productId: product?.id ?? null,
    batchId: body.batch ?? null,
    lotId: lot?.id ?? null,
    placeId: body.place ?? null,
    reason: body.reason,
  }
}
