/**
 * domain/imports/most-in-range.ts — the largest of a stretch of values that only grow, in logarithmic time (a segment tree).
 */

/** All are empty at first, which is the least of all. */
export function mostInRange(size: number) {
  const tree = Array.from({ length: size * 2 }, () => '')
  const better = (a: string, b: string) => (a > b ? a : b)
  return {
    raise(at: number, value: string): void {
      for (let node = at + size; node > 0; node >>= 1) tree[node] = better(tree[node] ?? '', value)
    },
    /** Of `from` and on, without `until`. */
    most(from: number, until: number): string {
      let found = ''
      let [low, high] = [from + size, until + size]
      while (low < high) {
        if (low % 2 === 1) found = better(found, tree[low++] ?? '')
        if (high % 2 === 1) found = better(found, tree[--high] ?? '')
        low >>= 1
        high >>= 1
      }
      return found
    },
  }
}
