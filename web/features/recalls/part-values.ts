/**
 * web/features/recalls/part-values.ts — a part of what is meant as it stands in the form, and as it is sent.
 */
import { type ScopeProblem, scopeProblems } from '#domain/trace/scope.ts'
import { given } from '../../api/client.ts'
import type { Found, RecallPart, RecallScope } from '../../api/types.ts'
import { momentHere } from '../../shared/day-here.ts'

/** `except` is no part: a batch that is left out of all of them. */
export type PartKind = RecallPart['kind'] | 'except'

export const kindsOfParts: Readonly<Record<PartKind, string>> = {
  batch: 'A batch',
  supplier_lot: "A supplier's lot",
  product: 'A product, by days of production',
  lot: 'A lot',
  receipt: 'A receipt',
  serials: 'Units by serial',
  place: 'What lay at a place',
  except: 'Leave a batch out',
}

export const emptyPart = {
  kind: 'batch' as PartKind,
  found: null as Found | null,
  product: '',
  supplier: null as string | null,
  supplierLot: '',
  serialFrom: '',
  serialTo: '',
  producedFrom: null as string | null,
  producedTo: null as string | null,
  warehouse: null as string | null,
  place: null as string | null,
  from: '',
  to: '',
}
export type PartValues = typeof emptyPart

/** Of what stands in the form, what says something of this kind. */
export function partOf(values: PartValues): RecallPart {
  const { kind, found, product, supplier, warehouse, place } = values
  const [lot, serialFrom, serialTo] = [values.supplierLot.trim(), values.serialFrom.trim(), values.serialTo.trim()]
  const { producedFrom, producedTo } = values
  switch (kind) {
    case 'batch':
    case 'except':
      return { kind: 'batch', ...given({ batch: found?.id }) }
    case 'lot':
      return { kind, ...given({ lot: found?.title }) }
    case 'receipt':
      return { kind, ...given({ receipt: found?.title, product: product.trim() }) }
    case 'serials':
      return { kind, ...given({ product: product.trim(), serialFrom, serialTo }) }
    case 'supplier_lot':
      return { kind, ...given({ supplierLot: lot, supplier }) }
    case 'product':
      return { kind, ...given({ product: product.trim(), supplier, producedFrom, producedTo }) }
    case 'place': {
      const window = { from: momentHere(values.from), to: momentHere(values.to) }
      return { kind, ...given({ warehouse, place, product: product.trim(), ...window }) }
    }
  }
}

/** The scope with what stands in the form. */
export function withPart(scope: RecallScope, values: PartValues): RecallScope {
  const part = partOf(values)
  const { parts, except = [] } = scope
  if (values.kind === 'except') return { ...scope, except: [...new Set([...except, part.batch ?? ''])] }
  if (parts.some((one) => JSON.stringify(one) === JSON.stringify(part))) return scope
  return { ...scope, parts: [...parts, part] }
}

/** Something stands in the form that was not added. */
export const isTyped = ({ kind, ...values }: PartValues): boolean =>
  Object.entries(values).some(([name, value]) => value !== emptyPart[name as keyof typeof emptyPart])

/** At the fields as they are called in the form. */
export const problemsOf = (values: PartValues): Readonly<Record<string, string>> =>
  Object.fromEntries(scopeProblems(partOf(values)).map(({ at, message }) => [fieldOf(at), `It ${message}.`]))

const fieldOf = (at: ScopeProblem['at']): string => (at === 'batch' || at === 'lot' || at === 'receipt' ? 'found' : at)
