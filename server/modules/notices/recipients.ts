/**
 * server/modules/notices/recipients.ts — the recipients of a recall: what they got, by the ledger; and how far it has come with each.
 */
import { groupBy } from '#domain/group-by.ts'
import { type Audience, audienceOfChannels, type Language } from '#domain/notices/choices.ts'
import { type Counted, type NoticeNumbers, noticeNumbersOf, withoutMail } from '#domain/notices/numbers.ts'
import { standingOf } from '#domain/notices/standing.ts'
import { type Said, sumOf, whereTheyAre } from '#domain/notices/where-they-are.ts'
import type { Db } from '#platform/db.ts'
import type { Mailer } from '#platform/mail.ts'
import { type Recall, recallByRef } from '../recalls/index.ts'
import { type Contact, contactOf, hasUsableEmail, nobody, type Person, reachOf } from './reach.ts'
import { type NoticeSetting, noticeSetting } from './setting.ts'
import {
  type AnswerLine,
  type AnswerRow,
  answerLines,
  answersOf,
  type CallRow,
  callsOf,
  erasedAt,
  type NoticeRow,
  noticesOf,
  type RecipientRow,
  recipientRows,
} from './store.ts'
import { customerContacts, orderContacts } from './units-store.ts'
import { type Item, type Whose, whoGotIt } from './who.ts'

export type NoticeRecipient = Counted &
  Readonly<{
    id: string
    customerId: string | null
    customerCode: string | null
    orderId: string | null
    orderNumbers: readonly string[]
    channel: string | null
    audience: Audience
    language: Language
    items: readonly Item[]
    notices: number
    calls: number
    contact: Contact
  }>

/** By recall id or number. Refuses `not_found`. @public for the status report and the indicators of a recall */
export async function noticeNumbers(db: Db, recallRef: string): Promise<NoticeNumbers> {
  return noticeNumbersOf(await noticeRecipients(db, recallRef))
}

/** All of them, those who got most first. Refuses `not_found`. */
export async function noticeRecipients(db: Db, recallRef: string): Promise<NoticeRecipient[]> {
  return recipientsOf(db, await recallByRef(db, recallRef))
}

/** As this server can reach them. */
export async function recipientsBy(mailer: Mailer | null, db: Db, recall: Recall): Promise<NoticeRecipient[]> {
  const all = await recipientsOf(db, recall)
  return mailer === null ? all.map(withoutMail) : all
}

export async function recipientsOf(db: Db, recall: Recall): Promise<NoticeRecipient[]> {
  const [whose, rows, facts, setting, erased] = await Promise.all([
    whoGotIt(db, recall),
    recipientRows(db, recall.id),
    factsOf(db, recall.id),
    noticeSetting(db),
    erasedAt(db, recall.id),
  ])
  const known = new Map(rows.map((row) => [row.id, row]))
  const now = new Set(whose.map(({ id }) => id))
  const gone = rows.filter(({ id }) => !now.has(id)).map(noLonger)
  const all = [...whose, ...gone]
  const people = await peopleOf(db, all)
  const judge = { facts, setting, recall, isErased: erased !== null, at: db.act.at }
  return all
    .map((one) => told(one, { ...judge, row: known.get(one.id), isMeant: now.has(one.id), ...people(one) }))
    .toSorted(inOrder)
}

type Placed = Readonly<{ quantity: number; most: number; id: string }>

/** Those who got most first. */
export const inOrder = (a: Placed, b: Placed): number =>
  b.quantity - a.quantity || b.most - a.most || (a.id === b.id ? 0 : a.id < b.id ? -1 : 1)

/** Was told, and is not meant any more; or may have had some, of a recall that has ended. */
const noLonger = ({ id, customerId, orderId }: RecipientRow): Whose => ({
  id,
  customerId,
  orderId,
  orderIds: orderId === null ? [] : [orderId],
  orderNumbers: [],
  items: [],
})

type Facts = Awaited<ReturnType<typeof factsOf>>

async function factsOf(db: Db, recallId: string) {
  const [notices, calls, answers, lines] = await Promise.all([
    noticesOf(db, recallId),
    callsOf(db, recallId),
    answersOf(db, recallId),
    answerLines(db, recallId),
  ])
  return {
    notices: groupBy<NoticeRow, string>(notices, ({ recipientId }) => recipientId),
    calls: groupBy<CallRow, string>(calls, ({ recipientId }) => recipientId),
    answers: groupBy<AnswerRow, string>(answers, ({ recipientId }) => recipientId),
    lines: groupBy<AnswerLine, string>(lines, ({ answerId }) => answerId),
  }
}

async function peopleOf(db: Db, all: readonly Whose[]): Promise<(one: Whose) => Person> {
  const customerIds = [...new Set(all.flatMap(({ customerId }) => customerId ?? []))]
  const orderIds = [...new Set(all.flatMap((one) => one.orderIds))]
  const [customers, orders] = await Promise.all([customerContacts(db, customerIds), orderContacts(db, orderIds)])
  const customerOf = new Map(customers.map((row) => [row.id, row]))
  const orderOf = new Map(orders.map((row) => [row.id, row]))
  return ({ customerId, orderIds: own }) => {
    const found = own.flatMap((id) => orderOf.get(id) ?? [])
    return {
      customer: customerOf.get(customerId ?? ''),
      order: found[0],
      channels: found.map(({ channel }) => channel),
    }
  }
}

type Judging = Person &
  Readonly<{
    facts: Facts
    setting: NoticeSetting
    recall: Recall
    isErased: boolean
    at: string
    row: RecipientRow | undefined
    isMeant: boolean
  }>

function told(one: Whose, judging: Judging): NoticeRecipient {
  const { facts, setting, recall, row, customer, order } = judging
  const notices = facts.notices.get(one.id) ?? []
  const calls = facts.calls.get(one.id) ?? []
  const last = facts.answers.get(one.id)?.at(-1)
  const said = saidOf(facts.lines.get(last?.id ?? '') ?? [])
  const sum = (of: 'quantity' | 'returned' | 'kept' | 'most') => one.items.reduce((all, item) => all + item[of], 0)
  const units = sumOf(one.items.map(({ kept, batchId }) => whereTheyAre(kept, said.get(batchId) ?? null)))
  const [quantity, kept] = [sum('quantity'), sum('kept')]
  const address = contactOf(judging)
  const standing = standingOf({
    notices,
    calls,
    answeredAt: last?.at ?? null,
    quantity: sum('most'),
    kept: sum('most') - sum('returned'),
    destroyed: destroyedOf(said, one.items),
    newsAt: newsAt(notices),
  })
  const silent = standing.isNotified && !standing.isClosed
  const mail = notices.filter(({ way }) => way === 'email').at(-1)
  return {
    ...standing,
    id: one.id,
    customerId: one.customerId,
    customerCode: customer?.code ?? null,
    orderId: one.orderId,
    orderNumbers: one.orderNumbers.length > 0 ? one.orderNumbers : order ? [order.number] : [],
    channel: order?.channel ?? row?.channel ?? null,
    audience: audienceSaid(judging) ?? setting.audience,
    language: customer?.language ?? setting.language,
    items: one.items,
    notices: notices.length,
    calls: calls.length,
    contact: judging.isErased ? nobody : address,
    isMeant: judging.isMeant || (recall.state === 'ended' && row?.quantity === 0),
    isPossible: quantity === 0 && (sum('most') > 0 || row?.quantity === 0),
    mayAskAgain:
      recall.state === 'running' && silent && waitedFor(standing.lastNoticeAt, judging) && !isOnItsWay(notices),
    hasNews: judging.isMeant && standing.isNotified && isMoreThan(one.items, { notices, row }),
    mail: mail ? (mail.state === 'sending' ? 'queued' : mail.state) : null,
    asksAudience: one.customerId !== null && audienceSaid(judging) === null,
    hasEmail: hasUsableEmail(address) || mail !== undefined,
    reach: reachOf(address, notices),
    quantity,
    most: Math.max(sum('most'), quantity === 0 && one.items.length === 0 ? (row?.most ?? 0) : 0),
    returned: quantity - kept,
    units,
  }
}

const audienceSaid = ({ customer, channels }: Person): Audience | null =>
  customer?.audience ?? audienceOfChannels(channels)

const saidOf = (lines: readonly AnswerLine[]): ReadonlyMap<string, Said> =>
  new Map(lines.map(({ batchId, have, destroyed, returning, used }) => [batchId, { have, destroyed, returning, used }]))

/** Of what is meant now; more than they have cannot be. */
const destroyedOf = (said: ReadonlyMap<string, Said>, items: readonly Item[]) =>
  items.reduce((sum, { batchId, most, returned }) => {
    return sum + Math.min(said.get(batchId)?.destroyed ?? 0, Math.max(0, most - returned))
  }, 0)

const dayMs = 24 * 3_600_000
const waitedFor = (since: string | null, { setting, at }: Judging): boolean =>
  since !== null && Date.parse(since) + setting.silentDays * dayMs <= Date.parse(at)

type Told = Readonly<{ notices: readonly NoticeRow[]; row: RecipientRow | undefined }>

/** The recall was widened, or more was sent, since they were told. Who was told by phone alone was told of what they had then. */
function isMoreThan(items: readonly Item[], { notices, row }: Told): boolean {
  if (notices.length === 0) return row !== undefined && items.reduce((all, { most }) => all + most, 0) > row.most
  const told = mostTold(notices)
  return items.some(({ batchId, most }) => most > (told.get(batchId) ?? 0))
}

const arrived = ({ state }: NoticeRow) => state !== 'bounced' && state !== 'dropped'

/** By batch, as it was told last. */
const mostTold = (notices: readonly NoticeRow[]): ReadonlyMap<string, number> =>
  new Map(notices.filter(arrived).flatMap(({ told }) => told.map(({ batchId, most }) => [batchId, most] as const)))

/** When the last notice was made that told of more than those before it; what they answered earlier says nothing of that. */
function newsAt(notices: readonly NoticeRow[]): string | null {
  const last = notices.filter(arrived).findLast(({ told }, at, all) => {
    const before = mostTold(all.slice(0, at))
    return at > 0 && told.some(({ batchId, most }) => most > (before.get(batchId) ?? 0))
  })
  return last?.at ?? null
}

const isOnItsWay = (notices: readonly NoticeRow[]) =>
  notices.some(({ state }) => state === 'queued' || state === 'sending')
