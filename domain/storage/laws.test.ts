import fc from 'fast-check'
import { expect, test } from 'vitest'
import { byPosition } from './bin-position.ts'
import { allergens, hazards, mixings, temperatures } from './classes.ts'
import { bin, lying } from './fixture.ts'
import { liesWrong } from './lies-wrong.ts'
import { type Goods, type Lying, mayLie } from './may-lie.ts'
import { type PlacedBin, proposeBins } from './propose-bin.ts'

const some = <T>(of: readonly T[]) => fc.subarray([...of], { maxLength: 3 })
const maybe = <T>(of: readonly T[]) => fc.option(fc.constantFrom(...of), { nil: null })
const expiresOn = maybe(['2026-01-01', '2026-02-01', '2026-03-01'])
const batch = fc.constantFrom('a', 'b', 'c')
const product = fc.constantFrom('p', 'q')
const quantity = fc.integer({ min: 1, max: 50 })

const anyGoods: fc.Arbitrary<Goods> = fc.record({
  batchId: batch,
  productId: product,
  quantity,
  storage: maybe(temperatures),
  hazard: maybe(hazards),
  allergens: some(allergens.slice(0, 4)),
  rotation: fc.constantFrom('fefo', 'fifo', 'lifo'),
  expiresOn,
})
const anyLying: fc.Arbitrary<Lying> = fc
  .record({ batchId: batch, productId: product, quantity, hazard: maybe(hazards), expiresOn })
  .map((row) => ({ ...row, batchCode: row.batchId.toUpperCase(), sku: row.productId.toUpperCase() }))
const anyBin: fc.Arbitrary<PlacedBin> = fc
  .record({
    code: fc.stringMatching(/^[AB]-[1-9]-[1-3]$/),
    storage: fc.constantFrom(...temperatures),
    hazards: some(hazards),
    freeFrom: some(allergens.slice(0, 4)),
    below: fc.array(fc.record({ code: fc.constant('A-1-0'), freeFrom: some(allergens.slice(0, 4)) }), { maxLength: 2 }),
    mixing: fc.constantFrom(...mixings),
    capacity: fc.option(fc.integer({ min: 1, max: 100 }), { nil: null }),
    lying: fc.array(anyLying, { maxLength: 3 }),
  })
  .map(bin)

const b = lying()
const q = lying({ productId: 'q', sku: 'Q' })
const acid = lying({ productId: 'q', sku: 'ACID', hazard: 'corrosive' })
const breached = (of: Parameters<typeof mayLie>) => new Set(mayLie(...of).map(({ kind }) => kind))

test('law: with more told of the goods, or more in the bin, nothing that was refused is allowed', () => {
  fc.assert(
    fc.property(anyGoods, anyBin, fc.array(fc.constantFrom(b, q, acid), { maxLength: 2 }), (given, told, more) => {
      const before = breached([{ ...given, storage: null, hazard: null, allergens: [] }, told])
      const after = breached([given, told])
      for (const kind of before) expect(after).toContain(kind)
      const fuller = mayLie(given, { ...told, lying: [...told.lying, ...more] })
      if (mayLie(given, told).length > 0) expect(fuller.length).toBeGreaterThan(0)
    }),
  )
})

test('law: what is told of a bin only forbids', () => {
  fc.assert(
    fc.property(anyGoods, anyBin, (given, told) => {
      if (mayLie(given, told).length > 0) return
      const looser = { ...told, freeFrom: [], below: [], capacity: null, mixing: 'mixed' as const }
      expect(mayLie(given, looser)).toEqual([])
    }),
  )
})

test('law: one unit may lie where many may', () => {
  fc.assert(
    fc.property(anyGoods, anyBin, (given, told) => {
      if (mayLie(given, told).length === 0) expect(mayLie({ ...given, quantity: 1 }, told)).toEqual([])
    }),
  )
})

test('law: a bin that is proposed takes what is said, every bin is proposed or passed over, in whatever order they come', () => {
  fc.assert(
    fc.property(anyGoods, fc.array(anyBin, { maxLength: 6 }), (given, drawn) => {
      const bins = drawn.map((one, at) => ({ ...one, id: String(at), code: `${one.code}${at}` }))
      const answer = proposeBins(given, bins)
      expect(answer.proposed.length + answer.passedOver.length).toBe(bins.length)
      for (const { bin: one, quantity } of answer.proposed) expect(mayLie({ ...given, quantity }, one)).toEqual([])
      for (const { bin: one } of answer.passedOver) expect(mayLie({ ...given, quantity: 1 }, one)).not.toEqual([])
      expect(proposeBins(given, bins.toReversed())).toEqual(answer)
    }),
  )
})

test('law: the way along the bins is a total order', () => {
  fc.assert(
    fc.property(anyBin, anyBin, (a, b) => {
      const [left, right] = [a, b].map((one) => ({ ...one.position, code: one.code }))
      if (left && right) expect(Math.sign(byPosition(left, right)) + Math.sign(byPosition(right, left))).toBe(0)
    }),
  )
})

test('law: what lies wrong in a bin is what might not be put there beside the others', () => {
  const anyRow = fc.tuple(anyGoods, anyLying).map(([given, row]) => ({ ...row, ...given }))
  fc.assert(
    fc.property(anyBin, fc.array(anyRow, { maxLength: 5 }), (told, rows) => {
      const one = (goods: (typeof rows)[number]) =>
        mayLie(goods, { ...told, lying: rows.filter((row) => row !== goods) })
      const wrong = rows.map((goods) => ({ goods, breaches: one(goods) })).filter(({ breaches }) => breaches.length > 0)
      expect(liesWrong({ ...told, lying: rows })).toEqual(wrong)
    }),
  )
})
