/**
 * domain/allocation/explain.ts — why stock was passed over, in the sentence that people read.
 */

import { batchText } from '../batch-code.ts'
import type { BatchChoice } from '../rules.ts'
import type { RuleName } from '../shelf-life.ts'
import type { PassedOver, RuleReason, WhyNot } from './plan.ts'

/** One sentence for the person at the bench: "B: 100 on hold (QA-17)". */
export function explainPassedOver({ batchCode, quantity, reason }: Omit<PassedOver, 'batchId' | 'placeId'>): string {
  return `${batchText(batchCode)}: ${says(reason, quantity)}`
}

function says(reason: WhyNot, quantity: number): string {
  switch (reason.kind) {
    case 'held':
      return `${quantity} on hold (${reason.hold})`
    case 'place':
      return `${quantity} at a ${reason.placeKind} place, not for sale`
    case 'expired':
      return `expired ${reason.daysAgo} ${reason.daysAgo === 1 ? 'day' : 'days'} ago`
    case 'too_short':
      return tooShort(reason)
    case 'undated':
      return reason.missing === 'produced'
        ? `its production date is needed for the rule of ${reason.percentMin} % of its life`
        : 'has no date to judge its remaining life by'
    case 'turn':
      return `${quantity} first offered to those who waited before`
    case 'older':
    case 'not_approved':
    case 'barred':
    case 'not_chosen':
    case 'batches':
    case 'pack':
    case 'pool':
      return saysRule(reason, quantity)
  }
}

function tooShort({ left, required, on, boundary, by }: Extract<WhyNot, { kind: 'too_short' }>): string {
  const wanted = boundary === 'more_than' ? `more than ${required - 1}` : `${required}`
  const days = `${left} ${left === 1 ? 'day' : 'days'} left on ${on}`
  return by ? `${days}, ${by.name} needs ${wanted}` : `${days}, ${wanted} needed`
}

const named = (by: RuleName | null): string => (by ? ` (${by.name})` : '')

function saysRule(reason: RuleReason, quantity: number): string {
  switch (reason.kind) {
    case 'older': {
      const { last, expiresOn, by } = reason
      const against = `the ${last.expiresOn} delivered on ${last.deliveredOn}${named(by)}`
      return expiresOn === null
        ? `has no date to hold against ${against}`
        : `expires ${expiresOn}, older than ${against}`
    }
    case 'not_approved':
      return `not among the approved batches${named(reason.by)}`
    case 'barred':
      return `barred${named(reason.by)}`
    case 'not_chosen':
      return `${quantity} not chosen, batches are chosen by hand here`
    case 'batches':
      return `${quantity} left alone, ${wish[reason.choice](reason.asked)}${named(reason.by)}`
    case 'pack':
      return reason.by === null
        ? `${quantity} not taken, closed boxes of ${reason.of} are not opened`
        : `${quantity} not taken, only whole packs of ${reason.of} go out${named(reason.by)}`
    case 'pool':
      return `${quantity} kept for ${reason.channel} until ${reason.until} (${reason.pool})`
  }
}

const wish: Readonly<Record<BatchChoice, (asked: number) => string>> = {
  any: (asked) => `the ${asked} come from another batch`,
  one_per_line: (asked) => `the ${asked} must come from one batch`,
  one_per_order: (asked) => `the ${asked} of the order must come from one batch`,
  fewest: (asked) => `the ${asked} come from as few batches as can be`,
  oldest_that_fills: (asked) => `the ${asked} come from the oldest batch that fills them, else from as few as can be`,
}
