/**
 * domain/production/days-follow.ts — the last days of what was made, when the days of what was used are others than they were.
 */
import type { CalendarDate } from '../calendar-date.ts'
import { type Cap, dayOfMade, type MadeOf } from './last-day.ts'

/** A batch that is good no longer than what it was made of. */
export type Follower = Readonly<{
  id: string
  producedOn: CalendarDate | null
  /** Counted from its production day and the life of its product. */
  own: Cap | null
  inputIds: readonly string[]
}>

/**
 * `batches`: the followers and all that they were made of, as they stand. Answers with the followers whose day is another one now. Laws: each is good until the earliest of its own day and
 * the days of its inputs, followers among them counted anew, but never over before it was made; what is not a follower keeps its day; a circle is as good as what came into it from outside; where
 * nothing is known any more the day stays.
 */
export function daysAnew(
  followers: readonly Follower[],
  batches: ReadonlyMap<string, MadeOf>,
): ReadonlyMap<string, Cap> {
  const anew = new Map([...batches].map(([id, { expiresOn }]) => [id, expiresOn]))
  for (const { id, own } of followers) anew.set(id, own?.on ?? null)
  const decided = ({ producedOn, own, inputIds }: Follower): Cap | null =>
    dayOfMade(
      inputIds.flatMap((id) => {
        const batch = batches.get(id)
        return batch ? [{ ...batch, expiresOn: anew.get(id) ?? null }] : []
      }),
      { producedOn, own },
    )
  // Days only get earlier from round to round, so that a circle comes to rest.
  let open = true
  while (open) {
    open = false
    for (const one of followers) {
      const on = decided(one)?.on ?? null
      open ||= on !== anew.get(one.id)
      anew.set(one.id, on)
    }
  }
  const known = followers.filter(({ id }) => anew.get(id) !== null)
  if (known.length < followers.length) return daysAnew(known, batches)
  return new Map(
    followers.flatMap((one): [string, Cap][] => {
      const day = decided(one)
      return day && day.on !== batches.get(one.id)?.expiresOn ? [[one.id, day]] : []
    }),
  )
}
