/**
 * server/modules/allocation/routing/routing-view.ts — from where an order goes, and why, as it is told.
 */

import { groupBy } from '#domain/group-by.ts'
import { moneyText } from '#domain/money.ts'
import { explainRouting, explainWarehouse } from '#domain/routing-explain.ts'
import type { Db } from '#platform/db.ts'
import { Count, Currency, Id, Instant, Money, Quantity, Type } from '#platform/http/index.ts'
import { type RoutingRow, routingRows } from './routing-store.ts'

export const RoutingShape = Type.Object({
  id: Id(),
  decidedAt: Instant(),
  cause: Type.String(),
  actorName: Type.String(),
  ruleId: Id(),
  ruleName: Type.String(),
  asked: Count(),
  shortfall: Count(),
  says: Type.String({ description: 'From where it goes, in a sentence' }),
  legs: Type.Array(
    Type.Object({
      warehouseId: Id(),
      warehouseCode: Type.String(),
      lines: Type.Array(Type.Object({ lineId: Id(), quantity: Quantity() })),
    }),
  ),
  currency: Currency(),
  cost: Type.Object({
    parcels: Count(),
    cost: Money(),
    unknown: Type.Integer({ description: 'Parcels whose cost nobody has said' }),
  }),
  passedOver: Type.Array(
    Type.Object({ warehouseId: Id(), warehouseCode: Type.String(), says: Type.String({ description: 'Why' }) }),
  ),
})

export type RoutingView = ReturnType<typeof toldRouting>

export function toldRouting({ passedOver, orderId: _, ...row }: RoutingRow) {
  const money = (amount: number) => moneyText({ currency: row.currency, amount })
  const codes = row.legs.map(({ warehouseCode }) => warehouseCode)
  return {
    ...row,
    legs: row.legs.map((leg) => ({ ...leg, lines: [...leg.lines] })),
    says: explainRouting({ ...row, codes }, money),
    passedOver: passedOver.map((one) => ({
      warehouseId: one.warehouseId,
      warehouseCode: one.warehouseCode,
      says: explainWarehouse(one, money),
    })),
  }
}

/** By order, the newest first. */
export async function routingsOf(db: Db, orderIds: readonly string[]): Promise<Map<string, RoutingView[]>> {
  const rows = groupBy(await routingRows(db, orderIds), ({ orderId }) => orderId)
  return new Map([...rows].map(([orderId, some]) => [orderId, some.map(toldRouting)]))
}
