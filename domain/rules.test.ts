import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  namedContext,
  narrowestFirst,
  type Rule,
  type RuleContext,
  type RuleScope,
  resolveRules,
  type Settings,
  scopeFields,
} from './rules.ts'

const day = '2025-11-23'
const line: RuleContext = {
  customer: 'harrods',
  channel: 'shop',
  market: 'EU',
  product: 'P',
  category: 'cream',
  warehouse: 'CHI',
  client: 'aurora',
}
const rule = (id: string, scope: RuleScope, sets: Partial<Settings>, more: Partial<Rule> = {}): Rule => ({
  id,
  name: id.toUpperCase(),
  scope,
  sets,
  validFrom: '2025-01-01',
  validUntil: null,
  ...more,
})
const life = (daysMin: number) => ({ life: { kind: 'days', daysMin } }) as const
const all = rule('all', {}, life(1))

test.each<[string, Rule[], string]>([
  ['none', [], ''],
  ['one for everything', [all], 'all'],
  ['product over everything', [all, rule('p', { product: 'P' }, life(2))], 'p all'],
  ['customer over product', [rule('p', { product: 'P' }, life(2)), rule('c', { customer: 'harrods' }, life(3))], 'c p'],
  [
    'customer over channel, market, product, category, warehouse, client',
    ['client', 'warehouse', 'category', 'product', 'market', 'channel', 'customer'].map((field) =>
      rule(field, { [field]: line[field as keyof RuleContext] }, life(1)),
    ),
    'customer channel market product category warehouse client',
  ],
  [
    'a product over its category and client together',
    [rule('cc', { category: 'cream', client: 'aurora' }, life(2)), rule('p', { product: 'P' }, life(3))],
    'p cc',
  ],
  [
    'what names more over what names less',
    [rule('a', { channel: 'shop' }, life(2)), rule('b', { channel: 'shop', client: 'aurora' }, life(3))],
    'b a',
  ],
  ['the later from-date', [rule('z', {}, life(1)), rule('y', {}, life(2), { validFrom: '2025-06-01' })], 'y z'],
  ['then the later id', [rule('a', {}, life(1)), rule('b', {}, life(2))], 'b a'],
  ['begins today', [rule('a', {}, life(1), { validFrom: day })], 'a'],
  ['begins tomorrow', [all, rule('a', { product: 'P' }, life(9), { validFrom: '2025-11-24' })], 'all'],
  ['ends today', [rule('a', {}, life(1), { validUntil: day })], 'a'],
  ['ended yesterday', [rule('a', {}, life(1), { validUntil: '2025-11-22' })], ''],
  ['another customer', [all, rule('c', { customer: 'boots' }, life(9))], 'all'],
  ['half of what it names', [all, rule('c', { customer: 'harrods', product: 'Q' }, life(9))], 'all'],
  ['a rule about something else', [all, rule('c', { customer: 'harrods' }, { rotation: 'lefo' })], 'all'],
])('the narrowest rule wins, and says over which: %s', (_, rules, order) => {
  const won = resolveRules(rules, line, day).life
  expect([won?.rule, ...(won?.over ?? [])].map((one) => one?.id ?? '').join(' ')).toBe(order)
  expect(won?.value).toEqual(won?.rule.sets.life)
})

test('each setting has its own winner', () => {
  const resolved = resolveRules(
    [
      rule('all', {}, { rotation: 'fefo', batches: 'fewest', neverOlder: true, packOf: 12, packOrder: 'loose_first' }),
      rule('box', { channel: 'shop' }, { rotation: 'lefo', batches: 'any' }),
      rule('h', { customer: 'harrods' }, { neverOlder: false, packOf: 1 }),
    ],
    line,
    day,
  )
  expect(resolved).toMatchObject({
    rotation: { value: 'lefo', rule: { id: 'box' }, over: [{ id: 'all' }] },
    batches: { value: 'any', rule: { id: 'box' } },
    neverOlder: { value: false, rule: { id: 'h' } },
    packOf: { value: 1, rule: { id: 'h' } },
    packOrder: { value: 'loose_first', rule: { id: 'all' }, over: [] },
    life: null,
    approved: [],
    barred: [],
  })
})

test('every destination has its say about batches; for the same one the narrowest rule counts', () => {
  const { approved, barred } = resolveRules(
    [
      rule('eu', { market: 'EU' }, { approved: ['A', 'B'] }),
      rule('eu-p', { market: 'EU', product: 'P' }, { approved: ['B', 'C'] }),
      rule('h', { customer: 'harrods' }, { approved: ['C', 'D'] }),
      rule('all', {}, { barred: ['D'] }),
      rule('p', { product: 'P' }, { barred: [] }),
      rule('shop', { channel: 'shop' }, { barred: ['E'] }),
    ],
    line,
    day,
  )
  expect(approved.map((won) => [won.rule.id, won.over.map(({ id }) => id)])).toEqual([
    ['h', []],
    ['eu-p', ['eu']],
  ])
  expect(barred.map((won) => [won.rule.id, won.value])).toEqual([
    ['shop', ['E']],
    ['p', []],
  ])
})

test('a line without customer is not met by a rule for one', () => {
  expect(resolveRules([rule('c', { customer: 'harrods' }, life(9))], { ...line, customer: null }, day).life).toBeNull()
})

const anyRule = fc
  .record({
    id: fc.uuid({ version: 7 }),
    named: fc.subarray([...scopeFields]),
    validFrom: fc.constantFrom('2025-01-01', '2025-06-01'),
    daysMin: fc.nat(90),
  })
  .map(({ id, named, validFrom, daysMin }) =>
    rule(id, Object.fromEntries(named.map((field) => [field, line[field]])), life(daysMin), { validFrom }),
  )
const rules = fc.uniqueArray(anyRule, { selector: ({ id }) => id, maxLength: 20 })

test('law: the order in which rules are told changes nothing', () => {
  const shuffled = rules.chain((told) =>
    fc.tuple(fc.constant(told), fc.shuffledSubarray(told, { minLength: told.length })),
  )
  fc.assert(
    fc.property(shuffled, ([told, others]) => {
      expect(resolveRules(others, line, day)).toEqual(resolveRules(told, line, day))
    }),
  )
})

test('law: a rule that names all that another names and more comes first', () => {
  fc.assert(
    fc.property(anyRule, anyRule, (a, b) => {
      const more = { ...a, scope: { ...a.scope, ...b.scope } }
      fc.pre(Object.keys(more.scope).length > Object.keys(a.scope).length)
      expect(narrowestFirst(more, a)).toBeLessThan(0)
      expect(narrowestFirst(a, more)).toBeGreaterThan(0)
    }),
  )
})

test('law: the winner and those it won over are all the rules that apply, each once', () => {
  fc.assert(
    fc.property(rules, (told) => {
      const won = resolveRules(told, line, day).life
      const ids = won ? [won.rule, ...won.over].map(({ id }) => id) : []
      expect(ids.toSorted()).toEqual(told.map(({ id }) => id).toSorted())
    }),
  )
})

const values = { customer: 'x', channel: 'y', market: 'DE', product: 'z', category: 'w', warehouse: 'v', client: 'u' }
const anyContext: fc.Arbitrary<RuleContext> = fc.record(
  Object.fromEntries(scopeFields.map((field) => [field, fc.constantFrom(null, line[field], values[field])])) as {
    [Field in keyof RuleContext]: fc.Arbitrary<string | null>
  },
)

test('law: what no rule names tells no line from another, and all that one names does', () => {
  fc.assert(
    fc.property(rules, anyContext, (told, context) => {
      const named = namedContext(told)(context)
      expect(resolveRules(told, named, day)).toEqual(resolveRules(told, context, day))
      for (const field of scopeFields)
        if (told.every(({ scope }) => scope[field] === undefined))
          expect(named[field]).toBe(field === 'warehouse' ? context.warehouse : null)
    }),
  )
})
