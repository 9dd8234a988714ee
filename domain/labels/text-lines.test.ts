import fc from 'fast-check'
import { expect, test } from 'vitest'
import { textLines, textWidth, unbroken } from './text-lines.ts'

const room = { size: 10, bold: false, width: 60, lines: 2 }

test.each([
  ['short', ['short']],
  ['two words more', ['two words', 'more']],
  ['a\nb', ['a', 'b']],
  ['abcdefghijklmnop', ['abcdefghijkl', 'mnop']],
  ['one two three four five six', ['one two', 'three four…']],
  [`(17)${unbroken}270630 (10)${unbroken}A1`, ['(17) 270630', '(10) A1']],
  ['', []],
])('%j is written as %j', (text, lines) => {
  expect(textLines(text, room)).toEqual(lines)
})

test('no line is wider than its room, and there are no more than asked for', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 80 }), fc.integer({ min: 1, max: 4 }), (text, most) => {
      const lines = textLines(text, { ...room, width: 40, lines: most })
      expect(lines.length).toBeLessThanOrEqual(most)
      for (const line of lines) expect(textWidth(line, room)).toBeLessThanOrEqual(40)
    }),
  )
})
