import { Choice, Count, Day, Id, Instant, Nullable, PackOf, Type } from '#platform/http/index.ts'
import { stockStatuses } from './stock-list.ts'

export const StockRow = Type.Object({
  batchId: Id(),
  batchCode: Type.String(),
  productId: Id(),
  sku: Type.String(),
  productName: Type.String(),
  category: Type.String(),
  placeId: Id(),
  placeCode: Type.String(),
  placeKind: Type.String(),
  packOf: Nullable(PackOf()),
  binId: Nullable(Id()),
  warehouseId: { ...Nullable(Id()), description: 'Null where goods are on their way from one to another' },
  warehouseCode: Nullable(Type.String()),
  onHand: Count(),
  reserved: Count(),
  available: Count(),
  producedOn: Nullable(Day()),
  expiresOn: Nullable(Day()),
  daysLeft: Nullable(Type.Integer({ description: '0 on the last day, negative afterwards' })),
  status: Choice(stockStatuses),
  holds: Type.Array(Type.String()),
  firstReceivedOn: Nullable(Day()),
  lastMovedAt: Instant(),
})
