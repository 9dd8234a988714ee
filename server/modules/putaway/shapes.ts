import { allergens, hazards, mixings, temperatures } from '#domain/storage/classes.ts'
import { Choice, Count, Day, Id, Nullable, PackOf, Quantity, Type } from '#platform/http/index.ts'

const kinds = ['storage', 'dock', 'quarantine', 'opened'] as const
const DaysLeft = () => Nullable(Type.Integer({ description: '0 on the last day where it lies, negative afterwards' }))

const proposed = Type.Array(
  Type.Object({
    placeId: Id(),
    placeCode: Type.String(),
    zoneCode: Nullable(Type.String()),
    quantity: { ...Quantity(), description: 'Base units that it takes of those asked' },
    why: Choice(['same_batch', 'same_product', 'empty', 'beside_others']),
    says: Type.String(),
  }),
  { description: 'The best first' },
)
const passedOver = Type.Array(Type.Object({ placeId: Id(), placeCode: Type.String(), says: Type.String() }))
export const BinProposals = Type.Object({ proposed, passedOver })

const goods = {
  placeId: Id(),
  placeCode: Type.String(),
  packOf: Nullable(PackOf()),
  binId: Id(),
  warehouseId: Id(),
  warehouseCode: Type.String(),
  batchId: Id(),
  batchCode: Type.String(),
  productId: Id(),
  sku: Type.String(),
  productName: Type.String(),
  tracking: Choice(['none', 'batch', 'serial']),
  expiresOn: Nullable(Day()),
  daysLeft: DaysLeft(),
  onHand: Count(),
  reserved: Count(),
  holds: Type.Array(Type.String()),
}
export const Awaiting = Type.Object({
  items: Type.Array(Type.Object({ ...goods, proposed, passedOver, passedOverCount: Count() })),
  total: Count(),
})

const place = {
  id: Id(),
  code: Type.String(),
  kind: Choice(kinds),
  warehouseId: Id(),
  zoneId: Nullable(Id()),
  zoneCode: Nullable(Type.String()),
  zoneName: Nullable(Type.String()),
  aisle: Type.String(),
  bay: Type.Integer(),
  level: Type.Integer({ description: '0 is the floor' }),
  storage: Choice(temperatures),
  hazards: Type.Array(Choice(hazards)),
  freeFrom: Type.Array(Choice(allergens)),
  mixing: Choice(mixings),
  capacity: Nullable(Type.Integer()),
  quantity: Count(),
}
export const BinMap = Type.Object({
  items: Type.Array(
    Type.Object({
      ...place,
      batches: Count(),
      skus: Type.Array(Type.String(), { description: 'The first three' }),
      expiresOn: { ...Nullable(Day()), description: 'The earliest last day there' },
      daysLeft: DaysLeft(),
      held: Type.Boolean(),
      misplaced: Type.Boolean({ description: 'Something lies there that must not' }),
    }),
  ),
})
export const BinDetail = Type.Object({
  ...place,
  items: Type.Array(
    Type.Object({ ...goods, says: Nullable(Type.String({ description: 'Why it must not lie there' })) }),
  ),
})

export const Misplaced = Type.Object({
  total: Count(),
  items: Type.Array(
    Type.Object({
      placeId: Id(),
      placeCode: Type.String(),
      warehouseId: Id(),
      warehouseCode: Type.String(),
      batchId: Id(),
      batchCode: Type.String(),
      productId: Id(),
      sku: Type.String(),
      quantity: Count(),
      says: Type.String(),
      moveTo: Nullable(Type.Object({ placeId: Id(), placeCode: Type.String(), quantity: Quantity() })),
    }),
  ),
})
