/**
 * domain/trace/scope.ts — what a trace or a recall is asked of: parts, each of which names goods in one way. Together they mean all that any of them names.
 */
import type { CalendarDate } from '../calendar-date.ts'

export const scopeKinds = ['batch', 'lot', 'serials', 'supplier_lot', 'product', 'receipt', 'place'] as const
export type ScopeKind = (typeof scopeKinds)[number]

/** Ids or codes; days are calendar dates of production, instants are in UTC. Which kind takes which is in `fieldsOf`. */
export type ScopePart = Readonly<{
  kind: ScopeKind
  batch?: string
  lot?: string
  product?: string
  supplier?: string
  supplierLot?: string
  receipt?: string
  warehouse?: string
  place?: string
  serialFrom?: string
  serialTo?: string
  producedFrom?: CalendarDate
  producedTo?: CalendarDate
  from?: string
  to?: string
}>
type Field = Exclude<keyof ScopePart, 'kind'>

/** An ingredient is a product like any other: what was made of it is found by walking down. */
export const fieldsOf: Readonly<Record<ScopeKind, Readonly<{ needed: readonly Field[]; optional: readonly Field[] }>>> =
  {
    batch: { needed: ['batch'], optional: [] },
    lot: { needed: ['lot'], optional: [] },
    serials: { needed: ['product', 'serialFrom'], optional: ['serialTo'] },
    supplier_lot: { needed: ['supplierLot'], optional: ['supplier'] },
    product: { needed: ['product'], optional: ['supplier', 'producedFrom', 'producedTo'] },
    receipt: { needed: ['receipt'], optional: ['product'] },
    place: { needed: ['from', 'to'], optional: ['warehouse', 'place', 'product'] },
  }

const words: Readonly<Record<Field, string>> = {
  batch: 'a batch',
  lot: 'a lot',
  product: 'a product',
  supplier: 'a supplier',
  supplierLot: "the supplier's lot",
  receipt: 'a receipt',
  warehouse: 'a warehouse',
  place: 'a bin',
  serialFrom: 'the first serial',
  serialTo: 'the last serial',
  producedFrom: 'the first day of production',
  producedTo: 'the last day of production',
  from: 'when it begins',
  to: 'when it ends',
}

export type ScopeProblem = Readonly<{ at: Field; message: string }>

/** All that is wrong with a part, each with what would be right; none where it can be looked up. */
export function scopeProblems(part: ScopePart): ScopeProblem[] {
  const { needed, optional } = fieldsOf[part.kind]
  const given = (Object.keys(words) as Field[]).filter((field) => part[field] !== undefined)
  const missing = needed.filter((field) => !given.includes(field))
  const strange = given.filter((field) => !needed.includes(field) && !optional.includes(field))
  return [
    ...missing.map((at) => ({ at, message: `is needed: ${words[at]}` })),
    ...strange.map((at) => ({ at, message: `says nothing of ${kindWords[part.kind]}` })),
    ...(part.kind === 'place' && part.warehouse === undefined && part.place === undefined
      ? [{ at: 'warehouse' as const, message: 'is needed: a warehouse, or a bin as place' }]
      : []),
    ...windowProblems(part),
    ...serialProblems(part),
  ]
}

const kindWords: Readonly<Record<ScopeKind, string>> = {
  batch: 'a batch',
  lot: 'a lot',
  serials: 'serials',
  supplier_lot: "a supplier's lot",
  product: 'a product',
  receipt: 'a receipt',
  place: 'what lay at a place',
}

function windowProblems({ producedFrom, producedTo, from, to }: ScopePart): ScopeProblem[] {
  const days = producedFrom !== undefined && producedTo !== undefined && producedTo < producedFrom
  const moments = from !== undefined && to !== undefined && to < from
  return [
    ...(days ? [{ at: 'producedTo' as const, message: `must not be before ${producedFrom}` }] : []),
    ...(moments ? [{ at: 'to' as const, message: `must not be before ${from}` }] : []),
  ]
}

/** A range counts the digits at the end: `SN-0100` to `SN-0250`. */
function serialProblems({ serialFrom, serialTo }: ScopePart): ScopeProblem[] {
  if (serialFrom === undefined || serialTo === undefined) return []
  const [first, last] = [countedOf(serialFrom), countedOf(serialTo)]
  if (first.before !== last.before || first.digits.length !== last.digits.length)
    return [
      { at: 'serialTo', message: `must differ from ${serialFrom} in its last digits only, and have as many of them` },
    ]
  return serialTo < serialFrom ? [{ at: 'serialTo', message: `must not be before ${serialFrom}` }] : []
}

function countedOf(serial: string): { before: string; digits: string } {
  const digits = /\d*$/.exec(serial)?.[0] ?? ''
  return { before: serial.slice(0, serial.length - digits.length), digits }
}
