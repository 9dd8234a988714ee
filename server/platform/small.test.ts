/**
 * The small parts: ids, settings, references, refusals.
 */
import { describe, expect, test, vi } from 'vitest'
import { help, readConfig } from './config.ts'
import { newId } from './id.ts'
import { splitReferences } from './references.ts'
import { Refusal } from './refusal.ts'
import { refusals } from './refusals/index.ts'

describe('an id', () => {
  test('is a UUID of version 7 that carries its time', () => {
    const before = Date.now()
    const id = newId()
    expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
    const time = Number.parseInt(id.replaceAll('-', '').slice(0, 12), 16)
    expect(time).toBeGreaterThanOrEqual(before)
    expect(time).toBeLessThan(before + 1000)
  })

  test('is greater than every one before it, also of the same millisecond', () => {
    const ids = Array.from({ length: 100_000 }, newId)
    expect(ids.findIndex((id, index) => index > 0 && id <= (ids[index - 1] ?? ''))).toBe(-1)
  })

  test('does not go back when the clock does', () => {
    const last = newId()
    vi.useFakeTimers({ now: Date.now() - 60_000, toFake: ['Date'] })
    try {
      expect(newId() > last).toBe(true)
    } finally {
      vi.useRealTimers()
    }
  })
})

const mailed = { SMTP_URL: 'smtp://u:p@x', MAIL_FROM: 'A <a@x>', PUBLIC_URL: 'https://y' }

describe('what can be set', () => {
  test.each([
    ['nothing', [], {}, { command: 'serve', port: 4600, dataDir: '.firstout', databaseUrl: null, demo: false }],
    ['flags', ['--port', '80', '--data', 'd', '--demo'], {}, { port: 80, dataDir: 'd', demo: true }],
    ['environment', [], { PORT: '81', DATA_DIR: 'e', DEMO: '1' }, { port: 81, dataDir: 'e', demo: true }],
    ['a flag before the environment', ['--port', '80'], { PORT: '81' }, { port: 80 }],
    ['a server of its own', [], { DATABASE_URL: 'postgres://x/y' }, { databaseUrl: 'postgres://x/y' }],
    ['an empty server is none', [], { DATABASE_URL: '' }, { databaseUrl: null }],
    ['a command', ['migrate'], {}, { command: 'migrate' }],
    [
      'a command and what it is about',
      ['backup', 'f.gz', '--account', 'a'],
      {},
      { command: 'backup', operand: 'f.gz', account: 'a' },
    ],
    [
      'a pooler',
      [],
      { PREPARED_STATEMENTS: 'off', CONNECTIONS_MAX: '3' },
      { preparedStatements: false, connectionsMax: 3 },
    ],
    ['no mail', [], {}, { mail: null }],
    ['mail', [], mailed, { mail: { url: 'smtp://u:p@x', from: 'A <a@x>', publicUrl: 'https://y', perSecond: 10 } }],
  ])('by %s', (_, args, env, config) => {
    expect(readConfig(args, env)).toMatchObject(config)
  })

  test.each([
    ['--port', ['--port', 'many'], {}, 'The port must be a number from 0 to 65535, not "many".'],
    ['PORT', [], { PORT: '70000' }, 'The port must be a number from 0 to 65535, not "70000".'],
    [
      'a command',
      ['fly'],
      {},
      'Unknown command "fly". Known: serve, work, migrate, backup, restore, move-to, verify-seal, help.',
    ],
    ['backup', ['backup'], {}, 'backup needs the file to write.'],
    ['move', ['move-to'], {}, 'move-to needs the address'],
    ['operand', ['serve', 'me'], {}, 'serve does not know what to do with "me".'],
    ['second operand', ['restore', 'a', 'b'], {}, 'restore does not know what to do with "b".'],
    [
      'CONNECTIONS_MAX',
      [],
      { CONNECTIONS_MAX: 'lots' },
      'CONNECTIONS_MAX must be a whole number from 1 on, not "lots".',
    ],
    [
      'CONNECTIONS_MAX of none',
      [],
      { CONNECTIONS_MAX: '0' },
      'CONNECTIONS_MAX must be a whole number from 1 on, not "0".',
    ],
    [
      'LOG_LEVEL',
      [],
      { LOG_LEVEL: 'loud' },
      'LOG_LEVEL must be one of trace, debug, info, warn, error, fatal, silent, not "loud".',
    ],
    ['SMTP_URL', [], { ...mailed, SMTP_URL: 'http://x' }, 'SMTP_URL must be smtp://… or smtps://….'],
    ['MAIL_FROM', [], { ...mailed, MAIL_FROM: '' }, 'MAIL_FROM must name who writes'],
    ['PUBLIC_URL', [], { ...mailed, PUBLIC_URL: '' }, 'PUBLIC_URL must be the address where customers reach'],
    ['MAILS_PER_SECOND', [], { ...mailed, MAILS_PER_SECOND: '0' }, 'MAILS_PER_SECOND must be a whole number from 1 on'],
  ])('a wrong %s is told in words', (_, args, env, words) => {
    expect(() => readConfig(args, env)).toThrow(words)
  })

  test('help is given wherever it is asked for, and names every flag', () => {
    for (const args of [['--help'], ['-h'], ['help'], ['migrate', '--help']])
      expect(readConfig(args, {}).command).toBe('help')
    for (const word of ['--port', '--data', '--demo', 'DATABASE_URL', 'work', 'migrate']) expect(help).toContain(word)
  })

  test('an unknown flag is not overlooked', () => {
    expect(() => readConfig(['--prot', '80'], {})).toThrow('--prot')
  })
})

test('a thing is named by its id or by its code, each once', () => {
  const id = '019aafd0-0000-7000-8000-000000000001'
  expect(splitReferences([id, 'P', id, 'P', id.slice(1)])).toEqual({ ids: [id], codes: ['P', id.slice(1)] })
})

test('a refusal says its code, its status and one sentence with the numbers in it', () => {
  const facts = { where: 'Line 2', batch: 'B', place: 'MAIN', available: 100, asked: 101 }
  expect(new Refusal('insufficient_stock', facts).problem).toEqual({
    code: 'insufficient_stock',
    status: 409,
    detail: 'Line 2: 101 asked of batch B at MAIN, but only 100 are available.',
    facts,
  })
})

test('every refusal is a client error, or the machine telling that it cannot now', () => {
  const statuses = Object.entries(refusals).map(([code, { status }]) => [code, status] as const)
  for (const [code, status] of statuses)
    expect([code, (status >= 400 && status < 500) || [503, 507].includes(status)]).toEqual([code, true])
})
