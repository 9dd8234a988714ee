/**
 * server/modules/returns/taken-in.ts — what comes back from a customer, as it is told to whoever knows what else that customer said of it.
 */
import type { CalendarDate } from '#domain/calendar-date.ts'
import type { Tx } from '#platform/db.ts'
import type { Back, Unlabelled } from './into-batches.ts'
import type { Scope } from './sent-batches.ts'

/** Of one batch by its label, or of one of several that nobody can tell apart. */
export type ComesBack = Readonly<{
  productId: string
  batchIds: readonly string[]
  batchCode: string | null
  quantity: number
}>
export type TakenIn = Readonly<{ customerId: string; on: CalendarDate; parts: readonly ComesBack[] }>
/** Under the locks of the products; throws a refusal where it cannot be. */
export type JudgeTakenIn = (tx: Tx, taken: TakenIn) => Promise<void>

/** Null where nobody knows from whom it comes. */
export function takenIn(
  scopes: readonly Scope[],
  on: CalendarDate,
  { back, unlabelled }: Readonly<{ back: readonly Back[]; unlabelled: readonly Unlabelled[] }>,
): TakenIn | null {
  const customer = scopes.find(({ kind }) => kind === 'customer')
  const labelled = back.map(({ announced: { productId }, batch: { batchId, batchCode }, quantity }) => {
    return { productId, batchIds: [batchId], batchCode, quantity }
  })
  const unread = unlabelled.map(({ announced: { productId }, set: { batches }, quantity }) => {
    return { productId, batchIds: batches, batchCode: null, quantity }
  })
  return customer ? { customerId: customer.value, on, parts: [...labelled, ...unread] } : null
}
