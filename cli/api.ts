/**
 * cli/api.ts — the HTTP API as the commands see it: one function a kind of request, problems as failures.
 */
import { Readable } from 'node:stream'
import { exitCodes, Failure, type Problem, problemText } from './failure.ts'

export type Query = Readonly<Record<string, string | number | boolean | undefined>>
type Method = 'POST' | 'PUT' | 'PATCH' | 'DELETE'
type Page<T> = Readonly<{ items: readonly T[]; next: string | null }>

export type Api = Readonly<{
  url: string
  get<T>(path: string, query?: Query): Promise<T>
  send<T>(method: Method, path: string, body?: unknown): Promise<T>
  /** A file as the body, read while it is sent. */
  upload<T>(path: string, query: Query, content: Readable): Promise<T>
  /** The answer as it comes, for files. */
  download(path: string, query?: Query): Promise<Response>
}>

type Ask = Readonly<{
  method: string
  path: string
  query?: Query | undefined
  body?: unknown
  content?: Readable
}>

/** The key travels in a header, never in the address. */
export function openApi({ url, key }: { url: string; key: string | null }): Api {
  const ask = async ({ method, path, query = {}, body, content }: Ask): Promise<Response> => {
    const response = await reach(url, new URL(`${path}${queryText(query)}`, url), {
      method,
      headers: {
        accept: 'application/json, text/csv, */*',
        ...(key ? { authorization: `Bearer ${key}` } : {}),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...(content === undefined ? {} : { 'content-type': 'text/csv' }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      ...(content === undefined ? {} : { body: Readable.toWeb(content) as BodyInit, duplex: 'half' }),
    })
    if (!response.ok) throw await failureOf(response, url)
    return response
  }
  return {
    url,
    get: async <T>(path: string, query?: Query) => (await (await ask({ method: 'GET', path, query })).json()) as T,
    send: async <T>(method: Method, path: string, body?: unknown) =>
      (await (await ask({ method, path, body })).json()) as T,
    upload: async <T>(path: string, query: Query, content: Readable) =>
      (await (await ask({ method: 'POST', path, query, content })).json()) as T,
    download: (path, query) => ask({ method: 'GET', path, query }),
  }
}

/** Every row of a list, page after page. */
export async function* rowsOf<T>(api: Api, path: string, query: Query = {}): AsyncGenerator<T> {
  let cursor: string | undefined
  do {
    const { items, next } = await api.get<Page<T>>(path, { limit: 500, ...query, cursor })
    yield* items
    cursor = next ?? undefined
  } while (cursor !== undefined)
}

/** The first `limit` rows, and whether there are more. */
export async function firstRows<T>(
  api: Api,
  path: string,
  { limit, query = {} }: { limit: number; query?: Query },
): Promise<{ items: T[]; more: boolean }> {
  const items: T[] = []
  for await (const row of rowsOf<T>(api, path, { ...query, limit: Math.min(limit + 1, 500) })) {
    if (items.length === limit) return { items, more: true }
    items.push(row)
  }
  return { items, more: false }
}

function queryText(query: Query): string {
  const given = Object.entries(query).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, String(value)] as [string, string]],
  )
  return given.length > 0 ? `?${new URLSearchParams(given)}` : ''
}

async function reach(base: string, url: URL, init: RequestInit): Promise<Response> {
  try {
    return await fetch(url, init)
  } catch (error) {
    const cause = (error as { cause?: { code?: string } }).cause?.code
    throw new Failure(
      exitCodes.unreachable,
      `Firstout does not answer at ${base}${cause ? ` (${cause})` : ''}. Is it running? Start it with "npm start", or name its address with --url or FIRSTOUT_URL.`,
    )
  }
}

const hint = 'Give an API key with --key or FIRSTOUT_KEY.'

async function failureOf(response: Response, base: string): Promise<Failure> {
  const text = await response.text()
  const problem = readProblem(text)
  if (!problem)
    return new Failure(exitCodes.unexpected, `${base} answered ${response.status}, which is not how Firstout answers.`)
  if (problem.status === 401) return new Failure(exitCodes.unreachable, `${problem.detail} ${hint}`, problem)
  if (problem.status === 503) return new Failure(exitCodes.unreachable, problemText(problem), problem)
  return new Failure(problem.status >= 500 ? exitCodes.unexpected : exitCodes.refused, problemText(problem), problem)
}

function readProblem(text: string): Problem | null {
  try {
    const found = JSON.parse(text) as Partial<Problem> | null
    return typeof found?.code === 'string'
      ? ({ facts: {}, detail: found.code, status: 500, ...found } as Problem)
      : null
  } catch {
    return null
  }
}
