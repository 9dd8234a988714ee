/**
 * web/features/reports/found-groups.ts — what was found, in the order in which it is shown and gone through by arrows: the kind of the best first, what
 * may have been meant last.
 */
import type { Found } from '../../api/types.ts'
import { kindWords } from './kind-words.ts'

export const openedLast = 'Opened last'
const meant = 'Did you mean'
/** Under these stand things of several kinds. */
export const isOfKinds = (heading: string): boolean => heading === openedLast || heading === meant

export type FoundGroup = Readonly<{ heading: string; items: readonly Found[] }>

export function groupsOf(items: readonly Found[]): FoundGroup[] {
  const groups = new Map<string, Found[]>()
  for (const item of items) {
    const heading = item.mistyped ? meant : kindWords[item.kind]
    groups.set(heading, [...(groups.get(heading) ?? []), item])
  }
  return [...groups].map(([heading, found]) => ({ heading, items: found }))
}

export const inOrder = (items: readonly Found[]): Found[] => groupsOf(items).flatMap((group) => group.items)
