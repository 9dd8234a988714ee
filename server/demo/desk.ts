/**
 * server/demo/desk.ts — somebody of the demo at work: speaks to the application as any client does, at a time of the demo.
 */
import type { FastifyInstance } from 'fastify'
import type { Clock, Instant } from '#platform/clock.ts'

export type Time = Clock & { set(at: Instant): void }
type Method = 'GET' | 'POST' | 'PUT' | 'PATCH'
type Refused = Readonly<{ code: string; detail: string }>
export type Desk = Readonly<{
  /** Fails on any refusal. */
  post<T>(path: string, body: unknown): Promise<T>
  put<T>(path: string, body: unknown): Promise<T>
  patch<T>(path: string, body: unknown): Promise<T>
  get<T>(path: string): Promise<T>
  /** Null where it was refused: part of a lively account is what does not work out. What names a thing that is not there is a fault of the demo. */
  attempt<T>(path: string, body: unknown): Promise<T | null>
}>
export type Results<Answer> = Readonly<{
  results: readonly Readonly<{ index: number; answer: Answer | null; problem: Refused | null }>[]
}>

export function deskOf(http: FastifyInstance, headers: Readonly<Record<string, string>>): Desk {
  const ask = async (method: Method, url: string, payload?: unknown) => {
    const { statusCode, body } = await http.inject({
      method,
      url,
      headers: { ...headers, ...(payload === undefined ? {} : { 'content-type': 'application/json' }) },
      ...(payload === undefined ? {} : { payload: JSON.stringify(payload) }),
    })
    return { statusCode, body }
  }
  const good = async <T>(method: Method, url: string, payload?: unknown): Promise<T> => {
    const { statusCode, body } = await ask(method, url, payload)
    if (statusCode >= 300)
      throw new Error(`The demo could not be made: ${method} ${url} answered ${statusCode} ${body}`)
    return JSON.parse(body) as T
  }
  return {
    post: (url, payload) => good('POST', url, payload),
    put: (url, payload) => good('PUT', url, payload),
    patch: (url, payload) => good('PATCH', url, payload),
    get: (url) => good('GET', url),
    async attempt<T>(url: string, payload: unknown) {
      const { statusCode, body } = await ask('POST', url, payload)
      if (statusCode >= 500 || statusCode === 404)
        throw new Error(`The demo could not be made: POST ${url} answered ${statusCode} ${body}`)
      return statusCode < 300 ? (JSON.parse(body) as T) : null
    },
  }
}
