import { expect, test } from 'vitest'
import { wordsOfMove } from './move-words.ts'

test.each([
  ['consume', 'redating', 'storage', 'opened, frozen or thawed'],
  ['consume', 'identification', 'storage', 'identified'],
  ['consume', 'repair', 'storage', 'became another batch'],
  ['consume', 'opened', 'opened', 'used up'],
  ['sample', 'sample', 'storage', 'sample taken'],
  ['sample', 'sample', 'sample', 'back from a sample'],
  ['count', 'count', 'count', 'counted'],
] as const)('a move of reason %s by a %s from %s is told as it was', (reason, documentKind, fromKind, words) => {
  expect(wordsOfMove({ reason, documentKind, fromKind })).toBe(words)
})
