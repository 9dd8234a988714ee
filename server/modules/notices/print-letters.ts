/**
 * server/modules/notices/print-letters.ts — letters for those whom no mail reaches: drawn first, and counted as sent if they still say what is so.
 *
 * Five hundred pages take seconds to draw, and nobody waits for that: the recall is locked only while they are written down, judged once more.
 */

import { occasionOf } from '#domain/notices/choices.ts'
import { composed } from '#domain/notices/compose.ts'
import { isToWrite } from '#domain/notices/numbers.ts'
import { wordingOf } from '#domain/notices/wording.ts'
import type { Act, Database, Db, Tx } from '#platform/db.ts'
import type { Mailer } from '#platform/mail.ts'
import { unprintable } from '#platform/pdf.ts'
import { Refusal } from '#platform/refusal.ts'
import { accountSettings } from '../access/index.ts'
import { lockedRecall, type Recall, recallByRef } from '../recalls/index.ts'
import { lettersPdf, type PrintedLetter } from './letters-pdf.ts'
import { linkOf, newLinkToken, saveLinks } from './links.ts'
import { type NoticeRecipient, recipientsBy } from './recipients.ts'
import { noteLook } from './see.ts'
import { noticesFor, openWave, refuseNotToTell } from './send-wave.ts'
import { keptContact, noticeSetting } from './setting.ts'
import { insertNotices } from './wave-store.ts'
import { ownWordings } from './wordings.ts'

/** Of one printing, so that the file can be held in a hand. */
const lettersMax = 500
const drawnMax = 3

export type LettersAsk = Readonly<{
  recallId: string
  /** These, whether or not they were told, as far as they are meant; null: all who need a letter. */
  only: readonly string[] | null
  /** Of those named: also whose address no letter can show; it is left open, for a pen. */
  byHand: boolean
  /** How customers reach the account, kept where nothing is kept yet. */
  contact?: string | undefined
  mailer: Mailer | null
  publicUrl: string
}>
type TokenOf = (recipientId: string) => string

/**
 * Counted as sent at once: whoever prints them posts them. What changed while they were drawn is drawn anew. Refuses `notices_nobody`, `letter_unprintable`,
 * `letters_changing`, and what `refuseNotToTell` does.
 */
export async function printLetters(database: Database, act: Act, ask: LettersAsk): Promise<Uint8Array> {
  const tokenOf = tokens(act.accountId)
  for (let drawn = 1; drawn <= drawnMax; drawn += 1) {
    const { number, letters } = await database.read(act, async (db) =>
      lettersNow(db, await recallByRef(db, ask.recallId), { ...ask, tokenOf }),
    )
    const pdf = await lettersPdf(`Letters of ${number}`, letters)
    if (await database.write(act, (tx) => recorded(tx, letters, { ...ask, tokenOf }))) return pdf
  }
  throw new Refusal('letters_changing', {})
}

/** Each recipient keeps the link that was drawn. */
function tokens(accountId: string): TokenOf {
  const made = new Map<string, string>()
  return (recipientId) => {
    const token = made.get(recipientId) ?? newLinkToken(accountId)
    made.set(recipientId, token)
    return token
  }
}

type Asked = LettersAsk & Readonly<{ tokenOf: TokenOf }>

/** Judged again under the lock of the recall. Answers whether these are still the letters to print; then they are sent. */
async function recorded(tx: Tx, drawn: readonly PrintedLetter[], ask: Asked): Promise<boolean> {
  const recall = await lockedRecall(tx, ask.recallId)
  await keptContact(tx, ask.contact)
  const { letters, recipients } = await lettersNow(tx, recall, ask)
  if (JSON.stringify(letters) !== JSON.stringify(drawn)) return false
  const wave = await openWave(tx, recall, { kind: 'letters', recipients })
  const notices = await noticesFor(tx, recall, recipients, ({ contact }) => contact.address)
  await insertNotices(tx, { recallId: recall.id, waveId: wave.id, way: 'letter' }, notices)
  await saveLinks(
    tx,
    notices.map(({ id, recipientId }) => ({ noticeId: id, token: ask.tokenOf(recipientId) })),
  )
  await noteLook(tx, recall.id)
  return true
}

async function lettersNow(db: Db, recall: Recall, ask: Asked) {
  const contact = (await noticeSetting(db)).contact ?? ask.contact ?? null
  refuseNotToTell(recall, contact)
  const { number } = recall
  const recipients = (await recipientsBy(ask.mailer, db, recall)).filter(isWanted(ask)).slice(0, lettersMax)
  if (recipients.length === 0) throw new Refusal('notices_nobody', { number, to: 'letters' })
  const letterOf = await writer(db, recall, { ...ask, contact })
  const letters = recipients.map(letterOf)
  refuseUnprintable(number, letters)
  return { number, recipients, letters }
}

const isWanted =
  ({ only, byHand }: LettersAsk) =>
  (one: NoticeRecipient): boolean =>
    only === null
      ? isToWrite(one)
      : one.isMeant && only.includes(one.id) && (one.reach.letter || (byHand && one.reach.hand))

type Writing = Pick<Asked, 'publicUrl' | 'tokenOf'> & Readonly<{ contact: string | null }>

async function writer(db: Db, recall: Recall, { publicUrl, tokenOf, contact }: Writing) {
  const occasion = occasionOf(recall)
  const [[account], own] = await Promise.all([accountSettings(db), ownWordings(db, occasion)])
  const brand = account?.name ?? ''
  return ({ id, audience, language, items, contact: to, reach }: NoticeRecipient): PrintedLetter => {
    const chosen = { occasion, audience, language }
    const link = linkOf(publicUrl, tokenOf(id))
    const name = reach.hand ? null : to.name
    const notice = composed(chosen, wordingOf(chosen, own(chosen)), { brand, contact, recall, name, items, link })
    return { from: brand, to: reach.hand ? '' : addressed(to), day: db.act.at.slice(0, 10), notice, link }
  }
}

const addressed = ({ name, address }: NoticeRecipient['contact']): string =>
  address?.startsWith(name ?? ' ') ? address : [name, address].filter(Boolean).join('\n')

/** Of what all of them say, a product's name or the reason: a letter with holes in it would count as told. */
function refuseUnprintable(number: string, letters: readonly PrintedLetter[]): void {
  const said = letters.flatMap(({ notice }) => [notice.subject, ...notice.passages.flatMap(({ lines }) => lines)])
  const characters = unprintable([...new Set(said)].join('\n')).join('')
  if (characters !== '') throw new Refusal('letter_unprintable', { number, characters })
}
