import fc from 'fast-check'
import { expect, test } from 'vitest'
import { expandKit, type KitPart, kitStanding, kitsBegun, kitsPossible, missingToWhole } from './kits.ts'

/** `gift: 2 P, 1 Q` */
const kits = (...lists: string[]) =>
  new Map(
    lists.map((text) => {
      const [name = '', parts = ''] = text.split(': ')
      const read = (part: string): KitPart => {
        const [count, productId = ''] = part.split(' ')
        return { productId, quantity: Number(count) }
      }
      return [name, parts === '' ? [] : parts.split(', ').map(read)] as const
    }),
  )
const made = (quantity: number, productId: string, ...lists: string[]) => {
  const expansion = expandKit({ productId, quantity }, kits(...lists))
  if (expansion.kind === 'components')
    return expansion.components.map((part) => `${part.quantity} ${part.productId}`).join(', ')
  return expansion.kind === 'cycle' ? `cycle ${expansion.path.join(' ')}` : `${expansion.kind} ${expansion.productId}`
}

test.each<[string, number, string, string[], string]>([
  ['no kit is its own component', 3, 'P', ['K: 2 P'], '3 P'],
  ['scenario 70: two P and one Q', 3, 'K', ['K: 2 P, 1 Q'], '6 P, 3 Q'],
  ['kits in kits', 1, 'box', ['box: 2 K, 1 P', 'K: 2 P, 1 Q'], '5 P, 2 Q'],
  ['a product named twice', 2, 'K', ['K: 1 P, 1 P'], '4 P'],
  ['one kit held by two others', 1, 'top', ['top: 1 a, 1 b', 'a: 1 c', 'b: 2 c', 'c: 3 P'], '9 P'],
  ['none', 0, 'K', ['K: 2 P'], '0 P'],
  ['a kit in itself', 1, 'K', ['K: 1 P, 1 K'], 'cycle K K'],
  ['a cycle below', 1, 'top', ['top: 1 a', 'a: 1 b', 'b: 1 P, 1 c', 'c: 1 a'], 'cycle a b c a'],
  ['a cycle elsewhere', 1, 'K', ['K: 1 P', 'x: 1 x'], '1 P'],
  ['a kit of nothing', 1, 'top', ['top: 1 P, 1 a', 'a: '], 'empty a'],
  ['more than can be counted', 2 ** 40, 'K', [`K: ${2 ** 20} P`], 'too_many P'],
])('a kit is expanded: %s', (_, quantity, productId, lists, says) => {
  expect(made(quantity, productId, ...lists)).toBe(says)
})

test('no depth is too deep, and what is held twice at every depth is looked at once', () => {
  const deep = Array.from({ length: 20_000 }, (_, at) => `k${at}: 1 k${at + 1}`)
  expect(made(7, 'k0', ...deep)).toBe('7 k20000')
  const doubled = Array.from({ length: 40 }, (_, at) => `d${at}: 1 d${at + 1}, 1 d${at + 1}`)
  expect(made(1, 'd0', ...doubled)).toBe(`${2 ** 40} d40`)
})

test.each([
  [{ P: 10, Q: 10 }, 5],
  [{ P: 11, Q: 3 }, 3],
  [{ P: 10 }, 0],
])('of %j so many kits can be made: %i', (available, count) => {
  const components = [
    { productId: 'P', quantity: 2 },
    { productId: 'Q', quantity: 1 },
  ]
  expect(kitsPossible(components, new Map(Object.entries(available)))).toBe(count)
  expect(kitsPossible([], new Map())).toBe(0)
})

const twoAndOne = [
  { productId: 'P', quantity: 2 },
  { productId: 'Q', quantity: 1 },
]

test.each<[Record<string, number>, number, string]>([
  [{}, 0, ''],
  [{ P: 4, Q: 2 }, 2, ''],
  [{ P: 1 }, 1, '1 P, 1 Q'],
  [{ P: 4, Q: 1 }, 2, '1 Q'],
  [{ P: 2, Q: 3 }, 3, '4 P'],
])('of %j that have gone %i kits are begun, and what they lack is told: %s', (gone, begun, lacks) => {
  const units = new Map(Object.entries(gone))
  expect(kitsBegun(twoAndOne, units)).toBe(begun)
  expect(
    missingToWhole(twoAndOne, units)
      .map(({ productId, quantity }) => `${quantity} ${productId}`)
      .join(', '),
  ).toBe(lacks)
})

test('law: what has gone and what it lacks make whole kits, as many as are begun and no more', () => {
  const gone = fc.record({ P: fc.nat(50), Q: fc.nat(50) })
  fc.assert(
    fc.property(gone, (units) => {
      const had = new Map(Object.entries(units))
      const whole = new Map(had)
      for (const { productId, quantity } of missingToWhole(twoAndOne, had))
        whole.set(productId, (whole.get(productId) ?? 0) + quantity)
      const begun = kitsBegun(twoAndOne, had)
      expect(Object.fromEntries(whole)).toEqual({ P: 2 * begun, Q: begun })
      expect(kitsPossible(twoAndOne, whole)).toBe(begun)
    }),
  )
})

/** `asked allocated shipped` of each part. */
const standing = (...parts: [number, number, number, number][]) =>
  kitStanding(parts.map(([perKit, quantity, allocated, shipped]) => ({ perKit, quantity, allocated, shipped })))

test.each<[string, ReturnType<typeof standing>, [number, number, number, number]]>([
  ['all is there', standing([2, 6, 6, 0], [1, 3, 3, 0]), [3, 3, 0, 0]],
  ['a part waits', standing([2, 6, 6, 0], [1, 3, 1, 0]), [3, 1, 0, 2]],
  ['some left whole', standing([2, 6, 2, 4], [1, 3, 1, 2]), [3, 1, 2, 0]],
  ['a part left alone', standing([2, 2, 0, 2], [1, 1, 1, 0]), [1, 1, 0, 0]],
  ['cancelled after a part left', standing([2, 2, 0, 2], [1, 0, 0, 0]), [0, 0, 0, 0]],
])('a line of kits counts whole ones: %s', (_, told, [quantity, allocated, shipped, backOrdered]) => {
  expect(told).toEqual({ quantity, allocated, shipped, backOrdered })
})

/** Each of eight products may hold those behind it. */
const graph = fc
  .array(
    fc.array(fc.record({ step: fc.integer({ min: 1, max: 7 }), quantity: fc.integer({ min: 1, max: 3 }) }), {
      minLength: 1,
      maxLength: 3,
    }),
    { minLength: 8, maxLength: 8 },
  )
  .map(
    (lists) =>
      new Map(
        lists
          .slice(0, 6)
          .map((parts, at) => [
            `p${at}`,
            parts.map(({ step, quantity }) => ({ productId: `p${Math.min(7, at + step)}`, quantity })),
          ]),
      ),
  )
const slow = (productId: string, quantity: number, known: ReadonlyMap<string, readonly KitPart[]>): string[] =>
  known.has(productId)
    ? (known.get(productId) ?? []).flatMap((part) => slow(part.productId, part.quantity * quantity, known))
    : Array.from({ length: quantity }, () => productId)

test('law: what a kit is made of is what taking it apart, one by one, leaves on the table', () => {
  fc.assert(
    fc.property(graph, fc.integer({ min: 1, max: 2 }), (known, quantity) => {
      const expansion = expandKit({ productId: 'p0', quantity }, known)
      const table = expansion.kind === 'components' ? expansion.components : []
      expect(table.flatMap((part) => Array.from({ length: part.quantity }, () => part.productId))).toEqual(
        slow('p0', quantity, known).sort(),
      )
    }),
  )
})

test('law: any kit that is made to hold one that holds it is refused, and the path is one of its own steps', () => {
  fc.assert(
    fc.property(graph, fc.nat(5), (known, at) => {
      const back = new Map(known).set(`p${at}`, [...(known.get(`p${at}`) ?? []), { productId: 'p0', quantity: 1 }])
      const expansion = expandKit({ productId: 'p0', quantity: 1 }, back)
      const isHeld = at === 0 || reaches('p0', `p${at}`, known)
      expect(expansion.kind).toBe(isHeld ? 'cycle' : 'components')
      const path = expansion.kind === 'cycle' ? expansion.path : []
      expect(path.at(0)).toBe(path.at(-1))
      for (const [step, id] of path.slice(1).entries())
        expect((back.get(path[step] ?? '') ?? []).map(({ productId }) => productId)).toContain(id)
    }),
  )
})

const reaches = (from: string, to: string, known: ReadonlyMap<string, readonly KitPart[]>): boolean =>
  (known.get(from) ?? []).some(({ productId }) => productId === to || reaches(productId, to, known))
