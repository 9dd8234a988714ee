import { usualMethods, usualReasons } from '#domain/disposal.ts'
import type { Db, Tx } from '#platform/db.ts'
import { Refusal } from '#platform/refusal.ts'
import { audit } from '../access/index.ts'
import { choicesRow, keepChoices } from './store.ts'

export type Choices = Readonly<{ reasons: string[]; methods: string[] }>

/** What the account chooses from; the usual words until it has said its own. */
export async function choicesOf(db: Db): Promise<Choices> {
  const [own] = await choicesRow(db)
  return own ?? { reasons: usualReasons, methods: usualMethods }
}

/** What was written before keeps its words. */
export async function setChoices(tx: Tx, { reasons, methods }: Choices): Promise<Choices> {
  const before = await choicesOf(tx)
  const after = { reasons: [...new Set(reasons)], methods: [...new Set(methods)] }
  await keepChoices(tx, after.reasons, after.methods)
  audit(tx, {
    action: 'account.disposal_choices',
    subjectKind: 'account',
    subjectId: tx.act.accountId,
    before,
    after,
  })
  return after
}

/** Refuses `invalid_input` naming what there is to choose from. */
export async function refuseUnknownWords(db: Db, ask: Readonly<{ reason: string; method: string }>): Promise<void> {
  const { reasons, methods } = await choicesOf(db)
  const problems = [
    ...(reasons.includes(ask.reason) ? [] : [{ at: 'reason', message: `must be one of: ${reasons.join(', ')}` }]),
    ...(methods.includes(ask.method) ? [] : [{ at: 'method', message: `must be one of: ${methods.join(', ')}` }]),
  ]
  if (problems.length > 0) throw new Refusal('invalid_input', { problems })
}
