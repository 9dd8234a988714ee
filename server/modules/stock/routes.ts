import {
  Exactly,
  type House,
  Id,
  IdParams,
  Instant,
  PackOf,
  Quantity,
  Reference,
  Text,
  Type,
  write,
} from '#platform/http/index.ts'
import { moveRoutes } from './move-routes.ts'
import { openBoxes } from './open-boxes.ts'
import { pastRoutes } from './past-routes.ts'
import { adjustStock } from './plan-adjustment.ts'
import { reasonRoutes } from './reason-routes.ts'
import { relocate } from './relocate.ts'
import { reverseMove } from './reverse-move.ts'
import { serialRoutes } from './serial-routes.ts'
import type { StockHooks, StockMoved } from './stock-hooks.ts'
import { StorageForce } from './storage/force-shape.ts'
import { type MoveRow, refuseKnownDocument } from './store.ts'

const tag = 'stock'
const Serials = () => Type.Array(Text(80), { maxItems: 5000 })
const Moved = Type.Object({ id: Id(), batchId: Id(), fromPlaceId: Id(), toPlaceId: Id(), quantity: Quantity() })

export function stockRoutes(house: House, hooks: StockHooks): void {
  moveRoutes(house)
  serialRoutes(house)
  pastRoutes(house)
  reasonRoutes(house)
  changeRoutes(house, hooks)
  relocationRoute(house, hooks)
  boxRoute(house, hooks)
}

function changeRoutes(house: House, hooks: StockHooks): void {
  write(
    house,
    'POST',
    {
      url: '/v1/adjustments',
      needs: 'adjust stock',
      tells: 'Correct stock, with a reason',
      tag,
      status: 201,
      bodyBytesMax: 8_000_000,
      body: Exactly({
        id: Type.Optional(Id()),
        warehouse: Reference(),
        reason: Text(1000),
        cause: Type.Optional({
          ...Reference(),
          description: 'Of the reasons that the account keeps; one that sets aside moves the units to quarantine',
        }),
        occurredAt: Type.Optional(Instant()),
        promised: Type.Optional(
          Type.Unsafe<'keep' | 'take_back'>({
            type: 'string',
            enum: ['keep', 'take_back'],
            description: 'Whether units promised to orders may go as well; their orders then look for others',
          }),
        ),
        lines: Type.Array(
          Exactly({
            product: Reference(),
            batch: Type.Optional(Reference()),
            place: Type.Optional(Reference()),
            note: Type.Optional(Text(1000)),
            serials: Type.Optional(Serials()),
            quantity: Type.Union(
              [Type.Integer({ minimum: 1, maximum: 1e12 }), Type.Integer({ minimum: -1e12, maximum: -1 })],
              { description: 'Signed, not 0' },
            ),
          }),
          { minItems: 1, maxItems: 10_000 },
        ),
      }),
      answer: Type.Object({ id: Id(), moves: Type.Array(Moved) }),
    },
    async (tx, { body }) => {
      const adjusted = await adjustStock(tx, body)
      await hooks.after(tx, adjusted.setAside.map(carried))
      await hooks.offer(tx, [...new Set(adjusted.moves.map(({ productId }) => productId))])
      return adjusted
    },
  )
  write(
    house,
    'POST',
    {
      url: '/v1/moves/:id/reversal',
      needs: 'reverse moves',
      tells: 'Undo a move by its opposite; both stay',
      tag,
      status: 201,
      params: IdParams(),
      body: Exactly({ reason: Text(1000) }),
      answer: Type.Object({ id: Id(), reverses: Id() }),
    },
    async (tx, { params, body }) => {
      const { productIds, ...reversal } = await reverseMove(tx, { ...params, ...body }, hooks)
      await hooks.offer(tx, productIds)
      return reversal
    },
  )
}

function relocationRoute(house: House, hooks: StockHooks): void {
  write(
    house,
    'POST',
    {
      url: '/v1/relocations',
      needs: 'adjust stock',
      tells: 'Move stock between places of one warehouse',
      tag,
      status: 201,
      body: Exactly({
        id: Type.Optional(Id()),
        note: Type.Optional(Text(1000)),
        force: Type.Optional(StorageForce()),
        lines: Type.Array(
          Exactly({
            batch: Id(),
            from: Id(),
            to: Id(),
            closedPackOf: Type.Optional(PackOf()),
            quantity: Quantity(),
            serials: Type.Optional(Serials()),
          }),
          { minItems: 1, maxItems: 1000 },
        ),
      }),
      answer: Type.Object({ id: Id(), moves: Type.Array(Moved) }),
    },
    async (tx, { body }) => {
      await refuseKnownDocument(tx, 'relocation', body.id)
      const { id, moves, productIds } = await relocate(tx, body, hooks)
      await hooks.offer(tx, productIds)
      return { id, moves }
    },
  )
}

/** Holds go along with what is set aside. */
const carried = ({ batchId, productId, fromPlaceId, toPlaceId }: MoveRow): StockMoved => ({
  where: 'Set aside',
  batchId,
  productId,
  from: { id: fromPlaceId, kind: 'storage' },
  to: { id: toPlaceId, kind: 'quarantine' },
})

function boxRoute(house: House, hooks: StockHooks): void {
  write(
    house,
    'POST',
    {
      url: '/v1/box-openings',
      needs: 'adjust stock',
      tells:
        'Open closed boxes that are promised to nobody: their units lie loose in the bin, and who waits for them is served',
      tag,
      status: 201,
      body: Exactly({
        id: Type.Optional(Id()),
        batch: Id(),
        place: Id(),
        boxes: Type.Integer({ minimum: 1, maximum: 1_000_000_000 }),
        serials: Type.Optional(Serials()),
        note: Type.Optional(Text(1000)),
      }),
      answer: Type.Object({ id: Id(), moves: Type.Array(Moved) }),
    },
    async (tx, { body }) => {
      await refuseKnownDocument(tx, 'relocation', body.id)
      const { id, moves, productIds } = await openBoxes(tx, body, hooks)
      await hooks.offer(tx, productIds)
      return { id, moves }
    },
  )
}
