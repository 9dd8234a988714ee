import fc from 'fast-check'
import { expect, test } from 'vitest'
import { oneEditsOf } from './one-edit.ts'

const letter = fc.constantFrom(...'abcxyz0189-./_ ')
const code = fc.array(letter, { minLength: 5, maxLength: 39 })
const place = fc.nat({ max: 39 })

/** As one mistypes. */
const mistakes = {
  wrong: (letters: string[], at: number, other: string) => letters.with(at, other),
  missing: (letters: string[], at: number) => letters.toSpliced(at, 1),
  extra: (letters: string[], at: number, other: string) => letters.toSpliced(at, 0, other),
  swapped: (letters: string[], at: number) => letters.toSpliced(at, 2, ...letters.slice(at, at + 2).reverse()),
}

test.each(Object.entries(mistakes))('a code with a character %s is found back', (_, mistake) => {
  fc.assert(
    fc.property(code, place, letter, (letters, at, other) => {
      const [meant, typed] = [letters.join(''), mistake(letters, at % letters.length, other).join('')]
      return typed === meant || oneEditsOf(typed).includes(meant)
    }),
  )
})

test('a letter of no alphabet of ours is kept where it stands', () => {
  expect(oneEditsOf('größ-1')).toContain('größ-12')
})

test('each once, and never what was typed', () => {
  const edits = oneEditsOf('aabb')
  expect(new Set(edits).size).toBe(edits.length)
  expect(edits).not.toContain('aabb')
})

test.each(['', 'abc', 'x'.repeat(41)])('"%s" is too short or too long to have been meant otherwise', (typed) => {
  expect(oneEditsOf(typed)).toEqual([])
})
