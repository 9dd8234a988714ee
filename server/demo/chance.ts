/**
 * server/demo/chance.ts — chance that a seed repeats: the same demo everywhere, only its days move with the calendar.
 */
export type Chance = Readonly<{
  /** Evenly from `least` to `most`, both included. */
  whole(least: number, most: number): number
  happens(probability: number): boolean
  pick<T>(from: readonly T[]): T
  /** With the frequency of its weight. */
  weighted<T>(from: readonly T[], weightOf: (item: T) => number): T
}>

/** mulberry32: small, fast, and good enough for a shop that does not exist. */
export function chanceFrom(seed: number): Chance {
  let state = seed >>> 0
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  const chance: Chance = {
    whole: (least, most) => least + Math.floor(next() * (most - least + 1)),
    happens: (probability) => next() < probability,
    pick: (from) => chance.weighted(from, () => 1),
    weighted(from, weightOf) {
      let left = next() * from.reduce((sum, item) => sum + weightOf(item), 0)
      for (const item of from) {
        left -= weightOf(item)
        if (left < 0) return item
      }
      const last = from.at(-1)
      if (last === undefined) throw new Error('nothing to pick from')
      return last
    },
  }
  return chance
}
