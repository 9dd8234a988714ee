/**
 * server/modules/labels/batch-page.ts — what everybody may read of a batch who holds its label: what it is, its last day, whether a recall concerns it and what to do.
 * Nothing of stock, of customers, or of where it came from; and nothing at all where the account has not allowed it.
 */
import { normaliseBatchCode } from '#domain/batch-code.ts'
import type { CalendarDate } from '#domain/calendar-date.ts'
import { normaliseGtin } from '#domain/gs1/check-digit.ts'
import type { Db } from '#platform/db.ts'
import { Refusal } from '#platform/refusal.ts'
import { accountSettings } from '../access/index.ts'
import { withDescendants } from '../batches/index.ts'
import { noticeSetting, publicNotice } from '../notices/index.ts'
import { type Recall, recallsSince } from '../recalls/index.ts'
import { whatIsMeant } from '../trace/index.ts'
import { lastDays } from './facts/goods-facts.ts'
import { labelSetting } from './setting.ts'

type PageRow = { batchId: string; productName: string; expiresOn: CalendarDate | null }

/** Of one code there may be batches of several suppliers; found by codes that a batch had before, too. */
const pageRows = (db: Db, gtin: string, code: string) => db<PageRow[]>`
  select distinct b.id as batch_id, p.name as product_name, b.expires_on
  from catalog.pack k
  join catalog.product p on p.account_id = k.account_id and p.id = k.product_id
  join batches.known_as n on n.account_id = k.account_id and n.product_id = k.product_id and n.code = ${code}
  join batches.batch b on b.account_id = n.account_id and b.id = n.batch_id
  where k.account_id = ${db.act.accountId} and k.gtin = ${gtin} and b.kind = 'batch'`

/** Refuses `batch_page_off`. */
export async function batchPage(db: Db, { gtin, batch }: Readonly<{ gtin: string; batch: string }>) {
  if (!(await labelSetting(db)).publicPage) throw new Refusal('batch_page_off', {})
  const { code } = normaliseBatchCode(batch)
  const read = normaliseGtin(gtin)
  const rows = read.ok ? await pageRows(db, read.gtin, code) : []
  const [[account], { contact }] = await Promise.all([accountSettings(db), noticeSetting(db)])
  const [first] = rows
  return {
    brand: account?.name ?? '',
    contact,
    batch: code,
    known: first ? { product: first.productName, lastDay: await lastDayOf(db, rows) } : null,
    recalls: first ? await recallsOf(db, rows) : [],
  }
}

/** Where suppliers differ, none is told. */
async function lastDayOf(db: Db, rows: readonly PageRow[]) {
  const dayOf = await lastDays(db, rows)
  const days = rows.map(dayOf)
  const [first = null] = days
  return first !== null && days.every((day) => day?.on === first.on) ? { name: first.name, on: first.on } : null
}

const ever = '1970-01-01T00:00:00.000Z'

/** A stock recovery is of goods that nobody outside has (21 CFR 7.3(k)). The newest first. */
async function recallsOf(db: Db, rows: readonly PageRow[]) {
  const recalls = (await recallsSince(db, ever)).filter(({ kind }) => kind !== 'stock_recovery').toReversed()
  const told = []
  for (const recall of recalls)
    if (await concerns(db, recall, rows))
      told.push({ isOver: recall.state !== 'running', ...(await publicNotice(db, recall)) })
  return told
}

async function concerns(db: Db, { now }: Recall, rows: readonly PageRow[]): Promise<boolean> {
  const { batchIds, serials } = await whatIsMeant(db, now.scope)
  const meant = new Set(await withDescendants(db, [...batchIds, ...serials.map(({ batchId }) => batchId)]))
  return rows.some(({ batchId }) => meant.has(batchId))
}
