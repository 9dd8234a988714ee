/**
 * domain/allocation/plan.ts — what the planner answers, with the reasons that are kept for ever.
 */

import type { CalendarDate } from '../calendar-date.ts'
import type { BatchChoice } from '../rules.ts'
import type { LifeVerdict, RuleName } from '../shelf-life.ts'
import type { LastReceived, Obstacle } from './demand.ts'
import type { Drawn } from './pools.ts'

export type Pick = Readonly<{ batchId: string; placeId: string; quantity: number }>

/** What a rule has against stock that is fit in itself. */
export type RuleReason = Readonly<
  | { kind: 'older'; expiresOn: CalendarDate | null; last: LastReceived; by: RuleName }
  | { kind: 'not_approved'; by: RuleName }
  | { kind: 'barred'; by: RuleName }
  | { kind: 'not_chosen' }
  | { kind: 'batches'; choice: BatchChoice; asked: number; by: RuleName | null }
  | { kind: 'pack'; of: number; by: RuleName | null }
  | { kind: 'pool'; pool: string; channel: string; until: CalendarDate }
>
export type WhyNot = Exclude<LifeVerdict, { kind: 'fits' }> | Obstacle | Readonly<{ kind: 'turn' }> | RuleReason
export type PassedOver = Readonly<{
  batchId: string
  batchCode: string
  placeId: string
  quantity: number // base units of this balance that the reason speaks of
  reason: WhyNot
}>

/** `drawn`: what its picks took from the pools of its channel; absent where nothing. */
export type Plan = Readonly<{ picks: Pick[]; shortfall: number; passedOver: PassedOver[]; drawn?: readonly Drawn[] }>
