/** domain/percent.ts — a part of a whole in percent with two decimals; 100 is told of all alone, and of nothing with nothing missing. */
export function percentOf(part: number, whole: number): number {
  if (whole === 0) return 100
  const rounded = Math.round((part / whole) * 10_000) / 100
  return part < whole ? Math.min(rounded, 99.99) : rounded
}
