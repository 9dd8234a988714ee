/**
 * bench/indicators.ts — how long the page of indicators takes after a recall and a rehearsal, in ledgers of different sizes, of which both reach equally much.
 */
import type { Results } from './allocate.ts'
import type { Caller } from './lab.ts'
import { median, millisecondsOf, round } from './measure.ts'

const warm = 3

/** `batches`: what is recalled and rehearsed, by id. */
export type Measured = Readonly<{ name: string; caller: Caller; batches: readonly string[] }>

/** Each ledger in turn, so that what else the machine does meets all of them alike; with the ratio to the smallest. */
export async function indicators(ledgers: readonly Measured[], times: number): Promise<Results> {
  for (const one of ledgers) for (const batch of one.batches) await recalledAndRehearsed(one, batch)
  const taken = ledgers.map(() => [] as number[])
  for (let time = 0; time < times + warm; time += 1)
    for (const [at, { caller }] of ledgers.entries())
      taken[at]?.push(await millisecondsOf(() => caller.call('GET', '/v1/indicators?months=12')))
  const medians = taken.map((all) => median(all.slice(warm)))
  return Object.fromEntries(
    ledgers.map(({ name, batches }, at) => {
      const milliseconds = medians[at] ?? 0
      const figure = {
        recalls: batches.length,
        mocks: batches.length,
        milliseconds,
        ratio: round(milliseconds / (medians[0] ?? 1)),
      }
      return [`indicators.${name}`, figure]
    }),
  )
}

type Opened = Readonly<{ id: string }>

async function recalledAndRehearsed({ caller }: Measured, batch: string): Promise<void> {
  const mock = (await caller.call('POST', '/v1/mock-recalls', { batch })) as Opened
  await caller.call('POST', `/v1/mock-recalls/${mock.id}/start`, {})
  for (const deliverable of ['back', 'forward', 'balance', 'contacts'])
    await caller.call('POST', `/v1/mock-recalls/${mock.id}/confirmations`, { deliverable })
  await caller.call('POST', `/v1/mock-recalls/${mock.id}/end`, { note: 'measured' })
  const scope = { parts: [{ kind: 'batch', batch }] }
  const about = { kind: 'recall', class: 'II', title: 'Measured', reason: 'Measured.', scope }
  const recall = (await caller.call('POST', '/v1/recalls', about)) as Opened
  await caller.call('POST', `/v1/recalls/${recall.id}/start`, {})
}
