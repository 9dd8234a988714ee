import { expect, test } from 'vitest'
import { isRecent, type Kept, staying } from './staying.ts'

const day = 86_400_000
const kept = (name: string, at: number, person = 'ann'): Kept => ({ person, name, at, answer: null })
const names = (all: readonly Kept[], added: Kept) => staying(all, added).map(({ name, at }) => `${name} ${at}`)

test('a new answer takes the place of the last one to the same question', () => {
  expect(names([kept('me', 1), kept('warehouses', 2)], kept('me', 3))).toEqual(['warehouses 2', 'me 3'])
})

test('what is of another person goes as soon as something of this one is kept', () => {
  expect(names([kept('me', 1, 'bob'), kept('pick-wave w', 2, 'bob')], kept('me', 3))).toEqual(['me 3'])
})

test('what was kept two weeks ago is shown no more', () => {
  expect(isRecent(kept('me', 1), 14 * day)).toBe(true)
  expect(isRecent(kept('me', 1), 14 * day + 1)).toBe(false)
})

test('of the waves the last five that were opened stay, and nothing stays longer than a session', () => {
  const waves = [1, 2, 3, 4, 5].map((nth) => kept(`pick-wave ${nth}`, nth))
  expect(names([...waves, kept('me', 1)], kept('pick-wave 6', 6))).toEqual([
    'pick-wave 2 2',
    'pick-wave 3 3',
    'pick-wave 4 4',
    'pick-wave 5 5',
    'me 1',
    'pick-wave 6 6',
  ])
  expect(names(waves, kept('me', 14 * day + 3))).toEqual(['pick-wave 4 4', 'pick-wave 5 5', `me ${14 * day + 3}`])
})
