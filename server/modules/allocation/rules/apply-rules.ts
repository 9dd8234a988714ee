/**
 * server/modules/allocation/rules/apply-rules.ts — promises are held against rules that have changed, begun or ended, so many
 * lines a transaction; then what they free or allow is offered to all who wait.
 */
import type { Act, Database, Tx } from '#platform/db.ts'
import { enqueue } from '#platform/jobs.ts'
import { lockProducts } from '../../catalog/index.ts'
import { openOffers, reservationsOf } from '../../stock/index.ts'
import { releaseUnfit } from '../rejudge.ts'
import { serveBackOrders } from '../serve-back-orders.ts'
import { linesConcerned, noteTurned, productsConcerned, type RuleRow, rulesById, turnedRules } from './rule-store.ts'
import { ruleDay } from './rules-in-force.ts'

/** That one transaction holds against the rules. */
const linesMax = 1000

type Applying = Readonly<{ ruleIds: readonly string[]; after: string | null }>

/**
 * A piece of the lines, from the first behind `after` on; a job takes the next. Done twice, it finds nothing the second time.
 * Offering is a transaction of its own: products are locked once in a transaction, all together, or two wait for each other.
 */
export async function applyRules(database: Database, act: Act, { ruleIds, after }: Applying): Promise<void> {
  const { scopes, found } = await database.read(act, async (db) => {
    const rules = await rulesById(db, ruleIds)
    return { scopes: rules, found: await linesConcerned(db, { scopes: rules, after, limit: linesMax }) }
  })
  await database.write(act, (tx) => holdAgainst(tx, found))
  const last = found.length === linesMax ? found.at(-1) : undefined
  await database.write(act, async (tx) => {
    if (last) await enqueue(tx, 'rules-changed', { ruleIds, after: last.id })
    else await offerAnew(tx, scopes)
  })
}

async function holdAgainst(tx: Tx, lines: readonly Readonly<{ id: string; productId: string }>[]): Promise<void> {
  const productIds = [...new Set(lines.map(({ productId }) => productId))]
  if (productIds.length === 0) return
  await lockProducts(tx, productIds)
  const released = await releaseUnfit(tx, await reservationsOf(tx, { demandIds: lines.map(({ id }) => id) }))
  if (released.length > 0) await serveBackOrders(tx, productIds, { cause: 'rule', concerned: released })
}

async function offerAnew(tx: Tx, rules: readonly RuleRow[]): Promise<void> {
  const productIds = (await productsConcerned(tx, rules)).map(({ productId }) => productId)
  await lockProducts(tx, productIds)
  await openOffers(tx, productIds, 'rule')
  if (productIds.length > 0) await enqueue(tx, 'offers-open', {}, 'all')
  await noteTurned(
    tx,
    rules.map(({ id }) => id),
    await ruleDay(tx),
  )
}

/** Rules that have begun or ended since are left to a job. */
export async function lookForTurnedRules(database: Database, act: Act): Promise<void> {
  const turned = await database.read(act, async (db) => turnedRules(db, await ruleDay(db)))
  const ruleIds = turned.map(({ id }) => id)
  if (ruleIds.length > 0) await database.write(act, (tx) => enqueue(tx, 'rules-changed', { ruleIds }, 'turned'))
}
