/**
 * server/platform/refusals/disposals.ts — what is not destroyed, and who cannot sign; what is not decided of units that came back.
 */
import { batchName } from '#domain/batch-code.ts'
import type { DisposalState, Meaning, SignatureProblem } from '#domain/disposal.ts'
import { refuse } from './refuse.ts'

type Signing = { number: string; problem: SignatureProblem; name: string; meaning: Meaning; author: string }

const signatureWords: Readonly<Record<SignatureProblem, (facts: Signing) => string>> = {
  not_needed: ({ number }) => `Disposal ${number} needs no signature of its author, only that of a witness.`,
  signed_already: ({ number, meaning }) => `Disposal ${number} is signed by its ${meaning} already.`,
  password_needed: ({ number }) =>
    `Disposal ${number} holds a prescription drug: author and witness each sign with their e-mail and password.`,
  not_the_author: ({ number, author }) => `Disposal ${number} was written by ${author}, who has to sign as its author.`,
  own_witness: ({ number, name }) =>
    `${name} has written or signed disposal ${number}. The witness must be another person of the account.`,
}
const missingWords = (missing: readonly Meaning[]) => missing.map((meaning) => `the ${meaning}`).join(' and ')

export const disposalRefusals = {
  signature_refused: refuse<Signing>(409, (facts) => signatureWords[facts.problem](facts)),
  disposal_unsigned: refuse<{ number: string; missing: readonly Meaning[] }>(
    409,
    ({ number, missing }) => `Disposal ${number} is not signed by ${missingWords(missing)} yet.`,
  ),
  disposal_closed: refuse<{ number: string; state: DisposalState }>(409, ({ number, state }) =>
    state === 'destroyed'
      ? `Disposal ${number} is destroyed, and is not changed any more. If that is not true, reverse it and say why.`
      : `Disposal ${number} is ${state}. Write a new one.`,
  ),
  disposal_not_destroyed: refuse<{ number: string; state: DisposalState }>(
    409,
    ({ number, state }) => `Disposal ${number} is ${state}, not destroyed: there is nothing to reverse or certify.`,
  ),
  // What came back
  restock_refused: refuse<{ batch: string; expiresOn: string | null; hold: { number: string; reason: string } | null }>(
    409,
    ({ batch, expiresOn, hold }) =>
      expiresOn !== null
        ? `Of ${batchName(batch)} nothing goes back to where it is sold from: it expired on ${expiresOn}. Quarantine it, dispose of it, or return it to the vendor.`
        : `Of ${batchName(batch)} nothing goes back to where it is sold from: it is on hold ${hold?.number ?? ''} (${hold?.reason ?? ''}). Quarantine it, dispose of it, or wait until the hold is lifted.`,
  ),
  restock_unchecked: refuse<{ check: string }>(
    409,
    ({ check }) => `"${check}" failed. Say why it goes back to stock all the same, or decide otherwise.`,
  ),
  decided_beyond: refuse<{ asked: number; most: number; standing: string }>(
    409,
    ({ asked, most, standing }) =>
      `${asked} would be decided, but only ${most} ${most === 1 ? 'is' : 'are'} ${standing}. Look at the return anew.`,
  ),
  batch_unknown: refuse<{ among: string }>(
    409,
    ({ among }) =>
      `Nobody knows yet which batch it is of: ${among}. Until then it stays in quarantine, or is destroyed; say its batch for all else.`,
  ),
  decision_final: refuse<{ by: string }>(409, ({ by }) => by),
  return_held: refuse<{ where: string; batch: string; hold: string; reason: string }>(
    409,
    ({ where, batch, hold, reason }) =>
      `${where}: ${batchName(batch)} is on hold ${hold} (${reason}), so it cannot go to where it is sold from. Put it into quarantine.`,
  ),
  return_unlabelled_beyond: refuse<{ where: string; sku: string; asked: number; most: number }>(
    409,
    ({ where, sku, asked, most }) =>
      `${where}: ${asked} of ${sku} would come back without a label, but only ${most} more can be out with this customer.`,
  ),
  identified_beyond: refuse<{ batch: string; asked: number; most: number }>(409, ({ batch, asked, most }) =>
    most === 0
      ? `None of these can be of ${batchName(batch)}: all of it that was sent is back, or may be among other units without a label.`
      : `${asked} would be of ${batchName(batch)}, but at most ${most} can be.`,
  ),
} as const
