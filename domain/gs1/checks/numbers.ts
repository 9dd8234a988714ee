/**
 * domain/gs1/checks/numbers.ts — checks of numbers: check digits and pairs, company prefixes, zeros, pieces of a total.
 */
import { charactersOf } from '../characters.ts'
import { type Fault, fault } from '../fault.ts'

const digits = charactersOf.N

/** Modulo 10, weights 3 and 1 in turn from the right (General Specifications §7.9.1). */
export function csum(value: string): Fault | null {
  if (value === '') return fault('too_short_for_check_digit', 0, 0)
  const strange = digits(value)
  if (strange) return strange
  const last = value.length - 1
  let sum = 0
  for (let at = last - 1, weight = 3; at >= 0; at -= 1, weight = 4 - weight) sum += weight * (value.charCodeAt(at) - 48)
  const right = (10 - (sum % 10)) % 10
  return right === value.charCodeAt(last) - 48
    ? null
    : { ...fault('incorrect_check_digit', last, 1), right: `${right}` }
}

const set82 = '!"%&\'()*+,-./0123456789:;<=>?ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz'
const set32 = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ'
const checkedMax = 97
const isPrime = (number: number) =>
  !Array.from({ length: number }, (_, at) => at).some((by) => by > 1 && number % by === 0)
/** As many as a value may have characters before its pair: 2, 3, 5 … */
const primes = Array.from({ length: 600 }, (_, at) => at + 2)
  .filter(isPrime)
  .slice(0, checkedMax)

/** The pair of check characters of a GMN: each character weighted by a prime, from the right, modulo 1021 (§7.9.5). */
export function csumalpha(value: string): Fault | null {
  if (value.length < 2) return fault('too_short_for_check_pair', 0, value.length)
  if (value.length > checkedMax + 2) return fault('too_long_for_check_pair_implementation', 0, value.length)
  const text = value.slice(0, -2)
  const strange = charactersOf.X(text)
  if (strange) return strange
  const sum = [...text].reduce(
    (all, letter, at) => all + set82.indexOf(letter) * (primes[text.length - 1 - at] ?? 0),
    0,
  )
  const right = `${set32[(sum % 1021) >> 5]}${set32[(sum % 1021) & 31]}`
  return right === value.slice(-2) ? null : { ...fault('incorrect_check_pair', text.length, 2), right }
}

/** The shortest that GS1 gives to a company. */
const prefixMin = 4

/** Whether a company prefix was given out. Nobody can be asked here, so any is taken. */
export type PrefixRegister = (digits: string) => 'known' | 'unknown' | 'offline'
const anyPrefix: PrefixRegister = () => 'known'

const isDigit = (code: number) => code >= 48 && code <= 57

/** `from`: how many characters stand before the prefix. */
export const companyPrefix =
  (from: 0 | 1, register: PrefixRegister = anyPrefix) =>
  (value: string): Fault | null => {
    if (value.length < from + prefixMin)
      return fault('too_short_for_gcp', Math.min(from, value.length), Math.max(value.length - from, 0))
    for (let at = from; at < from + prefixMin; at += 1)
      if (!isDigit(value.charCodeAt(at))) return fault('invalid_gcp_prefix', at, 1)
    const found = register(value.slice(from))
    if (found === 'known') return null
    const code = found === 'unknown' ? 'invalid_gcp_prefix' : 'gcp_datasource_offline'
    return fault(code, from, value.length - from)
  }

export const zero = (value: string): Fault | null => (/^0*$/.test(value) ? null : fault('not_zero', 0, value.length))

export const nonzero = (value: string): Fault | null =>
  digits(value) ?? (/^0*$/.test(value) ? fault('illegal_zero_value', 0, value.length) : null)

export const nozeroprefix = (value: string): Fault | null =>
  digits(value) ?? (value.startsWith('0') ? fault('illegal_zero_prefix', 0, 1) : null)

export const hasnondigit = (value: string): Fault | null =>
  digits(value) === null ? fault('requires_non_digit_character', 0, value.length) : null

/** Piece and total in as many digits each: `0103` is the first of three. */
export function pieceoftotal(value: string): Fault | null {
  const half = value.length / 2
  if (half === 0 || !Number.isInteger(half)) return fault('invalid_length_for_piece_of_total', 0, value.length)
  const strange = digits(value)
  if (strange) return strange
  const [piece, total] = [value.slice(0, half), value.slice(half)]
  if (!nonzeroDigits.test(piece)) return fault('zero_piece_number', 0, half)
  if (!nonzeroDigits.test(total)) return fault('zero_total_pieces', half, half)
  return piece > total ? fault('piece_number_exceeds_total', 0, value.length) : null
}
const nonzeroDigits = /[1-9]/

/** `2/3`: the second of three. */
export function posinseqslash(value: string): Fault | null {
  const [, place = '', last = ''] = /^(\d+)\/(\d+)$/.exec(value) ?? []
  if (place === '') return fault('position_in_sequence_malformed', 0, value.length)
  if (place.startsWith('0')) return fault('illegal_zero_prefix', 0, place.length)
  if (last.startsWith('0')) return fault('illegal_zero_prefix', place.length + 1, last.length)
  const beyond = place.length > last.length || (place.length === last.length && place > last)
  return beyond ? fault('position_exceeds_end', 0, value.length) : null
}
