/**
 * cli/import/courier.ts — brings many documents to the server: in chunks, in order, again where the server was away.
 */
import { setTimeout as pause } from 'node:timers/promises'
import type { Api } from '../api.ts'
import { exitCodes, Failure, type Problem } from '../failure.ts'
import type { Progress } from '../progress.ts'
import type { Stopping } from './stopping.ts'

export type Courier = Readonly<{ api: Api; progress: Progress; stopping: Stopping; linesMax: number }>
/** How one document of a call fared: the answer, or the refusal. */
export type Outcome<Answer> = Readonly<{ answer: Answer; problem: null } | { answer: null; problem: Problem }>
type Results<Answer> = Readonly<{ results: readonly Result<Answer>[] }>
/** `again`: it was there from an earlier run. */
export type Result<Answer> = Outcome<Answer> & Readonly<{ index: number; again: boolean }>

const waitsMs = [250, 1000, 4000, 10_000]

/** A write with an id of its own may be repeated, so a server that is away for a moment costs only time. */
export async function patiently<T>(work: () => Promise<T>): Promise<T> {
  for (const waitMs of waitsMs) {
    try {
      return await work()
    } catch (error) {
      await pauseIfAway(error, waitMs)
    }
  }
  return work()
}

async function pauseIfAway(error: unknown, waitMs: number): Promise<void> {
  const away = error instanceof Failure && error.exitCode === exitCodes.unreachable && error.problem?.status !== 401
  if (!away) throw error
  await pause(waitMs)
}

type Load<Document> = Readonly<{
  stage: string
  path: string
  name: string // of the list in the body, e.g. "orders"
  documents: readonly Document[]
  linesOf: (document: Document) => number
  body: (document: Document) => unknown
}>

/** Sends all documents in order and gives each one's outcome to `told`. */
export async function deliver<Document, Answer>(
  { api, progress, stopping, linesMax }: Courier,
  load: Load<Document>,
  told: (document: Document, outcome: Result<Answer>) => void,
): Promise<void> {
  const { stage, path, name, documents, linesOf, body } = load
  const total = documents.reduce((sum, document) => sum + linesOf(document), 0)
  let done = 0
  progress.tell(stage, done, total)
  for (const chunk of chunks(documents, linesOf, linesMax)) {
    stopping.check()
    const { results } = await patiently(() => api.send<Results<Answer>>('POST', path, { [name]: chunk.map(body) }))
    for (const [document, result] of pairs(chunk, results, path)) {
      told(document, result)
      done += linesOf(document)
    }
    progress.tell(stage, done, total)
  }
}

function pairs<Document, Result extends { index: number }>(
  documents: readonly Document[],
  results: readonly Result[],
  path: string,
): (readonly [Document, Result])[] {
  const byIndex = new Map(results.map((result) => [result.index, result]))
  return documents.map((document, index) => {
    const result = byIndex.get(index)
    if (!result) throw new Failure(exitCodes.unexpected, `${path} gave no answer for document ${index} of a call.`)
    return [document, result]
  })
}

/** Runs of documents with at most `linesMax` lines together; a larger one travels alone. */
export function* chunks<T>(
  documents: readonly T[],
  linesOf: (document: T) => number,
  linesMax: number,
): Generator<T[]> {
  let chunk: T[] = []
  let lines = 0
  for (const document of documents) {
    const more = linesOf(document)
    if (chunk.length > 0 && (lines + more > linesMax || chunk.length >= documentsMax)) {
      yield chunk
      chunk = []
      lines = 0
    }
    chunk.push(document)
    lines += more
  }
  if (chunk.length > 0) yield chunk
}

const documentsMax = 1000

/** A few at a time, for writes that have no bulk endpoint and do not depend on each other. */
export async function severally<T>(
  { progress, stopping }: Courier,
  { stage, items, each }: { stage: string; items: readonly T[]; each: (item: T) => Promise<void> },
): Promise<void> {
  const queue = items.values()
  let done = 0
  const worker = async () => {
    for (const item of queue) {
      stopping.check()
      await patiently(() => each(item))
      done += 1
      progress.tell(stage, done, items.length)
    }
  }
  const results = await Promise.allSettled(Array.from({ length: 8 }, worker))
  const failed = results.find((result) => result.status === 'rejected')
  if (failed) throw failed.reason
}
