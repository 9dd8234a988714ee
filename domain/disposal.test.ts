import { expect, test } from 'vitest'
import {
  costOfAll,
  costOfUnits,
  type Disposal,
  disposalState,
  type Meaning,
  signatureProblem,
  signaturesMissing,
} from './disposal.ts'

const draft: Disposal = {
  byPassword: false,
  authorId: 'ann',
  authorIsKey: false,
  destroyedAt: null,
  cancelledAt: null,
  reversedAt: null,
}
const drug: Disposal = { ...draft, byPassword: true }
const signed = (...meanings: Meaning[]) =>
  meanings.map((meaning) => ({ meaning, personId: meaning === 'author' ? 'ann' : 'bob' }))

test.each([
  [draft, signed(), 'draft'],
  [draft, signed('witness'), 'signed'],
  [drug, signed('witness'), 'draft'],
  [drug, signed('author', 'witness'), 'signed'],
  [{ ...draft, cancelledAt: 'then' }, signed('witness'), 'cancelled'],
  [{ ...draft, destroyedAt: 'then' }, signed('witness'), 'destroyed'],
  [{ ...draft, destroyedAt: 'then', reversedAt: 'later' }, signed('witness'), 'reversed'],
])('%j signed by %j is %s', (disposal, signatures, state) => {
  expect(disposalState(disposal, signatures)).toBe(state)
})

test('a prescription drug needs two signatures, all else a witness', () => {
  expect([
    signaturesMissing(draft, []),
    signaturesMissing(drug, []),
    signaturesMissing(drug, signed('author')),
  ]).toEqual([['witness'], ['author', 'witness'], ['witness']])
})

test.each<[Disposal, ReturnType<typeof signed>, Meaning, string, boolean, string | null]>([
  // disposal, signed before, as, who, by password
  [draft, signed(), 'witness', 'bob', false, null],
  [draft, signed(), 'witness', 'ann', false, 'own_witness'],
  [draft, signed(), 'author', 'ann', true, 'not_needed'],
  [draft, signed('witness'), 'witness', 'eve', false, 'signed_already'],
  [drug, signed(), 'witness', 'bob', false, 'password_needed'],
  [drug, signed(), 'witness', 'bob', true, null],
  [drug, signed(), 'author', 'bob', true, 'not_the_author'],
  [drug, signed(), 'author', 'ann', true, null],
  [drug, signed('author'), 'witness', 'ann', true, 'own_witness'],
  // A program wrote it: any person signs as its author, and nobody signs twice.
  [{ ...drug, authorIsKey: true }, signed(), 'author', 'eve', true, null],
  [{ ...drug, authorIsKey: true }, signed('witness'), 'author', 'bob', true, 'own_witness'],
])('of %j signed by %j, signing as %s by %s (password %s): %s', (disposal, before, ...row) => {
  const [meaning, personId, byPassword, problem] = row
  expect(signatureProblem(disposal, before, { meaning, personId, byPassword })).toBe(problem)
})

test('scenario 56: 30 at 4.20 are 126.00; an unknown cost makes the whole unknown', () => {
  expect(costOfUnits(30, 420)).toBe(12_600)
  expect(costOfUnits(3, 33.5)).toBe(101)
  expect(costOfUnits(3, null)).toBeNull()
  expect([costOfAll([12_600, 1]), costOfAll([12_600, null]), costOfAll([null, 1]), costOfAll([])]).toEqual([
    12_601,
    null,
    null,
    0,
  ])
})
