/**
 * server/platform/plans.ts — what a statement that reads all of an account says to PostgreSQL first, until the transaction ends.
 */
import type { Db } from './db.ts'

/**
 * Accounts have no statistics (decision 0008), so that PostgreSQL takes every list for a few rows and would look each of
 * a hundred thousand up by itself. What reads all of an account joins by hash.
 */
export const joinsEach = (db: Db, each: 'on' | 'off') =>
  db`select set_config('enable_nestloop', ${each}, true)`.execute()

/** Sorted in memory up to this, not on disk. */
export const sortsWithin = (db: Db, memory: `${number}MB`) =>
  db`select set_config('work_mem', ${memory}, true)`.execute()

/**
 * Joins in the order in which the statement names them, from what is asked outwards. Without statistics the other order, each product and
 * each batch of the account in turn, looks as cheap when few rows are asked for.
 */
export const joinsAsWritten = (db: Db) =>
  db`select set_config('join_collapse_limit', '1', true), set_config('from_collapse_limit', '1', true)`.execute()
