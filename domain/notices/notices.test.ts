/**
 * domain/notices/notices.test.ts — what a notice says, who stands where, and where every unit is.
 */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { bouncedIn, messageIdOf } from './bounce-text.ts'
import { audiences, languages, occasionOf, occasions } from './choices.ts'
import { composed, plainText } from './compose.ts'
import { parts } from './in-language.ts'
import { type Sent, standingOf } from './standing.ts'
import { whereTheyAre } from './where-they-are.ts'
import { problemsIn, wordingOf } from './wording.ts'

test('law: every built-in notice has all parts, urgent where it must be, and says what, why, hazard and how to answer', () => {
  const item = { sku: 'F', productName: 'Jam', batchCode: 'F1', expiresOn: null, quantity: 2, most: 2 }
  const recall = { number: 'RL-1', title: 'Glass', reason: 'Splinters', hazard: 'Cuts' }
  const everyKind = occasions.flatMap((occasion) =>
    audiences.flatMap((audience) => languages.map((language) => ({ occasion, audience, language }))),
  )
  for (const chosen of everyKind) {
    const wording = wordingOf(chosen, null)
    const link = 'https://x/answer#t'
    const of = { brand: 'Acme', contact: '555', recall, name: 'Ann', items: [item], link }
    const text = plainText(composed(chosen, wording, of))
    const must = ['Jam (F)', 'F1', 'Splinters', 'Cuts', link, '555', 'Acme', 'RL-1', wording.stop, wording.act]
    expect([chosen, must.filter((said) => !text.includes(said))]).toEqual([chosen, []])
    const isGrave = ['class_I', 'class_II', 'unclassified'].includes(chosen.occasion)
    expect([chosen, /^(URGENT|DRINGEND)/.test(text)]).toEqual([chosen, isGrave])
    expect(wording.passOn !== '').toBe(chosen.audience !== 'consumer')
    expect(text).not.toMatch(/[{}]/)
  }
})

test('own words take the place of the built-in ones, part by part, and what no notice may say is refused', () => {
  const none = Object.fromEntries(parts.map((part) => [part, null])) as Parameters<typeof problemsIn>[0]
  const chosen = { occasion: 'class_I', audience: 'consumer', language: 'en' } as const
  expect(wordingOf(chosen, { ...none, closing: 'Bye' })).toEqual({ ...wordingOf(chosen, null), closing: 'Bye' })
  const wrong: readonly [string, RegExp][] = [
    [' ', /is empty/],
    ['Dear {customer}', /names \{customer\}/],
    ['See https://shop.example', /web address/],
    ['A voucher for you', /promotes/],
  ]
  for (const [opening, says] of wrong)
    expect(problemsIn({ ...none, opening })).toMatchObject([{ at: 'opening', message: says }])
  expect(problemsIn({ ...none, opening: '{brand} asks for it back.' })).toEqual([])
})

test('a class not decided yet is written as grave', () => {
  expect(occasionOf({ kind: 'recall', class: null })).toBe('unclassified')
  expect(occasionOf({ kind: 'recall', class: 'III' })).toBe('class_III')
  expect(occasionOf({ kind: 'withdrawal', class: null })).toBe('withdrawal')
})

const mail = (state: Sent['state'], openedAt: string | null = null): Sent => {
  return { way: 'email', state, at: '1', settledAt: state === 'sent' ? '2' : null, openedAt }
}
const plain = { notices: [], calls: [], answeredAt: null, newsAt: null, quantity: 4, kept: 4, destroyed: 0 }

test.each([
  [plain, 'not_notified', false],
  [{ ...plain, notices: [mail('queued')] }, 'queued', false],
  [{ ...plain, notices: [mail('sent')] }, 'sent', true],
  [{ ...plain, notices: [mail('bounced')] }, 'bounced', false],
  [{ ...plain, notices: [mail('bounced'), { ...mail('sent'), way: 'letter' as const }] }, 'sent', true],
  [{ ...plain, notices: [mail('sent', '3')] }, 'read', true],
  [{ ...plain, notices: [mail('sent')], answeredAt: '4' }, 'confirmed', true],
  [{ ...plain, notices: [mail('sent')], answeredAt: '4', newsAt: '3' }, 'confirmed', true],
  [{ ...plain, notices: [mail('sent')], answeredAt: '4', newsAt: '5' }, 'sent', true],
  [{ ...plain, notices: [mail('sent')], answeredAt: '4', destroyed: 4 }, 'destroyed', true],
  [{ ...plain, notices: [mail('sent')], kept: 0 }, 'returned', true],
  [{ ...plain, calls: [{ outcome: 'no_answer' as const, at: '5' }] }, 'not_notified', false],
  [{ ...plain, calls: [{ outcome: 'reached' as const, at: '5' }] }, 'confirmed', true],
])('%j stands as %s', (told, state, isNotified) => {
  expect(standingOf(told)).toMatchObject({ state, isNotified })
})

test('law: what they say adds up to what they kept, whatever came back since', () => {
  const units = fc.nat(50)
  fc.assert(
    fc.property(units, fc.record({ have: units, destroyed: units, returning: units, used: units }), (kept, said) => {
      const { have, destroyed, returning, used, unknown } = whereTheyAre(kept, said)
      expect(have + destroyed + returning + used + unknown).toBe(kept)
      expect(Math.min(have, destroyed, returning, used, unknown)).toBeGreaterThanOrEqual(0)
    }),
  )
})

test('a message of a mail server is read by our Message-ID, else by the address, and a delay is no bounce', () => {
  const id = '019aafd0-0000-7000-8000-000000000001'
  const dsn = `Final-Recipient: rfc822;\r\n Bob@X.example\r\nAction: failed\r\nDiagnostic-Code: smtp; 550 no such user\r\n\r\nMessage-ID: ${messageIdOf(id, 'acme.example')}\r\n`
  expect(bouncedIn(dsn)).toEqual({ noticeId: id, address: 'bob@x.example', detail: 'smtp; 550 no such user' })
  expect(bouncedIn('X-Failed-Recipients: ann@x.example')).toMatchObject({ noticeId: null, address: 'ann@x.example' })
  expect(bouncedIn(dsn.replace('failed', 'delayed'))).toEqual({ noticeId: null, address: null, detail: null })
  const endless = `Action: failed${' '.repeat(200_000)}x\nFinal-Recipient: ${'a'.repeat(200_000)}\n`
  expect(bouncedIn(`${endless}Status: 5.1.1`)).toEqual({ noticeId: null, address: null, detail: '5.1.1' })
  expect(bouncedIn('Hello')).toEqual({ noticeId: null, address: null, detail: null })
})
