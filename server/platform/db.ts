/**
 * server/platform/db.ts — the way to PostgreSQL. A `Db` reads, a `Tx` also writes; each lives in one transaction of one
 * account, whose rows are all it can see.
 *
 * Columns arrive in camelCase, dates as `YYYY-MM-DD`, instants as ISO strings, bigint as safe integers (checked).
 */
import postgres from 'postgres'
import type { Instant } from './clock.ts'
import { promptSocket } from './prompt-socket.ts'
import { Refusal } from './refusal.ts'

export type Target = Readonly<{ host: string; port: number; username: string; password?: string; database: string }>
export type Connection = Target | Readonly<{ url: string }>

/** Through what somebody acts: `source` is web, key, job or command, and the address it came from. */
export type Origin = Readonly<{ source: string; requestId: string | null }>

/** Who acts, when, and through what; every write is recorded with it. */
export type Act = Origin &
  Readonly<{
    accountId: string
    actorId: string | null
    actorName: string
    role: string
    at: Instant
  }>

type Types = { bigint: number }
export type Sql = postgres.Sql<Types>
/** A part of a statement, to be put into another one. */
export type SqlPart = postgres.Fragment
declare const writes: unique symbol
/** Reads within one snapshot of one account. */
export type Db = postgres.TransactionSql<Types> & { readonly act: Act }
/** Reads and writes within one transaction of one account; what it enqueues rolls back with it. */
export type Tx = Db & {
  readonly [writes]: true
  /**
   * Statements that are on their way, in this order, and that nothing here waits for: they travel together with what
   * follows, the commit at last. Where one fails, the transaction does, with that statement's error.
   */
  send(...statements: readonly PromiseLike<unknown>[]): void
}

export type Database = Readonly<{
  read<T>(act: Act, work: (db: Db) => Promise<T>): Promise<T>
  write<T>(act: Act, work: (tx: Tx) => Promise<T>): Promise<T>
  /** Outside any account: for sign-in, sessions and keys only. */
  open: Sql
  close(): Promise<void>
}>

function safeInteger(text: string): number {
  const value = Number(text)
  if (!Number.isSafeInteger(value)) throw new RangeError(`integer beyond 2^53 in the database: ${text}`)
  return value
}

export function connect(target: Connection, options: { max: number; role?: string; prepare?: boolean }): Sql {
  const settings: postgres.Options<Record<string, postgres.PostgresType>> & { socket: unknown } = {
    socket: promptSocket(),
    max: options.max,
    prepare: options.prepare ?? true,
    idle_timeout: 0,
    connect_timeout: 10,
    backoff: (retries) => Math.min(2, 0.05 * 2 ** retries),
    onnotice: () => {},
    transform: { undefined: null, column: { from: postgres.toCamel, to: postgres.fromCamel } },
    connection: {
      application_name: 'firstout',
      TimeZone: 'UTC',
      ...(options.role ? { role: options.role } : {}),
    },
    types: {
      date: { to: 1082, from: [1082], serialize: (day: string) => day, parse: (day: string) => day },
      instant: {
        to: 1184,
        from: [1184],
        serialize: (at: string | Date) => (at instanceof Date ? at.toISOString() : at),
        parse: (text: string) => new Date(text).toISOString(),
      },
      bigint: { to: 20, from: [20, 1700], serialize: (value: number) => String(value), parse: safeInteger },
    },
  }
  const sql = 'url' in target ? postgres(target.url, settings) : postgres({ ...target, ...settings })
  return sql as unknown as Sql
}

/**
 * PostgreSQL keeps the plans of foreign-key checks and prepared statements: one made while a table was small must not read
 * all of it when it is large. What is written is found by index, always, and in the order in which the statement joins.
 * To compile a plan takes longer than any of ours runs; PostgreSQL does so for the larger ones where nobody forbids it.
 */
const byIndexAsWritten = { scans: 'off', joins: '1' } as const
const asPlanned = { scans: 'on', joins: '8' } as const

export function openDatabase(target: Connection, options: { max: number; role?: string; prepare?: boolean }): Database {
  const open = connect(target, options)
  const within = async <T, S extends Db>(mode: string, act: Act, work: (sql: S) => Promise<T>): Promise<T> => {
    const plans = mode === '' ? byIndexAsWritten : asPlanned
    const sent = gather()
    let done = false
    try {
      const result = await open.begin(mode, async (sql) => {
        sent.send(
          sql`select set_config('app.account', ${act.accountId}, true), set_config('enable_seqscan', ${plans.scans}, true),
            set_config('join_collapse_limit', ${plans.joins}, true), set_config('jit', 'off', true)`.execute(),
        )
        const value = await work(
          Object.assign(sql, {
            act,
            send: (...more: readonly PromiseLike<unknown>[]) => sent.send(...more),
          }) as unknown as S,
        )
        done = true
        return { value }
      })
      await sent.arrived()
      return (result as { value: T }).value
    } catch (error) {
      // All but the commit was answered: whether it took place, nobody here knows.
      if (done && mode === '' && isUnreachable(error)) throw new Refusal('outcome_unknown', {})
      // What failed first made all that came behind it fail.
      throw sent.failure() ?? error
    }
  }
  return {
    read: (act, work) => within('isolation level repeatable read read only', act, work),
    write: (act, work) => retryOnce(() => within('', act, work)),
    open,
    close: () => open.end({ timeout: 5 }),
  }
}

function gather() {
  const statements: Promise<unknown>[] = []
  let failure: unknown = null
  return {
    send(...more: readonly PromiseLike<unknown>[]) {
      for (const statement of more) {
        const settled = Promise.resolve(statement)
        settled.catch((error: unknown) => {
          failure ??= error
        })
        statements.push(settled)
      }
    },
    arrived: () => Promise.all(statements),
    failure: () => failure,
  }
}

/** Deadlock and serialisation failure: the database asks for another try, and gets one. */
async function retryOnce<T>(attempt: () => Promise<T>): Promise<T> {
  try {
    return await attempt()
  } catch (error) {
    if (!['40001', '40P01'].includes(sqlState(error))) throw error
    return await attempt()
  }
}

/** The five-character SQLSTATE of a database error, or the driver's own code, or ''. */
export function sqlState(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : ''
}

const unreachable = new Set([
  'CONNECTION_CLOSED',
  'CONNECTION_ENDED',
  'CONNECTION_DESTROYED',
  'CONNECT_TIMEOUT',
  'ECONNREFUSED',
  'ECONNRESET',
  'ENOENT',
  'EPIPE',
  '57P01',
  '57P02',
  '57P03',
  '53300',
])

/** The database is gone, starting or stopping: what was asked can be tried again. */
export const isUnreachable = (error: unknown): boolean => unreachable.has(sqlState(error))
