import type { Found } from '../../api/types.ts'

/**
 * What Enter opens unasked: the one thing that is called so, or else the only one that was found; of a serial and its batch the serial. Never what
 * may have been meant, nor what stands in for something that is not known.
 */
export function targetOf(items: readonly Found[], remark: string | null): Found | null {
  if (remark !== null) return null
  const [exact, ...others] = items.filter((item) => item.exact)
  if (exact) return others.every((other) => isBatchOf(other, exact)) ? exact : null
  const [only] = items
  return only && items.length === 1 && !only.mistyped ? only : null
}

const isBatchOf = (batch: Found, serial: Found): boolean =>
  batch.kind === 'batch' && serial.kind === 'serial' && batch.id === serial.id
