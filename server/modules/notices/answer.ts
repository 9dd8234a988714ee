/**
 * server/modules/notices/answer.ts — what a recipient says of the units: on the page behind the link, or on the phone.
 */

import { composed } from '#domain/notices/compose.ts'
import { labelsIn } from '#domain/notices/wording.ts'
import type { Db, Tx } from '#platform/db.ts'
import { readFileContent } from '#platform/files.ts'
import { newId } from '#platform/id.ts'
import { Refusal } from '#platform/refusal.ts'
import { accountSettings, audit } from '../access/index.ts'
import { recallByRef } from '../recalls/index.ts'
import {
  type AnsweredLine,
  givenBy,
  insertAnswer,
  insertAnswerLines,
  insertCall,
  insertProof,
  isAnswered,
  type Linked,
  lastAnswer,
  lockRecipient,
  markOpened,
  type NewCall,
  noticeByToken,
  toldTo,
} from './answer-store.ts'
import { namedItems } from './compose-notice.ts'
import { recipientsOf } from './recipients.ts'
import { noticeSetting } from './setting.ts'
import { saveRecipients } from './store.ts'
import { wordingAt } from './wordings.ts'

/** What the page shows; opening it counts as read. Refuses `answer_link_unknown`. */
export async function openAnswerPage(tx: Tx, token: string) {
  const linked = await linkedBy(tx, token)
  await markOpened(tx, linked.noticeId)
  const [recall, [account], { contact }, wording, items, last] = await Promise.all([
    recallByRef(tx, linked.recallId),
    accountSettings(tx),
    noticeSetting(tx),
    wordingAt(tx, linked, linked.wording),
    toldTo(tx, linked.recipientId).then((told) => namedItems(tx, told)),
    lastAnswer(tx, linked.recipientId),
  ])
  const brand = account?.name ?? ''
  const notice = composed(linked, wording, { brand, contact, recall, name: null, items, link: '' })
  const respond = labelsIn(linked.language).respond
  const shown = notice.passages.slice(
    0,
    notice.passages.findIndex(({ heading }) => heading === respond),
  )
  return {
    brand,
    contact,
    number: recall.number,
    language: linked.language,
    isOver: recall.state !== 'running',
    subject: notice.subject,
    passages: shown,
    items,
    last,
  }
}

async function linkedBy(db: Db, token: string): Promise<Linked> {
  const linked = await noticeByToken(db, token)
  if (!linked) throw new Refusal('answer_link_unknown', {})
  return linked
}

export type PageAnswer = Readonly<{
  id: string
  lines: readonly AnsweredLine[]
  signedBy: string
  remark?: string | null
  proofs?: readonly Readonly<{ name: string; content: string }>[]
}>

/** Each answer is kept, the last one stands; the same one twice is one. Refuses `answer_link_unknown`, `answer_over`, `answer_too_many`, `answer_too_often`, what a photo is refused for. */
export async function answerByLink(tx: Tx, token: string, answer: PageAnswer): Promise<void> {
  const { noticeId, recallId, recipientId } = await linkedBy(tx, token)
  await lockRecipient(tx, recipientId)
  if (await isAnswered(tx, recipientId, answer.id)) return
  const { number, state } = await recallByRef(tx, recallId)
  if (state !== 'running') throw new Refusal('answer_over', { number })
  await markOpened(tx, noticeId)
  const { id: givenId, lines, signedBy, remark = null, proofs = [] } = answer
  await refuseTooOften(tx, recipientId, proofs.length)
  const id = newId()
  await writeAnswer(tx, { id, recallId, recipientId, noticeId, givenId, signedBy, remark, byName: null }, lines)
  for (const { name, content } of proofs) {
    const { bytes, contentType } = readFileContent(content)
    await insertProof(tx, { answerId: id, name, contentType, content: bytes })
  }
}

/** The page asks nobody to sign in, so a link that got around must not fill the database. */
const answersMax = 100
const photosMax = 20

async function refuseTooOften(tx: Tx, recipientId: string, more: number): Promise<void> {
  const { times, photos } = await givenBy(tx, recipientId)
  if (times >= answersMax || photos + more > photosMax) throw new Refusal('answer_too_often', { times, photos })
}

type Written = Parameters<typeof insertAnswer>[1]

async function writeAnswer(tx: Tx, answer: Written, lines: readonly AnsweredLine[]): Promise<void> {
  const told = await namedItems(tx, await toldTo(tx, answer.recipientId))
  refuseTooMany(told, lines)
  await insertAnswer(tx, answer)
  await insertAnswerLines(tx, answer.id, lines)
  const { recallId, recipientId, id: answerId } = answer
  const after = { recipientId, answerId, batches: lines.length }
  audit(tx, { action: 'notice.answer', subjectKind: 'recall', subjectId: recallId, after })
}

type Got = Readonly<{ batchId: string; batchCode: string; most: number }>

function refuseTooMany(told: readonly Got[], lines: readonly AnsweredLine[]): void {
  const twice = lines.find(({ batchId }, at) => lines.findIndex((line) => line.batchId === batchId) < at)
  if (twice) throw new Refusal('invalid_input', { problems: [{ at: 'lines', message: 'must name each batch once' }] })
  for (const { batchId, have, destroyed, returning, used } of lines) {
    const item = told.find((one) => one.batchId === batchId)
    if (!item) throw new Refusal('not_found', { kind: 'batch', id: batchId })
    const said = have + destroyed + returning + used
    if (said > item.most) throw new Refusal('answer_too_many', { batch: item.batchCode, got: item.most, said })
  }
}

export type CallNote = Readonly<{
  recallId: string
  recipientId: string
  id?: string
  outcome: NewCall['outcome']
  said?: string | null
  lines?: readonly AnsweredLine[]
}>

/**
 * A person called and writes down what was said, which is the written confirmation of 21 CFR 7.49(b). Refuses `not_found`, `recall_state`, `answer_too_many`, and lines of whom
 * nobody reached.
 */
export async function noteCall(tx: Tx, { recallId, recipientId, ...call }: CallNote): Promise<void> {
  const recall = await recallByRef(tx, recallId)
  const { number, state } = recall
  if (state !== 'running') throw new Refusal('recall_state', { number, state, wanted: ['running'] })
  const recipient = (await recipientsOf(tx, recall)).find(({ id }) => id === recipientId)
  if (!recipient) throw new Refusal('not_found', { kind: 'recipient', id: recipientId })
  const { lines = [], outcome, said = null } = call
  if (lines.length > 0 && outcome !== 'reached')
    throw new Refusal('invalid_input', { problems: [{ at: 'lines', message: 'are for who was reached' }] })
  await saveRecipients(tx, recallId, [recipient])
  await lockRecipient(tx, recipientId)
  const id = call.id ?? newId()
  await insertCall(tx, { id, recallId, recipientId, outcome, said })
  audit(tx, {
    action: 'notice.call',
    subjectKind: 'recall',
    subjectId: recallId,
    after: { number, recipientId, outcome },
  })
  if (lines.length === 0) return
  refuseTooMany(recipient.items, lines)
  const answer = {
    id: newId(),
    recallId,
    recipientId,
    noticeId: null,
    givenId: null,
    signedBy: null,
    remark: null,
    byName: tx.act.actorName,
  }
  await insertAnswer(tx, answer)
  await insertAnswerLines(tx, answer.id, lines)
}
