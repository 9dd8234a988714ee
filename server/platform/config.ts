/**
 * server/platform/config.ts — everything that can be set, by flag or environment, in one place.
 */
import { parseArgs } from 'node:util'

export type Config = Readonly<{
  command: (typeof commands)[number]
  port: number
  dataDir: string
  databaseUrl: string | null
  demo: boolean
  logLevel: string
  /** Connections to PostgreSQL that one process may hold. */
  connectionsMax: number
  /** False for poolers that cannot keep prepared statements. */
  preparedStatements: boolean
}>

const commands = ['serve', 'work', 'migrate', 'help'] as const

export const help = `npm start -- [serve] [--port 4600] [--data .firstout] [--demo]

  serve          API, web pages and background work (this is done where nothing is said)
  work           background work only, for a second process
  migrate        brings the database to the newest schema, and ends

  --port         where it listens, on this machine only (PORT; 4600)
  --data         folder of the embedded database and of the demo's access (DATA_DIR; .firstout)
  --demo         makes a lively shop in an empty database, and prints how to sign in (DEMO=1)
  --help         these words

  DATABASE_URL   a PostgreSQL server of your own (15 or newer), as postgres://user:password@host:5432/database
  CONNECTIONS_MAX, PREPARED_STATEMENTS=off, LOG_LEVEL   for larger installations, old poolers, more words`
const logLevels: readonly string[] = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent']

/** Throws an Error whose message tells the person at the terminal what to change. */
export function readConfig(args: readonly string[], env: Readonly<Record<string, string | undefined>>): Config {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      port: { type: 'string' },
      data: { type: 'string' },
      demo: { type: 'boolean' },
      help: { type: 'boolean', short: 'h' },
    },
  })
  const asked = values.help ? 'help' : (positionals[0] ?? 'serve')
  const command = commands.find((name) => name === asked)
  if (!command) throw new Error(`Unknown command "${positionals[0]}". Known: ${commands.join(', ')}.`)
  const port = Number(values.port ?? env.PORT ?? 4600)
  if (!Number.isInteger(port) || port < 0 || port > 65535)
    throw new Error(`The port must be a number from 0 to 65535, not "${values.port ?? env.PORT}".`)
  const connectionsMax = Number(env.CONNECTIONS_MAX ?? 20)
  if (!Number.isInteger(connectionsMax) || connectionsMax < 1)
    throw new Error(`CONNECTIONS_MAX must be a whole number from 1 on, not "${env.CONNECTIONS_MAX}".`)
  const logLevel = env.LOG_LEVEL ?? 'warn'
  if (!logLevels.includes(logLevel))
    throw new Error(`LOG_LEVEL must be one of ${logLevels.join(', ')}, not "${logLevel}".`)
  return {
    command,
    port,
    dataDir: values.data ?? env.DATA_DIR ?? '.firstout',
    databaseUrl: env.DATABASE_URL || null,
    demo: values.demo ?? env.DEMO === '1',
    logLevel,
    connectionsMax,
    preparedStatements: env.PREPARED_STATEMENTS !== 'off',
  }
}
