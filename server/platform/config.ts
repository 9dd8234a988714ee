/**
 * server/platform/config.ts — everything that can be set, by flag or environment, in one place.
 */
import { parseArgs } from 'node:util'
import type { MailSettings } from './mail.ts'

export type Config = Readonly<{
  command: (typeof commands)[number]
  /** What the command is about: the file of `backup` and `restore`, the address of `move-to`. */
  operand: string | null
  /** The one that `backup` keeps or `verify-seal` walks; null: all. */
  account: string | null
  port: number
  dataDir: string
  databaseUrl: string | null
  demo: boolean
  logLevel: string
  /** Connections to PostgreSQL that one process may hold. */
  connectionsMax: number
  /** False for poolers that cannot keep prepared statements. */
  preparedStatements: boolean
  /** How mail leaves; null: none does. */
  mail: MailSettings | null
}>

const commands = ['serve', 'work', 'migrate', 'backup', 'restore', 'move-to', 'verify-seal', 'help'] as const

export const help = `npm start -- [serve] [--port 4600] [--data .firstout] [--demo]

  serve          API, web pages and background work (this is done where nothing is said)
  work           background work only, for a second process
  migrate        brings the database to the newest schema, and ends
  backup FILE    keeps everything in one file, while others work; --account ID keeps one account
  restore FILE   makes an empty database what the file holds, and proves it
  move-to URL    moves the embedded database to a PostgreSQL server of your own
  verify-seal    reads every sealed fact of all accounts again; --account ID of one

  --port         where it listens, on this machine only (PORT; 4600)
  --data         folder of the embedded database and of the demo's access (DATA_DIR; .firstout)
  --demo         makes a lively shop in an empty database, and prints how to sign in (DEMO=1)
  --help         these words

  DATABASE_URL   a PostgreSQL server of your own (15 or newer), as postgres://user:password@host:5432/database
  SMTP_URL       the server that takes mail, as smtp://user:password@host:587, with
                 MAIL_FROM ("Brand <recalls@brand.example>") and PUBLIC_URL (https://stock.brand.example, where
                 customers answer); MAILS_PER_SECOND (10)
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
      account: { type: 'string' },
      help: { type: 'boolean', short: 'h' },
    },
  })
  const asked = values.help ? 'help' : (positionals[0] ?? 'serve')
  const command = commands.find((name) => name === asked)
  if (!command) throw new Error(`Unknown command "${positionals[0]}". Known: ${commands.join(', ')}.`)
  const operand = operandOf(command, positionals)
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
    operand,
    account: values.account ?? null,
    port,
    dataDir: values.data ?? env.DATA_DIR ?? '.firstout',
    databaseUrl: env.DATABASE_URL || null,
    demo: values.demo ?? env.DEMO === '1',
    logLevel,
    connectionsMax,
    preparedStatements: env.PREPARED_STATEMENTS !== 'off',
    mail: mailIn(env),
  }
}

/** All of it or nothing: a mail without a way to answer helps nobody. Never says the address, which holds a password. */
function mailIn(env: Readonly<Record<string, string | undefined>>): MailSettings | null {
  const { SMTP_URL: url, MAIL_FROM: from, PUBLIC_URL: publicUrl } = env
  if (!url) return null
  if (!URL.canParse(url) || !/^smtps?:/.test(url)) throw new Error('SMTP_URL must be smtp://… or smtps://….')
  if (!from?.includes('@')) throw new Error('MAIL_FROM must name who writes, as "Brand <recalls@brand.example>".')
  if (!publicUrl || !URL.canParse(publicUrl) || !/^https?:/.test(publicUrl))
    throw new Error('PUBLIC_URL must be the address where customers reach this server, as https://stock.brand.example.')
  const perSecond = Number(env.MAILS_PER_SECOND ?? 10)
  if (!Number.isInteger(perSecond) || perSecond < 1)
    throw new Error(`MAILS_PER_SECOND must be a whole number from 1 on, not "${env.MAILS_PER_SECOND}".`)
  return { url, from, publicUrl, perSecond }
}

const operands: Readonly<Record<string, string>> = {
  backup: 'the file to write',
  restore: 'the file to read',
  'move-to': 'the address, postgres://user:password@host:5432/database',
}

function operandOf(command: string, [, operand, more]: readonly string[]): string | null {
  const wanted = operands[command]
  if (wanted && !operand) throw new Error(`${command} needs ${wanted}.`)
  const strange = wanted ? more : operand
  if (strange) throw new Error(`${command} does not know what to do with "${strange}".`)
  return operand ?? null
}
