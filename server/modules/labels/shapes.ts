/**
 * server/modules/labels/shapes.ts — labels as the API speaks them.
 */
import { labelFields, labelKinds, labelSymbologies } from '#domain/labels/design.ts'
import { Choice, Day, Exactly, Id, Instant, Nullable, Text, Type } from '#platform/http/index.ts'
import { resolutions } from './print/lay-out.ts'

export const formats = ['pdf', 'zpl'] as const
export const printStates = ['queued', 'printed'] as const
export const labelsMax = 500

const Millimetres = () => Type.Number({ minimum: -1000, maximum: 1000, description: 'Millimetres' })
const box = { x: Millimetres(), y: Millimetres(), width: Millimetres() }

export const Design = Exactly({
  width: Millimetres(),
  height: Millimetres(),
  texts: Type.Array(
    Exactly({
      field: Choice(labelFields),
      text: Type.Optional(Type.String({ maxLength: 200, description: 'Of the field text: what stands there' })),
      ...box,
      size: { ...Millimetres(), description: 'Height of the letters in millimetres' },
      bold: Type.Boolean(),
      lines: Type.Integer({ minimum: 1, maximum: 20 }),
      named: Type.Boolean({ description: 'Whether what it is stands before it' }),
    }),
    { maxItems: 100 },
  ),
  symbols: Type.Array(
    Exactly({
      symbology: Choice(labelSymbologies),
      ...box,
      height: { ...Millimetres(), description: 'Millimetres, with the text under the code' },
      says: Type.Array(Type.String({ pattern: '^[0-9]{2,4}$', says: 'a GS1 identifier, as 01' }), {
        maxItems: 8,
        description:
          'GS1 identifiers in their order; 17 is the last day, and becomes 15 where that is a best-before day',
      }),
    }),
    { maxItems: 10 },
  ),
})

const Kind = () => Choice(labelKinds)
export const Template = Type.Object({
  id: Type.String({ description: 'Of built-in ones, a name' }),
  kind: Kind(),
  name: Type.String(),
  builtIn: Type.Boolean(),
  design: Design,
  changedBy: Nullable(Type.String()),
  changedAt: Nullable(Instant()),
})
export const NewTemplate = Exactly({
  id: Type.Optional(Id()),
  kind: Kind(),
  name: Text(80),
  design: Design,
})
export const TemplateChange = Exactly({ name: Text(80), design: Design })

const Pack = () =>
  Type.Optional(
    Type.Integer({
      minimum: 1,
      maximum: 1_000_000_000,
      default: 1,
      description: 'Base units in what the label sticks on: the GTIN of that pack is written',
    }),
  )
const Resolution = () =>
  Type.Optional(
    Type.Unsafe<(typeof resolutions)[number]>({
      type: 'integer',
      enum: [...resolutions],
      default: 203,
      description: 'Dots of the printer to the inch',
    }),
  )

export const PreviewAsk = Exactly({
  kind: Kind(),
  of: Type.Optional({ ...Id(), description: 'Without it, an example is shown' }),
  template: Type.Optional({ ...Text(80), description: 'By id; or a design' }),
  design: Type.Optional(Design),
  pack: Pack(),
  resolution: Resolution(),
})
export const Preview = Type.Object({
  svg: Type.String(),
  codes: Type.Array(Type.Object({ symbology: Type.String(), message: Type.String(), reads: Type.String() })),
  notes: Type.Array(Type.String({ description: 'What is written otherwise than the design wants it' })),
  problems: Type.Array(Type.Object({ at: Type.String(), message: Type.String() })),
})

export const NewPrint = Exactly({
  id: Type.Optional(Id()),
  kind: Kind(),
  of: Type.Array(Id(), {
    minItems: 1,
    maxItems: labelsMax,
    uniqueItems: true,
    description: 'Batches, bins, parcels or samples; of units, their serials or their batch',
  }),
  template: Text(80),
  format: Choice(formats),
  copies: Type.Optional(Type.Integer({ minimum: 1, maximum: labelsMax, default: 1, description: 'Of each' })),
  pack: Pack(),
  resolution: Resolution(),
  reason: Type.Optional({ ...Text(1000), description: 'Needed where a label of one of them was printed before' }),
})
export const Taking = Exactly({ station: Type.Optional(Text(80)) })

const listed = {
  id: Id(),
  number: Type.String(),
  kind: Kind(),
  template: Type.String(),
  format: Choice(formats),
  resolution: Type.Integer(),
  subjects: Type.Integer(),
  copies: Type.Integer(),
  labels: Type.Integer(),
  first: Type.String({ description: 'What the first one is of' }),
  reason: Nullable(Type.String()),
  madeBy: Type.String(),
  madeAt: Instant(),
  state: Choice(printStates),
  station: Nullable(Type.String()),
  takenBy: Nullable(Type.String()),
  takenAt: Nullable(Instant()),
}
export const ListedPrint = Type.Object(listed)
export const Print = Type.Object({
  ...listed,
  of: Type.Array(Type.Object({ id: Id(), name: Type.String() })),
  notes: Type.Array(Type.String({ description: 'What is written otherwise than the design wants it' })),
})

export const Setting = Exactly({
  publicPage: Type.Boolean({ description: 'Whether links on labels lead to a page that everybody may read' }),
  address: Nullable(
    Type.String({
      pattern: '^https?://[^\\s?#\\u0000]+[^\\s?#/\\u0000]$',
      maxLength: 200,
      description: 'What this server is reached by',
      says: 'an address that begins with https:// and does not end with a slash',
    }),
  ),
})
export const BatchPageAsk = Exactly({
  account: Type.String({ maxLength: 100 }),
  gtin: Type.String({ maxLength: 40 }),
  batch: Type.String({ maxLength: 100 }),
})
const Passage = Type.Object({ heading: Nullable(Type.String()), lines: Type.Array(Type.String()) })
export const BatchPage = Type.Object({
  brand: Type.String(),
  contact: Nullable(Type.String()),
  batch: Type.String(),
  known: Nullable(
    Type.Object({ product: Type.String(), lastDay: Nullable(Type.Object({ name: Type.String(), on: Day() })) }),
  ),
  recalls: Type.Array(Type.Object({ isOver: Type.Boolean(), subject: Type.String(), passages: Type.Array(Passage) }), {
    description: 'That concern it; what to do',
  }),
})
