import { sqlState } from './db.ts'

const causes: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'nothing listens there. Is the server running, and are host and port right?',
  ECONNRESET: 'the connection was cut. Is that a PostgreSQL server?',
  ENOTFOUND: 'there is no such host. Is its name right?',
  EAI_AGAIN: 'there is no such host. Is its name right?',
  ETIMEDOUT: 'it does not answer. Are host and port right, and does a firewall let us through?',
  EHOSTUNREACH: 'it cannot be reached. Are host and port right, and does a firewall let us through?',
  CONNECT_TIMEOUT: 'it does not answer. Are host and port right, and does a firewall let us through?',
  '28P01': 'user and password do not fit.',
  '28000': 'it does not let this user in. Look at its pg_hba.conf.',
  '3D000': 'it has no such database. Create it first.',
  '42501': 'this user may not make schemas and roles there. Grant it CREATE on the database, and CREATEROLE.',
}

/** The address in words, without the password: what is printed is read by others. */
function addressOf(url: string): string | null {
  if (!URL.canParse(url)) return null
  const { protocol, hostname, port, pathname, username } = new URL(url)
  if (!/^postgres(ql)?:$/.test(protocol)) return null
  return `PostgreSQL at ${hostname || 'localhost'}:${port || 5432}, database "${pathname.slice(1)}", user "${decodeURIComponent(username)}"`
}

/** Refuses, in words for the terminal, what no driver would understand. */
export function judgeOwnDatabase(url: string, name = 'DATABASE_URL'): void {
  if (addressOf(url) === null)
    throw new Error(`${name} must have the form postgres://user:password@host:5432/database.`)
}

/** What a failure of the first connection means, or the failure as it is. */
export function explainOwnDatabase(url: string, error: unknown, name = 'DATABASE_URL'): unknown {
  const cause = causes[sqlState(error)]
  return cause ? new Error(`${name} names ${addressOf(url)}: ${cause}`, { cause: error }) : error
}
