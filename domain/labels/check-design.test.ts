import { expect, test } from 'vitest'
import { designProblems } from './check-design.ts'
import { defaultLabels } from './default-designs.ts'
import type { LabelDesign, SymbolPart } from './design.ts'

test('nothing is wrong with the labels that are built in', () => {
  for (const { key, kind, design } of defaultLabels) expect([key, designProblems(kind, design)]).toEqual([key, []])
})

const code: SymbolPart = { symbology: 'gs1_128', x: 2, y: 2, width: 40, height: 20, says: ['01', '10'] }
const withCodes = (...symbols: SymbolPart[]): LabelDesign => ({ width: 50, height: 30, texts: [], symbols })

test.each([
  [withCodes(), [['texts', 'must have something on the label: a text or a code']]],
  [
    { ...withCodes(code), width: 5 },
    [
      ['width', 'must be 10 to 300 mm'],
      ['symbols[0]', 'must lie on the label; it is 37 mm over the right edge'],
    ],
  ],
  [
    withCodes({ ...code, x: -1, y: 15 }),
    [['symbols[0]', 'must lie on the label; it is 1 mm over the left edge and 5 mm over the foot']],
  ],
  [withCodes({ ...code, height: 0 }), [['symbols[0]', 'must have a width and a height']]],
  [withCodes({ ...code, says: [] }), [['symbols[0].says', 'must name identifiers: 01, 11, 17, 10']]],
  [withCodes({ ...code, says: ['01', '00'] }), [['symbols[0].says', 'must be among 01, 11, 17, 10, and not 00']]],
  [withCodes({ ...code, says: ['10', '10'] }), [['symbols[0].says', 'must name each identifier once']]],
  [withCodes(code, code, code), [['symbols', 'must be at most 2']]],
])('of a batch, case %#: every fault is told with its place', (design, problems) => {
  expect(designProblems('batch', design).map(({ at, message }) => [at, message])).toEqual(problems)
})

test('a bin has no GTIN, so no code for one', () => {
  expect(designProblems('bin', withCodes({ ...code, symbology: 'ean' }))).toEqual([
    { at: 'symbols[0].symbology', message: 'must be one that a label of a bin can bear' },
  ])
})
