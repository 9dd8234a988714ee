/**
 * server/platform/refusals/access.ts — requests that are not understood, people and keys.
 */
import { an, first, refuse, type Where, type Wrong } from './refuse.ts'

export const accessRefusals = {
  // The request itself
  invalid_input: refuse<Wrong>(422, ({ problems }) => first(problems)),
  not_found: refuse<{ kind: string; id: string }>(404, ({ kind, id }) => `There is no ${kind} "${id}" here.`),
  unknown_route: refuse<{ method: string; path: string }>(
    404,
    ({ method, path }) => `Nothing answers ${method} ${path}.`,
  ),
  already_exists: refuse<{ kind: string; name: string }>(409, ({ kind, name }) =>
    name === ''
      ? `One of these is here already (${kind}). Open it, or choose another name.`
      : `There is already ${an(kind)} "${name}". Open it, or choose another name.`,
  ),
  key_reused: refuse<{ key: string }>(
    409,
    ({ key }) =>
      `The idempotency key "${key}" was used before with a different request. Use a new key for a new request.`,
  ),
  too_many_requests: refuse<{ seconds: number }>(
    429,
    ({ seconds }) => `Too many requests. Try again in ${seconds} seconds.`,
  ),
  too_large: refuse<{ limit: string }>(413, ({ limit }) => `The request is too large: at most ${limit}.`),
  unreadable: refuse<{ why: string }>(400, ({ why }) => `The request cannot be read: ${why}`),
  sheet_too_long: refuse<{ sheet: string; rows: number; rowsMax: number }>(
    422,
    ({ sheet, rows, rowsMax }) =>
      `The sheet "${sheet}" would have ${rows} rows, and a workbook has at most ${rowsMax} of them here. Take it as CSV, or ask for less.`,
  ),
  ambiguous: refuse<Where & { name: string; candidates: readonly { id: string; says: string }[] }>(
    409,
    ({ where, name, candidates }) =>
      `${where}: "${name}" fits ${candidates.length}: ${candidates.map(({ says }) => says).join('; ')}. Say which one is meant.`,
  ),
  in_use: refuse<{ what: string }>(409, ({ what }) => `${what} is in use by something else, so this is not possible.`),
  // Access
  not_signed_in: refuse<Record<never, never>>(401, () => 'Sign in first, or send a valid API key.'),
  wrong_password: refuse<Record<never, never>>(401, () => 'The e-mail address or the password is not right.'),
  sign_in_locked: refuse<{ minutes: number }>(
    429,
    ({ minutes }) => `Too many wrong passwords. Signing in is locked for ${minutes} more minutes.`,
  ),
  phone_code_wrong: refuse<Record<never, never>>(
    401,
    () => 'This code is not known. Read it again from the screen of the desk, or make a new one there.',
  ),
  phone_code_used: refuse<Record<never, never>>(
    409,
    () => 'This code was used already: each signs in one phone. Make a new one at the desk.',
  ),
  phone_code_expired: refuse<{ minutes: number }>(
    410,
    ({ minutes }) => `This code is older than ${minutes} minutes. Make a new one at the desk.`,
  ),
  phone_codes_locked: refuse<{ minutes: number }>(
    429,
    ({ minutes }) =>
      `Too many wrong codes. Codes are refused here for ${minutes} more minutes; e-mail and password still sign in.`,
  ),
  not_allowed: refuse<{ needs: string; role: string }>(
    403,
    ({ needs, role }) => `Your role, ${role}, may not ${needs}. Ask an owner of the account.`,
  ),
  foreign_origin: refuse<Record<never, never>>(403, () => 'This request came from another website and was refused.'),
  already_set_up: refuse<Record<never, never>>(409, () => 'This Firstout is already set up. Sign in.'),
  last_owner: refuse<Record<never, never>>(409, () => 'An account needs at least one owner.'),
} as const
