/**
 * bench/seal.ts — facts are sealed and verified, against what PostgreSQL takes to hash the same rows by itself; and orders are placed while what they
 * record is sealed every five seconds, against orders alone. Where the job comes, each quarter of an hour, it costs that much less.
 */
import { setTimeout as pause } from 'node:timers/promises'
import { sealFacts, walkChain } from '../server/modules/seal/index.ts'
import { type Act, type Database, openDatabase } from '../server/platform/db.ts'
import type { Results } from './allocate.ts'
import { type Account, type Lab, openCaller } from './lab.ts'
import { ledger } from './ledger.ts'
import { median, millisecondsOf, perSecond, round } from './measure.ts'
import { stockUp } from './stock-up.ts'

const sealEveryMs = 5000
const clients = 32
const rounds = 3

export async function seal(
  lab: Lab,
  sizes: Readonly<{ kept: number; seconds: number; products: number }>,
): Promise<Results> {
  const database = openDatabase(lab.target, { max: 2 })
  try {
    return {
      ...(await ledgerSealed(lab, database, sizes.kept)),
      'seal.meanwhile': await meanwhile(lab, database, sizes),
    }
  } finally {
    await database.close()
  }
}

const actOf = ({ accountId }: Account): Act => ({
  accountId,
  actorId: null,
  actorName: 'bench',
  role: 'owner',
  source: 'bench',
  requestId: null,
  at: new Date().toISOString(),
})

async function ledgerSealed(lab: Lab, database: Database, moves: number): Promise<Results> {
  const account = await lab.account('seal')
  await ledger(lab, account, { moves, orders: 1000 })
  const floor = await millisecondsOf(
    () =>
      lab.owner`select count(sha256(convert_to(m::text, 'UTF8'))) from stock.move m where account_id = ${account.accountId}`,
  )
  let facts = 0
  const sealing = await millisecondsOf(async () => {
    facts = await sealFacts(database, actOf(account))
  })
  const again = await millisecondsOf(() => sealFacts(database, actOf(account)))
  const verifying = await millisecondsOf(async () => {
    const { found } = await database.read(actOf(account), (db) => walkChain(db, null))
    if (found > 0) throw new Error(`verified with ${found} findings`)
  })
  const figures = (milliseconds: number) => ({
    facts,
    perSecond: Math.round((facts / milliseconds) * 1000),
    floor: Math.round((facts / floor) * 1000),
    ratio: round(floor / milliseconds),
  })
  return {
    'seal.facts': figures(sealing),
    'seal.nothing_new': { facts, milliseconds: round(again) },
    'seal.verify': figures(verifying),
  }
}

/** In turns, for a machine is not as fast all the time. */
async function meanwhile(lab: Lab, database: Database, { seconds, products }: { seconds: number; products: number }) {
  const account = await lab.account('seal meanwhile')
  await stockUp(lab, account, { products })
  const caller = openCaller(lab.address, account, clients)
  const orders = () =>
    perSecond(clients, seconds, () =>
      caller.call('POST', '/v1/orders', {
        lines: [{ product: `P${Math.floor(Math.random() * products)}`, quantity: 1 }],
      }),
    )
  const [alone, sealed]: [number[], number[]] = [[], []]
  for (let round = 0; round < rounds; round += 1) {
    alone.push(await orders())
    sealed.push(await whileSealing({ database, account }, orders))
  }
  await caller.close()
  const [perSecondSealed, floor] = [median(sealed), median(alone)]
  return { perSecond: perSecondSealed, floor, ratio: round(perSecondSealed / floor) }
}

async function whileSealing<T>(
  { database, account }: { database: Database; account: Account },
  work: () => Promise<T>,
): Promise<T> {
  const until = { done: false }
  const sealing = (async () => {
    while (!until.done) {
      await sealFacts(database, actOf(account))
      await pause(sealEveryMs)
    }
  })()
  try {
    return await work()
  } finally {
    until.done = true
    await sealing
  }
}
