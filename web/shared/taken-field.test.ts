import { expect, test } from 'vitest'
import { Problem } from '../api/problem.ts'
import { takenField } from './taken-field.ts'

const refused = (code: string, facts: Problem['facts']) =>
  new Problem({ code, status: 409, detail: 'It is taken.', facts, requestId: '' })
const taken = (name: string) => refused('already_exists', { kind: 'thing', name })
const gtinTaken = refused('gtin_taken', { gtin: '09506000134352', sku: 'OTHER' })

test.each([
  ['a SKU', { sku: ' TEA ', name: 'Green tea' }, taken('TEA'), ['sku']],
  ['a SKU that is the name as well', { name: 'TEA', sku: 'TEA' }, taken('TEA'), ['sku']],
  ['a code', { code: 'EWR', name: 'Newark' }, taken('EWR'), ['code']],
  ['a number', { number: 'SO-7', lines: [{ product: 'SO-7' }] }, taken('SO-7'), ['number']],
  ['an address in other letters', { name: 'Ann', email: 'Ann@example.com' }, taken('ann@example.com'), ['email']],
  ['an id that nobody typed', { sku: 'TEA', name: 'Tea' }, taken('01a22082-fab6-7000-9e81-2f4198687fcd'), []],
  ['nothing told, nothing typed', { sku: '', name: '' }, refused('already_exists', { kind: 'place' }), []],
  ['a GTIN of 13 digits', { gtin: '9506000134352', packs: [] }, gtinTaken, ['gtin']],
  ['a GTIN of a pack', { gtin: '', packs: [{ gtin: '' }, { gtin: '9506000134352' }] }, gtinTaken, ['packs.1.gtin']],
  ['a GTIN in a form without one', { sku: '9506000134352' }, gtinTaken, []],
  ['another refusal', { sku: 'TEA' }, refused('in_use', { name: 'TEA' }), []],
])('what is taken is told where it was typed: %s', (_, values, problem, at) => {
  expect(takenField(values, problem)).toEqual(at.map((field) => ({ at: field, message: 'It is taken.' })))
})
