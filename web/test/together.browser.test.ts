import { afterAll, beforeAll, expect, test } from 'vitest'
import { dayFromNow, desk, openRoad, openStage, phone, type Stage } from './stage.ts'

let stage: Stage
beforeAll(async () => {
  stage = await openStage()
  const { world } = stage
  await world.post('/v1/products', { sku: 'SERUM', name: 'Vitamin C serum' })
  for (const [batch, days] of [
    ['A', 100],
    ['B', 40],
  ] as const)
    await world.post('/v1/receipts', {
      warehouse: 'CHI',
      lines: [{ product: 'SERUM', quantity: 100, batch, expiresOn: dayFromNow(days) }],
    })
})
afterAll(() => stage.close())

test('a wrong password is refused in words, and the right one opens the page that was asked for', async () => {
  const page = await stage.page()
  await page.goto('/products')
  await page.getByLabel('E-mail').fill(stage.world.email)
  await page.getByRole('textbox', { name: 'Password' }).fill('not the password')
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.getByText('The e-mail address or the password is not right.').waitFor()
  await page.getByRole('textbox', { name: 'Password' }).fill(stage.world.password)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.getByRole('heading', { name: 'Products', exact: true }).waitFor()
  expect(new URL(page.url()).pathname).toBe('/products')
})

test('an auditor sees everything and is offered nothing that an auditor may not do', async () => {
  const { world } = stage
  const password = 'looks, never touches'
  await world.post('/v1/people', { email: 'auditor@example.com', name: 'Auditor', role: 'auditor', password })
  const page = await stage.page()
  await page.goto('/orders')
  await page.getByLabel('E-mail').fill('auditor@example.com')
  await page.getByRole('textbox', { name: 'Password' }).fill(password)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.getByRole('heading', { name: 'Orders', exact: true }).waitFor()
  const offered = async () => ({
    links: await page
      .getByRole('main')
      .getByRole('link', { name: /Enter an order|Receive|Add a product/ })
      .count(),
    buttons: await page
      .getByRole('main')
      .getByRole('button', { name: /Hold|Correct|Change|Undo|Lift/ })
      .count(),
  })
  expect(await offered()).toEqual({ links: 0, buttons: 0 })
  expect(await page.getByRole('navigation').getByRole('link', { name: 'Receive' }).count()).toBe(0)
  const [batch] = (await world.get('/v1/batches?text=A')).items
  await page.goto(`/batches/${batch.id}`)
  await page.getByRole('heading', { name: 'Holds' }).waitFor()
  await page.getByRole('heading', { name: 'Dates and where they come from' }).waitFor()
  expect(await offered()).toEqual({ links: 0, buttons: 0 })
  await page.goto('/audit')
  await page.getByRole('heading', { name: 'Audit', exact: true }).waitFor()
})

test('a hold takes an allocation away, says so, and the order says why; lifting it gives the batch back', async () => {
  const order = await stage.world.post('/v1/orders', { number: 'SO-7', lines: [{ product: 'SERUM', quantity: 150 }] })
  const page = await stage.signedIn()
  await page.goto(`/batches/${order.lines[0].batches[0].batchId}`)
  await page.getByRole('button', { name: 'Hold this batch' }).click()
  await page.getByLabel('Reason').fill('Seal broken')
  await page.getByRole('button', { name: 'Hold', exact: true }).click()
  await page.getByText('100 units were taken back from 1 order line.').waitFor()
  await page.goto('/orders/SO-7')
  await page.getByText('50 waiting for stock').waitFor()
  await page.getByText(/^B: .*on hold/).waitFor()
  await page.goto('/holds')
  await page.getByRole('button', { name: 'Lift' }).click()
  await page.getByLabel('Reason').fill('New seals')
  await page.getByRole('button', { name: 'Lift the hold' }).click()
  await page.getByText('Nothing is held').waitFor()
  await page.goto('/orders/SO-7')
  await page.getByText('150 reserved').waitFor()
  expect(await page.getByRole('table', { name: 'Reserved batches' }).innerText()).toMatch(
    /B[\s\S]*50[\s\S]*A[\s\S]*100/,
  )
})

test('an inspector finds in the audit who changed a batch, from where, why, and what was before', async () => {
  const { world } = stage
  const [batch] = (await world.get('/v1/batches?text=A')).items
  const changed = { originCountry: 'PE', reason: 'Read from the carton' }
  await world.call('PATCH', `/v1/batches/${batch.id}`, changed)
  const page = await stage.signedIn({ viewport: { width: 390, height: 844 } })
  await page.goto('/audit')
  await page.getByLabel('Number, name, reason or address').fill('from the carton')
  await page.getByText('Entries that fit, newest first').waitFor()
  const entry = page.getByRole('table', { name: 'Audit' }).getByRole('row').last()
  await expect.poll(() => entry.innerText()).toMatch(/Changed batch A[\s\S]*Origin country: nothing → PE/)
  expect(await entry.innerText()).toMatch(/by API key from [\d.:a-f]+\s+request \S+/)
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
  const sheet = await page.getByRole('link', { name: 'CSV' }).getAttribute('href')
  expect(sheet).toBe('/v1/audit.csv?text=from+the+carton')
  await entry.getByRole('link', { name: 'A', exact: true }).click()
  await page.getByRole('heading', { name: /\bA\b/ }).first().waitFor()
})

test('the stock list changes by itself when another person moves stock', async () => {
  const page = await stage.signedIn()
  await page.goto('/stock?text=SERUM')
  const row = page.getByRole('row', { name: /SERUM.*\bA\b/ })
  await row.waitFor()
  const before = (await row.getByRole('cell').allInnerTexts())[6]
  await stage.world.post('/v1/adjustments', {
    warehouse: 'CHI',
    reason: 'found behind the rack',
    lines: [{ product: 'SERUM', batch: 'A', quantity: 23 }],
  })
  await expect
    .poll(async () => (await row.getByRole('cell').allInnerTexts())[6], { timeout: 10_000 })
    .toBe(String(Number(before) + 23))
})

test('what a page does not know in its address is left out, and the list is there', async () => {
  const page = await stage.signedIn()
  await page.goto('/stock?text=SERUM&q=x')
  await page.getByRole('row', { name: /SERUM.*\bA\b/ }).waitFor()
  expect(await page.getByText('is not a field known here').count()).toBe(0)
})

test('eight tabs are live over one stream, and another tab takes over when the one that reads it goes', async () => {
  const { world } = stage
  const first = await stage.signedIn()
  const browser = first.context()
  const streams: string[] = []
  browser.on('request', (request) => {
    if (request.url().endsWith('/v1/changes')) streams.push(request.method())
  })
  const tabs = [first, ...(await Promise.all(Array.from({ length: 7 }, () => browser.newPage())))]
  for (const tab of tabs) {
    await tab.goto('/products')
    await tab.getByRole('heading', { name: 'Products', exact: true }).waitFor()
  }
  const allSee = async (sku: string) => {
    await world.post('/v1/products', { sku, name: `Product ${sku}` })
    // Well before a page would ask by itself.
    await Promise.all(tabs.map((tab) => tab.getByRole('link', { name: sku }).waitFor({ timeout: 8_000 })))
  }
  await allSee('LIVE-1')
  expect(streams).toHaveLength(1)
  await first.close()
  tabs.shift()
  await expect.poll(() => streams.length, { timeout: 10_000 }).toBe(2)
  await allSee('LIVE-2')
  const [second] = tabs
  await second?.evaluate(() => dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true })))
  await expect.poll(() => streams.length, { timeout: 10_000 }).toBe(3)
  await second?.evaluate(() => dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true })))
  await allSee('LIVE-3')
  expect(streams).toHaveLength(3)
})

test('with the server out of reach every tab says since when it is not live, keeps what was typed, and comes back by itself', async () => {
  const road = await openRoad(stage.url)
  await stage.world.post('/v1/products', { sku: 'CAP', name: 'Dropper cap' })
  const form = await stage.signedIn({ baseURL: road.url, viewport: phone })
  await form.goto('/orders/new')
  await form.getByRole('textbox', { name: 'Number' }).fill('SO-CUT')
  await form.getByRole('combobox', { name: 'Product' }).fill('SERUM')
  await form.getByLabel('Quantity').fill('3')
  await form.getByLabel('No customer').check()
  const list = await form.context().newPage()
  await list.setViewportSize(desk)
  await list.goto(`${road.url}/products`)
  await list.getByRole('link', { name: 'SERUM' }).waitFor()
  await road.cut()
  for (const tab of [form, list]) {
    await tab
      .getByRole('banner')
      .getByText(/Not live since \d\d:\d\d/)
      .waitFor()
  }
  expect(await form.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(phone.width)
  await form.getByRole('button', { name: 'Place the order' }).click()
  await form.getByText('The server cannot be reached.').waitFor()
  expect(await form.getByRole('textbox', { name: 'Number' }).inputValue()).toBe('SO-CUT')
  // A page never opened before has neither its code nor its rows.
  await list.getByRole('link', { name: 'Holds' }).first().click()
  await list.getByRole('button', { name: 'Try again' }).waitFor()
  await stage.world.post('/v1/holds', { scope: 'product', product: 'CAP', reason: 'Made while it was gone' })
  await road.mend()
  await list.getByText('Made while it was gone').waitFor()
  for (const tab of [form, list]) await tab.getByText(/Not live since/).waitFor({ state: 'detached' })
  await form.getByRole('button', { name: 'Place the order' }).click()
  await form.getByRole('heading', { name: 'Order SO-CUT' }).waitFor()
  await road.cut()
})

test('a network that breaks nothing and brings nothing is noticed by its silence, and so is its end', async () => {
  const road = await openRoad(stage.url)
  const page = await stage.signedIn({ baseURL: road.url })
  await page.clock.install()
  await page.goto('/products')
  await page.getByRole('link', { name: 'SERUM' }).waitFor()
  const sign = page.getByRole('status', { name: 'Connection' })
  // The server speaks every 20 seconds: within two of its words nothing is wrong.
  road.hush()
  await page.clock.fastForward(30_000)
  await page.clock.fastForward(5_000)
  expect(await sign.innerText()).toBe('')
  await page.clock.fastForward(20_000)
  await page.clock.fastForward(5_000)
  await sign.getByText(/Not live since \d\d:\d\d/).waitFor()
  await stage.world.post('/v1/products', { sku: 'UNHEARD', name: 'Added in the silence' })
  road.speak()
  await page.getByRole('link', { name: 'UNHEARD' }).waitFor()
  await sign.getByText('Not live since').waitFor({ state: 'detached' })
  await road.cut()
})

test('a batch code that looks like a known one is asked about at its line, and the answer is kept', async () => {
  const page = await stage.signedIn()
  await page.goto('/receive')
  await page.getByRole('combobox', { name: 'Product' }).fill('SERUM')
  await page.getByLabel('Quantity').fill('10')
  await page.getByLabel('Batch code').fill('a')
  await page.getByLabel('Last day').fill(dayFromNow(100))
  await page.getByRole('button', { name: 'Receive', exact: true }).click()
  await page.getByText('"a" looks like "A", which is already here.').waitFor()
  await page.getByRole('button', { name: 'Use "A"' }).click()
  await page.getByRole('heading', { name: /^Receipt RC-/ }).waitFor()
  expect(await page.getByRole('link', { name: 'A', exact: true }).isVisible()).toBe(true)
})

test('a known batch with another date stops, and the known date is corrected with a reason', async () => {
  const page = await stage.signedIn()
  await page.goto('/receive')
  await page.getByRole('combobox', { name: 'Product' }).fill('SERUM')
  await page.getByLabel('Quantity').fill('10')
  await page.getByLabel('Batch code').fill('A')
  await page.getByLabel('Last day').fill(dayFromNow(120))
  await page.getByRole('button', { name: 'Receive', exact: true }).click()
  await page.getByRole('button', { name: 'The label is right: correct the known date' }).click()
  await page.getByLabel(/Why is .* the right date/).fill('First label was smeared')
  await page.getByRole('button', { name: 'Correct and receive' }).click()
  await page.getByRole('heading', { name: /^Receipt RC-/ }).waitFor()
  await page.getByRole('link', { name: 'A', exact: true }).click()
  await page
    .getByRole('table', { name: 'Dates' })
    .getByText(/First label was smeared/)
    .waitFor()
  expect(await page.getByRole('table', { name: 'Dates' }).getByText('replaced').count()).toBeGreaterThan(0)
})
