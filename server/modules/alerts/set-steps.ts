/**
 * server/modules/alerts/set-steps.ts — how many days before the last day somebody is told: of the account, and of products that differ. A job then
 * judges all that lies here anew.
 */
import { inOrder, stepsUsual } from '#domain/alerts.ts'
import type { Db, Tx } from '#platform/db.ts'
import { enqueue } from '#platform/jobs.ts'
import { Refusal } from '#platform/refusal.ts'
import { audit } from '../access/index.ts'
import { notStocked, resolveProducts } from '../catalog/index.ts'
import { accountStepsRow, deleteProductSteps, productStepsList, putAccountSteps, putProductSteps } from './store.ts'

export async function stepsTold(db: Db, productId: string | null) {
  const [[said], products] = await Promise.all([accountStepsRow(db), productStepsList(db, productId)])
  return { account: said ?? { days: [...stepsUsual], setBy: null, setAt: null }, products }
}

export async function setAccountSteps(tx: Tx, asked: readonly number[]): Promise<void> {
  const { account } = await stepsTold(tx, null)
  const days = inOrder(asked)
  await putAccountSteps(tx, days)
  audit(tx, {
    action: 'account.alert_steps',
    subjectKind: 'account',
    subjectId: tx.act.accountId,
    before: { days: account.days },
    after: { days },
  })
  await judgeAll(tx)
}

/** Null: those of the account. Refuses `not_found`, and `invalid_input` for a kit, of which nothing lies in stock. */
export async function setProductSteps(tx: Tx, ref: string, asked: readonly number[] | null): Promise<string> {
  const product = (await resolveProducts(tx, [ref])).get(ref)
  if (!product) throw new Refusal('not_found', { kind: 'product', id: ref })
  if (product.isKit)
    throw new Refusal('invalid_input', { problems: [{ at: 'product', message: notStocked(product, 'be told of') }] })
  const [before] = await productStepsList(tx, product.id)
  const days = asked === null ? null : inOrder(asked)
  await (days === null ? deleteProductSteps(tx, product.id) : putProductSteps(tx, product.id, days))
  audit(tx, {
    action: 'product.alert_steps',
    subjectKind: 'product',
    subjectId: product.id,
    before: { days: before?.days ?? null },
    after: { days },
  })
  await judgeAll(tx)
  return product.id
}

const judgeAll = (tx: Tx) => enqueue(tx, 'alerts-due', {}, 'all')
