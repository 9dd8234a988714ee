/**
 * domain/returned-batch.ts — into which batch a returned unit goes: its own. A batch is never guessed, and no more comes back
 * of it than is out.
 */
export type SentBatch = Readonly<{
  batchId: string
  batchCode: string
  out: number // base units that were sent and are not back yet
}>
export type ReturnedBatch =
  | Readonly<{ kind: 'batch'; batchId: string }>
  | Readonly<{ kind: 'which'; among: readonly SentBatch[] }>
  | Readonly<{ kind: 'too_many'; most: number }>

/** `named` is the batch that the label says; null where nobody can read it. What was never sent has 0 out. */
export function returnedBatch(
  { named, quantity }: Readonly<{ named: string | null; quantity: number }>,
  sent: readonly SentBatch[],
): ReturnedBatch {
  const among = sent.filter(({ batchId, out }) => out > 0 && (named === null || batchId === named))
  const most = among.reduce((sum, { out }) => sum + out, 0)
  if (quantity > most) return { kind: 'too_many', most }
  const [only, ...others] = among
  if (only && others.length === 0) return { kind: 'batch', batchId: only.batchId }
  return { kind: 'which', among }
}
