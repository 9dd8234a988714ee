import type { Found } from '../../api/types.ts'

/** What Enter opens unasked: the one thing that is called so, or else the only one that was found. */
export function targetOf(items: readonly Found[]): Found | null {
  const [exact, ...others] = items.filter((item) => item.exact)
  if (exact) return others.length === 0 ? exact : null
  const [only] = items
  return only && items.length === 1 ? only : null
}
