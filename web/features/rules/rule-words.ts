/**
 * web/features/rules/rule-words.ts — what a rule can say, as it is chosen, and which of several rules wins.
 */
import type { Rule } from '../../api/types.ts'

type Words<Key extends 'rotation' | 'lifeBoundary' | 'batches' | 'packOrder'> = Record<NonNullable<Rule[Key]>, string>

export const rotationWords: Words<'rotation'> = {
  fefo: 'What expires first (FEFO)',
  fifo: 'What came first (FIFO)',
  lifo: 'What came last (LIFO)',
  lefo: 'What is freshest (LEFO)',
  manual: 'A person chooses the batches',
}
export const boundaryWords: Words<'lifeBoundary'> = { at_least: 'At least', more_than: 'More than' }
export const choiceWords: Words<'batches'> = {
  any: 'As many batches as it takes',
  one_per_line: 'One batch per line',
  one_per_order: 'One batch per order',
  fewest: 'As few batches as can be',
  oldest_that_fills: 'The oldest that fills the line',
}
export const packOrderWords: Words<'packOrder'> = {
  packs_first: 'Closed packs before loose units',
  loose_first: 'Loose units before closed packs',
}
export const splitWords: Record<NonNullable<Rule['routingSplit']>, string> = {
  allowed: 'From one, else the cheapest split',
  never: 'From one, never split',
}
export const criterionWords: Record<NonNullable<Rule['routingCriteria']>[number], string> = {
  priority: 'Its priority',
  distance: 'Distance',
  cost: 'Cost of the parcel',
  expires_first: 'What expires first',
  freshest: 'What is freshest',
}
export const neverOlderWords = { yes: 'May not go', no: 'May go' } as const
export const lifeWords = { days: 'In days', percent: 'In % of its life' } as const
export const listWords = { approved: 'Only approved batches', barred: 'All but barred batches' } as const

export const options = <Word extends string>(words: Record<Word, string>) =>
  Object.entries<string>(words).map(([value, label]) => ({ value, label }))

export const whichWins =
  'Where several rules speak of the same setting, the narrowest wins: a rule for a customer before one for a channel, then ' +
  'market, product, category, warehouse, client; of two alike, the one that began later. How much life a product, a customer ' +
  'or the order line itself asks holds beside every rule, and lists of batches for a customer, a channel and a market hold ' +
  'side by side.'
