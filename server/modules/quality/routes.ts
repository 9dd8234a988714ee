import type { Db } from '#platform/db.ts'
import {
  Choice,
  Count,
  Exactly,
  type House,
  Id,
  IdParams,
  Instant,
  idAfter,
  Nullable,
  Page,
  PageQuery,
  pageOf,
  Quantity,
  Reference,
  RefParams,
  read,
  Text,
  Type,
  write,
} from '#platform/http/index.ts'
import { isId } from '#platform/references.ts'
import { Refusal } from '#platform/refusal.ts'
import { batchesById, lotByRef, topmostOf } from '../batches/index.ts'
import { notStocked, resolveProducts } from '../catalog/index.ts'
import { placesById } from '../places/index.ts'
import { holdPreview, unitsHeld } from './hold-preview.ts'
import { liftHold } from './lift-hold.ts'
import { type NewHold, placeHold } from './place-hold.ts'
import { type HoldView, holdList, type Scope, scopes } from './store.ts'

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
  keeperId: Nullable(Id()),
  keeperNumber: Nullable(Type.String({ description: 'What keeps it, as a recall; it is lifted by that alone' })),
  onHand: Nullable(Type.Integer({ description: 'Units that it covers now; null once it is lifted' })),
})
const PlacedHold = Type.Object({
  ...Hold.properties,
  released: Type.Object({
    reservations: Count(),
    quantity: Count(),
    orders: Type.Array(Type.Object({ orderId: Id(), demandId: Id(), quantity: Quantity() })),
  }),
})
const subject = {
  scope: Choice(scopes),
  product: Type.Optional(Reference()),
  batch: Type.Optional(Id()),
  lot: Type.Optional(Reference()),
  place: Type.Optional(Id()),
  relatives: Type.Optional(
    Type.Boolean({
      description: 'Of a batch: everything that comes from the same one as well; the hold lies on that batch then',
    }),
  ),
}
const Relatives = Type.Array(Type.Object({ batchId: Id(), batchCode: Type.String(), onHand: Count() }), {
  description: 'Batches that come from the same one, with units here, which this hold does not reach',
})
const NewHoldBody = Exactly({ id: Type.Optional(Id()), ...subject, reason: Text(1000) })
type HoldBody = {
  id?: string
  scope: Scope
  product?: string
  batch?: string
  lot?: string
  place?: string
  relatives?: boolean
  reason: string
}

export function qualityRoutes(house: House): void {
  looking(house)
  holding(house)
}

function looking(house: House): void {
  read(
    house,
    {
      url: '/v1/holds',
      needs: 'look',
      tells: 'Holds, newest first; of a batch: all that cover it, or what lies of it now',
      tag,
      answer: Page(Hold),
      query: Exactly({
        active: Type.Optional(Type.Boolean()),
        batch: Type.Optional(Id()),
        lot: Type.Optional(Id()),
        product: Type.Optional(Id()),
        keeper: Type.Optional(Id()),
        ...PageQuery,
      }),
    },
    async (db, { query: { active, batch, lot, product, keeper, cursor, limit = 100 } }) => {
      const rows = await holdList(db, {
        ref: null,
        id: null,
        active: active === undefined ? null : active ? 'active' : 'lifted',
        batchId: batch ?? null,
        lotId: lot ?? null,
        productId: product ?? null,
        keeperId: keeper ?? null,
        after: idAfter(cursor),
        limit: limit + 1,
      })
      return pageOf(await withUnits(db, rows), limit, ({ id }) => [id])
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
  read(
    house,
    {
      url: '/v1/hold-preview',
      needs: 'look',
      tells: 'What a hold would touch: units on hand, and what of them is promised to orders',
      tag,
      query: Exactly(subject),
      answer: Type.Object({
        onHand: Count(),
        batches: Type.Integer(),
        reserved: Count(),
        orderLines: Type.Integer(),
        orders: Type.Integer(),
        relatives: Relatives,
      }),
    },
    async (db, { query }) => holdPreview(db, await scoped(db, query)),
  )
}

function holding(house: House): void {
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
      const { hold, released } = await placeHold(tx, { ...(await scoped(tx, body)), id: body.id, reason: body.reason })
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
    lotId: null,
    productId: null,
    after: null,
    limit: 1,
  })
  if (!hold) throw new Refusal('not_found', { kind: 'hold', id: ref })
  const [known] = await withUnits(db, [hold])
  return known ?? { ...hold, onHand: null }
}

async function withUnits(db: Db, holds: readonly HoldView[]) {
  const inForce = holds.filter(({ liftedAt }) => liftedAt === null).map(({ id }) => id)
  const units = inForce.length > 0 ? await unitsHeld(db, inForce) : new Map<string, number>()
  return holds.map((hold) => ({ ...hold, onHand: hold.liftedAt === null ? (units.get(hold.id) ?? 0) : null }))
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
async function scoped(db: Db, body: Omit<HoldBody, 'id' | 'reason'>): Promise<Omit<NewHold, 'id' | 'reason'>> {
  const needs = wanted[body.scope]
  const wide = body.relatives === true && body.scope !== 'batch'
  const problems = (['product', 'batch', 'lot', 'place'] as const).flatMap(
    (field): { at: string; message: string }[] => {
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
    },
  )
  if (wide) problems.push({ at: 'relatives', message: 'belongs to a hold on a batch' })
  if (problems.length > 0) throw new Refusal('invalid_input', { problems })
  const product = body.product === undefined ? null : (await resolveProducts(db, [body.product])).get(body.product)
  if (product === undefined) throw new Refusal('not_found', { kind: 'product', id: body.product ?? '' })
  if (product?.isKit)
    throw new Refusal('invalid_input', { problems: [{ at: 'product', message: notStocked(product, 'hold') }] })
  const lot = body.lot === undefined ? null : await lotByRef(db, body.lot)
  if (body.batch !== undefined && (await batchesById(db, [body.batch])).length === 0)
    throw new Refusal('not_found', { kind: 'batch', id: body.batch })
  const [place] = body.place === undefined ? [] : await placesById(db, [body.place])
  if (body.place !== undefined && !place) throw new Refusal('not_found', { kind: 'place', id: body.place })
  if (place && place.warehouseId === null) throw new Refusal('place_not_physical', { place: place.code })
  return {
    scope: body.scope,
    productId: product?.id ?? null,
    batchId: body.batch === undefined ? null : body.relatives ? await topmostOf(db, body.batch) : body.batch,
    lotId: lot?.id ?? null,
    placeId: body.place ?? null,
  }
}
