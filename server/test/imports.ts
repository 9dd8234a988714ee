/**
 * server/test/imports.ts — what tests of imports say often: a file, its upload, what became of it.
 */
import type { Answer, Caller, Json } from './world.ts'
import { waitFor } from './world.ts'

export const sheet = (header: string, rows: readonly string[]): string => `${header}\n${rows.join('\n')}\n`

export const upload = (caller: Caller, content: string | Buffer, query: Record<string, string> = {}): Promise<Answer> =>
  caller.call(
    'POST',
    `/v1/imports?${new URLSearchParams({ kind: 'stock', name: 'stock.csv', ...query })}`,
    Buffer.from(content),
    { 'content-type': 'text/csv' },
  )

/** Once all rows are judged. */
export async function judged(caller: Caller, content: string | Buffer, query?: Record<string, string>): Promise<Json> {
  const { status, text, body } = await upload(caller, content, query)
  if (status !== 201) throw new Error(`upload → ${status} ${text}`)
  return becomes(caller, body.id, ['judged'])
}

export const becomes = (caller: Caller, id: string, states: readonly string[]): Promise<Json> =>
  waitFor(
    async () => {
      const now = await caller.get(`/v1/imports/${id}`)
      return states.includes(now.state) ? now : null
    },
    `the import to be ${states.join(' or ')}`,
    300_000,
  )

export const commit = (caller: Caller, { id }: { id: string }, mode: 'all' | 'good'): Promise<Answer> =>
  caller.call('PUT', `/v1/imports/${id}/commit`, { mode })

/** Once nothing more will happen. */
export async function committed(caller: Caller, of: { id: string }, mode: 'all' | 'good'): Promise<Json> {
  const { status, text } = await commit(caller, of, mode)
  if (status !== 200) throw new Error(`commit → ${status} ${text}`)
  return becomes(caller, of.id, ['ended', 'judged'])
}

export const rowsOf = async (caller: Caller, { id }: { id: string }, state: string): Promise<Json[]> =>
  (await caller.get(`/v1/imports/${id}/rows?state=${state}&limit=500`)).items

/** `[line, "column message", …]` of each wrong row. */
export const reasons = async (caller: Caller, of: { id: string }): Promise<(string | number)[][]> =>
  (await rowsOf(caller, of, 'wrong')).map(({ lineNo, problems }) => [
    lineNo,
    ...problems.map(({ column, message }: Json) => `${column} ${message}`.trim()),
  ])
