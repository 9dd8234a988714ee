/**
 * domain/batch-codes/serial-range.ts — serials that follow one another, as they are printed on a roll: from S-0998 to S-1002.
 */
export type SerialRange = Readonly<{ from: string; to: string }>
export type SerialsRead = Readonly<{ ok: true; serials: readonly string[] } | { ok: false; problem: string }>

export const rangeMax = 10_000

/** The last run of digits counts; its leading zeros stay. Both ends belong to it. */
export function serialsOf({ from, to }: SerialRange): SerialsRead {
  const [first, last] = [partsOf(from), partsOf(to)]
  if (!first || !last) return { ok: false, problem: `"${first ? to : from}" holds no number to count from` }
  if (first.before !== last.before || first.after !== last.after)
    return { ok: false, problem: `"${from}" and "${to}" differ in more than their number` }
  if (
    last.digits.length < first.digits.length ||
    (first.digits.length !== last.digits.length && first.digits[0] === '0')
  )
    return { ok: false, problem: `"${from}" and "${to}" must have equally many digits` }
  const [begin, end] = [Number(first.digits), Number(last.digits)]
  if (end < begin) return { ok: false, problem: `"${to}" comes before "${from}"` }
  if (end - begin >= rangeMax)
    return { ok: false, problem: `it holds more than ${rangeMax.toLocaleString('en')} serials` }
  const serials = Array.from({ length: end - begin + 1 }, (_, at) =>
    [first.before, String(begin + at).padStart(first.digits.length, '0'), first.after].join(''),
  )
  return { ok: true, serials }
}

function partsOf(serial: string) {
  const [, before = '', digits, after = ''] = /^(.*?)(\d+)(\D*)$/su.exec(serial) ?? []
  return digits === undefined || digits.length > 15 ? null : { before, digits, after }
}
