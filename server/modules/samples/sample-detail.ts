import { dayIn } from '#platform/clock.ts'
import type { Db } from '#platform/db.ts'
import { isId } from '#platform/references.ts'
import { Refusal } from '#platform/refusal.ts'
import { noFilter, type SampleFilter, type SampleView, sampleList } from './store.ts'

/** Refuses `not_found`. */
export async function sampleByRef(db: Db, ref: string): Promise<SampleView> {
  const [sample] = await sampleList(db, { ...noFilter, ...(isId(ref) ? { id: ref } : { ref }) })
  if (!sample) throw new Refusal('not_found', { kind: 'sample', id: ref })
  return sample
}

/** Due from its day on, in the zone of the warehouse in which it was taken. */
export function told(db: Db, { timeZone, left, ...sample }: SampleView) {
  const today = dayIn(timeZone, db.act.at)
  const state = left === 0 ? ('gone' as const) : sample.dueOn <= today ? ('due' as const) : ('kept' as const)
  return { ...sample, left, state }
}

export const sampleDetail = async (db: Db, ref: string) => told(db, await sampleByRef(db, ref))

export async function samplesTold(db: Db, filter: SampleFilter) {
  return (await sampleList(db, filter)).map((row) => told(db, row))
}
