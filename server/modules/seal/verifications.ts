/**
 * server/modules/seal/verifications.ts — a walk along the chain is asked for, done by a job, and what it found stays.
 */
import type { Checkpoint } from '#domain/seal.ts'
import type { Act, Database, Db, Tx } from '#platform/db.ts'
import { enqueue } from '#platform/jobs.ts'
import { Refusal } from '#platform/refusal.ts'
import { endVerification, insertVerification, type VerificationRow, verificationById } from './store.ts'
import { walkChain } from './walk-chain.ts'

type Asked = Readonly<{ id: string; checkpoint: Checkpoint | null }>

/** Refuses `checkpoint_of_another`. */
export async function askVerification(tx: Tx, { id, checkpoint }: Asked): Promise<void> {
  if (checkpoint !== null && checkpoint.account !== tx.act.accountId)
    throw new Refusal('checkpoint_of_another', { account: checkpoint.account })
  await insertVerification(tx, id, checkpoint)
  await enqueue(tx, 'seal-verification-asked', { verificationId: id })
}

/** Done twice, it is done anew. */
export async function verifySeal(database: Database, act: Act, id: string): Promise<void> {
  const { checkpoint } = await database.read(act, (db) => verificationOf(db, id))
  const walked = await database.read(act, (db) => walkChain(db, checkpoint))
  await database.write(act, (tx) => endVerification(tx, id, walked))
}

/** Refuses `not_found`. */
export async function verificationOf(db: Db, id: string): Promise<VerificationRow> {
  const [row] = await verificationById(db, id)
  if (!row) throw new Refusal('not_found', { kind: 'verification', id })
  return row
}
