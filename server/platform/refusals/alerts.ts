/**
 * server/platform/refusals/alerts.ts — what cannot be said to an alert.
 */
import { batchName } from '#domain/batch-code.ts'
import { refuse } from './refuse.ts'

export const alertRefusals = {
  alert_closed: refuse<{ batch: string; because: string }>(
    409,
    ({ batch, because }) =>
      `The alert of ${batchName(batch)} is closed (${because}), so there is nothing to answer. Read the list again: if the batch has another one, answer that.`,
  ),
}
