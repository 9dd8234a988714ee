import { expect, test } from 'vitest'
import { isAbove, positionOf } from './bin-position.ts'
import { bin, goods, lying } from './fixture.ts'
import { proposeBins } from './propose-bin.ts'

const codes = (given: Parameters<typeof goods>[0], bins: readonly ReturnType<typeof bin>[]) =>
  proposeBins(goods(given), bins).proposed.map((one) => one.bin.code)

test('beside its batch, then beside its product, then where nothing lies, then beside others; each the nearest first', () => {
  const bins = [
    bin({ code: 'A-1-1', lying: [lying({ productId: 'q', sku: 'Q' })] }),
    bin({ code: 'A-10-1' }),
    bin({ code: 'A-2-1' }),
    bin({ code: 'B-1-1', lying: [lying()] }),
    bin({ code: 'C-1-1', lying: [lying({ batchId: 'a' })] }),
  ]
  expect(codes({}, bins)).toEqual(['C-1-1', 'B-1-1', 'A-2-1', 'A-10-1', 'A-1-1'])
})

test('a bin that takes all goes before one that takes a part, and a part is proposed where nothing takes all', () => {
  const bins = [bin({ code: 'A-1-1', capacity: 4 }), bin({ code: 'A-2-1', capacity: 6 })]
  expect(codes({ quantity: 5 }, bins)).toEqual(['A-2-1', 'A-1-1'])
  const { proposed } = proposeBins(goods({ quantity: 9 }), bins)
  expect(proposed.map(({ quantity }) => quantity)).toEqual([4, 6])
})

test('the cold room and the place for dangerous goods are left to those who need them', () => {
  const bins = [bin({ code: 'A-1', storage: 'cool' }), bin({ code: 'A-2', hazards: ['toxic'] }), bin({ code: 'Z-9' })]
  expect(codes({}, bins)).toEqual(['Z-9', 'A-1', 'A-2'])
})

test('what is passed over says why', () => {
  const { passedOver } = proposeBins(goods({ storage: 'frozen' }), [bin({})])
  expect(passedOver).toMatchObject([{ breaches: [{ kind: 'temperature', needs: 'frozen', has: 'ambient' }] }])
})

test.each([
  ['A-03-2', 'A', 3, 2],
  ['B12', 'B', 12, 0],
  ['C-4-B', 'C', 4, 2],
  ['MAIN', 'MAIN', 0, 0],
  ['12-07-01', '12', 7, 1],
])('the code %s says aisle %s, bay %i, level %i', (code, aisle, bay, level) => {
  expect(positionOf({ code, aisle: null, bay: null, level: null })).toEqual({ aisle, bay, level })
})

test('what is told of a bin goes before what its code says', () => {
  const told = positionOf({ code: 'A-1-1', aisle: 'K', bay: 7, level: 0 })
  expect(told).toEqual({ aisle: 'K', bay: 7, level: 0 })
  expect(isAbove({ ...told, level: 1 }, told)).toBe(true)
  expect(isAbove({ ...told, level: 1, bay: 8 }, told)).toBe(false)
})
