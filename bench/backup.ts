/**
 * bench/backup.ts — an account is kept and brought back, against what PostgreSQL takes to copy its moves out and into a table
 * like theirs, in the same run: no form, no checksum, no other table, no foreign key, no proof.
 */
import { PassThrough } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { pipeline } from 'node:stream/promises'
import { createGunzip, createGzip } from 'node:zlib'
import { restoreBackup } from '../server/backup/restore-backup.ts'
import { writeBackup } from '../server/backup/write-backup.ts'
import type { Results } from './allocate.ts'
import type { Account, Lab } from './lab.ts'
import { ledger } from './ledger.ts'
import { millisecondsOf, round } from './measure.ts'

const migrations = new URL('../server/migrations/', import.meta.url)

export async function backup(lab: Lab, moves: number): Promise<Results> {
  const account = await lab.account('backup')
  await ledger(lab, account, { moves, orders: 1000 })
  await balancesOf(lab, account)
  const floor = await copiedByHand(lab, account.accountId)
  const zip = createGzip()
  const kept = buffer(zip)
  const kind = { accountId: account.accountId, at: new Date().toISOString() }
  const backedUp = await millisecondsOf(async () => {
    await writeBackup(lab.target, zip, kind)
    zip.end()
    await kept
  })
  const restored = await restoredFrom(lab, await kept)
  return {
    backup: { moves, milliseconds: round(backedUp), floor: round(floor.out), ratio: round(backedUp / floor.out) },
    restore: { moves, milliseconds: round(restored), floor: round(floor.in), ratio: round(restored / floor.in) },
  }
}

/** What was shipped of the batch that is traced came as well, and the balances are as the moves say: the verifier has nothing to tell. */
const balancesOf = ({ owner }: Lab, { accountId, placeId }: Account) =>
  owner.unsafe(`
    insert into stock.move (account_id, id, batch_id, product_id, from_place_id, to_place_id, quantity, reason, document_kind, document_id,
        occurred_at, recorded_at, actor_name)
      select m.account_id, gen_random_uuid(), m.batch_id, m.product_id, s.id, '${placeId}', sum(m.quantity), 'receipt', 'receipt', gen_random_uuid(),
        now(), now(), 'bench'
      from stock.move m join places.place s on s.account_id = m.account_id and s.kind = 'supplier'
      where m.account_id = '${accountId}' and m.from_place_id = '${placeId}' group by 1, 3, 4, 5;
    insert into stock.balance (account_id, batch_id, place_id, product_id, on_hand, last_moved_at)
      select account_id, batch_id, '${placeId}', product_id, sum(case to_place_id when '${placeId}' then quantity else -quantity end), max(recorded_at)
      from stock.move where account_id = '${accountId}' group by 1, 2, 4
      having sum(case to_place_id when '${placeId}' then quantity else -quantity end) > 0;
    analyze`)

async function copiedByHand({ owner }: Lab, accountId: string): Promise<{ out: number; in: number }> {
  const mine = `(select * from stock.move where account_id = '${accountId}')`
  let rows = Buffer.alloc(0)
  const out = await millisecondsOf(async () => {
    rows = await buffer(await owner.unsafe(`copy ${mine} to stdout`).readable())
  })
  await owner.unsafe('create table floor.move (like stock.move including indexes including constraints)')
  const into = await millisecondsOf(async () => {
    await pipeline([rows], await owner.unsafe('copy floor.move from stdin').writable())
  })
  await owner.unsafe('drop table floor.move') // else it would be taken for a table of accounts, and kept
  return { out, in: into }
}

async function restoredFrom({ owner, target }: Lab, kept: Buffer): Promise<number> {
  await owner.unsafe('create database bench_restored template template0')
  const database = { ...target, database: 'bench_restored' }
  const text = createGunzip()
  const unzipped = text.pipe(new PassThrough())
  text.end(kept)
  const milliseconds = await millisecondsOf(async () => {
    const to = { owner: database, app: database, role: 'firstout_app', migrations }
    const { differences } = await restoreBackup(unzipped, to)
    if (differences.length > 0) throw new Error(`restored with ${differences.length} differences`)
  })
  await owner.unsafe('drop database bench_restored with (force)')
  return milliseconds
}
