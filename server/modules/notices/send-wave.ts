/**
 * server/modules/notices/send-wave.ts — a notice for everybody who was not told yet, or who stays silent; mailed by a job.
 */
import { occasionOf } from '#domain/notices/choices.ts'
import { isToMail, isToMailAgain } from '#domain/notices/numbers.ts'
import type { Act, Database, Tx } from '#platform/db.ts'
import { newId } from '#platform/id.ts'
import { enqueue } from '#platform/jobs.ts'
import { Refusal } from '#platform/refusal.ts'
import { audit } from '../access/index.ts'
import { lockedRecall, type Recall } from '../recalls/index.ts'
import { type NoticeRecipient, recipientsOf } from './recipients.ts'
import { keptContact, noticeSetting } from './setting.ts'
import { saveRecipients, wavesOf } from './store.ts'
import { insertNotices, insertWave, type NewNotice, runningTold } from './wave-store.ts'
import { ownWordings } from './wordings.ts'

export type Wave = Readonly<{ id: string; number: number; recipients: number }>
/** `contact`: how customers reach the account, kept where nothing is kept yet. */
type WaveAsk = Readonly<{ to: 'untold' | 'silent'; contact?: string | undefined }>

/** The recall is locked: of two who press at once the second finds nobody left. Refuses `notices_nobody`, and what `refuseNotToTell` does. */
export async function sendWave(tx: Tx, recallId: string, { to, contact }: WaveAsk): Promise<Wave> {
  const recall = await lockedRecall(tx, recallId)
  refuseNotToTell(recall, await keptContact(tx, contact))
  const wanted = to === 'untold' ? isToMail : isToMailAgain
  const recipients = (await recipientsOf(tx, recall)).filter(wanted)
  if (recipients.length === 0) throw new Refusal('notices_nobody', { number: recall.number, to })
  return mailTo(tx, recall, { kind: to === 'untold' ? 'first' : 'again', recipients })
}

async function mailTo(tx: Tx, recall: Recall, opening: Opening): Promise<Wave> {
  const wave = await openWave(tx, recall, opening)
  await insertNotices(
    tx,
    { recallId: recall.id, waveId: wave.id, way: 'email' },
    await noticesFor(tx, recall, opening.recipients, ({ contact }) => contact.email),
  )
  await enqueue(tx, 'notices-due', {})
  return wave
}

/** Where the account says so, who stays silent after the first mail gets a second one by itself. */
export async function askSilentAgain(database: Database, act: Act): Promise<void> {
  const running = await database.read(act, async (db) =>
    (await noticeSetting(db)).againByItself ? runningTold(db) : [],
  )
  for (const { recallId } of running) await database.write(act, (tx) => askOnceMore(tx, recallId))
}

async function askOnceMore(tx: Tx, recallId: string): Promise<void> {
  const recall = await lockedRecall(tx, recallId)
  if (recall.state !== 'running') return
  const silent = (await recipientsOf(tx, recall)).filter((one) => isToMailAgain(one) && one.notices === 1)
  if (silent.length > 0) await mailTo(tx, recall, { kind: 'again', recipients: silent })
}

/** Refuses `recall_state`, `notice_without_hazard`, `notice_without_contact`. */
export function refuseNotToTell({ number, state, kind, hazard }: Recall, contact: string | null): void {
  if (state !== 'running') throw new Refusal('recall_state', { number, state, wanted: ['running'] })
  if (kind === 'recall' && hazard === null) throw new Refusal('notice_without_hazard', { number })
  if (contact === null) throw new Refusal('notice_without_contact', { number })
}

type Opening = Readonly<{ kind: 'first' | 'again' | 'letters'; recipients: readonly NoticeRecipient[] }>

export async function openWave(tx: Tx, recall: Recall, { kind, recipients }: Opening): Promise<Wave> {
  await saveRecipients(tx, recall.id, recipients)
  const number = (await wavesOf(tx, recall.id)).length + 1
  const wave = { id: newId(), number, recipients: recipients.length }
  await insertWave(tx, { ...wave, recallId: recall.id, kind, occasion: occasionOf(recall) })
  const after = { number: recall.number, wave: number, kind, recipients: recipients.length }
  audit(tx, { action: 'notice.wave', subjectKind: 'recall', subjectId: recall.id, after })
  return wave
}

type To = (recipient: NoticeRecipient) => string | null

export async function noticesFor(
  tx: Tx,
  recall: Recall,
  recipients: readonly NoticeRecipient[],
  to: To,
): Promise<NewNotice[]> {
  const own = await ownWordings(tx, occasionOf(recall))
  return recipients.map((recipient) => ({
    id: newId(),
    recipientId: recipient.id,
    sentTo: to(recipient),
    told: recipient.items.map(({ batchId, quantity, most }) => ({ batchId, quantity, most })),
    wording: own(recipient)?.version ?? null,
  }))
}
