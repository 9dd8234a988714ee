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

/** In words, one a matter; none where all is accounted for. `owed`: somebody can put it right. Refuses `not_found`. */
export async function openMatters(db: Db, ref: string): Promise<Matter[]> {
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

type Matter = Readonly<{ says: string; owed: boolean }>
type Known = Readonly<{ balance: Balance; facts: StatusFacts; actions: number }>

export function mattersOf({ balance, facts, actions }: Known): Matter[] {
  const { units, checks, notNotified, silent } = facts
  const out = units.have + units.returning + units.unknown
  const held = balance.reduce((sum, row) => sum + row.held, 0)
  return [
    ...balance.filter(({ gap }) => gap !== 0).map(({ sku, gap }) => owed(gapText(sku, gap))),
    ...told(
      out,
      owed(
        `${counted(out, 'unit')} with consignees did not come back, and nobody said that they are destroyed or used.`,
      ),
    ),
    ...told(held, { says: `${counted(held, 'unit')} are held, and can be sold again once it has ended.`, owed: false }),
    ...told(notNotified, owed(`${counted(notNotified, 'consignee')} ${areOf(notNotified)} not notified.`)),
    ...told(silent, owed(`${counted(silent, 'consignee')} did not answer.`)),
    ...(checks.level === null ? [owed('No level of effectiveness checks was chosen.')] : []),
    ...told(checks.open, owed(`${counted(checks.open, 'effectiveness check')} ${areOf(checks.open)} open.`)),
    ...told(actions, { says: `${counted(actions, 'corrective action')} ${areOf(actions)} not done.`, owed: false }),
  ]
}

const owed = (says: string): Matter => ({ says, owed: true })
const told = (count: number, matter: Matter): Matter[] => (count > 0 ? [matter] : [])
const areOf = (count: number) => (count === 1 ? 'is' : 'are')
const gapText = (sku: string, gap: number) =>
  `${counted(Math.abs(gap), 'unit')} of ${sku} ${gap > 0 ? 'are not accounted for' : 'are too many'}.`
