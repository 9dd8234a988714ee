/**
 * server/modules/closing/open-matters.ts — what is still open of a recall: whoever ends it all the same says why.
 */
import { counted } from '#domain/counted.ts'
import type { Instant } from '#platform/clock.ts'
import type { Db } from '#platform/db.ts'
import { type ActionRow, actionsOf } from '../corrective/index.ts'
import { endedAt, recallBalance, recallByRef } from '../recalls/index.ts'
import { type StatusFacts, statusFacts } from './status-facts.ts'

type Balance = NonNullable<Awaited<ReturnType<typeof recallBalance>>>

/** In words, one a matter; none where all is accounted for. Refuses `not_found`. */
export async function openMatters(db: Db, ref: string): Promise<string[]> {
  const recall = await recallByRef(db, ref)
  const end = endedAt(recall)
  const of = { kind: 'recall', id: recall.id } as const
  const [balance, facts, actions] = await Promise.all([
    recallBalance(db, recall, end),
    statusFacts(db, recall.id),
    actionsOf(db, { of, state: null, after: null, limit: null }),
  ])
  return mattersOf({ balance: balance ?? [], facts, actions: openAt(actions, end) })
}

/** How many were open at a moment; without one, now. */
export const openAt = (actions: readonly ActionRow[], at: Instant | null): number =>
  actions.filter(({ openedAt, doneAt }) =>
    at === null ? doneAt === null : openedAt <= at && (doneAt === null || doneAt > at),
  ).length

type Known = Readonly<{ balance: Balance; facts: StatusFacts; actions: number }>

export function mattersOf({ balance, facts, actions }: Known): string[] {
  const { units, checks } = facts
  const missing = balance.filter(({ gap }) => gap !== 0)
  const out = units.have + units.returning + units.unknown
  const held = balance.reduce((sum, row) => sum + row.held, 0)
  return [
    ...missing.map(
      ({ sku, gap }) =>
        `${counted(Math.abs(gap), 'unit')} of ${sku} ${gap > 0 ? 'are not accounted for' : 'are too many'}.`,
    ),
    ...(out > 0
      ? [`${counted(out, 'unit')} with consignees did not come back, and nobody said that they are destroyed or used.`]
      : []),
    ...(held > 0 ? [`${counted(held, 'unit')} are held, and can be sold again once it has ended.`] : []),
    ...(facts.notNotified > 0
      ? [`${counted(facts.notNotified, 'consignee')} ${facts.notNotified === 1 ? 'is' : 'are'} not notified.`]
      : []),
    ...(facts.silent > 0 ? [`${counted(facts.silent, 'consignee')} did not answer.`] : []),
    ...(checks.level === null ? ['No level of effectiveness checks was chosen.'] : []),
    ...(checks.open > 0
      ? [`${counted(checks.open, 'effectiveness check')} ${checks.open === 1 ? 'is' : 'are'} open.`]
      : []),
    ...(actions > 0
      ? [`${counted(actions, 'corrective action')} ${actions === 1 ? 'is' : 'are'} not done.`]
      : []),
  ]
}
