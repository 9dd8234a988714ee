/**
 * server/modules/imports/commit-import.ts — the rows become what they are of: all in one transaction, or the good ones chunk by chunk. Judged anew, for the
 * world may have changed since the dry run. A row is committed in the transaction of what it becomes, so a run that is killed or doubled goes on where
 * the last one stood.
 */
import type { Act, Database, Tx } from '#platform/db.ts'
import { asRefusal } from '#platform/http/problems.ts'
import { enqueue } from '#platform/jobs.ts'
import { Refusal } from '#platform/refusal.ts'
import { audit } from '../access/index.ts'
import { chunkRows, nextRows, standsAt } from './in-turn.ts'
import { kinds } from './kinds.ts'
import { lockedImport } from './locked-import.ts'
import { nobodySaid, problemsOf } from './problems-of.ts'
import {
  type At,
  type CommitMode,
  commitEnds,
  commitIsAsked,
  commitIsRefused,
  countRows,
  type ImportRow,
  importById,
  lockImport,
  rowsInTurn,
  type SheetRow,
} from './store.ts'
import { saveVerdicts, type Verdict } from './store-verdicts.ts'

/** In one transaction, while their products are locked. */
export const allRowsMax = 100_000

/**
 * It is done by a job, or at once by who asked. Asked again it is the same. Refuses what `lockedImport` does, `import_writes_nothing`,
 * `import_rows_wrong`, `import_nothing_good` and `import_too_many_for_all`.
 */
export async function askCommit(tx: Tx, id: string, mode: CommitMode): Promise<void> {
  const [before] = await lockImport(tx, id)
  if (before?.mode === mode) return
  const { number, kind } = await lockedImport(tx, id)
  if (kinds[kind].write === null) throw new Refusal('import_writes_nothing', { number })
  const [{ good, wrong, known } = { good: 0, wrong: 0, known: 0 }] = await countRows(tx, id)
  if (mode === 'all' && wrong > 0) throw new Refusal('import_rows_wrong', { number, wrong, good })
  if (good === 0) throw new Refusal('import_nothing_good', { number, wrong, known })
  if (mode === 'all' && good > allRowsMax)
    throw new Refusal('import_too_many_for_all', { number, good, most: allRowsMax })
  await commitIsAsked(tx, id, mode)
  audit(tx, { action: 'import.commit', subjectKind: 'import', subjectId: id, after: { number, mode, rows: good } })
  await enqueue(tx, 'commit-asked', { importId: id }, id)
}

/** As who asked for it. */
export async function commitImport(database: Database, act: Act, importId: string): Promise<void> {
  const [of] = await database.read(act, (db) => importById(db, importId))
  if (!of?.mode || of.endedAt) return
  const asker = { ...act, actorId: of.askedById, actorName: of.askedBy ?? act.actorName }
  if (of.mode === 'all') await commitAll(database, asker, importId)
  else await commitGood(database, asker, importId)
}

async function commitGood(database: Database, act: Act, importId: string): Promise<void> {
  let after: At | null = null
  let limit = chunkRows
  for (;;) {
    const walk: Walk = { after, good: true, limit }
    const done: At | Refusal | null = await refusedOr(() => database.write(act, (tx) => commitNext(tx, importId, walk)))
    if (done === null) return
    if (!(done instanceof Refusal)) {
      after = done
      limit = Math.min(chunkRows, limit * 2)
      continue
    }
    // One of them is refused, and nothing was written: fewer are tried, until it stands alone.
    if (limit === 1) await database.write(act, (tx) => isWrong(tx, importId, { walk, refusal: done }))
    limit = Math.max(1, limit >> 1)
  }
}

/** What the machine cannot do now is no fault of a row: then the job is tried again. */
async function refusedOr<T>(work: () => Promise<T>): Promise<T | Refusal> {
  try {
    return await work()
  } catch (error) {
    const refusal = asRefusal(error)
    if (!refusal || refusal.problem.status >= 500) throw error
    return refusal
  }
}

type Walk = Parameters<typeof nextRows>[2]

async function commitNext(tx: Tx, importId: string, walk: Walk): Promise<At | null> {
  const [of] = await lockImport(tx, importId)
  if (of?.mode !== 'good' || of.endedAt) return null
  const rows = await rowsFor(tx, of, walk)
  if (rows.length > 0) await saveVerdicts(tx, importId, await received(tx, of, rows))
  else await commitEnds(tx, importId)
  return standsAt(rows)
}

const rowsFor = (tx: Tx, { id, kind }: ImportRow, walk: Walk): Promise<SheetRow[]> =>
  nextRows(tx, id, { ...walk, keysAreWhole: kinds[kind].keysAreWhole === true })

async function isWrong(tx: Tx, importId: string, { walk, refusal }: { walk: Walk; refusal: Refusal }): Promise<void> {
  const [of] = await lockImport(tx, importId)
  if (of?.mode !== 'good' || of.endedAt) return
  // What somebody else wrote at the same moment is known by now.
  const verdicts = await kinds[of.kind].judge(tx, of, { rows: await rowsFor(tx, of, walk), repeats: null })
  await saveVerdicts(
    tx,
    importId,
    verdicts.map((one) => (one.state === 'good' ? wrong(one, refusal) : one)),
  )
}

const wrong = ({ lineNo }: Pick<SheetRow, 'lineNo'>, refusal: Refusal): Verdict => ({
  lineNo,
  state: 'wrong',
  problems: problemsOf(refusal, nobodySaid),
  becomesId: null,
})

/** Writes those that are still good, and says what became of each. */
async function received(tx: Tx, of: ImportRow, rows: readonly SheetRow[]): Promise<Verdict[]> {
  const kind = kinds[of.kind]
  const verdicts = await kind.judge(tx, of, { rows, repeats: null })
  const rowAt = new Map(rows.map((row) => [row.lineNo, row]))
  const good = verdicts.flatMap(({ lineNo, state }) => (state === 'good' ? (rowAt.get(lineNo) ?? []) : []))
  const outcomes = good.length === 0 || kind.write === null ? [] : await kind.write(tx, of, good)
  const refusalAt = new Map(good.map(({ lineNo }, at) => [lineNo, outcomes[at] ?? null]))
  return verdicts.map((verdict): Verdict => {
    if (verdict.state !== 'good') return verdict
    const refusal = refusalAt.get(verdict.lineNo)
    return refusal ? wrong(verdict, refusal) : { ...verdict, state: 'committed' }
  })
}

class WentWrong extends Error {
  readonly verdicts: readonly Verdict[]
  constructor(verdicts: readonly Verdict[]) {
    super('rows went wrong since they were judged')
    this.verdicts = verdicts
  }
}

async function commitAll(database: Database, act: Act, importId: string): Promise<void> {
  const wentWrong = async (): Promise<readonly Verdict[]> => {
    try {
      await database.write(act, (tx) => commitWhole(tx, importId))
      return []
    } catch (error) {
      if (error instanceof WentWrong) return error.verdicts
      throw error
    }
  }
  const first = await refusedOr(wentWrong)
  // Somebody else wrote one of them at the same moment: judged anew, it is known.
  const outcome = isThere(first) ? await refusedOr(wentWrong) : first
  if (!(outcome instanceof Refusal) && outcome.length === 0) return
  await database.write(act, async (tx) => {
    const [of] = await lockImport(tx, importId)
    if (of?.mode !== 'all' || of.endedAt) return
    if (!(outcome instanceof Refusal)) await saveVerdicts(tx, importId, outcome)
    await commitIsRefused(tx, importId, whyRefused(outcome))
  })
}

const isThere = (outcome: unknown): boolean => outcome instanceof Refusal && outcome.code === 'already_exists'

function whyRefused(outcome: Refusal | readonly Verdict[]): string {
  if (outcome instanceof Refusal)
    return problemsOf(outcome, nobodySaid)
      .map(({ message }) => message)
      .join(' ')
  return outcome.length === 1
    ? 'One row went wrong since it was judged, so nothing was imported.'
    : `${outcome.length.toLocaleString('en-US')} rows went wrong since they were judged, so nothing was imported.`
}

async function commitWhole(tx: Tx, importId: string): Promise<void> {
  const [of] = await lockImport(tx, importId)
  if (of?.mode !== 'all' || of.endedAt) return
  const verdicts = await received(
    tx,
    of,
    await rowsInTurn(tx, importId, { after: null, good: true, limit: allRowsMax }),
  )
  const wrongs = verdicts.filter(({ state }) => state === 'wrong')
  if (wrongs.length > 0) throw new WentWrong(wrongs)
  await saveVerdicts(tx, importId, verdicts)
  await commitEnds(tx, importId)
}
