/**
 * server/platform/refusals/sell-through.ts — what customers who sell on report, held against what went there and came back.
 */
import { batchName } from '#domain/batch-code.ts'
import { refuse, type Where } from './refuse.ts'

type Beyond = Where & { customer: string; sku: string; on: string; reported: number; most: number }

export const sellThroughRefusals = {
  sold_on_beyond: refuse<Beyond & { sent: number; back: number }>(
    409,
    ({ where, customer, sku, on, reported, sent, back, most }) =>
      `${where}: with this, ${customer} reports ${reported} of ${sku} as sold or lost by ${on}, but ${sent} were sent there by then${back > 0 ? ` and ${back} of these came back` : ''}: at most ${most}. Check the day and the quantity; record first what was shipped.`,
  ),
  brought_back_beyond: refuse<Beyond>(
    409,
    ({ where, customer, sku, on, reported, most }) =>
      `${where}: with this, ${customer} reports ${reported} of ${sku} as brought back to it by ${on}, but it had sold only ${most} by then.`,
  ),
  report_withdrawn: refuse<{ sku: string; on: string }>(
    409,
    ({ sku, on }) => `The report on ${sku} of ${on} is withdrawn already.`,
  ),
  return_of_sold_on: refuse<{ customer: string; sku: string; batch: string | null; asked: number; most: number }>(
    409,
    ({ customer, sku, batch, asked, most }) =>
      `${asked} of ${batch === null ? sku : `${batchName(batch)} of ${sku}`} would come back from ${customer}, but by what it reports as sold or lost at most ${most} can still be there. Count them again. If they are right, its report is wrong: withdraw it, or take them in all the same and say why.`,
  ),
}
