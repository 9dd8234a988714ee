/**
 * domain/notices/numbers.test.ts — how many were told and answered, and what is to be done with each.
 */
import { expect, test } from 'vitest'
import {
  type Counted,
  isToCall,
  isToMail,
  isToMailAgain,
  isToWrite,
  isToWriteByHand,
  noticeNumbersOf,
  withoutMail,
} from './numbers.ts'

const all = { email: true, letter: true, hand: false, phone: true }
const nowhere = { have: 0, destroyed: 0, returning: 0, used: 0, unknown: 0 }
const untold: Counted = {
  state: 'not_notified',
  way: null,
  notifiedAt: null,
  lastNoticeAt: null,
  respondedAt: null,
  isNotified: false,
  isClosed: false,
  bounced: false,
  isMeant: true,
  isPossible: false,
  mayAskAgain: false,
  hasNews: false,
  mail: null,
  hasEmail: true,
  asksAudience: false,
  reach: all,
  quantity: 2,
  most: 2,
  returned: 0,
  units: { ...nowhere, unknown: 2 },
}
const silent: Counted = { ...untold, state: 'sent', way: 'email', mail: 'sent', isNotified: true, mayAskAgain: true }
const told: Counted = { ...silent, mayAskAgain: false }
const answered: Counted = { ...told, state: 'confirmed', isClosed: true }
const noMail = { ...all, email: false }
const byHand = { email: false, letter: false, hand: true, phone: false }

test.each<[string, Counted, readonly string[]]>([
  ['not told yet', untold, ['mail']],
  ['not told, and no mail reaches them', { ...untold, reach: noMail }, ['letter', 'call']],
  ['not told, and nothing reaches them', { ...untold, reach: { ...byHand, hand: false } }, []],
  ['not told, and no letter can show the address', { ...untold, reach: byHand }, ['hand', 'call']],
  ['no letter can show the address, and a mail does', { ...untold, reach: { ...byHand, email: true } }, ['mail']],
  ['not told, on a server without mail', withoutMail(untold), ['letter', 'call']],
  ['has a mail on its way', { ...untold, state: 'queued' }, []],
  ['told a moment ago', told, []],
  ['silent', silent, ['again', 'call']],
  ['silent, and more of theirs is meant since', { ...silent, hasNews: true }, ['mail', 'call']],
  ['silent, and no mail reaches them', { ...silent, reach: noMail }, ['letter', 'call']],
  ['answered', answered, []],
  ['answered, and more of theirs is meant since', { ...answered, hasNews: true }, ['mail']],
  ['sent all back unasked', { ...untold, state: 'returned', isClosed: true }, []],
  ['not meant any more', { ...untold, isMeant: false }, []],
])('%s', (_, row, wanted) => {
  const lists = { mail: isToMail, again: isToMailAgain, letter: isToWrite, hand: isToWriteByHand, call: isToCall }
  const on = Object.entries(lists).flatMap(([name, isOn]) => (isOn(row) ? [name] : []))
  expect(on).toEqual(wanted)
})

test('who is not meant any more is in no number; who was told has answered or is silent', () => {
  const back: Counted = { ...untold, state: 'returned', isClosed: true, returned: 2, units: nowhere }
  const gone: Counted = { ...answered, isMeant: false, quantity: 0, most: 0, units: nowhere }
  const possible: Counted = { ...untold, isPossible: true, quantity: 0, most: 5, units: nowhere }
  const numbers = noticeNumbersOf([untold, silent, answered, back, gone, possible])
  expect(numbers).toMatchObject({
    recipients: 5,
    possibleOnly: 1,
    possible: 5,
    notified: 2,
    notNotified: 2,
    responded: 2,
    silent: 1,
    notificationRate: 40,
    responseRate: 50,
    confirmedRate: 40,
    units: { distributed: 8, returned: 2, unknown: 6 },
  })
  const unsaid = { asksAudience: true }
  const asked = [untold, silent, answered, gone].map((row) => ({ ...row, ...unsaid }))
  expect(noticeNumbersOf([...asked, untold]).audienceUnsaid).toBe(2)
  expect(noticeNumbersOf([])).toMatchObject({ recipients: 0, notificationRate: null, confirmedRate: null })
})
