/**
 * web/features/stock/undone-elsewhere.ts — moves that the server reverses only with all that belongs to them: a button for one would do nothing.
 */
import type { Move } from '../../api/types.ts'

export const isUndoneElsewhere = ({
  reason,
  toKind,
  documentKind,
}: Pick<Move, 'reason' | 'toKind' | 'documentKind'>): boolean =>
  reason === 'shipment' ||
  toKind === 'sample' ||
  documentKind === 'redating' ||
  documentKind === 'repair' ||
  documentKind === 'identification' ||
  (reason === 'transfer' && toKind === 'transit') ||
  (reason === 'disposal' && documentKind === 'disposal')
