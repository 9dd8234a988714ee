/**
 * domain/notices/where-they-are.ts — what became of the units that somebody has kept, by what they said of them.
 */
export type Said = Readonly<{ have: number; destroyed: number; returning: number; used: number }>
export type WhereTheyAre = Said & Readonly<{ unknown: number }>

const nothing: Said = { have: 0, destroyed: 0, returning: 0, used: 0 }

/**
 * What came back since they answered is taken from what was on its way first, then from what they had. Law: the five add up to what is kept, and none is negative.
 */
export function whereTheyAre(kept: number, said: Said | null): WhereTheyAre {
  const { have, destroyed, returning, used } = said ?? nothing
  let left = Math.max(0, kept)
  const take = (units: number) => {
    const part = Math.min(left, units)
    left -= part
    return part
  }
  const gone = { destroyed: take(destroyed), used: take(used) }
  const here = { have: take(have), returning: take(returning) }
  return { ...gone, ...here, unknown: left }
}

export const sumOf = (rows: readonly WhereTheyAre[]): WhereTheyAre =>
  rows.reduce(
    (sum, row) => ({
      have: sum.have + row.have,
      destroyed: sum.destroyed + row.destroyed,
      returning: sum.returning + row.returning,
      used: sum.used + row.used,
      unknown: sum.unknown + row.unknown,
    }),
    { ...nothing, unknown: 0 },
  )
