/**
 * server/modules/production/shapes.ts — production as the API speaks it.
 */
import { expiryRules } from '#domain/production/last-day.ts'
import {
  Choice,
  Count,
  Day,
  Exactly,
  Id,
  Instant,
  Nullable,
  Quantity,
  Reference,
  Text,
  Type,
} from '#platform/http/index.ts'
import { StorageForce } from '../stock/index.ts'
import { runKinds } from './store.ts'

const text = () => Nullable(Type.String())
const Serials = () => Type.Optional(Type.Array(Text(80), { maxItems: 5000 }))
const Code = () => Type.Optional(Type.String({ maxLength: 400, pattern: '^[^\\u0000]*$' }))

const run = {
  id: Id(),
  number: Type.String(),
  kind: Choice(runKinds),
  warehouseId: Id(),
  warehouseCode: Type.String(),
  happenedAt: Instant(),
  reference: text(),
  note: text(),
  reason: { ...text(), description: 'Why goods on hold or in quarantine were used' },
  wasteReason: text(),
  madeBy: Type.String(),
  madeAt: Instant(),
  undoneBy: text(),
  undoneAt: Nullable(Instant()),
  undoReason: text(),
  used: Type.Array(Type.String(), { description: 'The products that were used, by their SKU' }),
  made: Type.Array(Type.String(), { description: 'The products that were made, by their SKU' }),
}
const Line = Type.Object({
  id: Id(),
  lineNo: Count(),
  productId: Id(),
  sku: Type.String(),
  productName: Type.String(),
  baseUnit: Choice(['each', 'gram', 'millilitre']),
  batchId: Id(),
  batchCode: Type.String(),
  expiresOn: Nullable(Day()),
  placeId: Id(),
  placeCode: Type.String(),
  quantity: { ...Quantity(), description: 'Base units; of what was used, with the waste' },
  waste: Count(),
  serials: Type.Array(Type.String()),
})
export const RunSummary = Type.Object(run)
export const Run = Type.Object({ ...run, inputs: Type.Array(Line), outputs: Type.Array(Line) })

export const ExpiryRuleOfProduct = Type.Object({
  productId: Id(),
  sku: Type.String(),
  rule: Choice(expiryRules),
  setBy: Type.String(),
  setAt: Instant(),
})

export const linesMax = 2000
export const NewRun = Exactly({
  id: Type.Optional(Id()),
  kind: Choice(runKinds),
  warehouse: Reference(),
  happenedAt: Type.Optional(Instant()),
  reference: Type.Optional(Text(200)),
  note: Type.Optional(Text(1000)),
  reason: Type.Optional({ ...Text(1000), description: 'Why goods on hold or in quarantine are used, for rework' }),
  wasteReason: Type.Optional({ ...Text(1000), description: 'Needed where some of what was used is waste' }),
  force: Type.Optional(StorageForce()),
  inputs: Type.Array(
    Exactly({
      product: Type.Optional({ ...Reference(), description: 'Needed where the batch is named by its code' }),
      batch: Type.Optional({ ...Reference(), description: 'Its id, or its code' }),
      place: Type.Optional({ ...Reference(), description: 'Wherever it lies in the warehouse where none is named' }),
      quantity: { ...Quantity(), description: 'Base units taken, with the waste' },
      waste: Type.Optional({ ...Count(), description: 'Of it, base units that were thrown away' }),
      serials: Serials(),
    }),
    { minItems: 1, maxItems: linesMax },
  ),
  outputs: Type.Array(
    Exactly({
      product: Reference(),
      batch: Code(),
      place: Type.Optional(Reference()),
      quantity: Quantity(),
      producedOn: Type.Optional(Day()),
      bestBefore: Type.Optional(Day()),
      useBy: Type.Optional(Day()),
      expiresOn: Type.Optional(Day()),
      dateSource: Type.Optional(Choice(['scanned', 'typed', 'imported'])),
      expiryRule: Type.Optional(
        Type.Unsafe<(typeof expiryRules)[number]>({
          type: 'string',
          enum: [...expiryRules],
          description:
            'min_of_inputs: its last day is no later than the earliest of what was used; as the product says where it is left out',
        }),
      ),
      serials: Serials(),
      batchIs: Type.Optional(Choice(['same', 'different'])),
    }),
    { minItems: 1, maxItems: linesMax },
  ),
})
