import { expect, test } from 'vitest'
import type { Found } from '../../api/types.ts'
import { targetOf } from './target-of.ts'

const batch = (title: string, exact = false): Found => ({
  kind: 'batch',
  id: title,
  title,
  detail: '',
  exact,
  mistyped: false,
})

test.each([
  ['nothing found', [], null],
  ['the only one', [batch('B1')], 'B1'],
  ['one of several that begin so', [batch('B10'), batch('B11')], null],
  ['the one that is called so, before others', [batch('B1', true), batch('B10')], 'B1'],
  ['two that are called so', [batch('B1', true), { ...batch('B1', true), kind: 'order' as const }], null],
  [
    'a serial, beside its batch',
    [{ ...batch('B1', true), kind: 'serial' as const, title: 'S1' }, batch('B1', true)],
    'S1',
  ],
  [
    'a serial, beside a batch that is not its own',
    [{ ...batch('B2', true), kind: 'serial' as const }, batch('B1', true)],
    null,
  ],
  ['the only one that may have been meant', [{ ...batch('B1'), mistyped: true }], null],
])('%s', (_, items, title) => {
  expect(targetOf(items, null)?.title ?? null).toBe(title)
})

test('what stands in for a batch that is not known is not opened unasked', () => {
  expect(targetOf([{ ...batch('TEA'), kind: 'product' }], 'No batch B9 of TEA is known.')).toBeNull()
})
