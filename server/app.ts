/**
 * server/app.ts — the one place where everything is wired, by hand.
 */
import type { FastifyInstance } from 'fastify'
import { jobs } from './jobs.ts'
import { accessRoutes, allows, identify } from './modules/access/index.ts'
import { alertsRoutes, soonToJudge } from './modules/alerts/index.ts'
import {
  allocationRoutes,
  deliveryRoutes,
  numberToSellRoute,
  poolRoutes,
  serveBackOrders,
} from './modules/allocation/index.ts'
import { batchesRoutes } from './modules/batches/index.ts'
import { type AsStock, catalogRoutes } from './modules/catalog/index.ts'
import { checksRoutes } from './modules/checks/index.ts'
import { closingRoutes } from './modules/closing/index.ts'
import { correctiveRoutes } from './modules/corrective/index.ts'
import { countsRoutes } from './modules/counts/index.ts'
import { disposalsRoutes } from './modules/disposals/index.ts'
import { fulfilmentRoutes } from './modules/fulfilment/index.ts'
import { identifyingRoutes, identifyPicked, isIdentified, settlePicked } from './modules/identifying/index.ts'
import { importsRoutes } from './modules/imports/index.ts'
import { indicatorsRoutes } from './modules/indicators/index.ts'
import { labelsRoutes } from './modules/labels/index.ts'
import { mocksRoutes } from './modules/mocks/index.ts'
import { noticesRoutes } from './modules/notices/index.ts'
import { ordersRoutes } from './modules/orders/index.ts'
import { placesRoutes } from './modules/places/index.ts'
import { productionRoutes } from './modules/production/index.ts'
import { putawayRoutes } from './modules/putaway/index.ts'
import { followStock, qualityRoutes, refuseFreeing } from './modules/quality/index.ts'
import { recallsRoutes } from './modules/recalls/index.ts'
import { receivingRoutes, unitsAnnounced } from './modules/receiving/index.ts'
import { redatingRoutes } from './modules/redating/index.ts'
import { repairsRoutes } from './modules/repairs/index.ts'
import { reportsRoutes } from './modules/reports/index.ts'
import { returnsRoutes, stillOut } from './modules/returns/index.ts'
import { samplesRoutes } from './modules/samples/index.ts'
import { sealedUntil, sealRoutes } from './modules/seal/index.ts'
import { refuseSoldOn, sellThroughRoutes } from './modules/sellthrough/index.ts'
import { movedOrAsked, stockRoutes, unitsInStock } from './modules/stock/index.ts'
import { traceRoutes } from './modules/trace/index.ts'
import { transfersRoutes } from './modules/transfers/index.ts'
import { type Changes, openChanges } from './platform/changes.ts'
import type { Clock } from './platform/clock.ts'
import { type Connection, connect, openDatabase, type Tx } from './platform/db.ts'
import { fileRoutes } from './platform/files.ts'
import type { House } from './platform/http/house.ts'
import { liveRoutes } from './platform/http/live.ts'
import { openHttp } from './platform/http/server.ts'
import { statusRoutes } from './platform/http/status.ts'
import { webRoutes } from './platform/http/web.ts'
import { type Working, work } from './platform/jobs.ts'
import type { Log } from './platform/log.ts'
import { type Mailer, type MailSettings, openMailer } from './platform/mail.ts'

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
  /** Without, no mail leaves. */
  mail?: MailSettings | null
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
  const mailer = options.mail ? openMailer(options.mail) : null
  await moduleRoutes(house, mailer)
  if (options.webRoot) await webRoutes(http, options.webRoot)
  if (options.works) {
    const background = { jobs: jobs(house, mailer), quarterly: 'time-passed', clock, log, concurrency: 4 }
    working = await work(target, { ...background, ...(role ? { role } : {}) })
  }
  return {
    house,
    http,
    changes,
    async close() {
      await http.close()
      await working?.stop()
      mailer?.close()
      await changes.close()
      await database.close()
    },
  }
}

async function moduleRoutes(house: House, mailer: Mailer | null): Promise<void> {
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
  receivingRoutes(house, soonToJudge)
  ordersRoutes(house)
  fulfilmentRoutes(house, { stillOut, picking: { before: identifyPicked, after: settlePicked } })
  transfersRoutes(house)
  identifyingRoutes(house)
  countsRoutes(house)
  disposalsRoutes(house)
  redatingRoutes(house)
  repairsRoutes(house)
  returnsRoutes(house, refuseSoldOn)
  sellThroughRoutes(house)
  productionRoutes(house)
  traceRoutes(house)
  recallsRoutes(house)
  noticesRoutes(house, mailer)
  correctiveRoutes(house)
  mocksRoutes(house)
  checksRoutes(house)
  closingRoutes(house, sealedUntil)
  labelsRoutes(house)
  indicatorsRoutes(house)
  alertsRoutes(house)
  await importsRoutes(house)
  sealRoutes(house)
  reportsRoutes(house)
}

async function asStock(tx: Tx, productId: string): Promise<AsStock> {
  const [[own], [inbound]] = await Promise.all([movedOrAsked(tx, productId), unitsAnnounced(tx, productId)])
  return { moved: own?.moved ?? false, ordered: own?.ordered ?? 0, announced: inbound?.announced ?? 0 }
}
