/**
 * server/modules/batches/rename-batch.ts — a batch gets another code; the one that it had still finds it.
 */
import { lookAlikeKey, normaliseBatchCode, untrackedCode } from '#domain/batch-code.ts'
import type { Tx } from '#platform/db.ts'
import { Refusal } from '#platform/refusal.ts'
import { audit } from '../access/index.ts'
import { lockBatch } from './lock-batch.ts'
import { type BatchRow, batchesLookingLike } from './store.ts'

export type Renaming = Readonly<{ batchId: string; code: string; different: boolean; reason: string }>

/**
 * Answers with the batch as it was. Refuses `not_found`, `batch_merged`, `invalid_input` for what is no code, `code_unchanged`, `batch_code_known` where another batch is
 * called so or was, `batch_looks_alike` unless `different`.
 */
export async function renameBatch(tx: Tx, { batchId, code: given, different, reason }: Renaming): Promise<BatchRow> {
  const batch = await lockBatch(tx, batchId)
  const code = codeGiven(given, 'code')
  if (code === batch.code) throw new Refusal('code_unchanged', { batch: batch.code })
  await refuseTaken(tx, batch, { code, different, where: 'New code' })
  await callBatch(tx, batch, { code, codeAsGiven: given })
  audit(tx, {
    action: 'batch.rename',
    subjectKind: 'batch',
    subjectId: batchId,
    before: { code: batch.code },
    after: { code },
    reason,
  })
  return batch
}

/** Refuses `invalid_input` at its place. */
export function codeGiven(given: string, at: string): string {
  const { code, problems } = normaliseBatchCode(given)
  const none = code === untrackedCode ? [{ message: `must not be "${code}", which stands for none` }] : []
  if (problems.length + none.length === 0) return code
  throw new Refusal('invalid_input', {
    problems: [...problems, ...none].map(({ message }) => ({ at, message: `batch code ${message}` })),
  })
}

/** `anew`: for a batch that is not there yet, so that no code of this one will do. */
type Wanted = Readonly<{ code: string; different: boolean; where: string; anew?: true }>

/** Its own codes, those it had and those of what was merged into it are nobody else's. Refuses `batch_code_known`, `batch_looks_alike`. */
export async function refuseTaken(tx: Tx, batch: BatchRow, { code, different, where, anew }: Wanted): Promise<void> {
  const { id, productId, identitySupplier } = batch
  const alike = await batchesLookingLike(tx, [{ productId, lookAlikeKey: lookAlikeKey(code) }])
  const taken = alike.find((one) => one.called === code && one.calledSupplier === identitySupplier)
  if (taken && (anew || taken.id !== id || (await isOfMerged(tx, batch, code))))
    throw new Refusal('batch_code_known', {
      where,
      code,
      batch: taken.code,
      batchId: taken.id,
      choices: ['merge', 'other_code'],
    })
  const known = [...new Set(alike.filter((one) => anew || one.id !== id).map(({ called }) => called))]
  if (known.length === 0 || different) return
  throw new Refusal('batch_looks_alike', { where, code, known, choices: ['use_known', 'different'] })
}

/** The codes of a batch that was merged into this one stay that batch's, those it had as well. */
async function isOfMerged(tx: Tx, { id, productId, identitySupplier }: BatchRow, code: string): Promise<boolean> {
  const rows = await tx`
    select 1 from batches.batch where account_id = ${tx.act.accountId} and product_id = ${productId} and code = ${code}
      and identity_supplier = ${identitySupplier} and id <> ${id}
    union all
    select 1 from batches.former_code where account_id = ${tx.act.accountId} and product_id = ${productId} and code = ${code}
      and identity_supplier = ${identitySupplier} and batch_id <> ${id}`
  return rows.length > 0
}

/** The code that it had is kept; the one that it gets is no former one any more. */
async function callBatch(
  tx: Tx,
  batch: BatchRow,
  { code, codeAsGiven }: Pick<BatchRow, 'code' | 'codeAsGiven'>,
): Promise<void> {
  const { id, productId, identitySupplier } = batch
  const [former] = await tx<{ codeAsGiven: string }[]>`
    delete from batches.former_code where account_id = ${tx.act.accountId} and product_id = ${productId} and code = ${code}
      and identity_supplier = ${identitySupplier} and batch_id = ${id} returning code_as_given`
  await tx`
    insert into batches.former_code (account_id, product_id, code, code_as_given, look_alike_key, identity_supplier, batch_id, until)
    values (${tx.act.accountId}, ${productId}, ${batch.code}, ${batch.codeAsGiven}, ${batch.lookAlikeKey}, ${identitySupplier}, ${id}, ${tx.act.at})`
  await tx`
    update batches.batch set code = ${code}, code_as_given = ${former?.codeAsGiven ?? codeAsGiven}, look_alike_key = ${lookAlikeKey(code)}
    where account_id = ${tx.act.accountId} and id = ${id}`
}
