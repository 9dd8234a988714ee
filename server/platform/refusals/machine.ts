/**
 * server/platform/refusals/machine.ts — what the machine under it cannot do just now.
 */
import { refuse } from './refuse.ts'

export const machineRefusals = {
  database_unavailable: refuse<Record<never, never>>(
    503,
    () => 'The database cannot be reached just now. Nothing was changed; try again.',
  ),
  busy: refuse<Record<never, never>>(
    503,
    () => 'Others changed the same stock at the same moment. Nothing was changed; try again.',
  ),
  outcome_unknown: refuse<Record<never, never>>(
    503,
    () =>
      'The connection to the database broke while saving. Send the same request again with the same key: it will not be done twice.',
  ),
  memory_full: refuse<Record<never, never>>(
    503,
    () => 'The database has no memory left for this. Nothing was changed. Ask for less at once, or try again later.',
  ),
  storage_full: refuse<Record<never, never>>(
    507,
    () => 'The disk of the database is full. Nothing was changed. Free some space, then try again.',
  ),
} as const
