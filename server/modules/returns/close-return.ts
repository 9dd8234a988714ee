import type { Tx } from '#platform/db.ts'
import { Refusal } from '#platform/refusal.ts'
import { audit } from '../access/index.ts'
import { closeReturnRow, lockReturn, type ReturnRow, returnLines } from './store.ts'

export function refuseClosed({ number, closedAt }: Pick<ReturnRow, 'number'> & { closedAt: string | null }): void {
  if (closedAt !== null) throw new Refusal('return_closed', { number })
}

/** Nothing more of it is expected. Refuses `not_found`, `return_closed`. */
export async function closeReturn(tx: Tx, id: string): Promise<void> {
  const [found] = await lockReturn(tx, id)
  if (!found) throw new Refusal('not_found', { kind: 'return', id })
  refuseClosed(found)
  await close(tx, id, null)
}

/** Closes it once all that was announced is here, so that "to deal with" lists only what is to be dealt with. */
export async function closeComplete(tx: Tx, id: string): Promise<void> {
  const lines = await returnLines(tx, [id])
  if (lines.every(({ quantity, returned }) => returned >= quantity)) await close(tx, id, 'all of it has come')
}

async function close(tx: Tx, id: string, reason: string | null): Promise<void> {
  await closeReturnRow(tx, id)
  audit(tx, {
    action: 'return.close',
    subjectKind: 'return',
    subjectId: id,
    before: { closedAt: null },
    after: { closedAt: tx.act.at },
    reason,
  })
}
