import fc from 'fast-check'
import { expect, test } from 'vitest'
import { generationsOf } from './generations.ts'

const read = (text: string) =>
  text.split(' ').flatMap((chain) =>
    chain
      .split('>')
      .slice(1)
      .map((childId, at) => ({ parentId: chain.split('>')[at] ?? '', childId })),
  )

test.each([
  ['alone', 'A', '', { A: 0 }],
  ['three levels', 'A', 'A>B>C', { A: 0, B: 1, C: 2 }],
  ['what it was made of', 'C', 'A>B>C', { C: 0, B: -1, A: -2 }],
  ['the longest way counts', 'A', 'A>C A>B>C', { A: 0, B: 1, C: 2 }],
  ['one that is asked of, and made of another that is', 'A B', 'A>B>C', { A: 0, B: 1, C: 2 }],
  ['rework goes round', 'A', 'A>B>A B>C', { A: 0, B: 1, C: 2 }],
  ['other parents of a child are not asked of', 'A', 'A>C B>C', { A: 0, C: 1 }],
])('%s', (_, roots, links, expected) => {
  expect(Object.fromEntries(generationsOf({ roots: roots.split(' '), links: read(links) }))).toEqual(expected)
})

test('a chain of 20,000 is walked', () => {
  const links = Array.from({ length: 20_000 }, (_, at) => ({ parentId: `${at}`, childId: `${at + 1}` }))
  expect(generationsOf({ roots: ['0'], links }).get('20000')).toBe(20_000)
})

test('where nothing was made of itself, every link below goes to a later generation, and all that is reached has one', () => {
  const pairs = fc.array(fc.tuple(fc.nat(30), fc.nat(30)), { maxLength: 80 })
  fc.assert(
    fc.property(pairs, (drawn) => {
      const links = drawn.filter(([a, b]) => a < b).map(([a, b]) => ({ parentId: `${a}`, childId: `${b}` }))
      const generations = generationsOf({ roots: ['0'], links })
      for (const { parentId, childId } of links.filter((link) => (generations.get(link.parentId) ?? -1) >= 0))
        expect(generations.get(childId) ?? -1).toBeGreaterThan(generations.get(parentId) ?? 0)
    }),
  )
})
