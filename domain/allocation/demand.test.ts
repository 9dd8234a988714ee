import { expect, test } from 'vitest'
import { type Rule, resolveRules, type Settings } from '../rules.ts'
import { underRules } from './demand.ts'
import { by, picked, row, today, wants } from './fixture.ts'
import { explainPassedOver, planAllocation } from './planner.ts'

test('scenario 72: one product, three clients, each by its own rules', () => {
  const rule = (client: string, sets: Partial<Settings>): Rule => ({
    id: client,
    name: client,
    scope: { client },
    sets,
    validFrom: '2025-01-01',
    validUntil: null,
  })
  const rules = [
    rule('A', { life: { kind: 'days', daysMin: 30 } }),
    rule('B', { rotation: 'fifo' }),
    rule('C', { batches: 'one_per_line' }),
  ]
  const stock = [
    row('new', 60, '2026-01-01', { receivedOn: '2025-11-20' }),
    row('soon', 40, '2025-12-01'),
    row('late', 30, '2026-06-01', { receivedOn: '2025-10-01' }),
  ]
  const nowhere = { customer: null, channel: null, market: null, product: 'P', category: null, warehouse: null }
  const facts = { lastReceived: null, chosen: [], boundTo: null }
  const plans = ['A', 'B', 'C'].map((client) =>
    planAllocation(underRules(wants(50), resolveRules(rules, { ...nowhere, client }, today), facts), stock),
  )
  expect(plans.map(picked)).toEqual(['new 50', 'late 30, soon 20', 'new 50'])
  expect(plans[0]?.passedOver.map(explainPassedOver)).toEqual(['soon: 8 days left on 2025-11-23, A needs 30'])
})

test('all that rules set reaches the planner, with their names', () => {
  const sets: Settings = {
    rotation: 'manual',
    life: { kind: 'share', percentMin: 50, boundary: 'more_than' },
    batches: 'one_per_order',
    neverOlder: true,
    packOf: 12,
    packOrder: 'loose_first',
    approved: ['A'],
    barred: ['B'],
    routing: { criteria: [], split: 'allowed', splitCost: 0 }, // of orders, not of lines
  }
  const rule: Rule = { id: 'r1', name: 'Amazon', scope: {}, sets, validFrom: '2025-01-01', validUntil: null }
  const everywhere = { customer: null, channel: null, market: null, product: null, category: null, warehouse: null }
  const last = { expiresOn: '2026-05-01', deliveredOn: '2025-10-12' }
  const resolve = (rules: Rule[]) => resolveRules(rules, { ...everywhere, client: null }, today)
  const facts = { lastReceived: last, chosen: ['A'], boundTo: 'A' }
  const base = wants(5, { rules: [{ kind: 'days', daysMin: 3 }] })
  expect(underRules(base, resolve([rule]), facts)).toEqual({
    ...base,
    rotation: 'manual',
    chosen: ['A'],
    rules: [...base.rules, { ...sets.life, by }],
    batches: { choice: 'one_per_order', by },
    boundTo: 'A',
    packs: { of: 12, by },
    packOrder: 'loose_first',
    notOlder: { ...last, by },
    approved: [{ batchIds: ['A'], by }],
    barred: [{ batchIds: ['B'], by }],
  })
  expect(underRules(base, resolve([]), facts)).toEqual(base)
  const lifted = resolve([{ ...rule, sets: { neverOlder: false, batches: 'any' } }])
  expect(underRules(base, lifted, facts)).toEqual({ ...base, batches: { choice: 'any', by } })
})

test.each([
  ['one_per_line', 'A', 'A'],
  ['one_per_order', 'A', 'A'],
  ['one_per_line', null, 'none'],
  ['one_per_order', null, 'none'],
  ['fewest', 'A', 'none'],
  ['oldest_that_fills', 'A', 'none'],
  ['any', 'A', 'none'],
] as const)('under %s, a line that has some of %s is bound to %s', (batches, boundTo, bound) => {
  const rule: Rule = {
    id: 'r1',
    name: 'Amazon',
    scope: {},
    sets: { batches },
    validFrom: '2025-01-01',
    validUntil: null,
  }
  const everywhere = { customer: null, channel: null, market: null, product: null, category: null, warehouse: null }
  const resolved = resolveRules([rule], { ...everywhere, client: null }, today)
  const demand = underRules(wants(5), resolved, { lastReceived: null, chosen: [], boundTo })
  expect('boundTo' in demand ? demand.boundTo : 'none').toBe(bound)
})
