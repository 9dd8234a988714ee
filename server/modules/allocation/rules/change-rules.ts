/**
 * server/modules/allocation/rules/change-rules.ts — rules are added, replaced and ended. What was promised is held against
 * them by a job that follows at once, or on the day on which they begin or end.
 */
import { addDays, type CalendarDate, earlierOf, laterOf } from '#domain/calendar-date.ts'
import type { Tx } from '#platform/db.ts'
import { enqueue } from '#platform/jobs.ts'
import { naming } from '#platform/naming.ts'
import { audit } from '../../access/index.ts'
import { type RuleAsk, readRule, ruleInForce } from './rule-ask.ts'
import { endRuleOn, insertRule, lockRules, type RuleRow } from './rule-store.ts'
import { ruleDay } from './rules-in-force.ts'

/** The one it replaces ends on the day before. Refuses what `readRule` refuses. */
export async function addRule(tx: Tx, ask: RuleAsk): Promise<string> {
  await lockRules(tx)
  const { rule, replaced } = await readRule(tx, ask)
  await naming({ kind: 'rule', name: rule.name }, insertRule(tx, rule))
  audit(tx, { action: 'rule.add', subjectKind: 'rule', subjectId: rule.id, after: rule, reason: rule.reason })
  if (replaced) await end(tx, replaced, { lastDay: addDays(rule.validFrom, -1), reason: `replaced by "${rule.name}"` })
  await askToApply(tx, [rule, ...(replaced ? [replaced] : [])])
  return rule.id
}

export type RuleEnd = Readonly<{ id: string; lastDay?: CalendarDate; reason: string }>

/** Yesterday is its last day where none is given. Refuses `not_found`, `rule_over`. */
export async function endRule(tx: Tx, { id, lastDay, reason }: RuleEnd): Promise<void> {
  await lockRules(tx)
  const today = await ruleDay(tx)
  const rule = await ruleInForce(tx, id, today)
  await end(tx, rule, { lastDay: laterOf(lastDay ?? addDays(today, -1), addDays(today, -1)), reason })
  await askToApply(tx, [rule])
}

/** A rule that had not begun ends on the day before it would have: it never held. Never later than it would have ended. */
async function end(
  tx: Tx,
  rule: RuleRow,
  { lastDay, reason }: { lastDay: CalendarDate; reason: string },
): Promise<void> {
  const ends = rule.validUntil === null ? lastDay : earlierOf(lastDay, rule.validUntil)
  const validUntil = laterOf(ends, addDays(rule.validFrom, -1))
  await endRuleOn(tx, rule.id, { lastDay: validUntil, reason })
  audit(tx, {
    action: 'rule.end',
    subjectKind: 'rule',
    subjectId: rule.id,
    before: { name: rule.name, validUntil: rule.validUntil },
    after: { name: rule.name, validUntil },
    reason,
  })
}

const askToApply = (tx: Tx, rules: readonly Readonly<{ id: string }>[]) =>
  enqueue(tx, 'rules-changed', { ruleIds: rules.map(({ id }) => id) })
