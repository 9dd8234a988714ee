/** domain/duration-text.ts — how long something took or takes, in its two largest units. */
const units = [
  ['d', 86_400],
  ['h', 3_600],
  ['min', 60],
  ['s', 1],
] as const

/** `2 h 4 min`, `3 min 12 s`, `0 s`; a clock that is behind shows no time below nothing. */
export function durationText(seconds: number): string {
  const whole = Math.max(0, Math.floor(seconds))
  const first = units.findIndex(([, size]) => whole >= size)
  if (first === -1) return '0 s'
  let left = whole
  const words = units.slice(first, first + 2).map(([unit, size]) => {
    const count = Math.floor(left / size)
    left -= count * size
    return count === 0 ? '' : `${count} ${unit}`
  })
  return words.filter((word) => word !== '').join(' ')
}
