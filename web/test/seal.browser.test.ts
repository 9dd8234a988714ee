import { readFileSync } from 'node:fs'
import { AxeBuilder } from '@axe-core/playwright'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { sealNow } from '../../server/test/full-seal.ts'
import { openStage, type Stage } from './stage.ts'

let stage: Stage
beforeAll(async () => {
  stage = await openStage()
  const { world } = stage
  await world.post('/v1/products', { sku: 'CREAM', name: 'Face cream' })
  const line = { product: 'CREAM', quantity: 40, batch: 'A', expiresOn: '2099-01-01' }
  await world.post('/v1/receipts', { warehouse: 'CHI', lines: [line] })
})
afterAll(() => stage.close())

for (const viewport of [
  { width: 1280, height: 900 },
  { width: 390, height: 844 },
])
  test(`at ${viewport.width} px: until when all is sealed, a checkpoint to keep, and a walk that finds what was changed`, async () => {
    const { world } = stage
    await sealNow(world)
    const page = await stage.signedIn({ viewport })
    await page.goto('/settings?tab=proof')
    await page.getByText('None waits.').waitFor()
    const download = page.waitForEvent('download')
    await page.getByRole('link', { name: 'Checkpoint' }).click()
    const { block, hash } = JSON.parse(readFileSync(await (await download).path(), 'utf8'))
    expect(await world.get('/v1/seal')).toMatchObject({ blocks: block, head: hash })
    const verify = page.getByRole('button', { name: 'Verify the seal' })
    await verify.click()
    await page.getByText('are as they were sealed').waitFor()
    await world.owner`update stock.move set quantity = 41`
    await verify.click()
    await page.getByText('of stock.move was changed').waitFor()
    await world.owner`update stock.move set quantity = 40`
    const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze()
    expect(violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`))).toEqual([])
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
    expect(wide).toBe(0)
  })
