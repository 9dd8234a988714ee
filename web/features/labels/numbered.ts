/** web/features/labels/numbered.ts — parts of a label with their places in its list, which are all the name they have; one taken out gives the others new ones. */
export const numbered = <Part>(parts: readonly Part[]) =>
  parts.map((part, at) => ({ part, at, key: `${at} of ${parts.length}` }))
