/**
 * server/main.ts — the process: serve | work | migrate | backup | restore | move-to.
 */
import { resolve } from 'node:path'
import { type App, openApp } from './app.ts'
import { tending } from './backup/commands.ts'
import { demoLines, openDemo } from './demo/open-demo.ts'
import { systemClock } from './platform/clock.ts'
import { type Config, help, readConfig } from './platform/config.ts'
import type { Connection } from './platform/db.ts'
import { startEmbedded } from './platform/embedded/index.ts'
import { openLog } from './platform/log.ts'
import { migrate } from './platform/migrate.ts'
import { explainOwnDatabase, judgeOwnDatabase } from './platform/own-database.ts'

/** The repository's root, both for `server/main.ts` and for the bundle in `dist`. */
const root = new URL('../', import.meta.url)
const migrations = new URL('server/migrations/', root)

type Server = Readonly<{
  owner: Connection
  app: Connection
  role?: string
  stop(): Promise<void>
  /** Resolves with a reason when the database is gone for good. */
  exited: Promise<string>
}>

async function openServer(config: Config): Promise<Server> {
  const { databaseUrl } = config
  if (databaseUrl) {
    judgeOwnDatabase(databaseUrl)
    const own = { url: databaseUrl }
    return { owner: own, app: own, role: 'firstout_app', stop: async () => {}, exited: new Promise(() => {}) }
  }
  const embedded = await startEmbedded({ dataDir: resolve(config.dataDir), log: say })
  return { owner: embedded.superuser, app: embedded.app, stop: embedded.stop, exited: embedded.exited }
}

const noDemo = 'This database already holds an account, so no demo was made. For one, start with another --data folder.'
const say = (line: string): void => void process.stdout.write(`${line}\n`)

async function main(): Promise<void> {
  const config = readConfig(process.argv.slice(2), process.env)
  if (config.command === 'help') return say(help)
  const tend = tending[config.command]
  if (tend) return await tend({ ...config, say, migrations })
  const server = await openServer(config)
  const stops: (() => Promise<void>)[] = [() => server.stop()]
  const leave = once(async () => {
    for (const stop of stops.toReversed()) await stop()
  })
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
    process.on(signal, () => void leave().then(() => process.exit(0)))
  void server.exited.then(async (reason) => {
    process.stderr.write(`PostgreSQL does not stay up: ${reason}\n`)
    await leave()
    process.exit(1)
  })
  try {
    await migrate(server.owner, migrations).catch((error: unknown) => {
      throw config.databaseUrl ? explainOwnDatabase(config.databaseUrl, error) : error
    })
    if (config.command === 'migrate') return await leave()
    const options = {
      target: server.app,
      log: openLog(config.logLevel),
      connectionsMax: config.connectionsMax,
      preparedStatements: config.preparedStatements,
      ...(server.role ? { role: server.role } : {}),
    }
    const wantsDemo = config.demo && config.command === 'serve'
    const demo = wantsDemo ? await openDemo(options, { owner: server.owner, dataDir: config.dataDir, say }) : null
    const app = await openApp({
      ...options,
      clock: systemClock,
      works: true,
      mail: config.mail,
      webRoot: config.command === 'serve' ? new URL('dist/web/', root) : null,
    })
    stops.push(() => app.close())
    if (config.command === 'work') return
    const address = await listen(app, config.port)
    say(`Firstout is ready: ${address}`)
    const last = demo ? demoLines(demo(address)) : [noDemo]
    if (wantsDemo) last.forEach(say)
  } catch (error) {
    await leave()
    throw error
  }
}

async function listen({ http }: App, port: number): Promise<string> {
  try {
    return await http.listen({ host: '127.0.0.1', port })
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EADDRINUSE')) throw error
    throw new Error(`Port ${port} is in use; choose another with --port.`)
  }
}

function once(work: () => Promise<void>): () => Promise<void> {
  let running: Promise<void> | null = null
  return () => (running ??= work())
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  process.exitCode = 1
})
