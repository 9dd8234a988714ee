/**
 * server/platform/refusals/transfers.ts — goods that go from a warehouse to another.
 */
import { batchName } from '#domain/batch-code.ts'
import { refuse, type Where } from './refuse.ts'

export const transferRefusals = {
  transfer_cancelled: refuse<{ number: string }>(
    409,
    ({ number }) => `Transfer ${number} was cancelled. Ask for another one.`,
  ),
  transfer_approved: refuse<{ number: string; by: string }>(
    409,
    ({ number, by }) => `Transfer ${number} was approved already, by ${by}.`,
  ),
  transfer_not_approved: refuse<{ number: string }>(
    409,
    ({ number }) =>
      `Transfer ${number} is not approved yet, so nothing of it leaves. Ask an owner or a manager to approve it.`,
  ),
  transfer_sent: refuse<{ number: string }>(
    409,
    ({ number }) =>
      `All of transfer ${number} has left, so it cannot be cancelled. Receive it where it went, or back where it came from.`,
  ),
  transfer_nothing_to_ship: refuse<{ number: string }>(
    409,
    ({ number }) =>
      `Nothing is promised to transfer ${number} that could leave. Its lines say what stands against each batch.`,
  ),
  transfer_nothing_on_the_way: refuse<{ number: string }>(
    409,
    ({ number }) => `Nothing of transfer ${number} is on its way.`,
  ),
  transfer_beyond: refuse<Where & { name: string; asked: number; most: number }>(409, ({ where, name, asked, most }) =>
    most === 0
      ? `${where}: nothing of ${name === '' ? 'it' : `"${name}"`} is there for this transfer.`
      : `${where}: ${asked} are named of ${name === '' ? 'it' : `"${name}"`}, but only ${most} are there for this transfer.`,
  ),
  transfer_elsewhere: refuse<{ number: string; warehouse: string; to: string }>(
    409,
    ({ number, warehouse, to }) =>
      `Transfer ${number} goes to ${to}, not to ${warehouse}. Receive it there, or back where it came from.`,
  ),
  transfer_expired: refuse<Where & { batch: string; expiresOn: string }>(
    409,
    ({ where, batch, expiresOn }) =>
      `${where}: ${batchName(batch)} expired on ${expiresOn}. Where it is to go nonetheless, ask for it by its batch, and say why.`,
  ),
} as const
