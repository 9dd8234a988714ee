import { expect, test } from 'vitest'
import type { Found } from '../../api/types.ts'
import { targetOf } from './target-of.ts'

const batch = (title: string, exact = false): Found => ({ kind: 'batch', id: title, title, detail: '', exact })

test.each([
  ['nothing found', [], null],
  ['the only one', [batch('B1')], 'B1'],
  ['one of several that begin so', [batch('B10'), batch('B11')], null],
  ['the one that is called so, before others', [batch('B1', true), batch('B10')], 'B1'],
  ['two that are called so', [batch('B1', true), { ...batch('B1', true), kind: 'order' as const }], null],
])('%s', (_, items, title) => {
  expect(targetOf(items)?.title ?? null).toBe(title)
})
