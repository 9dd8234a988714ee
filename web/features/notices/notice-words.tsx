/**
 * web/features/notices/notice-words.tsx — how far it has come with a recipient, in a word and a shape.
 */
import type { NoticeState, Way } from '#domain/notices/standing.ts'
import type { NoticeRecipient } from '../../api/types.ts'
import { countOf } from '../../shared/quantity.tsx'
import { Sign, type Tone } from '../../shared/sign.tsx'

export const stateWords: Readonly<Record<NoticeState, string>> = {
  not_notified: 'not told yet',
  queued: 'mail is waiting',
  sent: 'told',
  bounced: 'came back',
  read: 'opened the page',
  confirmed: 'answered',
  returned: 'sent all back',
  destroyed: 'destroyed all',
}
const tones: Readonly<Record<NoticeState, Tone>> = {
  not_notified: 'quiet',
  queued: 'active',
  sent: 'soon',
  bounced: 'bad',
  read: 'soon',
  confirmed: 'good',
  returned: 'good',
  destroyed: 'good',
}
export const wayWords: Readonly<Record<Way, string>> = { email: 'by mail', letter: 'by letter', phone: 'by phone' }

export const NoticeSign = ({ state }: { state: NoticeState }) => <Sign tone={tones[state]}>{stateWords[state]}</Sign>

/** A name is told to those who may see contacts; the others see whose number it is. */
export const nameOf = ({ contact, customerCode, orderNumbers }: NoticeRecipient): string =>
  contact?.name ?? customerCode ?? (orderNumbers[0] ? `Order ${orderNumbers[0]}` : 'Not named')

export const unitsOf = ({ quantity, most, isMeant }: NoticeRecipient): string => {
  if (!isMeant) return 'not meant any more'
  return most > quantity ? `at most ${countOf(most, 'unit')}` : countOf(quantity, 'unit')
}
