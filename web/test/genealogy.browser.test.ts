/**
 * A family of 2,000 batches in four generations is drawn as a few dots; it opens, and what is looked for is found in it.
 */
import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Json } from '../../server/test/world.ts'
import { openStage, phone, type Stage } from './stage.ts'

const levels = ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa']
let stage: Stage
let root = ''
beforeAll(async () => {
  stage = await openStage()
  root = await family(stage)
}, 300_000)
afterAll(() => stage?.close())

type Part = Readonly<{ product: string; batch: string; quantity: number }>
const run = (inputs: readonly Part[], outputs: readonly Part[]) => ({
  kind: 'produce',
  warehouse: 'CHI',
  inputs,
  outputs: outputs.map((output) => ({ ...output, expiresOn: '2030-01-01' })),
})

/** One root, 10 of each of two bases, 30 mixes, and 1,949 finished batches of three products. */
async function family({ world }: Stage): Promise<string> {
  for (const sku of ['ROOT', 'BASE', 'MIX', 'JAR', 'TUBE', 'SET'])
    await world.post('/v1/products', { sku, name: sku, dates: 'none' })
  const received = await world.post('/v1/receipts', {
    warehouse: 'CHI',
    lines: [{ product: 'ROOT', batch: 'R-1', quantity: 1_000_000 }],
  })
  const named = (product: string, count: number, quantity: number): Part[] =>
    Array.from({ length: count }, (_, at) => ({ product, batch: `${product}-${at + 1}`, quantity }))
  const bases = named('BASE', 20, 10_000)
  const mixes = named('MIX', 30, 10_000)
  const finished = [...named('JAR', 1000, 10), ...named('TUBE', 700, 10), ...named('SET', 249, 10)]
  const took = ({ product, batch }: Part, quantity: number) => ({ product, batch, quantity })
  const runs = [
    run([{ product: 'ROOT', batch: 'R-1', quantity: 100_000 }], bases),
    ...mixes.map((mix, at) => run([took(bases[at % 20] as Part, 1000)], [mix])),
    ...Array.from({ length: 30 }, (_, at) =>
      run(
        [took(mixes[at] as Part, 1000)],
        finished.filter((__, index) => index % 30 === at),
      ),
    ),
  ]
  for (const each of runs) await world.post('/v1/production-runs', each)
  await world.post('/v1/holds', { scope: 'batch', batch: await idOf('JAR-777'), reason: 'Cracked' })
  return received.lines[0].batchId
}

async function idOf(code: string): Promise<string> {
  const { items } = await stage.world.get(`/v1/search?q=${code}`)
  return items.find(({ kind, title }: Json) => kind === 'batch' && title === code).id
}

async function expectAccessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).withTags(levels).analyze()
  expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([])
}

async function shot(page: Page, name: string): Promise<void> {
  if (process.env.SHOTS) await page.screenshot({ path: `${process.env.SHOTS}/${name}.png` })
}

test('2,000 batches are a few dots until they are opened, and one of them is found by its code', async () => {
  const page = await stage.signedIn({ viewport: { width: 1280, height: 900 } })
  const scope = JSON.stringify({ parts: [{ kind: 'batch', batch: root }] })
  await page.goto(`/trace?scope=${encodeURIComponent(scope)}`)
  const graph = page.getByRole('figure', { name: 'What was made of what' })
  await graph.scrollIntoViewIfNeeded()
  const dots = graph.locator('.react-flow__node')
  await graph.getByRole('link', { name: 'R-1' }).waitFor()
  expect(await dots.count()).toBe(6)
  await graph.getByText(/^JAR · 1 held · /).waitFor()
  await shot(page, 'genealogy-gathered')
  const jars = graph.getByRole('button', { name: /^1.000 batches/ })
  await jars.focus()
  await page.keyboard.press('Enter')
  await graph.getByRole('button', { name: /^Another 988 batches/ }).waitFor()
  expect(await dots.count()).toBe(18)
  await shot(page, 'genealogy-opened')
  await page.getByRole('combobox', { name: 'Find a batch in the graph' }).fill('JAR-777')
  await page.getByRole('option', { name: 'JAR-777 · JAR · held' }).click()
  await graph.getByRole('link', { name: 'JAR-777' }).waitFor()
  expect(await dots.count()).toBe(19)
  await expectAccessible(page)
  await shot(page, 'genealogy-found')
  await page.getByRole('button', { name: 'Gather again' }).click()
  await jars.waitFor()
  expect(await dots.count()).toBe(6)
})

test('on a phone the page of a batch shows its family, and it zooms', async () => {
  const page = await stage.signedIn({ viewport: phone, hasTouch: true, isMobile: true })
  await page.goto(`/batches/${await idOf('MIX-3')}`)
  const graph = page.getByRole('figure', { name: 'What was made of what' })
  await graph.scrollIntoViewIfNeeded()
  await graph.getByRole('link', { name: 'MIX-3' }).waitFor()
  await shot(page, 'genealogy-phone')
  const scale = () =>
    graph.locator('.react-flow__viewport').evaluate((element) => new DOMMatrix(getComputedStyle(element).transform).a)
  const before = await scale()
  await graph.getByRole('button', { name: 'Zoom Out' }).tap()
  await expect.poll(scale).toBeLessThan(before)
  const wider = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
  expect(wider).toBeLessThanOrEqual(0)
  await expectAccessible(page)
})
