import fc from 'fast-check'
import { expect, test } from 'vitest'
import { batchName, batchOnSheet, batchText, lookAlikeKey, normaliseBatchCode, untrackedCode } from './batch-code.ts'

test.each([
  ['outer space', ' L001 ', 'L001'],
  ['full width', 'Ｌ００１', 'L001'],
  ['inner runs of space', 'L  0\u00a0\t1', 'L 0 1'],
  ['case stays', 'l001', 'l001'],
  ['leading zeros stay', '001', '001'],
  ['a ligature', 'ﬁ1', 'fi1'],
  ['composed or not, the same letter', 'A\u030a1', 'Å1'],
  ['what looks like GS1 is text', '10D9T', '10D9T'],
])('a code as a person means it: %s', (_, given, code) => {
  expect(normaliseBatchCode(given)).toEqual({ code, problems: [] })
})

test.each([
  ['nothing', '', 'must not be empty'],
  ['only space', ' \u3000 ', 'must not be empty'],
  ['81 characters', 'x'.repeat(81), 'must have at most 80 characters'],
  ['a lost FNC1', 'A1\u001dS9', 'must not hold control or invisible characters; was part of the scan lost?'],
  ['NUL', 'A\u00001', 'must not hold control or invisible characters; was part of the scan lost?'],
  ['a zero-width space', 'A\u200b1', 'must not hold control or invisible characters; was part of the scan lost?'],
  ['half a character', 'A\ud8001', 'must not hold control or invisible characters; was part of the scan lost?'],
])('a code that is none says why: %s', (_, given, message) => {
  expect(normaliseBatchCode(given).problems).toEqual([{ message }])
})

test('80 characters are a code', () => {
  expect(normaliseBatchCode('x'.repeat(80)).problems).toEqual([])
})

test.each([
  ['case', 'L001', 'l001', true],
  ['O for 0', 'L001', 'LOO1', true],
  ['I for 1', 'L001', 'L00I', true],
  ['separators', 'AB-12/3', 'AB 12.3', true],
  ['leading zeros', '001', '1', false],
  ['L and 1', 'L1', '11', false],
  ['other digits', 'L001', 'L002', false],
  ['S and 5', 'S1', '51', false],
  ['only separators', '-', '/', false],
])('%s: %s could be taken for %s: %s', (_, a, b, alike) => {
  expect(lookAlikeKey(a) === lookAlikeKey(b)).toBe(alike)
})

const text = fc.oneof(fc.string({ unit: 'binary', maxLength: 100 }), fc.string({ unit: 'grapheme', maxLength: 30 }))

test('law: what was made usual stays as it is', () => {
  fc.assert(
    fc.property(text, (given) => {
      const once = normaliseBatchCode(given)
      expect(normaliseBatchCode(once.code)).toEqual(once)
    }),
    { numRuns: 5000 },
  )
})

test('law: a code without problems is 1 to 80 visible characters, with no outer space and no double space', () => {
  fc.assert(
    fc.property(text, (given) => {
      const { code, problems } = normaliseBatchCode(given)
      fc.pre(problems.length === 0)
      expect(code).toMatch(/^[^\p{C}\s]([^\p{C}]{0,78}[^\p{C}\s])?$/u)
      expect(code).not.toMatch(/\s\s/)
    }),
    { numRuns: 2000 },
  )
})

test.each([
  // code         column      sentence                spreadsheet
  ['L-26', 'L-26', 'batch L-26', 'L-26'],
  [untrackedCode, 'no batch', 'goods without batch', ''],
])('%s is read as "%s", "%s" and "%s"', (batchCode, column, inSentence, cell) => {
  expect([batchText(batchCode), batchName(batchCode), batchOnSheet({ batchCode }).batchCode]).toEqual([
    column,
    inSentence,
    cell,
  ])
})

test('law: no key is empty, and a code and its capitals look alike', () => {
  const code = fc.stringMatching(/^[A-Za-z0-9 ._/-]{1,20}$/)
  fc.assert(
    fc.property(code, (given) => {
      expect(lookAlikeKey(given)).not.toBe('')
      expect(lookAlikeKey(given.toUpperCase())).toBe(lookAlikeKey(given))
    }),
  )
})
