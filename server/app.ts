/**
 * server/app.ts — the one place where everything is wired, by hand.
 */
import type { FastifyInstance } from 'fastify'
import { accessRoutes, accountIds, allows, forgetOldFailures, identify } from './modules/access/index.ts'
import {
  allocationRoutes,
  applyDelivery,
  applyRules,
  continueOffers,
  deliveryRoutes,
  giveBackNextExpired,
  lookForPassedDays,
  numberToSellRoute,
  offerEndedPools,
  type PromiseKey,
  poolRoutes,
  rejudge,
  serveBackOrders,
  serveReleased,
} from './modules/allocation/index.ts'
import { batchesRoutes } from './modules/batches/index.ts'
import { type AsStock, catalogRoutes } from './modules/catalog/index.ts'
import { countsRoutes } from './modules/counts/index.ts'
import { disposalsRoutes } from './modules/disposals/index.ts'
import { fulfilmentRoutes } from './modules/fulfilment/index.ts'
import { identifyingRoutes, identifyPicked, isIdentified, settlePicked } from './modules/identifying/index.ts'
import { ordersRoutes } from './modules/orders/index.ts'
import { placesRoutes } from './modules/places/index.ts'
import { putawayRoutes } from './modules/putaway/index.ts'
import { followStock, qualityRoutes, refuseFreeing, sweepHold, sweepHoldsOfLot } from './modules/quality/index.ts'
import { receivingRoutes, unitsAnnounced } from './modules/receiving/index.ts'
import { datesFollow, redatingRoutes } from './modules/redating/index.ts'
import {
  bringOver,
  judgeRepaired,
  mergedToBring,
  type Repaired,
  repairsRoutes,
  splitsFollow,
} from './modules/repairs/index.ts'
import { reportsRoutes } from './modules/reports/index.ts'
import { returnsRoutes, stillOut } from './modules/returns/index.ts'
import { dueAnew, samplesRoutes } from './modules/samples/index.ts'
import { movedOrAsked, stockRoutes, unitsInStock } from './modules/stock/index.ts'
import { traceRoutes } from './modules/trace/index.ts'
import { transfersRoutes } from './modules/transfers/index.ts'
import { type Changes, openChanges } from './platform/changes.ts'
import type { Clock } from './platform/clock.ts'
import { type Act, type Connection, connect, openDatabase, type Tx } from './platform/db.ts'
import { fileRoutes } from './platform/files.ts'
import { forgetAnswers } from './platform/forget-answers.ts'
import type { House } from './platform/http/house.ts'
import { liveRoutes } from './platform/http/live.ts'
import { openHttp } from './platform/http/server.ts'
import { statusRoutes } from './platform/http/status.ts'
import { webRoutes } from './platform/http/web.ts'
import { enqueue, type Jobs, type Working, work } from './platform/jobs.ts'
import type { Log } from './platform/log.ts'

export type AppOptions = Readonly<{
  target: Connection
  /** Taken by each connection where `target` signs in as somebody else. */
  role?: string
  clock: Clock
  log: Log
  connectionsMax: number
  preparedStatements: boolean
  /** Whether this process also does the background work. */
  works: boolean
  webRoot: URL | null
}>

export type App = Readonly<{ house: House; http: FastifyInstance; changes: Changes; close(): Promise<void> }>

export async function openApp(options: AppOptions): Promise<App> {
  const { target, clock, log, role } = options
  const database = openDatabase(target, {
    max: options.connectionsMax,
    prepare: options.preparedStatements,
    ...(role ? { role } : {}),
  })
  const changes = await openChanges(() => connect(target, { max: 1, ...(role ? { role } : {}) }))
  const http = await openHttp(log)
  const house: House = { http, database, clock, changes, identify: identify(database.open, clock), allows, routes: [] }
  let working: Working | null = null
  statusRoutes(house, () => (options.works && !working ? 'the background work has not started' : null))
  liveRoutes(house)
  fileRoutes(house)
  moduleRoutes(house)
  if (options.webRoot) await webRoutes(http, options.webRoot)
  if (options.works) {
    const background = { jobs: jobs(house), quarterly: 'time-passed', clock, log, concurrency: 4 }
    working = await work(target, { ...background, ...(role ? { role } : {}) })
  }
  return {
    house,
    http,
    changes,
    async close() {
      await http.close()
      await working?.stop()
      await changes.close()
      await database.close()
    },
  }
}

function moduleRoutes(house: House): void {
  accessRoutes(house)
  catalogRoutes(house, { unitsInStock, asStock, isIdentified })
  placesRoutes(house)
  batchesRoutes(house)
  stockRoutes(house, {
    before: refuseFreeing,
    after: followStock,
    async offer(tx, productIds) {
      await serveBackOrders(tx, productIds, { cause: 'release', concerned: [] })
    },
  })
  qualityRoutes(house)
  putawayRoutes(house)
  allocationRoutes(house)
  deliveryRoutes(house)
  poolRoutes(house)
  numberToSellRoute(house)
  samplesRoutes(house)
  receivingRoutes(house)
  ordersRoutes(house)
  fulfilmentRoutes(house, { stillOut, picking: { before: identifyPicked, after: settlePicked } })
  transfersRoutes(house)
  identifyingRoutes(house)
  countsRoutes(house)
  disposalsRoutes(house)
  redatingRoutes(house)
  repairsRoutes(house)
  returnsRoutes(house)
  traceRoutes(house)
  reportsRoutes(house)
}

async function asStock(tx: Tx, productId: string): Promise<AsStock> {
  const [[own], [inbound]] = await Promise.all([movedOrAsked(tx, productId), unitsAnnounced(tx, productId)])
  return { moved: own?.moved ?? false, ordered: own?.ordered ?? 0, announced: inbound?.announced ?? 0 }
}

/** Is served in a transaction of its own: here the products of the hold are locked, and products are locked once in a transaction. */
async function lost(tx: Tx, demandIds: readonly string[]): Promise<void> {
  if (demandIds.length > 0) await enqueue(tx, 'lines-released', { cause: 'hold', demandIds: [...new Set(demandIds)] })
}

/** What a module's change asks of later ones, by name. */
function jobs(house: House): Jobs {
  const later = (work: (tx: Tx, facts: Facts) => Promise<unknown>) => async (facts: Facts) => {
    await house.database.write(jobAct(house, facts.accountId), (tx) => work(tx, facts))
    house.changes.tell(facts.accountId)
  }
  return {
    'hold-placed': later(async (tx, { holdId, demandIds }) => {
      await lost(tx, [...(demandIds as string[]), ...(await sweepHold(tx, holdId as string))])
    }),
    'hold-lifted': later(continueOffers),
    'lot-filled': later(async (tx, { lotId }) => {
      await lost(tx, await sweepHoldsOfLot(tx, lotId as string))
    }),
    'batch-dates-corrected': later(async (tx, facts) => {
      const [batchId, productId] = [facts.batchId as string, facts.productId as string]
      await rejudge(tx, { batchIds: [batchId], productId })
      await dueAnew(tx, batchId)
      await datesFollow(tx, batchId)
      await splitsFollow(tx, batchId)
    }),
    'batch-repaired': later((tx, facts) => judgeRepaired(tx, facts as Facts & Repaired)),
    'merged-batch-came': later((tx, { batchId }) => bringOver(tx, batchId as string)),
    'batches-expired': async ({ accountId, after, cause }) => {
      await giveBackNextExpired(house.database, jobAct(house, accountId), {
        after: (after as PromiseKey | undefined) ?? null,
        cause: cause === 'delivery' ? 'delivery' : 'expiry',
      })
      house.changes.tell(accountId)
    },
    'pools-ended': later(offerEndedPools),
    'delivery-changed': async ({ accountId }) => {
      await applyDelivery(house.database, jobAct(house, accountId))
      house.changes.tell(accountId)
    },
    'rules-changed': async ({ accountId, ruleIds, after }) => {
      const applying = { ruleIds: ruleIds as string[], after: (after as string | undefined) ?? null }
      await applyRules(house.database, jobAct(house, accountId), applying)
      house.changes.tell(accountId)
    },
    'lines-released': later((tx, facts) => serveReleased(tx, facts as Facts & Released)),
    'offers-open': later(continueOffers),
    'time-passed': async () => {
      const acts = (await accountIds(house.database.open)).map((accountId) => jobAct(house, accountId))
      await lookForPassedDays(house.database, acts)
      await mergedToBring(house.database, acts)
      await forgetAnswers(house.database, acts)
      await forgetOldFailures(house.database.open, house.clock.now())
    },
  }
}

type Released = Parameters<typeof serveReleased>[1]
type Facts = { accountId: string } & Record<string, unknown>

const jobAct = ({ clock }: House, accountId: string): Act => ({
  accountId,
  actorId: null,
  actorName: 'Firstout',
  role: 'owner',
  source: 'job',
  requestId: null,
  at: clock.now(),
})
