/**
 * server/modules/notices/timeline.ts — what happened in telling and being told, in order; without a name or an address.
 */
import type { Instant } from '#platform/clock.ts'
import type { Db } from '#platform/db.ts'
import { recallByRef } from '../recalls/index.ts'
import { answersOf, callsOf, erasedAt, noticesOf, wavesOf } from './store.ts'

export type NoticeHappening = Readonly<{
  at: Instant
  kind: 'wave' | 'letters' | 'bounce' | 'call' | 'answer' | 'erased'
  byName: string | null // null: the recipient
  recipientId: string | null
  number: number | null // of the wave
  recipients: number | null
  outcome: string | null // of a call
}>

/** Oldest first. Refuses `not_found`. */
export async function noticeTimeline(db: Db, recallRef: string): Promise<NoticeHappening[]> {
  const { id } = await recallByRef(db, recallRef)
  const [waves, notices, calls, answers, erased] = await Promise.all([
    wavesOf(db, id),
    noticesOf(db, id),
    callsOf(db, id),
    answersOf(db, id),
    erasedAt(db, id),
  ])
  const none = { byName: null, recipientId: null, number: null, recipients: null, outcome: null }
  const happened: NoticeHappening[] = [
    ...waves.map(({ at, kind, byName, number, recipients }) => {
      return { ...none, at, kind: kind === 'letters' ? kind : ('wave' as const), byName, number, recipients }
    }),
    ...notices.flatMap(({ bouncedAt: at, recipientId, wave: number }) =>
      at === null ? [] : [{ ...none, at, kind: 'bounce' as const, recipientId, number }],
    ),
    ...calls.map(({ at, byName, recipientId, outcome }) => ({
      ...none,
      at,
      kind: 'call' as const,
      byName,
      recipientId,
      outcome,
    })),
    ...answers.map(({ at, byName, recipientId }) => ({ ...none, at, kind: 'answer' as const, byName, recipientId })),
    ...(erased === null ? [] : [{ ...none, at: erased, kind: 'erased' as const }]),
  ]
  return happened.toSorted((a, b) => a.at.localeCompare(b.at))
}
