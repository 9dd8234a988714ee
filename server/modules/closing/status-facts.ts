/**
 * server/modules/closing/status-facts.ts — the six things that a status report tells (21 CFR 7.53), as they are at a moment; consignees by code and order, never by name.
 */
import { noticeNumbersOf } from '#domain/notices/numbers.ts'
import type { CheckLevel, CheckNumbers } from '#domain/recalls/effectiveness.ts'
import type { Instant } from '#platform/clock.ts'
import type { Db } from '#platform/db.ts'
import { checksOfRecall } from '../checks/index.ts'
import { type NoticeRecipient, noticeRecipients } from '../notices/index.ts'
import { recallByRef } from '../recalls/index.ts'

export type ConsigneeUnits = Readonly<{
  id: string
  customerCode: string | null
  orderNumbers: readonly string[]
  quantity: number
  returned: number
  destroyed: number
  used: number
  have: number
  returning: number
  unknown: number
  isNotified: boolean
  isSilent: boolean
}>
type Units = Readonly<
  Record<'distributed' | 'returned' | 'have' | 'destroyed' | 'returning' | 'used' | 'unknown', number>
>
export type StatusFacts = Readonly<{
  consignees: number
  notified: Readonly<{
    count: number
    byWay: Readonly<{ email: number; letter: number; phone: number }>
    first: Instant | null
    last: Instant | null
  }>
  responded: Readonly<{ count: number; have: number }> // units that they have, by their word
  silent: number
  notNotified: number
  units: Units
  accounted: number // returned, destroyed and used
  checks: Readonly<{ level: CheckLevel | null; percent: number | null }> & CheckNumbers
  each: readonly ConsigneeUnits[]
}>

/** Refuses `not_found`. */
export async function statusFacts(db: Db, recallRef: string): Promise<StatusFacts> {
  const { id } = await recallByRef(db, recallRef)
  const [all, { level, percent, numbers }] = await Promise.all([noticeRecipients(db, id), checksOfRecall(db, id)])
  const meant = all.filter(({ isMeant }) => isMeant)
  const { units, ...sums } = noticeNumbersOf(all)
  const times = meant
    .flatMap(({ isNotified, notifiedAt }) => (isNotified && notifiedAt !== null ? [notifiedAt] : []))
    .toSorted()
  return {
    consignees: sums.recipients,
    notified: { count: sums.notified, byWay: sums.byWay, first: times[0] ?? null, last: times.at(-1) ?? null },
    responded: { count: sums.responded, have: units.have },
    silent: sums.silent,
    notNotified: sums.notNotified + sums.queued,
    units,
    accounted: units.returned + units.destroyed + units.used,
    checks: { level, percent, ...numbers },
    each: meant.map(unitsOf),
  }
}

const unitsOf = ({
  id,
  customerCode,
  orderNumbers,
  quantity,
  returned,
  units,
  isNotified,
  isClosed,
}: NoticeRecipient): ConsigneeUnits => {
  const { have, destroyed, returning, used, unknown } = units
  const standing = { isNotified, isSilent: isNotified && !isClosed }
  return { id, customerCode, orderNumbers, quantity, returned, destroyed, used, have, returning, unknown, ...standing }
}
