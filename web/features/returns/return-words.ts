/**
 * web/features/returns/return-words.ts — kinds of returns, and what becomes of goods, in words.
 */
import type { Return } from '../../api/types.ts'

export type ReturnKind = Return['kind']
export type Lot = Return['lines'][number]['lots'][number]
export type Inspection = Return['inspections'][number]
export type Decision = Inspection['decisions'][number]
export type DecisionKind = Decision['becomes']
export type OpenStanding = Decision['was']

export const kindWords: Readonly<Record<ReturnKind, string>> = {
  customer_return: 'Return',
  refused: 'Refused',
  undeliverable: 'Undeliverable',
}

export const decisionWords: Readonly<Record<DecisionKind, string>> = {
  restock: 'Restock',
  quarantine: 'Quarantine',
  refurbish: 'Refurbish',
  dispose: 'Dispose',
  return_to_vendor: 'Return to vendor',
}

/** What was decided, of the units. */
export const doneWords: Readonly<Record<DecisionKind, string>> = {
  restock: 'restocked',
  quarantine: 'in quarantine',
  refurbish: 'to refurbish',
  dispose: 'to be destroyed',
  return_to_vendor: 'returned to the vendor',
}

export const openStandings: readonly OpenStanding[] = ['undecided', 'quarantine', 'refurbish']
export const standingWords: Readonly<Record<OpenStanding, string>> = {
  undecided: 'to decide',
  quarantine: 'in quarantine',
  refurbish: 'to refurbish',
}

/** `{A|B}` where nobody can read which. */
export const lotName = ({ batchCode, candidates }: Lot): string =>
  batchCode ?? `{${candidates.map(({ batchCode: code }) => code).join('|')}}`
export const lotKey = ({ batchId, unlabelledId }: Lot): string => batchId ?? unlabelledId ?? ''
