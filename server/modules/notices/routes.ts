/**
 * server/modules/notices/routes.ts — who is told of a recall, over HTTP.
 */

import {
  isToBeSaid,
  isToCall,
  isToMail,
  isToMailAgain,
  isToWrite,
  isToWriteByHand,
  noticeNumbersOf,
} from '#domain/notices/numbers.ts'
import { noticeStates, ways } from '#domain/notices/standing.ts'
import type { Act, Db } from '#platform/db.ts'
import { sendFile } from '#platform/files.ts'
import { csv } from '#platform/http/csv.ts'
import {
  Choice,
  Exactly,
  type House,
  Id,
  own,
  Page,
  PageQuery,
  pageOf,
  Reference,
  RefParams,
  read,
  readCursor,
  Type,
} from '#platform/http/index.ts'
import type { Mailer } from '#platform/mail.ts'
import { Refusal } from '#platform/refusal.ts'
import { type Recall, recallByRef } from '../recalls/index.ts'
import { answerRoutes } from './answer-routes.ts'
import { proofById } from './answer-store.ts'
import { doingRoutes } from './doing-routes.ts'
import { recipientDetail, shownTo } from './recipient-detail.ts'
import { inOrder, type NoticeRecipient, recipientsBy } from './recipients.ts'
import { noteLook } from './see.ts'
import { noticeSetting } from './setting.ts'
import { settingRoutes } from './setting-routes.ts'
import { Overview, Recipient, RecipientDetail } from './shapes.ts'
import { erasedAt } from './store.ts'
import { noticeTimeline } from './timeline.ts'

const tag = 'notices'
/** Of what happened, the last: there is an answer of each recipient, and the rest is told with them. */
const timelineMax = 500

export function noticesRoutes(house: House, mailer: Mailer | null): void {
  overview(house, mailer)
  recipients(house, mailer)
  oneRecipient(house)
  proof(house)
  callList(house, mailer)
  doingRoutes(house, mailer)
  settingRoutes(house)
  answerRoutes(house)
}

function overview(house: House, mailer: Mailer | null): void {
  read(
    house,
    {
      url: '/v1/recalls/:ref/notices',
      needs: 'look',
      tells:
        'How many are told of a recall, how, and what they answered; what is to be done next; and the last 500 things that happened, newest last',
      tag,
      params: RefParams(),
      answer: Overview,
    },
    async (db, { params: { ref } }) => {
      const recall = await recallByRef(db, ref)
      const { id } = recall
      const [all, setting, timeline, erased] = await Promise.all([
        recipientsBy(mailer, db, recall),
        noticeSetting(db),
        noticeTimeline(db, id),
        erasedAt(db, id),
      ])
      const { silentDays, contact, audience } = setting
      const rest = { sendsMail: mailer !== null, silentDays, contact, audience, erasedAt: erased }
      return { ...noticeNumbersOf(all), ...rest, timeline: timeline.slice(-timelineMax) }
    },
  )
}

const lists = {
  mail: isToMail,
  mail_again: isToMailAgain,
  letter: isToWrite,
  by_hand: isToWriteByHand,
  call: isToCall,
  audience: isToBeSaid,
  silent: ({ isNotified, isClosed }: NoticeRecipient) => isNotified && !isClosed,
  answered: ({ isClosed }: NoticeRecipient) => isClosed,
  came_back: ({ bounced }: NoticeRecipient) => bounced,
} as const
const listNames = [
  'mail',
  'mail_again',
  'letter',
  'by_hand',
  'call',
  'audience',
  'silent',
  'answered',
  'came_back',
] as const
const Filter = {
  state: Type.Optional(Choice(noticeStates)),
  way: Type.Optional({ ...Choice(ways), description: 'By which they were told, last' }),
  list: Type.Optional({ ...Choice(listNames), description: 'What is to be done with them, or came of it' }),
}
type Wanted = Readonly<{ state?: string; way?: string; list?: (typeof listNames)[number] }>

const isWanted =
  ({ state, way, list }: Wanted) =>
  (one: NoticeRecipient) =>
    (state === undefined || one.state === state) &&
    (way === undefined || one.way === way) &&
    (list === undefined || (one.isMeant && lists[list](one)))

/** By where the last one of the page before stands, also if it is in the list no more. Refuses a cursor that is not ours. */
function isBehind(cursor: ReturnType<typeof readCursor>): (one: NoticeRecipient) => boolean {
  if (cursor === null) return () => true
  const [quantity, most, id] = cursor
  if (typeof quantity !== 'number' || typeof most !== 'number' || typeof id !== 'string') return () => true
  return (one) => inOrder({ quantity, most, id }, one) < 0
}

/** Whoever may see contacts sees them, and it is written down. */
async function seen<T>(
  house: House,
  act: Act,
  ref: string,
  look: (db: Db, of: { recall: Recall; seesContacts: boolean }) => Promise<T>,
): Promise<T> {
  if (!house.allows(act.role, 'see contacts'))
    return house.database.read(act, async (db) => look(db, { recall: await recallByRef(db, ref), seesContacts: false }))
  return house.database.write(act, async (tx) => {
    const recall = await recallByRef(tx, ref)
    await noteLook(tx, recall.id)
    return look(tx, { recall, seesContacts: true })
  })
}

function recipients(house: House, mailer: Mailer | null): void {
  own(
    house,
    'GET',
    {
      url: '/v1/recalls/:ref/recipients',
      needs: 'look',
      tells:
        'Who is to be told of a recall and how far it has come with each, those who got most first; names and addresses for those who may see contacts',
      tag,
      params: RefParams(),
      query: Exactly({ ...Filter, ...PageQuery }),
      answer: Page(Recipient),
    },
    ({ act }, { params: { ref }, query: { cursor, limit = 100, ...filter } }) =>
      seen(house, act, ref, async (db, { recall, seesContacts }) => {
        const all = await recipientsBy(mailer, db, recall)
        const isAfter = isBehind(readCursor(cursor, 3))
        const rows = all.filter((one) => isAfter(one) && isWanted(filter)(one)).slice(0, limit + 1)
        return pageOf(rows.map(shownTo(seesContacts)), limit, ({ quantity, most, id }) => [quantity, most, id])
      }),
  )
}

function oneRecipient(house: House): void {
  own(
    house,
    'GET',
    {
      url: '/v1/recalls/:ref/recipients/:recipientId',
      needs: 'look',
      tells: 'One recipient of a recall, with all that was sent to them, and what they answered',
      tag,
      params: Exactly({ ref: Reference(), recipientId: Id() }),
      answer: RecipientDetail,
    },
    ({ act }, { params: { ref, recipientId: id } }) =>
      seen(house, act, ref, (db, { recall, seesContacts }) => recipientDetail(db, recall, { id, seesContacts })),
  )
}

function proof(house: House): void {
  own(
    house,
    'GET',
    {
      url: '/v1/recalls/:ref/proofs/:proofId',
      needs: 'see contacts',
      tells: 'A photo or paper that a recipient sent with an answer',
      tag,
      params: Exactly({ ref: Reference(), proofId: Id() }),
      answer: Type.Any(),
    },
    async ({ act, reply }, { params: { ref, proofId: id } }) => {
      const [file] = await seen(house, act, ref, (db, { recall }) => proofById(db, recall.id, id))
      if (!file) throw new Refusal('not_found', { kind: 'proof', id })
      return sendFile(reply, file, 'no-store')
    },
  )
}

const callColumns = {
  name: 'Name',
  phone: 'Phone',
  address: 'Address',
  why: 'No mail, no letter',
  language: 'Language',
  orders: 'Orders',
  units: 'Units',
  goods: 'Product and batch',
  state: 'State',
  lastNoticeAt: 'Last notice',
  calls: 'Calls so far',
}

const whyOther = ({ emailWrong, unprintable }: NoticeRecipient['contact']): string =>
  [
    ...(emailWrong === null ? [] : [`the e-mail address ${emailWrong}`]),
    ...(unprintable === null ? [] : [`no letter can show ${unprintable}: write by hand`]),
  ].join('; ')

const callRow = ({ contact, orderNumbers, most, items, ...rest }: NoticeRecipient) => ({
  ...rest,
  name: contact.name,
  phone: contact.phone,
  address: contact.address,
  why: whyOther(contact),
  orders: orderNumbers,
  units: most,
  goods: items.map(({ sku, batchCode }) => `${sku} ${batchCode}`),
})

function callList(house: House, mailer: Mailer | null): void {
  own(
    house,
    'GET',
    {
      url: '/v1/recalls/:ref/call-list.csv',
      needs: 'see contacts',
      tells: 'Whom to call or to write to by hand: those no mail reaches, and those who stay silent',
      tag,
      params: RefParams(),
      answer: Type.Any(),
    },
    async ({ act, reply }, { params: { ref } }) => {
      const { number, rows } = await seen(house, act, ref, async (db, { recall }) => {
        return { number: recall.number, rows: (await recipientsBy(mailer, db, recall)).filter(isToCall).map(callRow) }
      })
      return reply
        .header('content-type', 'text/csv; charset=utf-8')
        .header('content-disposition', `inline; filename="${number.replaceAll(/[^\w.-]/g, '_')}-call-list.csv"`)
        .send(csv(callColumns, rows))
    },
  )
}
