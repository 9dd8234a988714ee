import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { dayFromNow, openStage, type Stage } from './stage.ts'

const small = { width: 390, height: 844 }
let stage: Stage
let batch: string
beforeAll(async () => {
  stage = await openStage()
  const { world } = stage
  await world.post('/v1/products', { sku: 'CREAM', name: 'Face cream' })
  const receipt = await world.post('/v1/receipts', {
    warehouse: 'CHI',
    lines: [{ product: 'CREAM', quantity: 40, batch: 'A', expiresOn: dayFromNow(400) }],
  })
  batch = `/batches/${receipt.lines[0].batchId}`
})
afterAll(() => stage.close())

async function violations(page: Page): Promise<string[]> {
  const found = await new AxeBuilder({ page }).setLegacyMode(true).withTags(['wcag2a', 'wcag2aa', 'wcag22aa']).analyze()
  return found.violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`))
}

test('at the desk the rule is written on the product, a jar is opened and a sample kept where the batch lies', async () => {
  const page = await stage.signedIn({ viewport: { width: 1440, height: 900 } })
  await page.goto('/products/CREAM')
  await page.getByRole('button', { name: 'Write the rule' }).click()
  await page.getByLabel('Lasts once opened').fill('12')
  await page.getByLabel('Days once frozen').fill('90')
  await page.getByLabel('As the maker states it').fill('Jar symbol 12M; leaflet of March 2025')
  expect(await violations(page)).toEqual([])
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await page.getByText('12 months', { exact: true }).waitFor()
  await page.goto(batch)
  await page.getByRole('button', { name: 'Sample, open or freeze at MAIN' }).click()
  await page.getByRole('menuitem', { name: 'Some were opened' }).click()
  await page.getByText('Once opened it lasts 12 months').waitFor()
  expect(await violations(page)).toEqual([])
  await page.getByRole('button', { name: 'They are opened' }).click()
  await page.getByRole('table', { name: 'Family of the batch' }).getByText('A-OP1').waitFor()
  await page.getByRole('button', { name: 'Sample, open or freeze at MAIN' }).click()
  await page.getByRole('menuitem', { name: 'Keep a sample' }).click()
  await page.getByLabel('Found at').fill('Cupboard 2')
  await page.getByRole('button', { name: 'Keep', exact: true }).click()
  await page.getByRole('table', { name: 'Samples of the batch' }).getByText('SA-1').waitFor()
  expect(await violations(page)).toEqual([])
})

test('on a phone what is opened is used up, and a sample is taken out, each with its reason', async () => {
  const page = await stage.signedIn({ viewport: small, colorScheme: 'dark' })
  await page.goto('/opened')
  await page.getByRole('button', { name: 'Take out opened units of A-OP1' }).click()
  await page.getByLabel('Reason').fill('tester')
  expect(await violations(page)).toEqual([])
  await page.getByRole('button', { name: 'Take out', exact: true }).last().click()
  await page.getByText('gone', { exact: true }).waitFor()
  await page.goto('/samples')
  await page.getByRole('button', { name: 'Take out of sample SA-1' }).click()
  await page.getByLabel('Reason').fill('a complaint')
  await page.getByRole('button', { name: 'Take out', exact: true }).last().click()
  await page.getByText('gone', { exact: true }).waitFor()
  expect(await violations(page)).toEqual([])
  const { items } = await stage.world.get('/v1/samples')
  expect(items[0]).toMatchObject({ used: 1, left: 0, keptAt: 'Cupboard 2' })
})

test('who got a batch says of each row whether it was the batch or what was frozen of it', async () => {
  const { world } = stage
  const [{ batchId, placeId }] = (await world.get('/v1/stock?product=CREAM')).items.filter(
    ({ batchCode }: { batchCode: string }) => batchCode === 'A',
  )
  await world.post('/v1/redatings', { kind: 'frozen', batch: batchId, place: placeId, quantity: 3 })
  const { number } = await world.post('/v1/orders', { lines: [{ product: 'CREAM', quantity: 5 }] })
  await world.post('/v1/shipments', { order: number })
  const page = await stage.signedIn({ viewport: small })
  await page.goto(batch)
  const rows = page.getByRole('table', { name: 'Who got it' })
  await rows.getByRole('link', { name: 'A-FZ1' }).waitFor()
  expect(await rows.getByRole('link', { name: 'A', exact: true }).count()).toBe(1)
  expect(await page.getByText('3 opened, frozen or thawed: CHI · MAIN').count()).toBe(1)
  expect(await violations(page)).toEqual([])
})
