/**
 * server/modules/notices/say-audience.ts — as whom customers of a recall are told, for all at once of whom nothing says it.
 */
import type { Audience } from '#domain/notices/choices.ts'
import { isToBeSaid } from '#domain/notices/numbers.ts'
import type { Tx } from '#platform/db.ts'
import { setAudience } from '../catalog/index.ts'
import { recallByRef } from '../recalls/index.ts'
import { recipientsOf } from './recipients.ts'

type Saying = Readonly<{ audience: Audience; customers?: readonly string[] | undefined }>

/** Of whom it was said before, by whomever, it stays. Answers of how many it was said. Refuses `not_found`. */
export async function sayAudience(
  tx: Tx,
  recallId: string,
  { audience, customers }: Saying,
): Promise<{ customers: number }> {
  const recall = await recallByRef(tx, recallId)
  const asked = (await recipientsOf(tx, recall)).filter(isToBeSaid).flatMap(({ customerId }) => customerId ?? [])
  const ids = customers === undefined ? asked : asked.filter((id) => customers.includes(id))
  return { customers: await setAudience(tx, ids, { audience, reason: recall.number }) }
}
