/**
 * server/modules/trace/scope/shape.ts — how a request names what it asks of.
 */
import { type ScopePart, scopeKinds } from '#domain/trace/scope.ts'
import { Choice, Day, Exactly, Id, Instant, Reference, Text, Type } from '#platform/http/index.ts'

export const scopePart = {
  kind: Choice(scopeKinds),
  batch: Type.Optional(Id()),
  lot: Type.Optional(Reference()),
  product: Type.Optional(Reference()),
  supplier: Type.Optional(Reference()),
  supplierLot: Type.Optional(Text(80)),
  receipt: Type.Optional(Reference()),
  warehouse: Type.Optional(Reference()),
  place: Type.Optional(Reference()),
  serialFrom: Type.Optional(Text(80)),
  serialTo: Type.Optional(Text(80)),
  producedFrom: Type.Optional(Day()),
  producedTo: Type.Optional(Day()),
  from: Type.Optional(Instant()),
  to: Type.Optional(Instant()),
}

export const Scope = Exactly({
  parts: Type.Array(Exactly(scopePart), {
    minItems: 1,
    maxItems: 200,
    description: 'Each names goods in one way; together they mean all that any of them names',
  }),
  except: Type.Optional(Type.Array(Id(), { maxItems: 1000, description: 'Batches that are not meant' })),
})

/** Goods that are named by parts, less the batches that are `except`ed by somebody who knows better. */
export type TraceScope = Readonly<{ parts: readonly ScopePart[]; except?: readonly string[] }>
