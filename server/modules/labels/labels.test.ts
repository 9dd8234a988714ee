import { afterAll, beforeAll, expect, test } from 'vitest'
import { readPdf, readZpl } from '../../test/read-labels.ts'
import { type Caller, type Json, openWorld, type World } from '../../test/world.ts'

const gtin = '09506000134352'
let world: World
let batch: string
beforeAll(async () => {
  world = await openWorld()
  await world.call('PATCH', '/v1/account', { gs1Prefix: '9506000' })
  await world.post('/v1/products', {
    sku: 'CREAM',
    name: 'Face cream',
    gtin,
    packs: [{ name: 'case', quantity: 12, gtin: '19506000134359' }],
  })
  batch = await received('L1', { expiresOn: '2027-06-30' })
})
afterAll(() => world?.close())

async function received(code: string, more: Json = {}): Promise<string> {
  const line = { product: 'CREAM', batch: code, quantity: 24, ...more }
  const { lines } = await world.post('/v1/receipts', { warehouse: 'CHI', lines: [line] })
  return lines[0].batchId
}

const printing = (of: string[], more: Json = {}) => ({
  kind: 'batch',
  of,
  template: 'batch-50x30',
  format: 'pdf',
  ...more,
})
const fileOf = async ({ id }: Json, caller: Caller = world) =>
  (await caller.call('GET', `/v1/label-prints/${id}/file`)).body
const codesOf = async (print: Json) =>
  (await readPdf(await fileOf(print))).map((codes) => codes.map(({ text }) => text))

test('labels of batches are printed as PDF, each copy on a page, and what their codes hold is read back', async () => {
  const dated = await received('BB', { bestBefore: '2027-01-31' })
  const print = await world.post('/v1/label-prints', printing([batch, dated], { copies: 2 }))
  expect(print).toMatchObject({
    number: 'LP-1',
    subjects: 2,
    copies: 2,
    labels: 4,
    state: 'queued',
    madeBy: 'owner of the tests (key)',
    first: 'batch L1',
    notes: [],
  })
  expect(print.of.map(({ name }: Json) => name)).toEqual(['batch L1', 'batch BB'])
  const [l1, bb] = [[`01${gtin}1727063010L1`], [`01${gtin}1527013110BB`]]
  expect(await codesOf(print)).toEqual([l1, l1, bb, bb])
})

test('the file of a print says what it said, though the batch is another one meanwhile', async () => {
  const kept = await received('KEPT', { expiresOn: '2027-03-01' })
  const print = await world.post('/v1/label-prints', printing([kept]))
  const before = await fileOf(print)
  await world.post(`/v1/batches/${kept}/dates`, { kind: 'expiry', on: '2027-04-01', reason: 'misread' })
  expect(await fileOf(print)).toEqual(before)
  expect(await codesOf(print)).toEqual([[`01${gtin}1727030110KEPT`]])
})

test('a label of a case bears the GTIN of the case', async () => {
  const cased = await received('CASED', { expiresOn: '2027-03-01' })
  expect(await codesOf(await world.post('/v1/label-prints', printing([cased], { pack: 12 })))).toEqual([
    ['01195060001343591727030110CASED'],
  ])
})

test('ZPL is read back as the same, and asks for copies', async () => {
  const zpl = await received('ZPL', { expiresOn: '2027-03-01' })
  const print = await world.post('/v1/label-prints', printing([zpl], { format: 'zpl', copies: 3, resolution: 300 }))
  const text = String(await fileOf(print))
  expect(text).toContain('^PQ3')
  expect(await readZpl(text, { width: 50, height: 30, resolution: 300 })).toEqual([
    { kind: ']d2', text: `01${gtin}1727030110ZPL` },
  ])
})

test('what was printed before is printed again with a reason only, and both are told of the batch', async () => {
  const again = await received('AGAIN', { expiresOn: '2027-03-01' })
  const first = await world.post('/v1/label-prints', printing([again]))
  const refused = await world.call('POST', '/v1/label-prints', printing([again]))
  expect([refused.status, refused.body.code, refused.body.detail]).toEqual([
    409,
    'label_printed_before',
    `A label of batch AGAIN was printed on 2025-11-23 by owner of the tests (key) (${first.number}). Say why it is printed once more.`,
  ])
  const second = await world.post('/v1/label-prints', printing([again], { reason: 'the roll was torn' }))
  const { items } = await world.get(`/v1/label-prints?of=${again}`)
  expect(items.map(({ id, reason }: Json) => [id, reason])).toEqual([
    [second.id, 'the roll was torn'],
    [first.id, null],
  ])
})

test('of many who print the same at once, one needs no reason', async () => {
  const raced = await received('RACED', { expiresOn: '2027-03-01' })
  const answers = await Promise.all(
    Array.from({ length: 6 }, () => world.call('POST', '/v1/label-prints', printing([raced]))),
  )
  expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409, 409, 409, 409])
})

test('a print stands in the queue until one of many printers takes it', async () => {
  const queued = await received('QUEUED', { expiresOn: '2027-03-01' })
  const print = await world.post('/v1/label-prints', printing([queued]))
  const waiting = async () =>
    (await world.get('/v1/label-prints?state=queued&limit=500')).items.map(({ id }: Json) => id)
  expect(await waiting()).toContain(print.id)
  const takes = await Promise.all(
    ['A', 'B', 'C'].map((station) => world.call('POST', `/v1/label-prints/${print.id}/taking`, { station })),
  )
  expect(takes.map(({ status }) => status).sort()).toEqual([200, 409, 409])
  expect(takes.find(({ status }) => status === 409)?.body.code).toBe('label_taken')
  const winner = takes.find(({ status }) => status === 200)?.body
  expect(await world.get(`/v1/label-prints/${print.id}`)).toMatchObject({
    state: 'printed',
    station: winner.station,
    takenBy: 'owner of the tests (key)',
  })
  expect(await waiting()).not.toContain(print.id)
})

test('a batch without GTIN, or with a code that GS1 does not know, is labelled with its code alone, and it is told', async () => {
  await world.post('/v1/products', { sku: 'NONE', name: 'No GTIN' })
  const bare = await received('BARE', { product: 'NONE', expiresOn: '2027-03-01' })
  const odd = await received('Ä 1', { expiresOn: '2027-03-01' })
  const print = await world.post('/v1/label-prints', printing([bare, odd]))
  expect(await codesOf(print)).toEqual([['BARE'], ['Ä 1']])
  expect(print.notes).toEqual([
    'There is no GTIN, so the code holds BARE alone.',
    'A GS1 code cannot hold this: batch (10) holds a character that GS1 does not allow there: "Ä". It holds Ä 1 alone.',
  ])
})

test('bins, samples, serials and parcels have labels of their own', async () => {
  const { items: places } = await world.get('/v1/places')
  const bin = places.find(({ code }: Json) => code === 'MAIN')
  const of = async (kind: string, template: string, id: string) =>
    codesOf(await world.post('/v1/label-prints', { kind, of: [id], template, format: 'pdf' }))
  expect(await of('bin', 'bin-100x50', bin.id)).toEqual([['MAIN']])
  const sample = await world.post('/v1/samples', {
    batch,
    place: bin.id,
    quantity: 1,
    dueOn: '2028-01-01',
    keptAt: 'cupboard',
  })
  expect(await of('sample', 'sample-60x40', sample.id)).toEqual([[sample.number]])
  const order = await world.post('/v1/orders', {
    shipTo: 'Ann\n1 Secret Street',
    lines: [{ product: 'CREAM', quantity: 12 }],
  })
  const { id: wave } = await world.post('/v1/pick-waves', { warehouse: 'CHI', orders: [order.id] })
  const { items: decided } = await world.get(`/v1/stock?batch=${batch}`)
  const picks = {
    orderLine: order.lines[0].id,
    batch: order.lines[0].allocations?.[0]?.batchId ?? decided[0].batchId,
    quantity: 12,
  }
  await world.post(`/v1/pick-waves/${wave}/picks`, picks)
  const parcel = await world.post('/v1/parcels', { order: order.id })
  const day = parcel.lines[0].expiresOn.slice(2).replaceAll('-', '')
  expect(await of('parcel', 'parcel-105x148', parcel.id)).toEqual([
    [`0219506000134359${day === '' ? '' : `17${day}`}371\u001d10${parcel.lines[0].batchCode}`, `00${parcel.sscc}`],
  ])
  const kept = await world.owner`select says::text as says from labels.printed where subject_id = ${parcel.id}`
  expect(String(kept[0]?.says)).toContain(parcel.number)
  expect(String(kept[0]?.says)).not.toContain('Secret')
})

test('what has no room is refused for the thing that has none, and nothing is printed', async () => {
  const design = {
    width: 30,
    height: 20,
    texts: [],
    symbols: [{ symbology: 'ean', x: 1, y: 1, width: 20, height: 18, says: [] }],
  }
  const { id } = await world.post('/v1/label-templates', { kind: 'batch', name: 'Tiny', design })
  const answer = await world.call('POST', '/v1/label-prints', printing([batch], { template: id, reason: 'try' }))
  expect([answer.status, answer.body.code]).toEqual([422, 'label_no_room'])
  expect(answer.body.detail).toBe(
    'The label of batch L1 cannot be printed. An EAN-13 of 9506000134352 needs 30 × 8 mm, and has 20 × 18 mm. Choose a larger label, or another code.',
  )
})

test('more than 500 labels are refused, and so is a label of another kind', async () => {
  const many = await world.call('POST', '/v1/label-prints', printing([batch], { copies: 500, reason: 'x' }))
  expect(many.status).toBe(201)
  const answer = await world.call(
    'POST',
    '/v1/label-prints',
    printing([batch, await received('M2', { expiresOn: '2027-03-01' })], { copies: 251, reason: 'x' }),
  )
  expect([answer.status, answer.body.code, answer.body.facts]).toEqual([
    422,
    'label_too_many',
    { asked: 502, most: 500 },
  ])
  const other = await world.call('POST', '/v1/label-prints', printing([batch], { template: 'bin-100x50', reason: 'x' }))
  expect([other.status, other.body.code]).toEqual([422, 'invalid_input'])
})

test('a design of one’s own is kept, changed and removed; all that is wrong with one is told at once', async () => {
  const text = { field: 'batch', x: 2, y: 2, width: 40, size: 4, bold: true, lines: 1, named: true }
  const design = { width: 50, height: 20, texts: [text], symbols: [] }
  const made = await world.post('/v1/label-templates', { kind: 'batch', name: 'Mine', design })
  const twice = await world.call('POST', '/v1/label-templates', { kind: 'batch', name: 'Mine', design })
  expect([twice.status, twice.body.code]).toEqual([409, 'label_name_taken'])
  const wrong = {
    ...design,
    texts: [
      { ...text, x: 20, size: 0.5 },
      { ...text, field: 'sscc' },
    ],
  }
  const refused = await world.call('PUT', `/v1/label-templates/${made.id}`, { name: 'Mine', design: wrong })
  expect(refused.body.facts.problems).toEqual([
    { at: 'design.texts[0].size', message: 'must be 1.2 to 60 mm' },
    { at: 'design.texts[0]', message: 'must lie on the label; it is 10 mm over the right edge' },
    { at: 'design.texts[1].field', message: 'must be something that a label of a batch can tell' },
  ])
  const changed = await world.call('PUT', `/v1/label-templates/${made.id}`, { name: 'Ours', design })
  expect(changed.body).toMatchObject({ name: 'Ours', builtIn: false, design })
  expect((await world.get('/v1/label-templates?kind=batch')).items.map(({ name }: Json) => name)).toContain('Ours')
  await world.call('DELETE', `/v1/label-templates/${made.id}`)
  expect((await world.call('PUT', `/v1/label-templates/${made.id}`, { name: 'Ours', design })).status).toBe(404)
})

test('a preview shows a label as it will be printed, of a thing or of an example', async () => {
  const shown = await world.post('/v1/labels/preview', { kind: 'batch', of: batch, template: 'batch-100x50' })
  expect(shown.codes.map(({ symbology, message }: Json) => [symbology, message])).toEqual([
    ['gs1_128', `\u001d01${gtin}1727063010L1`],
    ['qr_link', `https://id.gs1.org/01/${gtin}/10/L1?17=270630`],
  ])
  expect(shown).toMatchObject({ notes: [], problems: [] })
  expect(shown.svg).toContain('>Face cream</text>')
  const example = await world.post('/v1/labels/preview', { kind: 'parcel', template: 'parcel-105x148' })
  expect(example.codes.map(({ reads }: Json) => reads)).toEqual([
    '(02) 09506000134352 (17) 270630 (37) 40 (10) L2451A',
    '(00) 095060000000000015',
  ])
})
