/**
 * server/platform/refusals/notices.ts — refusals of notices and of answers to them.
 */
import { refuse } from './refuse.ts'

const nobody: Readonly<Record<string, string>> = {
  untold: 'Everybody who can be told by mail was told, or has a mail on its way. The others need a letter or a call.',
  silent: 'Nobody has been silent for long enough to be asked again by mail.',
  letters: 'Nobody needs a letter: those without mail have no address either, or were told already.',
}

export const noticeRefusals = {
  notices_nobody: refuse<{ number: string; to: 'untold' | 'silent' | 'letters' }>(
    409,
    ({ number, to }) => `Nothing is sent for ${number}. ${nobody[to]}`,
  ),
  notice_without_hazard: refuse<{ number: string }>(
    409,
    ({ number }) => `A notice says what the goods can do to people. Write the hazard of ${number} down first.`,
  ),
  notice_without_contact: refuse<{ number: string }>(
    409,
    ({ number }) =>
      `A notice of ${number} says how customers reach you, and that is not written down yet. Give it with the notice, or write it down under Settings, Recalls.`,
  ),
  letter_unprintable: refuse<{ number: string; characters: string }>(
    409,
    ({ number, characters }) =>
      `No letter can show ${characters}. Our font has Latin, Greek and Cyrillic letters. Change the words of ${number}, or the name of the product.`,
  ),
  letters_changing: refuse<Record<string, never>>(
    409,
    () => 'What the letters say changed again and again while they were drawn. Nothing was sent. Print them again.',
  ),
  mail_not_configured: refuse<Record<string, never>>(
    409,
    () =>
      'This server sends no mail yet: SMTP_URL, MAIL_FROM and PUBLIC_URL are not set. Letters and calls work without.',
  ),
  bounce_unread: refuse<{ number: string }>(
    422,
    ({ number }) =>
      `The message names no mail of ${number} that failed: neither its Message-ID nor an address that was written to. Mark the recipient by hand.`,
  ),
  notice_none_sent: refuse<{ number: string }>(
    409,
    ({ number }) =>
      `Nothing was sent to this recipient of ${number} that could have come back, or it is known already.`,
  ),
  answer_link_unknown: refuse<Record<string, never>>(
    404,
    () => 'This link is not known. Copy it whole from the notice, or call the number there.',
  ),
  answer_over: refuse<{ number: string }>(
    409,
    ({ number }) => `Recall ${number} has ended. Nothing more has to be answered.`,
  ),
  answer_too_many: refuse<{ batch: string; got: number; said: number }>(
    422,
    ({ batch, got, said }) =>
      `Of batch ${batch} ${got} ${got === 1 ? 'was' : 'were'} sent, and the answer names ${said}. Count again.`,
  ),
  answer_too_often: refuse<{ times: number; photos: number }>(
    409,
    ({ times, photos }) =>
      `There are ${times} answers with ${photos} photos to this notice already, and no more are taken here. Call the number in it.`,
  ),
  contacts_erased: refuse<{ number: string }>(
    409,
    ({ number }) => `Names and addresses of ${number} were erased after the time that the account keeps them.`,
  ),
} as const
