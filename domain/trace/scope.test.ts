/**
 * domain/trace/scope.test.ts — each part of a scope says what it lacks.
 */
import { expect, test } from 'vitest'
import { type ScopePart, scopeProblems } from './scope.ts'

const [june, july] = ['2026-06-01T00:00:00Z', '2026-07-01T00:00:00Z']

test('a part of a scope is judged whole, field by field', () => {
  const table: readonly [ScopePart, string[]][] = [
    [{ kind: 'batch', batch: 'x' }, []],
    [{ kind: 'batch' }, ['batch']],
    [{ kind: 'batch', batch: 'x', supplier: 'S' }, ['supplier']],
    [{ kind: 'lot', lot: 'L-1' }, []],
    [{ kind: 'supplier_lot', supplierLot: '0815' }, []],
    [{ kind: 'supplier_lot', supplierLot: '0815', supplier: 'X' }, []],
    [{ kind: 'supplier_lot', supplier: 'X' }, ['supplierLot']],
    [{ kind: 'product', product: 'TEA', producedFrom: '2026-01-02', producedTo: '2026-01-02' }, []],
    [{ kind: 'product', product: 'TEA', producedFrom: '2026-01-02', producedTo: '2026-01-01' }, ['producedTo']],
    [{ kind: 'receipt', receipt: 'RC-1', product: 'TEA' }, []],
    [{ kind: 'place', warehouse: 'CHI', from: june, to: july }, []],
    [{ kind: 'place', place: 'A-1', from: june, to: june }, []],
    [{ kind: 'place', from: july, to: june }, ['warehouse', 'to']],
    [{ kind: 'place', warehouse: 'CHI' }, ['from', 'to']],
    [{ kind: 'serials', product: 'TEA', serialFrom: 'S9' }, []],
    [{ kind: 'serials', product: 'TEA', serialFrom: 'SN-0100', serialTo: 'SN-0250' }, []],
    [{ kind: 'serials', product: 'TEA', serialFrom: 'SN-0250', serialTo: 'SN-0100' }, ['serialTo']],
    [{ kind: 'serials', product: 'TEA', serialFrom: 'SN-0100', serialTo: 'SN-99' }, ['serialTo']],
    [{ kind: 'serials', product: 'TEA', serialFrom: 'A1', serialTo: 'B2' }, ['serialTo']],
    [{ kind: 'serials', serialTo: 'B2' }, ['product', 'serialFrom']],
  ]
  for (const [part, wrong] of table) expect([part, scopeProblems(part).map(({ at }) => at)]).toEqual([part, wrong])
})

test('what is wrong is said in words', () => {
  expect(scopeProblems({ kind: 'serials', product: 'P', serialFrom: 'SN-1', serialTo: 'SN-10', lot: 'L' })).toEqual([
    { at: 'lot', message: 'says nothing of serials' },
    { at: 'serialTo', message: 'must differ from SN-1 in its last digits only, and have as many of them' },
  ])
})
