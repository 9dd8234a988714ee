/**
 * server/modules/returns/inspection-ask.ts — what somebody who looked at returned units says of them, and decides.
 */
import type { DecisionKind, OpenStanding } from '#domain/inspected.ts'
import type { Check } from './inspection-store.ts'

export type DecisionInput = Readonly<{
  decide: DecisionKind
  quantity: number
  place?: string
  serials?: readonly string[]
  reason?: string
}>
export type InspectionInput = Readonly<{
  id?: string
  line: number
  batch?: string
  unlabelled?: string
  of?: OpenStanding
  from?: string
  quantity?: number
  checks?: readonly Check[]
  photos?: readonly string[]
  note?: string
  decisions?: readonly DecisionInput[]
  disposal?: Readonly<{ reason: string; method: string; note?: string }>
  /** Restocked also where the rules of storage forbid it. */
  force?: Readonly<{ reason: string }>
}>
