/**
 * A demo killed while it is made is made anew, and nothing is taken away but the half of it.
 */
import { once } from 'node:events'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { connect } from '../platform/db.ts'
import { openLog } from '../platform/log.ts'
import { fillAccount, rowsOf } from '../test/full-account.ts'
import { alerted } from '../test/full-alerts.ts'
import { notified } from '../test/full-notices.ts'
import { builtServer, openOwnServer, spawnServer, startProcess } from '../test/own-server.ts'
import { openWorld, type World, waitFor } from '../test/world.ts'
import { openDemo } from './open-demo.ts'

let dataDir: string
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'firstout-demo-'))
})
afterEach(() => rmSync(dataDir, { recursive: true, force: true }))

const signIn = (url: string, address: string, password: string) =>
  fetch(`${url}/v1/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email: address, password }),
  })

test('killed while it is made, it is whole after the next start, and there once', async () => {
  const own = await openOwnServer('passing')
  const file = await builtServer()
  const owner = connect(own.database.owner, { max: 1 })
  try {
    const first = spawnServer(file, own.url, '--demo', '--data', dataDir)
    const gone = once(first, 'exit')
    await waitFor(async () => (await owner`select from orders.sales_order`).length > 300, 'some of the demo', 60_000)
    first.kill('SIGKILL')
    await gone
    expect(readdirSync(dataDir)).toEqual(['demo-unfinished.json'])
    const second = await startProcess(file, own.url, '--demo', '--data', dataDir)
    const kept = async () => JSON.parse(readFileSync(join(dataDir, 'demo.json'), 'utf8'))
    await waitFor(async () => (await kept()).url === second.address, 'the address to be noted')
    expect(readdirSync(dataDir)).toEqual(['demo.json'])
    const { key, email, password, people } = await kept()
    const found = await fetch(`${second.address}/v1/verifications`, {
      method: 'POST',
      headers: { authorization: `Bearer ${key}` },
    })
    expect(await found.json()).toMatchObject({ differences: [] })
    expect((await owner`select from orders.sales_order`).length).toBeGreaterThan(3000)
    expect(email).toBe('demo@firstout.example')
    const signIns = (await owner`select email from access.sign_in`).map((row) => row.email)
    expect(signIns.sort()).toEqual([email, ...people.map((person: { email: string }) => person.email)].sort())
    expect(await owner`select from access.account`).toHaveLength(1)
    for (const { email: address } of people) expect((await signIn(second.address, address, password)).status).toBe(200)
    await second.kill()
  } finally {
    await owner.end({ timeout: 5 })
    await own.database.drop()
    rmSync(file, { force: true })
  }
}, 300_000)

describe('in a database with two accounts', () => {
  let world: World
  beforeEach(async () => {
    world = await openWorld({ works: false })
    await fillAccount(world, 'HALF')
    await alerted(world, world, 'HALF')
    await notified(world, world, 'HALF')
  })
  afterEach(() => world.close())

  const unfinished = (access: { email: string; password: string }) =>
    writeFileSync(join(dataDir, 'demo-unfinished.json'), JSON.stringify({ url: '', key: '', ...access }))
  const open = () => {
    const { app: target, owner, role } = world.database
    const log = openLog('silent')
    const options = { target, log, connectionsMax: 2, preparedStatements: true, ...(role ? { role } : {}) }
    return openDemo(options, { owner, dataDir, say: () => {} })
  }

  test('the half demo goes with every row it has, and of the other account none does', async () => {
    const other = await world.otherAccount()
    await fillAccount(other, 'OTHER')
    await alerted(world, other, 'OTHER')
    await notified(world, other, 'OTHER')
    const was = await rowsOf(world.owner, other.accountId)
    unfinished(world)
    expect(await open()).toBeNull()
    const rows = Object.entries(await rowsOf(world.owner, world.accountId))
    expect(rows.filter(([, left]) => left.length > 0)).toEqual([])
    expect(await rowsOf(world.owner, other.accountId)).toEqual(was)
  })

  test('an account of the same address but another password is not the demo’s, and stays whole', async () => {
    const was = await rowsOf(world.owner, world.accountId)
    unfinished({ email: world.email, password: 'the password of a demo' })
    expect(await open()).toBeNull()
    expect(await rowsOf(world.owner, world.accountId)).toEqual(was)
  })
})
