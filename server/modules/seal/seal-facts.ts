/**
 * server/modules/seal/seal-facts.ts — puts what no block holds yet into blocks, a page of a table in a transaction of its own. Nobody who
 * records waits for it, and nothing is written at the facts themselves.
 *
 * A transaction that commits late leaves rows with ids that were passed already. So ids only say where to look first, an hour back; what is sealed
 * is told by the blocks, and once a day all of it is looked at. No fact is missed, none is sealed twice.
 */
import { certainAfterMs, completeEveryMs, factsMax, idBefore, idsBackMs, noHash } from '#domain/seal.ts'
import type { Instant } from '#platform/clock.ts'
import type { Act, Database, Db, Tx } from '#platform/db.ts'
import { newId } from '#platform/id.ts'
import { enqueue } from '#platform/jobs.ts'
import {
  columnsToSeal,
  type FactTable,
  factsOf,
  factTables,
  type Look,
  lookAt,
  type Start,
  startAfter,
} from './facts.ts'
import { blockHash, leavesOf } from './hashes.ts'
import { beginChain, type ChainRow, chainOf, insertBlock, lockChain, moveHead, noteLook } from './store.ts'

/** Up to so many, all are looked at each time. */
const factsFew = 20_000

/** A job does it. */
export async function askSeal(database: Database, act: Act): Promise<void> {
  await database.write(act, (tx) => enqueue(tx, 'seal-due', {}, 'all'))
}

/** Answers with the number of facts that were sealed. */
export async function sealFacts(database: Database, act: Act): Promise<number> {
  const mark = newId()
  const { tables, start, looks } = await database.read(act, firstLooks)
  let facts = 0
  for (const [at, table] of tables.entries()) {
    const look = looks[at]
    if (look) facts += await sealTable({ database, act }, table, { start, look })
  }
  const complete = start === null ? { at: act.at, to: earlier(act.at, certainAfterMs) } : null
  await database.write(act, async (tx) => {
    await beginChain(tx, Buffer.from(noHash, 'hex'))
    await noteLook(tx, { mark, complete })
  })
  return facts
}

const earlier = (at: Instant, ms: number): Instant => new Date(Date.parse(at) - ms).toISOString()

type FirstLooks = Readonly<{ tables: FactTable[]; start: Start; looks: Look[] }>

async function firstLooks(db: Db): Promise<FirstLooks> {
  const [tables, [chain]] = await Promise.all([factTables(db), chainOf(db)])
  const start = whereToLook(db.act.at, chain)
  return { tables, start, looks: await Promise.all(tables.map((table) => lookAt(db, table, start))) }
}

/** Null: at everything. */
function whereToLook(now: Instant, chain: ChainRow | undefined): Start {
  if (!chain?.mark || !chain.completeAt || chain.facts < factsFew) return null
  if (Date.parse(now) - Date.parse(chain.completeAt) >= completeEveryMs) return null
  return { from: idBefore(chain.mark, idsBackMs) }
}

/** Of each table, in pages: more are not counted for whoever just looks. */
const pagesCounted = 4

/** How many facts no block holds, but for those with ids of long ago that were committed since. */
export async function waitingFacts(db: Db): Promise<number> {
  const [tables, [chain]] = await Promise.all([factTables(db), chainOf(db)])
  const start = chain?.mark ? { from: idBefore(chain.mark, idsBackMs) } : null
  const counts = await Promise.all(tables.map((table) => waitingIn(db, table, start)))
  return counts.reduce((sum, count) => sum + count, 0)
}

async function waitingIn(db: Db, table: FactTable, from: Start): Promise<number> {
  let waiting = 0
  let start: Start | undefined = from
  for (let page = 0; page < pagesCounted && start !== undefined; page += 1) {
    const look: Look = await lookAt(db, table, start)
    waiting += look.unsealed.length
    start = startAfter(look)
  }
  return waiting
}

type Here = Readonly<{ database: Database; act: Act }>

async function sealTable(
  { database, act }: Here,
  table: FactTable,
  first: { start: Start; look: Look },
): Promise<number> {
  let facts = 0
  let { start, look } = first
  for (;;) {
    if (look.unsealed.length > 0) facts += await database.write(act, (tx) => sealPage(tx, table, start))
    const next = startAfter(look)
    if (next === undefined) return facts
    start = next
    look = await database.read(act, (db) => lookAt(db, table, next))
  }
}

/** Looked at again under the lock: another process may have sealed it meanwhile. */
async function sealPage(tx: Tx, table: FactTable, start: Start): Promise<number> {
  await beginChain(tx, Buffer.from(noHash, 'hex'))
  await lockChain(tx)
  const { unsealed } = await lookAt(tx, table, start)
  for (let from = 0; from < unsealed.length; from += factsMax)
    await sealBlock(tx, table, unsealed.slice(from, from + factsMax))
  return unsealed.length
}

async function sealBlock(tx: Tx, table: FactTable, keys: readonly string[]): Promise<void> {
  const columns = columnsToSeal(table)
  const [[chain], facts] = await Promise.all([chainOf(tx), factsOf(tx, table, { keys, columns })])
  if (!chain) throw new Error('the chain was not begun')
  const leaves = leavesOf(facts.map((fact) => fact?.text ?? ''))
  const head = {
    number: chain.blocks + 1,
    at: tx.act.at,
    completeTo: chain.completeTo,
    columns,
    leaves,
  }
  const hash = blockHash({
    ...head,
    accountId: tx.act.accountId,
    table: table.name,
    facts: keys.length,
    previous: chain.head.toString('hex'),
  })
  const ids = keys.map((key) => key.split('/')[0] ?? '')
  await insertBlock(tx, {
    ...head,
    tableName: table.name,
    keys: [...keys],
    firstId: ids[0] ?? '',
    lastId: ids.at(-1) ?? '',
    previous: chain.head,
    hash,
  })
  await moveHead(tx, { facts: keys.length, head: hash })
}
