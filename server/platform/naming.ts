/**
 * server/platform/naming.ts — a unique key that is taken is told by name. PostgreSQL keeps the key from roles that see
 * rows by policy, so whoever writes a thing says what it is called.
 */
import { sqlState } from './db.ts'

export type Named = Readonly<{ kind: string; name: string }>
const names = new WeakMap<object, Named>()

/** Sends the write and gives it back; where its key is taken, `nameTaken` knows what it was for. */
export function naming<T>(thing: Named, write: PromiseLike<T>): PromiseLike<T> {
  write.then(undefined, (error: unknown) => {
    if (sqlState(error) === '23505' && error instanceof Error) names.set(error, thing)
  })
  return write
}

/** Of a failed write: the thing there is already, or null where nobody named it. */
export const nameTaken = (error: unknown): Named | null =>
  (typeof error === 'object' && error !== null && names.get(error)) || null

/** The name of the one, or none where several were written at once: they are tried alone then. */
export const onlyName = (list: readonly string[]): string => (list.length === 1 ? (list[0] ?? '') : '')
