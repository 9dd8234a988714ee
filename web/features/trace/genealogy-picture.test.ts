import { expect, test } from 'vitest'
import { quantityText } from '../../shared/quantity.tsx'
import { placeDots } from './genealogy-layout.ts'
import { drawingOf, nothingOpened, type Relative } from './genealogy-picture.ts'

const batch = (code: string, generation: number, more: Partial<Relative> = {}): Relative => ({
  batchId: code,
  batchCode: code,
  productId: 'soap',
  sku: 'SOAP',
  expiresOn: null,
  onHand: 10,
  state: 'good',
  generation,
  ...more,
})
const link = (parentId: string, childId: string) => ({ parentId, childId, kind: 'made' as const, quantity: 5 })
const many = (count: number) => Array.from({ length: count }, (_, at) => batch(`S-${at}`, 1))
const family = (children: readonly Relative[]) => ({
  batches: [batch('R', 0, { productId: 'rose', sku: 'ROSE' }), ...children],
  links: children.map(({ batchId }) => link('R', batchId)),
})
const words = ({ dots }: ReturnType<typeof drawingOf>) => dots.map(({ title, detail }) => `${title}: ${detail}`)

test('a small family is drawn whole, with what is wrong in words', () => {
  const { dots, lines } = drawingOf(family([batch('S-1', 1, { state: 'held' }), batch('S-2', 1)]), nothingOpened)
  expect(words({ dots, lines })).toEqual(['R: ROSE · 10 here', 'S-1: SOAP · held · 10 here', 'S-2: SOAP · 10 here'])
  expect(lines.map(({ says }) => says)).toEqual(['5', '5'])
})

test('hundreds of one product are one dot with their sums, and one line', () => {
  const children = many(312).map((one, at) => (at < 2 ? { ...one, state: 'recalled' as const } : one))
  const drawing = drawingOf(family(children), nothingOpened)
  expect(words(drawing)).toEqual(['R: ROSE · 10 here', `312 batches: SOAP · 2 recalled · ${quantityText(3120)} here`])
  expect(drawing.dots[1]?.state).toBe('recalled')
  expect(drawing.lines).toEqual([{ from: 'R', to: '1 soap', says: null }])
})

test('it opens bit by bit, and what is looked for is drawn by itself', () => {
  const opened = drawingOf(family(many(312)), { gatherings: { '1 soap': 12 }, found: ['S-300'] })
  expect(opened.dots).toHaveLength(1 + 12 + 1 + 1)
  expect(opened.dots.at(-2)?.title).toBe('S-300')
  expect(opened.dots.at(-1)?.title).toBe('Another 299 batches')
  expect(opened.lines).toHaveLength(14)
})

test('2,000 batches of 200 products in four generations are a few dots, none upon another', () => {
  const batches = Array.from({ length: 2000 }, (_, at) => {
    const product = `P-${at % 200}`
    return batch(`B-${at}`, 1 + (at % 4), { productId: product, sku: product })
  })
  const { placed } = placeDots(drawingOf(family(batches), nothingOpened))
  expect(placed.length).toBeLessThan(50)
  expect(new Set(placed.map(({ x, y }) => `${x} ${y}`)).size).toBe(placed.length)
  expect(placed.reduce((sum, dot) => sum + dot.batches.length, 0)).toBe(2001)
})
