/**
 * server/backup/backup-file.ts — the form of a backup: text, line by line, in which each table of each account stands as
 * PostgreSQL's own COPY writes it. The first two lines say what it is and from which schema, the last how much it is and
 * its checksum. What was cut off or changed is told by them.
 *
 *     -- Firstout backup 1
 *     -- {"takenAt": …, "migrations": [{"name", "hash"}], "accounts": ["…"]}
 *     COPY catalog.product (account_id, id, …) FROM stdin;
 *     …
 *     \.
 *     -- end {"rows": 12345, "sha256": "…"}
 */
import { createHash, type Hash } from 'node:crypto'
import { once } from 'node:events'
import type { Writable } from 'node:stream'
import type { Instant } from '#platform/clock.ts'
import type { Landed } from '#platform/migrate.ts'

export type BackupHead = Readonly<{ takenAt: Instant; migrations: readonly Landed[]; accounts: readonly string[] }>

const title = '-- Firstout backup 1\n'
const endOfRows = '\\.\n'
const endMark = '-- end '

const lineEnd = 10
const gatheredMax = 65_536 // bytes

const notOne = () => new Error('This is not a backup of Firstout.')
const cutOff = () => new Error('The backup is not whole: it was cut off, or changed since. Take another one.')

export type BackupWriter = Readonly<{
  rows(into: string, data: AsyncIterable<Buffer>): Promise<void>
  end(): Promise<{ rows: number }>
}>

/** `into` of each table: its name and columns, as COPY names them. Leaves the sink open. */
export async function backupWriter(sink: Writable, head: BackupHead): Promise<BackupWriter> {
  const hash = createHash('sha256')
  let rows = 0
  const put = async (data: string | Buffer) => {
    if (!sink.write(data)) await once(sink, 'drain')
  }
  const write = async (data: string | Buffer) => {
    hash.update(data)
    await put(data)
  }
  await write(title)
  await write(`-- ${JSON.stringify(head)}\n`)
  return {
    async rows(into, data) {
      await write(`COPY ${into} FROM stdin;\n`)
      for await (const chunk of data) {
        rows += linesIn(chunk)
        await write(chunk)
      }
      await write(endOfRows)
    },
    async end() {
      await put(`${endMark}${JSON.stringify({ rows, sha256: hash.digest('hex') })}\n`)
      return { rows }
    },
  }
}

function linesIn(chunk: Buffer): number {
  let count = 0
  for (let at = chunk.indexOf(lineEnd); at >= 0; at = chunk.indexOf(lineEnd, at + 1)) count += 1
  return count
}

export type BackupReader = Readonly<{
  head: BackupHead
  /** Each table in turn; its rows must be read before the next is asked for. Throws at the end where it is not whole. */
  tables(): AsyncGenerator<{ into: string; rows: AsyncGenerator<Buffer> }>
}>

/** Throws a sentence for the person at the terminal. */
export async function readBackup(source: AsyncIterable<Buffer>): Promise<BackupReader> {
  const hash = createHash('sha256')
  const lines = linesOf(source)
  const next = async () => (await lines.next().catch(() => ({ value: undefined }))).value as Buffer | undefined
  const [first, second] = [await next(), await next()]
  if (first?.toString() !== title || second === undefined) throw notOne()
  hash.update(first).update(second)
  return { head: parsed(second.toString().slice(3)) as BackupHead, tables: () => tablesOf(next, hash) }
}

type Next = () => Promise<Buffer | undefined>

async function* tablesOf(next: Next, hash: Hash): ReturnType<BackupReader['tables']> {
  const counted = { rows: 0 }
  for (;;) {
    const line = (await next())?.toString()
    if (line?.startsWith(endMark)) return checkEnd(line, { rows: counted.rows, sha256: hash.digest('hex') })
    const [, into] = /^COPY (.*) FROM stdin;\n$/.exec(line ?? '') ?? []
    if (line === undefined || into === undefined) throw cutOff()
    hash.update(line)
    yield { into, rows: rowsOf(next, hash, counted) }
  }
}

type End = Readonly<{ rows: number; sha256: string }>

function checkEnd(line: string, found: End): void {
  const { rows, sha256 } = parsed(line.slice(endMark.length)) as End
  if (rows !== found.rows || sha256 !== found.sha256) throw cutOff()
}

/** Rows in larger pieces. */
async function* rowsOf(next: Next, hash: Hash, counted: { rows: number }): AsyncGenerator<Buffer> {
  let gathered: Buffer[] = []
  let bytes = 0
  for (;;) {
    const line = await next()
    if (line === undefined) throw cutOff()
    hash.update(line)
    if (line.length === endOfRows.length && line.toString() === endOfRows) break
    gathered.push(line)
    bytes += line.length
    counted.rows += 1
    if (bytes < gatheredMax) continue
    yield Buffer.concat(gathered)
    gathered = []
    bytes = 0
  }
  if (bytes > 0) yield Buffer.concat(gathered)
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw cutOff()
  }
}

/** Each with its line end. */
async function* linesOf(source: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let rest: Buffer = Buffer.alloc(0)
  for await (const chunk of source) {
    const text = rest.length > 0 ? Buffer.concat([rest, chunk]) : chunk
    let from = 0
    for (let at = text.indexOf(lineEnd); at >= 0; at = text.indexOf(lineEnd, from)) {
      yield text.subarray(from, at + 1)
      from = at + 1
    }
    rest = text.subarray(from)
  }
  if (rest.length > 0) yield rest
}
