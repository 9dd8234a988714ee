import { expect, test } from 'vitest'
import type { Transfer } from '../../api/types.ts'
import { onTheWay, scanned } from './receive-values.ts'

const batch = (batchCode: string, inTransit: number) => ({ batchCode, inTransit, batchId: batchCode })
const transfer = {
  lines: [
    { lineNo: 1, sku: 'P', tracking: 'batch', batches: [batch('A', 4), batch('B', 0)] },
    { lineNo: 2, sku: 'Q', tracking: 'batch', batches: [batch('L1', 2)] },
  ],
} as unknown as Transfer

test('only what is on its way can arrive', () => {
  expect(onTheWay(transfer).map(({ lineNo, batchCode }) => `${lineNo} ${batchCode}`)).toEqual(['1 A', '2 L1'])
})

test('a scan means the rows of its batch, be it a label or the code alone; another batch means none', () => {
  const rows = onTheWay(transfer)
  const codes = (scan: string) => scanned(rows, scan, 2025).map(({ batchCode }) => batchCode)
  expect(codes(' A ')).toEqual(['A'])
  expect(codes('(01)04006381333931(17)260501(10)L1')).toEqual(['L1'])
  expect(codes('B')).toEqual([])
})
