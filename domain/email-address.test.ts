/**
 * domain/email-address.test.ts — what mail can go to, and what is told of what it cannot.
 */
import { expect, test } from 'vitest'
import { whyNoEmail } from './email-address.ts'

test.each([
  ['ann@example.com'],
  ["o'neil+recalls@mail.example.co.uk"],
  ['δοκιμή@παράδειγμα.ελ'],
  ['a.b@x-y.museum'],
  ['ann@xn--bcher-kva.xn--p1ai'],
])('mail goes to %s', (address) => {
  expect(whyNoEmail(address)).toBeNull()
})

test.each([
  ['ann.example.com', 'has no @'],
  ['', 'has no @'],
  ['ann @example.com', 'has a space in it'],
  [' ann@example.com', 'has a space in it'],
  ['ann@@example.com', 'has more than one @: one address only'],
  ['ann@example.com,bo@example.com', 'has more than one @: one address only'],
  ['@example.com', 'has nothing before the @'],
  ['ann@example', 'has no dot after the @, as in example.com'],
  ['a.nn@', 'has no dot after the @, as in example.com'],
  ['ann@example.com.', 'ends with a dot'],
  ['ann@example..com', 'has a dot too many'],
  ['ann.@example.com', 'has a dot too many'],
  ['ann@.example.com', 'has a dot too many'],
  ['<ann@example.com>', 'has a character that no e-mail address has'],
  ['mailto:ann@example.com', 'has a character that no e-mail address has'],
  ['ann@10.0.0.1', 'does not end as a domain does, as in example.com'],
  ['ann@example.c', 'does not end as a domain does, as in example.com'],
])('%j %s', (address, why) => {
  expect(whyNoEmail(address)).toBe(why)
})
