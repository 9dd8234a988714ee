/**
 * cli/save.ts — what a command makes goes to a file, or to the terminal.
 */
import { createWriteStream } from 'node:fs'
import { Readable, Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { ReadableStream as WebStream } from 'node:stream/web'
import type { Api, Query } from './api.ts'

export async function save(content: Readable, path: string | undefined): Promise<void> {
  if (path !== undefined) return pipeline(content, createWriteStream(path))
  const toTerminal = new Transform({ transform: (chunk, _encoding, done) => done(null, chunk) })
  toTerminal.pipe(process.stdout, { end: false })
  await pipeline(content, toTerminal)
}

export async function fileOf(api: Api, path: string, query: Query): Promise<Readable> {
  const { body } = await api.download(path, query)
  return body ? Readable.fromWeb(body as WebStream) : Readable.from([])
}
