/**
 * server/modules/imports/judge-import.ts — the dry run: all rows of an import are judged, chunk by chunk; begun again after a kill, it tells the same.
 */
import type { Act, Database, Tx } from '#platform/db.ts'
import { enqueue } from '#platform/jobs.ts'
import { chunkRows, nextRows, standsAt } from './in-turn.ts'
import type { Repeats } from './judge-rows.ts'
import { keyOf, kinds } from './kinds.ts'
import { lockedImport } from './locked-import.ts'
import { readingFor } from './mapping-of.ts'
import { type At, importById, importIsJudged, importIsNotJudged, lockImport, rowsAreNew, rowsOfFile } from './store.ts'
import { importIsKeyed, saveKeys } from './store-mapping.ts'
import { saveVerdicts } from './store-verdicts.ts'

type Walk = Readonly<{ after: At | null; repeats: Repeats }>

export async function judgeImport(database: Database, act: Act, importId: string): Promise<void> {
  await keyRows(database, act, importId)
  let walk: Walk | null = { after: null, repeats: { key: '', counts: new Map() } }
  while (walk) {
    const from: Walk = walk
    walk = await database.write(act, (tx) => judgeNext(tx, importId, from))
  }
}

/** By the columns that were said last. One that is killed begins anew, and makes the same keys. */
async function keyRows(database: Database, act: Act, importId: string): Promise<void> {
  const [of] = await database.read(act, (db) => importById(db, importId))
  if (!of?.readAt || of.keyedAt) return
  let after: number | null = 0
  while (after !== null) {
    const from: number = after
    after = await database.write(act, (tx) => keyNext(tx, importId, from))
  }
}

async function keyNext(tx: Tx, importId: string, after: number): Promise<number | null> {
  const [of] = await lockImport(tx, importId)
  if (!of || of.keyedAt) return null
  const rows = await rowsOfFile(tx, importId, { state: null, gap: null, after, limit: chunkRows })
  const last = rows.at(-1)
  if (!last) {
    await importIsKeyed(tx, importId)
    return null
  }
  const reading = readingFor(of)
  await saveKeys(
    tx,
    importId,
    rows.map(({ lineNo, cells }) => ({ lineNo, key: keyOf(of.kind, cells, reading) })),
  )
  return last.lineNo
}

/** Null where nothing is left to judge, or somebody else has done it. */
async function judgeNext(tx: Tx, importId: string, { after, repeats: before }: Walk): Promise<Walk | null> {
  const [of] = await lockImport(tx, importId)
  if (!of?.readAt || !of.keyedAt || of.judgedAt) return null
  const rows = await nextRows(tx, importId, { after, good: false, limit: chunkRows })
  // A transaction may be tried again, and must then count the same.
  const repeats = { key: before.key, counts: new Map(before.counts) }
  if (rows.length > 0) await saveVerdicts(tx, importId, await kinds[of.kind].judge(tx, of, { rows, repeats }))
  const stands = standsAt(rows)
  const more = stands && (await nextRows(tx, importId, { after: stands, good: false, limit: 1 })).length > 0
  if (more) return { after: stands, repeats }
  await kinds[of.kind].lookTogether?.(tx, of, null)
  await importIsJudged(tx, importId)
  return null
}

/** What was missing is here by now, perhaps. Refuses `not_found`, `import_not_judged`, `import_under_way`, `import_ended`. */
export async function judgeAnew(tx: Tx, id: string): Promise<void> {
  const of = await lockedImport(tx, id)
  await rejudge(tx, of.id)
}

/** By a job, or at once by who asks for it. The import must be locked. */
export async function rejudge(tx: Tx, importId: string): Promise<void> {
  await rowsAreNew(tx, importId)
  await importIsNotJudged(tx, importId)
  await enqueue(tx, 'import-uploaded', { importId }, importId)
}
