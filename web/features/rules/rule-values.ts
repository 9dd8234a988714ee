/**
 * web/features/rules/rule-values.ts — a rule as it is entered, and as it is sent: what was left open is not sent, for a rule
 * says nothing of it.
 */

import { given } from '../../api/client.ts'
import { fieldProblems, type Problem } from '../../api/problem.ts'
import type { NewRule, Rule } from '../../api/types.ts'
import type { lifeWords, listWords, neverOlderWords } from './rule-words.ts'

export type ListedBatch = Readonly<{ id: string; name: string }>
export type RuleValues = {
  name: string
  customer: string | null
  channel: string
  market: string | null
  product: string
  category: string
  warehouse: string | null
  client: string | null
  rotation: Rule['rotation']
  life: keyof typeof lifeWords | null
  lifeBoundary: NonNullable<Rule['lifeBoundary']>
  lifeDaysMin: number | string
  lifePercentMin: number | string
  batches: Rule['batches']
  neverOlder: keyof typeof neverOlderWords | null
  packOf: number | string
  packOrder: Rule['packOrder']
  list: keyof typeof listWords | null
  listed: readonly ListedBatch[]
  split: Rule['routingSplit']
  criteria: readonly NonNullable<Rule['routingCriteria']>[number][]
  splitCost: number | string // minor units
  validFrom: string | null
  validUntil: string | null
  reason: string
}

export const newRuleValues: RuleValues = {
  name: '',
  customer: null,
  channel: '',
  market: null,
  product: '',
  category: '',
  warehouse: null,
  client: null,
  rotation: null,
  life: null,
  lifeBoundary: 'at_least',
  lifeDaysMin: '',
  lifePercentMin: '',
  batches: null,
  neverOlder: null,
  packOf: '',
  packOrder: null,
  list: null,
  listed: [],
  split: null,
  criteria: ['distance', 'priority'],
  splitCost: '',
  validFrom: null,
  validUntil: null,
  reason: '',
}

/** What the rule names by id, as people call it. */
export type RuleNames = Readonly<{
  customer: string | null
  product: string
  warehouse: string | null
  listed: readonly ListedBatch[]
}>

/** For one that takes its place: from today on, and for a reason of its own. */
export const valuesOf = (rule: Rule, names: RuleNames): RuleValues => ({
  ...newRuleValues,
  ...names,
  name: rule.name,
  channel: rule.channel ?? '',
  market: rule.market,
  category: rule.category ?? '',
  client: rule.clientId,
  rotation: rule.rotation,
  life: lifeOf(rule),
  lifeBoundary: rule.lifeBoundary ?? 'at_least',
  lifeDaysMin: rule.lifeDaysMin ?? '',
  lifePercentMin: rule.lifePercentMin ?? '',
  batches: rule.batches,
  neverOlder: rule.neverOlder === null ? null : rule.neverOlder ? 'yes' : 'no',
  packOf: rule.packOf ?? '',
  packOrder: rule.packOrder,
  list: rule.approves ? 'approved' : rule.bars ? 'barred' : null,
  ...(rule.routingSplit === null ? {} : routingOf(rule)),
  validFrom: rule.state === 'future' ? rule.validFrom : null,
  validUntil: rule.validUntil,
})

const routingOf = ({ routingSplit, routingCriteria, routingSplitCost }: Rule) => ({
  split: routingSplit,
  criteria: routingCriteria ?? [],
  splitCost: routingSplitCost ?? '',
})

function lifeOf({ lifeDaysMin, lifePercentMin }: Rule): RuleValues['life'] {
  if (lifeDaysMin !== null) return 'days'
  return lifePercentMin === null ? null : 'percent'
}

export function bodyOf(values: RuleValues, replaces: string | null): NewRule {
  const { name, reason, customer, market, warehouse, client, rotation, batches, packOrder } = values
  const [channel, product, category] = [values.channel.trim(), values.product.trim(), values.category.trim()]
  const { neverOlder, packOf, validFrom, validUntil } = values
  return {
    ...given({ customer, channel, market, product, category, warehouse, client }),
    ...given({ rotation, batches, packOrder, validFrom, validUntil, replaces }),
    ...(neverOlder === null ? {} : { neverOlder: neverOlder === 'yes' }),
    ...(packOf === '' ? {} : { packOf: Number(packOf) }),
    ...lifeBody(values),
    ...listBody(values),
    ...routingBody(values),
    name: name.trim(),
    reason: reason.trim(),
  }
}

function lifeBody({ life, lifeBoundary, lifeDaysMin, lifePercentMin }: RuleValues) {
  if (life === 'days') return { lifeBoundary, lifeDaysMin: Number(lifeDaysMin) }
  return life === 'percent' ? { lifeBoundary, lifePercentMin: Number(lifePercentMin) } : {}
}

function listBody({ list, listed }: RuleValues) {
  const ids = listed.map(({ id }) => id)
  if (list === 'approved') return { approved: ids }
  return list === 'barred' ? { barred: ids } : {}
}

function routingBody({ split, criteria, splitCost }: RuleValues): Pick<NewRule, 'routing'> {
  if (split === null) return {}
  return {
    routing: { split, criteria: [...criteria], ...(split === 'allowed' ? { splitCost: Number(splitCost) } : {}) },
  }
}

/** What it names and nobody knows is told by its kind; a list of batches stands at the field that says what it is for. */
export function atRuleFields(problem: Problem): { at: string; message: string }[] {
  const { code, facts, detail } = problem
  if (code === 'not_found' && typeof facts.kind === 'string' && facts.kind in newRuleValues)
    return [{ at: facts.kind, message: detail }]
  return fieldProblems(problem).map(({ at, message }) => ({
    at: at
      .replace(/^rule\./, '')
      .replace(/^(approved|barred)\b.*/, 'list')
      .replace(/^routing\b.*/, 'split'),
    message,
  }))
}
