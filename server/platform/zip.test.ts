import { expect, test } from 'vitest'
import { partsOf, zipOf } from './zip.ts'

const part = (name: string, text: string) => ({ name, content: new TextEncoder().encode(text) })
const at = '2025-11-23T15:00:00.000Z'

test('what is packed comes out again, in its order, also what is empty', () => {
  const parts = [part('b.txt', 'glass '.repeat(1000)), part('a.json', '{}'), part('empty', '')]
  const back = partsOf(zipOf(parts, at))
  expect(back.map(({ name, content }) => [name, new TextDecoder().decode(content)])).toEqual(
    parts.map(({ name, content }) => [name, new TextDecoder().decode(content)]),
  )
})

test('the same parts at the same moment make the same bytes, and at another moment others', () => {
  const made = (when: string) => Buffer.from(zipOf([part('a', 'x')], when))
  expect(made(at).equals(made(at))).toBe(true)
  expect(made(at).equals(made('2025-11-23T15:01:00.000Z'))).toBe(false)
  expect(() => made('1970-01-01T00:00:00.000Z')).not.toThrow()
})
