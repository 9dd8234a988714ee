/**
 * domain/gs1/checks/coupons.ts — coupons of North America: AI 8110 (GS1 US coupon) and AI 8112 (positive offer file), part by part.
 */
import { charactersOf } from '../characters.ts'
import { type Fault, fault } from '../fault.ts'
import { yymmdd } from './times.ts'

/** Goes on behind its part, or tells what is wrong there. */
type Step = (value: string, at: number) => number | Fault

/** What is cut off at its begin is told of the whole, as GS1 does. */
const cutOff = (code: string, value: string, at: number): Fault =>
  at >= value.length ? fault(code, 0, value.length) : fault(code, at, value.length - at)

const fixed =
  (name: string, length: number): Step =>
  (value, at) =>
    at + length > value.length ? cutOff(`coupon_truncated_${name}`, value, at) : at + length

const single =
  (name: string, allowed: string): Step =>
  (value, at) => {
    const digit = value[at]
    if (digit === undefined) return fault(`coupon_missing_${name}`, 0, value.length)
    return allowed.includes(digit)
      ? at + 1
      : { ...fault(`coupon_invalid_${name}`, at, 1), right: [...allowed].join(', ') }
  }

type Counted = Readonly<{ lengths: string; more: 0 | 6 }>

/** A digit for the length, then so many, or six more. 9 stands for none where it is allowed. */
const counted =
  (name: string, { lengths, more }: Counted): Step =>
  (value, at) => {
    const digit = value[at]
    if (digit === undefined) return fault(`coupon_missing_${name}_vli`, 0, value.length)
    if (!lengths.includes(digit))
      return { ...fault(`coupon_invalid_${name}_length`, at, 1), right: [...lengths].join(', ') }
    if (digit === '9' && lengths === prefixOrNone) return at + 1
    return fixed(name, Number(digit) + more)(value, at + 1)
  }
const prefixOrNone = '01234569'

const dateCodes = {
  expiration: { short: 'coupon_too_short_for_expiration_date', wrong: 'coupon_invalid_exipiration_date' }, // GS1 spells it so
  start: { short: 'coupon_too_short_for_start_date', wrong: 'coupon_invalid_start_date' },
} as const
const date =
  (name: keyof typeof dateCodes): Step =>
  (value, at) => {
    if (at + 6 > value.length) return cutOff(dateCodes[name].short, value, at)
    return yymmdd(value.slice(at, at + 6))
      ? { ...fault(dateCodes[name].wrong, at, 6), right: 'a day as YYMMDD' }
      : at + 6
  }

const requirement = (nth: '1st' | '2nd' | '3rd'): Step[] => [
  counted(`${nth}_purchase_requirement`, { lengths: '12345', more: 0 }),
  single(`${nth}_purchase_requirement_code`, '012349'),
  fixed(`${nth}_purchase_family_code`, 3),
]
const prefix = (nth: '2nd' | '3rd') => counted(`${nth}_purchase_gcp`, { lengths: prefixOrNone, more: 6 })
const serial = counted('serial_number', { lengths: '0123456789', more: 6 })

function walk(steps: readonly Step[], value: string, from: number): number | Fault {
  let at = from
  for (const step of steps) {
    const next = step(value, at)
    if (typeof next !== 'number') return next
    at = next
  }
  return at
}

const begin: readonly Step[] = [
  counted('gcp', { lengths: '0123456', more: 6 }),
  fixed('offer_code', 6),
  counted('save_value', { lengths: '12345', more: 0 }),
  ...requirement('1st'),
]

/** Both days may be absent; the last must not lie before the first. */
const days: Step = (value, at) => {
  if (value[at] !== '3') return value[at] === '4' ? date('start')(value, at + 1) : at
  const last = date('expiration')(value, at + 1)
  if (typeof last !== 'number' || value[last] !== '4') return last
  const first = date('start')(value, last + 1)
  if (typeof first !== 'number') return first
  const before = value.slice(at + 1, last) < value.slice(last + 1, first)
  return before ? fault('coupon_expiration_before_start', at, first - at) : first
}

type Field = readonly [digit: string, steps: readonly Step[]]
/** Fields that may be there, in this order, each behind its digit; the days stand between the two lists. */
const purchases: readonly Field[] = [
  ['1', [single('additional_purchase_rules_code', '0123'), ...requirement('2nd'), prefix('2nd')]],
  ['2', [...requirement('3rd'), prefix('3rd')]],
]
const rest: readonly Field[] = [
  ['5', [serial]],
  ['6', [counted('retailer_gcp_or_gln', { lengths: '1234567', more: 6 })]],
  [
    '9',
    [
      single('save_value_code', '01256'),
      single('save_value_applies_to_item', '012'),
      single('store_coupon_flag', '0123456789'),
      single('dont_multiply_flag', '01'),
    ],
  ],
]
const maybe =
  ([digit, steps]: Field): Step =>
  (value, at) =>
    value[at] === digit ? walk(steps, value, at + 1) : at

const whole =
  (steps: readonly Step[]) =>
  (value: string): Fault | null => {
    const strange = charactersOf.N(value)
    if (strange) return strange
    const end = walk(steps, value, 0)
    if (typeof end !== 'number') return end
    return end === value.length ? null : fault('coupon_excess_data', end, value.length - end)
  }

export const couponcode = whole([...begin, ...purchases.map(maybe), days, ...rest.map(maybe)])
export const couponposoffer = whole([
  single('format_code', '01'),
  counted('funder', { lengths: '0123456', more: 6 }),
  fixed('offer_code', 6),
  serial,
])
