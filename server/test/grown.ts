/**
 * server/test/grown.ts — an account with years behind it: all that was done in it, done many times over, by SQL.
 */
import type { World } from './world.ts'

/** Each after those that it refers to. */
const tables = [
  'batches.batch',
  'batches.batch_link',
  'stock.demand',
  'stock.move',
  'stock.balance',
  'receiving.inbound',
  'receiving.inbound_line',
  'receiving.receipt',
  'receiving.receipt_line',
  'transfers.transfer',
  'transfers.transfer_line',
  'transfers.discrepancy',
  'counts.count',
  'counts.subject',
  'counts.task',
  'counts.tally',
  'counts.tally_line',
  'counts.booking',
  'disposals.disposal',
  'disposals.line',
  'returns.announced_return',
  'returns.announced_line',
  'returns.inspection',
  'returns.decision',
  'samples.sample',
  'redating.redating',
  'mocks.mock',
  'mocks.act',
  'corrective.action',
  'sellthrough.report',
  'sellthrough.withdrawal',
]

/** Whom and where it concerned stays; what was done is each time another. */
const stays = /^(account_id|product_id|rule_id|actor_id|lot_id|(.*_)?(place|warehouse|customer|supplier|client|by)_id)$/
const named = new Set(['number', 'code', 'look_alike_key'])

type Column = { name: string; type: string; generated: boolean }

function copied({ name, type }: Column): string {
  if (named.has(name)) return `${name} || '-' || n`
  return type === 'uuid' && !stays.test(name) ? `md5(${name}::text || n)::uuid` : name
}

/** `times` copies of all rows; what is done of them is as it is of the first ones, and the balances are as their moves say. */
export async function growOld(world: World, times: number): Promise<void> {
  await world.owner.begin(async (sql) => {
    await sql`select set_config('app.account', ${world.accountId}, true)`
    for (const table of tables) {
      const columns = (
        await sql<Column[]>`
          select attname as name, format_type(atttypid, null) as type, attgenerated <> '' as generated from pg_attribute
          where attrelid = ${table}::regclass and attnum > 0 and not attisdropped order by attnum`
      ).filter(({ generated }) => !generated)
      await sql.unsafe(
        `insert into ${table} (${columns.map(({ name }) => name).join(', ')})
        select ${columns.map(copied).join(', ')} from ${table}, generate_series(1, ${times}) as n`,
      )
    }
  })
  await world.owner`analyze`
}
