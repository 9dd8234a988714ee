/**
 * server/platform/refusals/seal.ts — refusals of the seal.
 */
import { refuse } from './refuse.ts'

export const sealRefusals = {
  checkpoint_of_another: refuse<{ account: string }>(
    409,
    ({ account }) =>
      `This checkpoint is of another account, ${account}. Take one that was downloaded from this account.`,
  ),
}
