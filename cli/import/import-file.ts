/**
 * cli/import/import-file.ts — a person's own workbook or CSV: the server reads it, judges it and writes it.
 */
import { randomUUID } from 'node:crypto'
import { createReadStream, createWriteStream, existsSync } from 'node:fs'
import { basename } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { ReadableStream as WebStream } from 'node:stream/web'
import { setTimeout as pause } from 'node:timers/promises'
import type { ImportKind } from '../../domain/imports/fields.ts'
import type { CellProblem } from '../../domain/imports/read-cells.ts'
import { rowsOf } from '../api.ts'
import { wrongUse } from '../failure.ts'
import { type Courier, patiently } from './courier.ts'
import { type RowProblem, reasonOf } from './sheet.ts'

type Import = Readonly<{
  id: string
  number: string
  state: 'reading' | 'judging' | 'judged' | 'committing' | 'ended'
  rows: number
  judged: number
  good: number
  wrong: number
  known: number
  committed: number
  refused: string | null
  sheet: string | null // of a workbook
  sheets: readonly string[]
}>
type Row = Readonly<{ lineNo: number; problems: readonly CellProblem[] }>
export type SheetOutcome = { rows: number; written: number; known: number; problems: RowProblem[] }
/** Which sheet of a workbook was read; null where the file is none. */
export type ReadSheet = Readonly<{ sheet: string | null; sheets: readonly string[] }>
export type AskedFile = Readonly<{
  kind: ImportKind
  path: string
  sheet: string | undefined // of a workbook
  reference: string | undefined // of stock
  dryRun: boolean
  goodRows: boolean // write these although others are wrong
  report: string | undefined // where the wrong rows are written to
}>

/** The reference makes two counts of the same stock different; a repeat under the same one changes nothing. What writes nothing is not kept. */
export async function importFile(
  courier: Courier,
  file: AskedFile,
): Promise<SheetOutcome & ReadSheet & { number: string }> {
  const { api } = courier
  const tried = await judgedFile(courier, file)
  const commits = !file.dryRun && tried.good > 0 && (tried.wrong === 0 || file.goodRows)
  const done = commits ? await committed(courier, tried, file.goodRows ? 'good' : 'all') : tried
  const problems = await problemsOf(courier, done)
  if (file.report !== undefined) await writeReport(courier, done, file.report)
  if (done.state !== 'ended') await api.send('DELETE', `/v1/imports/${done.id}`)
  const { sheet, sheets } = tried
  return { number: done.number, sheet, sheets, rows: done.rows, written: done.committed, known: done.known, problems }
}

export async function judgedFile(courier: Courier, { kind, path, sheet, reference }: AskedFile): Promise<Import> {
  if (!existsSync(path)) throw wrongUse(`There is no file "${path}".`)
  const query = { kind, name: basename(path).slice(0, 200), sheet, reference, id: randomUUID() }
  const sent = await patiently(() => courier.api.upload<Import>('/v1/imports', query, createReadStream(path)))
  return becomes(courier, sent, { stage: 'Judged', done: ({ judged: rows }) => rows })
}

async function committed(courier: Courier, tried: Import, mode: 'all' | 'good'): Promise<Import> {
  const asked = await patiently(() => courier.api.send<Import>('PUT', `/v1/imports/${tried.id}/commit`, { mode }))
  const done = await becomes(courier, asked, { stage: 'Written', done: ({ committed: rows }) => rows })
  if (done.refused !== null) courier.progress.end()
  return done
}

type Stage = Readonly<{ stage: string; done: (of: Import) => number }>

async function becomes({ api, progress, stopping }: Courier, of: Import, { stage, done }: Stage): Promise<Import> {
  let now = of
  while (now.state !== 'judged' && now.state !== 'ended') {
    stopping.check()
    progress.tell(stage, done(now), now.rows)
    await pause(300)
    now = await patiently(() => api.get<Import>(`/v1/imports/${of.id}`))
  }
  return now
}

export async function problemsOf({ api }: Courier, of: Import): Promise<SheetOutcome['problems']> {
  const problems: SheetOutcome['problems'] = of.refused === null ? [] : [{ lineNo: 0, reason: of.refused }]
  for await (const { lineNo, problems: cells } of rowsOf<Row>(api, `/v1/imports/${of.id}/rows`, { state: 'wrong' }))
    problems.push({ lineNo, reason: reasonOf(cells) })
  return problems
}

async function writeReport({ api }: Courier, { id }: Import, path: string): Promise<void> {
  const { body } = await api.download(`/v1/imports/${id}/wrong.csv`)
  if (body) await pipeline(Readable.fromWeb(body as WebStream), createWriteStream(path))
}
