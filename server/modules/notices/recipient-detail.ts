/**
 * server/modules/notices/recipient-detail.ts — one recipient with all that was sent, said and done.
 */
import { groupBy } from '#domain/group-by.ts'
import type { Db } from '#platform/db.ts'
import { Refusal } from '#platform/refusal.ts'
import type { Recall } from '../recalls/index.ts'
import { type NoticeRecipient, recipientsOf } from './recipients.ts'
import { answerLines, answersOf, callsOf, noticesOf, proofsOf } from './store.ts'

/** As whoever asks may see them. */
export const shownTo = (seesContacts: boolean) => (recipient: NoticeRecipient) =>
  seesContacts ? recipient : { ...recipient, contact: null }

/** Refuses `not_found`. */
export async function recipientDetail(
  db: Db,
  recall: Recall,
  { id, seesContacts }: { id: string; seesContacts: boolean },
) {
  const recipient = (await recipientsOf(db, recall)).find((one) => one.id === id)
  if (!recipient) throw new Refusal('not_found', { kind: 'recipient', id })
  return { ...shownTo(seesContacts)(recipient), history: await historyOf(db, recall.id, { id, seesContacts }) }
}

const none = { way: null, state: null, wave: null, byName: null, says: null, outcome: null, lines: [], proofs: [] }

/** Oldest first. Words that people said or wrote are told like names. */
async function historyOf(db: Db, recallId: string, { id, seesContacts }: { id: string; seesContacts: boolean }) {
  const [notices, calls, answers, lines, proofs] = await Promise.all([
    noticesOf(db, recallId),
    callsOf(db, recallId),
    answersOf(db, recallId),
    answerLines(db, recallId),
    proofsOf(db, recallId),
  ])
  const own = <Row extends { recipientId: string }>(rows: readonly Row[]) =>
    rows.filter(({ recipientId }) => recipientId === id)
  const [linesOf, proofsBy] = [groupBy(lines, ({ answerId }) => answerId), groupBy(proofs, ({ answerId }) => answerId)]
  const words = (...texts: readonly (string | null)[]) =>
    seesContacts ? texts.filter((text) => text !== null).join(' · ') || null : null
  const happened = [
    ...own(notices).flatMap(({ at, way, state, wave, sentTo, openedAt, bouncedAt, bounce }) => [
      { ...none, at, kind: 'notice' as const, way, state, wave, says: words(sentTo) },
      ...(openedAt === null ? [] : [{ ...none, at: openedAt, kind: 'opened' as const, way, wave }]),
      ...(bouncedAt === null
        ? []
        : [{ ...none, at: bouncedAt, kind: 'bounce' as const, way, wave, says: words(bounce) }]),
    ]),
    ...own(calls).map(({ at, outcome, said, byName }) => {
      return { ...none, at, kind: 'call' as const, outcome, byName, says: words(said) }
    }),
    ...own(answers).map(({ id: answerId, at, byName, signedBy, remark }) => ({
      ...none,
      at,
      kind: 'answer' as const,
      byName,
      says: words(signedBy, remark),
      lines: linesOf.get(answerId) ?? [],
      proofs: seesContacts ? (proofsBy.get(answerId) ?? []) : [],
    })),
  ]
  return happened.toSorted((a, b) => a.at.localeCompare(b.at))
}
