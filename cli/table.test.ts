import { expect, test } from 'vitest'
import { fields, table } from './table.ts'

test('text stands left, numbers right with their thousands, nothing is a dash', () => {
  const rows = [
    { name: 'CREAM', count: 12345 },
    { name: '', count: 7 },
  ]
  expect(
    table(rows, [
      { title: 'Name', of: ({ name }) => name },
      { title: 'Units', of: ({ count }) => count },
    ]),
  ).toBe(['Name    Units', 'CREAM  12,345', '–           7'].join('\n'))
})

test('no rows leave the titles', () => {
  expect(table([], [{ title: 'Name', of: () => '' }])).toBe('Name')
})

test('wide letters take two columns, long cells are cut, control characters cannot write on the terminal', () => {
  const rows = [{ text: '醤油' }, { text: 'abcd' }]
  const columns = [
    { title: 'T', of: ({ text }: { text: string }) => text },
    { title: 'U', of: () => 'x' },
  ]
  expect(table(rows, columns)).toBe(['T     U', '醤油  x', 'abcd  x'].join('\n'))
  expect(
    fields([
      ['A', '\u001b[31mred'],
      ['B', 'y'.repeat(60)],
    ]),
  ).toBe(`A  [31mred\nB  ${'y'.repeat(47)}…`)
})
