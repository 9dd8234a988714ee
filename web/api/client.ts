/**
 * web/api/client.ts — the one way the web app speaks to the server: typed by the generated schema, answers unwrapped,
 * refusals thrown as `Problem`.
 */
import createClient from 'openapi-fetch'
import { isProblemBody, offline, Problem } from './problem.ts'
import type { paths } from './schema.gen.ts'

/** Resolves the address and `fetch` late, so that it also runs where there is no page. */
export const api = createClient<paths>({
  baseUrl: globalThis.location?.origin ?? 'http://127.0.0.1',
  credentials: 'same-origin',
  fetch: (request) => globalThis.fetch(request),
})

type Answered<T> = { data: T; error?: never; response: Response } | { data?: never; error: unknown; response: Response }

/** The answer's body; throws a `Problem` for a refusal, a failure, or no connection. */
export async function answerOf<T>(call: Promise<Answered<T>>): Promise<T> {
  let got: Answered<T>
  try {
    got = await call
  } catch (error) {
    if (error instanceof Error && error.name === 'AbortError') throw error
    throw offline()
  }
  if (got.response.ok) return got.data as T
  if (isProblemBody(got.error)) throw new Problem(got.error)
  throw new Problem({
    code: 'unreadable_answer',
    status: got.response.status,
    detail: `The server answered in a way that cannot be read (${got.response.status}). Try again.`,
    facts: {},
    requestId: got.response.headers.get('x-request-id') ?? '',
  })
}

/** One key for each thing a person means to do; a retry sends the same one and is not done twice. */
export const intent = (key: string) => ({ 'Idempotency-Key': key })

type Given<T> = { [K in keyof T]?: Exclude<T[K], undefined | null | ''> }

/** Leaves out what was not filled in: an absent field and an empty one are different things to the API. */
export function given<T extends object>(fields: T): Given<T> {
  return Object.fromEntries(
    Object.entries(fields).filter(([, value]) => value !== undefined && value !== null && value !== ''),
  ) as Given<T>
}
