/**
 * bench/floor.ts — what a hand-written loop does with the same database: begin; lock and read the first fitting balance;
 * update it; insert one row of a ledger; commit. No HTTP, no validation, no audit, no demands. The product is measured in
 * multiples of it, so that the machine cancels out.
 */
import { connect, type Sql, type Target } from '../server/platform/db.ts'
import { newId } from '../server/platform/id.ts'
import { perSecond } from './measure.ts'

export type Floor = Readonly<{ uniform(clients: number): Promise<number>; hot(clients: number): Promise<number> }>

export async function openFloor(
  owner: Sql,
  target: Target,
  options: { products: number; seconds: number },
): Promise<Floor> {
  const { products, seconds } = options
  await owner.unsafe(`
    create schema floor;
    create table floor.balance (product integer, batch integer, expires_on date, on_hand bigint not null, reserved bigint not null default 0,
      primary key (product, batch), check (0 <= reserved and reserved <= on_hand));
    create index on floor.balance (product, expires_on);
    create table floor.ledger (id uuid primary key, product integer, batch integer, quantity bigint, at timestamptz not null);
    create index on floor.ledger (product, batch, id);
    insert into floor.balance select p, b, date '2030-01-01' + b, 1000000000 from generate_series(0, ${products - 1}) p, generate_series(1, 3) b;
    analyze floor.balance;`)
  const run = async (clients: number, product: () => number) => {
    const sql = connect(target, { max: clients })
    const rate = await perSecond(clients, seconds, () => takeOne(sql, product()))
    await sql.end({ timeout: 5 })
    return rate
  }
  return {
    uniform: (clients) => run(clients, () => Math.floor(Math.random() * products)),
    hot: (clients) => run(clients, () => 0),
  }
}

const takeOne = (sql: Sql, product: number) =>
  sql.begin(async (tx) => {
    const [balance] = await tx<{ batch: number }[]>`
      select batch from floor.balance where product = ${product} and on_hand > reserved order by expires_on limit 1 for update`
    const batch = balance?.batch ?? 0
    await tx`update floor.balance set reserved = reserved + 1 where product = ${product} and batch = ${batch}`
    await tx`insert into floor.ledger values (${newId()}, ${product}, ${batch}, 1, ${new Date()})`
  })
