/**
 * server/modules/access/audit-words.ts — an audit entry in words, for a spreadsheet that a person reads.
 */
export const auditKinds = [
  'account',
  'adjustment',
  'api_key',
  'batch',
  'client',
  'count',
  'customer',
  'delivery',
  'disposal',
  'hold',
  'identification',
  'import',
  'inbound',
  'label',
  'lot',
  'mock',
  'move',
  'order',
  'parcel',
  'person',
  'pick_wave',
  'place',
  'pool',
  'product',
  'production',
  'reason',
  'recall',
  'receipt',
  'redating',
  'relocation',
  'repair',
  'return',
  'rule',
  'sample',
  'sell_through',
  'service',
  'shipment',
  'supplier',
  'transfer',
  'warehouse',
  'zone',
] as const

type Sides = Readonly<{ before: unknown; after: unknown }>

const fieldsOf = (value: unknown): Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : {}
/** `expiresOn` as `expires on`. */
const labelOf = (name: string) => name.replaceAll(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`)
const tellsNothing = (name: string) => name === 'id' || name.endsWith('Id')

function valueWords(value: unknown): string {
  if (value === null || value === undefined) return 'nothing'
  if (Array.isArray(value)) return value.map(valueWords).join('; ')
  if (typeof value === 'object')
    return Object.entries(value)
      .filter(([name, inner]) => !tellsNothing(name) && inner !== null)
      .map(([name, inner]) => `${labelOf(name)} ${valueWords(inner)}`)
      .join(', ')
  return typeof value === 'string' ? value : JSON.stringify(value)
}

/** The fields that differ, as `label: before → after`; ids say nothing to a reader and are left out. */
export function changedWords({ before, after }: Sides): string {
  if (Array.isArray(after)) return valueWords(after)
  const [was, is] = [fieldsOf(before), fieldsOf(after)]
  return [...new Set([...Object.keys(was), ...Object.keys(is)])]
    .filter((name) => !tellsNothing(name) && JSON.stringify(was[name] ?? null) !== JSON.stringify(is[name] ?? null))
    .map((name) => `${labelOf(name)}: ${name in was ? `${valueWords(was[name])} → ` : ''}${valueWords(is[name])}`)
    .join(' | ')
}
