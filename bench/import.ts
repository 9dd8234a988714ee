/**
 * bench/import.ts — opening stock from a file: from its first byte until each row is judged, then until all are received in one transaction.
 */
import { Readable } from 'node:stream'
import { setTimeout } from 'node:timers/promises'
import { request } from 'undici'
import type { Results } from './allocate.ts'
import { type Account, type Caller, type Lab, openCaller } from './lab.ts'
import { millisecondsOf, round } from './measure.ts'
import { stockUp } from './stock-up.ts'
import { until } from './until.ts'

const askAgainMs = 250

export async function importing(lab: Lab, sizes: { products: number; imported: number }): Promise<Results> {
  const { products, imported } = sizes
  const account = await lab.account('import')
  await stockUp(lab, account, { products, batches: 0 })
  const caller = openCaller(lab.address, account, 2)
  const floor = await insertsOf(lab, imported)
  const figures = (milliseconds: number) => ({
    milliseconds: Math.round(milliseconds),
    floor: Math.round(floor),
    ratio: round(milliseconds / floor),
  })
  const id = { value: '' }
  const judging = await memoryOf(lab, async () => {
    id.value = await upload(lab, account, { rows: imported, products, name: 'stock.csv' })
    await becomes(caller, id.value, 'judged')
  })
  const committing = await millisecondsOf(async () => {
    await caller.call('PUT', `/v1/imports/${id.value}/commit`, { mode: 'all' })
    await becomes(caller, id.value, 'ended')
  })
  const large = await memoryOf(lab, async () => {
    await upload(lab, account, { rows: imported * 10, products, name: 'large.csv' })
  })
  await caller.close()
  return {
    'import.dry_run': { rows: imported, ...figures(judging.milliseconds), megabytesMore: judging.megabytesMore },
    'import.commit': { rows: imported, ...figures(committing) },
    'import.upload.large': { rows: imported * 10, ...large },
  }
}

type Sheet = Readonly<{ rows: number; products: number; name: string }>

function* linesOf({ rows, products, name }: Sheet): Generator<string> {
  yield 'sku,quantity,warehouse,batch,expires_on\n'
  for (let at = 0; at < rows; at += 1) yield `P${at % products},12,W,${name}-${at},2099-03-01\n`
}

async function upload(lab: Lab, { key }: Account, sheet: Sheet): Promise<string> {
  const { statusCode, body } = await request(`${lab.address}/v1/imports?kind=stock&name=${sheet.name}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${key}`, 'content-type': 'text/csv' },
    body: Readable.from(linesOf(sheet)),
    headersTimeout: 0,
  })
  const text = await body.text()
  if (statusCode !== 201) throw new Error(`upload → ${statusCode} ${text}`)
  return (JSON.parse(text) as { id: string }).id
}

/** To ask counts rows, so it is asked seldom. */
const becomes = (caller: Caller, id: string, wanted: string) =>
  until(async () => {
    await setTimeout(askAgainMs)
    const { state, wrong } = (await caller.call('GET', `/v1/imports/${id}`)) as { state: string; wrong: number }
    if (wrong > 0) throw new Error(`${wrong} rows are wrong`)
    return state === wanted
  })

/** How long it takes, and how much more memory the server holds at most meanwhile than before. */
async function memoryOf(lab: Lab, work: () => Promise<unknown>) {
  const before = await lab.residentBytes()
  let most = before
  let working = true
  const watching = (async () => {
    for (; working; await setTimeout(askAgainMs)) most = Math.max(most, await lab.residentBytes())
  })()
  const milliseconds = await millisecondsOf(work).finally(() => {
    working = false
  })
  await watching
  return { milliseconds: Math.round(milliseconds), megabytesMore: Math.round((most - before) / 1e6) }
}

const rowsAtOnce = 1000

/** Milliseconds for as many rows in one plain table with one index, a thousand a transaction: less nobody can do who keeps them. */
async function insertsOf({ owner }: Lab, rows: number): Promise<number> {
  await owner.unsafe(`
    create table floor.arrival (id uuid primary key, product text, batch text, quantity bigint, expires_on date, at timestamptz not null);
    create index on floor.arrival (product, batch)`)
  return millisecondsOf(async () => {
    for (let from = 0; from < rows; from += rowsAtOnce) {
      const codes = Array.from({ length: Math.min(rowsAtOnce, rows - from) }, (_, at) => `LOT-${from + at}`)
      await owner`
        insert into floor.arrival select gen_random_uuid(), 'P', code, 12, '2099-03-01', now() from unnest(${codes}::text[]) code`
    }
  })
}
