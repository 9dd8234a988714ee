import { expect, test } from 'vitest'
import { Problem } from '../../api/problem.ts'
import { atRuleFields, bodyOf, newRuleValues } from './rule-values.ts'

const entered = { ...newRuleValues, name: ' Amazon ', reason: 'Their terms' }
const said = { name: 'Amazon', reason: 'Their terms' }

test.each([
  ['what is left open is not sent', {}, {}],
  ['0 days is another thing than none', { life: 'days', lifeDaysMin: 0 }, { lifeBoundary: 'at_least', lifeDaysMin: 0 }],
  [
    'days that were typed before percent was chosen are not sent',
    { life: 'percent', lifeDaysMin: 90, lifePercentMin: 66, lifeBoundary: 'more_than' },
    { lifeBoundary: 'more_than', lifePercentMin: 66 },
  ],
  ['"older may go" is said, not left out', { neverOlder: 'no' }, { neverOlder: false }],
  ['an empty list of approved batches is sent', { list: 'approved' }, { approved: [] }],
  [
    'a rule of routing sends its criteria in their order, and what a split costs only where it may be split',
    { split: 'never', criteria: ['cost', 'priority'], splitCost: 300 },
    { routing: { split: 'never', criteria: ['cost', 'priority'] } },
  ],
  [
    'a split that costs nothing more is said so',
    { split: 'allowed', criteria: [] },
    { routing: { split: 'allowed', criteria: [], splitCost: 0 } },
  ],
  ['batches without a list are not sent', { listed: [{ id: 'b', name: 'B' }] }, {}],
  ['barred batches are sent by id', { list: 'barred', listed: [{ id: 'b', name: 'B' }] }, { barred: ['b'] }],
] as const)('%s', (_, typed, sent) => expect(bodyOf({ ...entered, ...typed }, null)).toEqual({ ...said, ...sent }))

const refused = (code: string, facts: Record<string, unknown>) =>
  atRuleFields(new Problem({ code, facts, status: 422, detail: 'There is no such thing.', requestId: '' }))

test.each([
  ['in a preview', 'rule.validFrom', 'validFrom'],
  ['when written', 'validFrom', 'validFrom'],
  ['of one batch of a list', 'rule.approved[3]', 'list'],
])('a complaint %s stands at its field', (_, at, field) =>
  expect(refused('invalid_input', { problems: [{ at, message: 'is wrong' }] })).toEqual([
    { at: field, message: 'is wrong' },
  ]),
)

test('what the rule names and nobody knows is told at the field that names it', () =>
  expect(refused('not_found', { kind: 'customer', id: 'X' })).toEqual([
    { at: 'customer', message: 'There is no such thing.' },
  ]))
