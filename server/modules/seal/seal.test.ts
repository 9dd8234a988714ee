/**
 * What was recorded is sealed in order, each fact once, whoever commits late and however many seal at once; and the walk along the chain names
 * what was changed, taken out, slipped in or put in another order.
 */
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { connect, type Sql } from '#platform/db.ts'
import { newId } from '#platform/id.ts'
import { waitingForLocks } from '../../test/amid.ts'
import { sealNow, sealProof } from '../../test/full-seal.ts'
import { batchId, hold, order, product, receive } from '../../test/stories.ts'
import { type Caller, type Json, openWorld, type World, waitFor } from '../../test/world.ts'
import { blockHash } from './hashes.ts'

let world: World
let account: Caller
beforeAll(async () => {
  world = await openWorld({ at: '2025-11-24T15:00:00.000Z' })
})
afterAll(() => world?.close())
beforeEach(async () => {
  account = await world.otherAccount()
  await product(account)
  await receive(account, [{ batch: 'A', quantity: 100, expiresOn: '2027-01-01' }])
  await order(account, 10)
  await hold(account, 'A')
})

const mine = () => account.accountId
const blocks = () => world.owner<Json[]>`select * from seal.block where account_id = ${mine()} order by number`
const sealedKeys = async (table: string): Promise<string[]> =>
  (await blocks()).filter(({ tableName }) => tableName === table).flatMap(({ keys }) => keys)
const moves = async (): Promise<string[]> =>
  (await world.owner`select id from stock.move where account_id = ${mine()} order by id`).map(({ id }) => id)
/** As one who may do all, and tells nobody. */
const tamper = (work: (sql: Sql) => Promise<unknown>) => work(world.owner)

/** A move like the first one, under this id. */
const copyMove = (sql: Sql, id: string, recordedAt = world.clock.now()) => sql`
  insert into stock.move (account_id, id, batch_id, product_id, from_place_id, to_place_id, quantity, reason, document_kind, document_id,
    occurred_at, recorded_at, actor_name)
  select account_id, ${id}, batch_id, product_id, from_place_id, to_place_id, quantity, reason, document_kind, document_id, occurred_at,
    ${recordedAt}::timestamptz, actor_name
  from stock.move where account_id = ${mine()} order by id limit 1`

test('each fact is sealed once, in blocks that follow each other, and nothing is left', async () => {
  expect((await account.get('/v1/seal')).waiting).toBeGreaterThan(10)
  const facts = await sealNow(world, account)
  expect(await sealNow(world, account)).toBe(0)
  expect(await sealedKeys('stock.move')).toEqual(await moves())
  const state = await account.get('/v1/seal')
  const all = await blocks()
  expect(state).toMatchObject({ blocks: all.length, facts, waiting: 0, head: all.at(-1)?.hash.toString('hex') })
  expect(await sealProof(account)).toMatchObject({ found: 0, findings: [], facts, blocks: all.length })
})

test('who commits after later ones were sealed is sealed in a block of its own, once', async () => {
  const slow = connect(world.database.owner, { max: 1 })
  try {
    await sealNow(world, account)
    const early = newId()
    await slow.begin(async (sql) => {
      await copyMove(sql as unknown as Sql, early)
      const later = [newId(), newId()]
      for (const id of later) await copyMove(world.owner, id)
      await sealNow(world, account)
      expect((await sealedKeys('stock.move')).slice(-2)).toEqual(later)
    })
    await sealNow(world, account)
    const keys = await sealedKeys('stock.move')
    expect(keys.at(-1)).toBe(early)
    expect([...keys].sort()).toEqual(await moves())
    expect((await sealProof(account)).findings).toEqual([])
  } finally {
    await slow.end()
  }
})

test('in a large account only what is new is looked at, and once a day all: an id of long ago is found then', async () => {
  await sealNow(world, account)
  await world.owner`update seal.chain set facts = 1000000 where account_id = ${mine()}`
  const [old, fresh] = ['00000000-0000-4000-8000-000000000001', newId()]
  await copyMove(world.owner, old)
  await copyMove(world.owner, fresh)
  expect(await sealNow(world, account)).toBe(1)
  expect((await sealedKeys('stock.move')).at(-1)).toBe(fresh)
  await sealNow(world, account, '2025-11-25T15:00:01.000Z')
  expect(await sealedKeys('stock.move')).toContain(old)
})

test('several who seal at once seal each fact once, and none of them fails', async () => {
  expect(await sealNow(world, account)).toBeGreaterThan(0)
  const before = (await blocks()).flatMap(({ keys }) => keys).length
  await order(account, 5)
  const several = [1, 2, 3, 4]
  const sealing = await world.owner.begin(async (tx) => {
    await tx`select from seal.chain where account_id = ${mine()} for update`
    const begun = several.map(() => sealNow(world, account))
    await waitFor(async () => (await waitingForLocks(world)) >= several.length, 'all of them to wait for the chain')
    return { begun }
  })
  const counts = await Promise.all(sealing.begun)
  const keys = (await blocks()).flatMap(({ tableName, keys: some }) => some.map((key: string) => `${tableName} ${key}`))
  expect(new Set(keys).size).toBe(keys.length)
  expect(counts.reduce((sum, count) => sum + count, 0)).toBe(keys.length - before)
  expect((await sealProof(account)).findings).toEqual([])
})

type Wrong = Readonly<{ kind: string; table?: string; row?: string | undefined }>

async function expectFound(wanted: readonly Wrong[]): Promise<void> {
  const { found, findings } = await sealProof(account)
  expect(findings.map(({ kind }: Json) => kind)).toEqual(wanted.map(({ kind }) => kind))
  expect([found, findings]).toEqual([wanted.length, wanted.map((one) => expect.objectContaining(one))])
}

test('scenario 73: one changed letter: the row is named, its block, and when that was sealed', async () => {
  await sealNow(world, account)
  const [row] = await moves()
  await tamper(
    (sql) => sql`update stock.move set quantity = quantity + 1 where account_id = ${mine()} and id = ${row ?? ''}`,
  )
  const { findings } = await sealProof(account)
  const [block] = await blocks()
  expect(findings).toEqual([
    {
      kind: 'changed',
      table: 'stock.move',
      row,
      block: 1,
      at: '2025-11-24T15:00:00.000Z',
      message: expect.any(String),
    },
  ])
  expect(findings[0].message).toBe(
    `Row ${row} of stock.move was changed. Block ${block?.number} was sealed at 2025-11-24T15:00:00.000Z.`,
  )
  await tamper(
    (sql) => sql`update stock.move set quantity = quantity - 1 where account_id = ${mine()} and id = ${row ?? ''}`,
  )
  await expectFound([])
})

test('a row that was taken out, of the audit as of the moves', async () => {
  await sealNow(world, account)
  const [entry] = await world.owner`
    delete from access.audit where account_id = ${mine()} and action = 'hold.place' returning id`
  await expectFound([{ kind: 'gone', table: 'access.audit', row: entry?.id }])
})

test('an old row that was slipped in is found before it is sealed, and after', async () => {
  await sealNow(world, account)
  const row = newId()
  await tamper((sql) => copyMove(sql, row, '2025-11-24T02:59:59.000Z'))
  await expectFound([{ kind: 'slipped_in', table: 'stock.move', row }])
  await sealNow(world, account)
  await expectFound([{ kind: 'late', table: 'stock.move', row }])
})

test('what was sealed in another order', async () => {
  await copyMove(world.owner, newId())
  await sealNow(world, account)
  const [first, second] = await sealedKeys('stock.move')
  await tamper(
    (sql) => sql`
      update seal.block set keys = array[${second ?? ''}, ${first ?? ''}] || keys[3:] where account_id = ${mine()} and number = 1`,
  )
  await expectFound([
    { kind: 'order', row: second },
    { kind: 'order', row: first },
  ])
})

test('a block that was changed, one that is gone, and an end that was cut off', async () => {
  await sealNow(world, account)
  const last = (await blocks()).length
  const change = (sql: Sql, to: string) =>
    sql`update seal.block set at = ${to}::timestamptz where account_id = ${mine()} and number = 2`
  await tamper((sql) => change(sql, '2025-11-20T00:00:00Z'))
  await expectFound([{ kind: 'block' }])
  await tamper((sql) => change(sql, '2025-11-24T15:00:00Z'))
  await expectFound([])
  await tamper((sql) => sql`delete from seal.block where account_id = ${mine()} and number = 2`)
  const { findings } = await sealProof(account)
  expect(findings[0]).toMatchObject({ kind: 'missing', block: 3 })
  await tamper((sql) => sql`delete from seal.block where account_id = ${mine()} and number >= ${last - 1}`)
  expect((await sealProof(account)).findings.map(({ kind }: Json) => kind)).toContain('end')
})

test('a fact that a second block holds as well, without a fault in the chain', async () => {
  await sealNow(world, account)
  const last = (await blocks()).at(-1)
  if (!last) throw new Error('nothing was sealed')
  const { at, completeTo, tableName, columns, keys, leaves, hash: previous } = last
  const number = last.number + 1
  const hash = blockHash({
    accountId: mine(),
    number,
    at,
    completeTo,
    columns,
    leaves,
    table: tableName,
    facts: keys.length,
    previous: previous.toString('hex'),
  })
  await tamper(
    (sql) => sql`
      insert into seal.block (account_id, number, at, complete_to, table_name, columns, keys, first_id, last_id, leaves, previous, hash)
      select account_id, ${number}, at, complete_to, table_name, columns, keys, first_id, last_id, leaves, ${previous}, ${hash}
      from seal.block where account_id = ${mine()} and number = ${last.number}`,
  )
  await tamper(
    (sql) =>
      sql`update seal.chain set blocks = ${number}, facts = facts + ${keys.length}, head = ${hash} where account_id = ${mine()}`,
  )
  await expectFound([{ kind: 'twice', table: tableName }])
})

test('a chain that was written anew, without a fault in it, is found by a checkpoint that was kept elsewhere', async () => {
  await sealNow(world, account)
  const checkpoint = (await account.call('GET', '/v1/seal/checkpoint')).body
  expect(checkpoint).toMatchObject({ format: 'firstout checkpoint 1', account: mine(), block: (await blocks()).length })
  expect((await sealProof(account, checkpoint)).findings).toEqual([])
  await tamper((sql) => sql`update stock.move set note = 'nothing happened' where account_id = ${mine()}`)
  await tamper((sql) => sql`delete from seal.block where account_id = ${mine()}`)
  await tamper((sql) => sql`delete from seal.chain where account_id = ${mine()}`)
  await sealNow(world, account)
  expect((await sealProof(account)).findings).toEqual([])
  const { findings } = await sealProof(account, checkpoint)
  expect(findings).toMatchObject([{ kind: 'checkpoint', block: checkpoint.block }])
  const answer = await world.call('POST', '/v1/seal/verifications', { checkpoint })
  expect([answer.status, answer.body.code]).toEqual([409, 'checkpoint_of_another'])
})

test('a column that is added later changes no fact that was sealed before, with or without a value', async () => {
  await sealNow(world, account)
  await world.owner`alter table batches.batch_date add column weather text default 'fair', add column wind text`
  await expectFound([])
  await account.post(`/v1/batches/${await batchId(account, 'A')}/dates`, {
    kind: 'expiry',
    on: '2027-02-01',
    reason: 'label',
  })
  await sealNow(world, account)
  const [newest] = (await blocks()).filter(({ tableName }) => tableName === 'batches.batch_date').reverse()
  expect(newest?.columns).toContain('wind')
  await expectFound([])
})

test('what may be forgotten of persons is in no fact: their entries lose it, and the chain holds', async () => {
  await account.post('/v1/customers', { code: 'ADA', name: 'Ada Person', email: 'ada@example.com' })
  await sealNow(world, account)
  await world.owner`
    update access.audit set after = null where account_id = ${mine()} and subject_kind = 'customer'`
  await expectFound([])
})
