/**
 * server/platform/refusals/repairs.ts — why batches are not merged, split or renamed, and why a repair is not undone.
 */
import { batchName } from '#domain/batch-code.ts'
import { refuse, type Where } from './refuse.ts'

type Choices = { choices: readonly string[] }
const listed = (names: readonly string[]) => names.join(', ')
const did = { merge: 'merged', split: 'split', rename: 'renamed', date: 'dated' } as const

export const repairRefusals = {
  batch_merged: refuse<{ batch: string; now: string; nowId: string }>(
    409,
    ({ batch, now }) => `Batch ${batch} was merged into batch ${now}. Repair ${now}, or undo the merge first.`,
  ),
  merge_itself: refuse<{ batch: string }>(
    422,
    ({ batch }) => `Batch ${batch} cannot be merged into itself. Choose the batch that it is.`,
  ),
  merge_other_product: refuse<{ batch: string; sku: string; into: string; intoSku: string }>(
    409,
    ({ batch, sku, into, intoSku }) =>
      `Batch ${batch} is of ${sku}, but ${into} is of ${intoSku}. Only batches of one product can be one batch.`,
  ),
  merge_dates_differ: refuse<
    {
      batch: string
      into: string
      what: string // which date, in words
      date: string
      intoDate: string | null
    } & Choices
  >(409, ({ batch, into, what, date, intoDate }) =>
    intoDate === null
      ? `Batch ${batch} has ${what} ${date}, but ${into} has none. State it for ${into} first, or merge ${into} into ${batch} instead.`
      : `Batch ${batch} has ${what} ${date}, but ${into} says ${intoDate}. Correct the one that is wrong first. If both are right, they are two batches.`,
  ),
  merge_supplier_differs: refuse<{ batch: string; supplier: string; into: string; intoSupplier: string } & Choices>(
    409,
    ({ batch, supplier, into, intoSupplier }) =>
      `Batch ${batch} came from ${supplier}, but ${into} from ${intoSupplier}. Confirm that both are the same batch, or leave them apart.`,
  ),
  merge_picked: refuse<{ batch: string; orders: readonly string[] }>(
    409,
    ({ batch, orders }) =>
      `Units of batch ${batch} lie picked for ${listed(orders)}. Ship them, or put them back first.`,
  ),
  merge_in_transit: refuse<{ batch: string; transfers: readonly string[] }>(
    409,
    ({ batch, transfers }) => `Units of batch ${batch} are on their way with ${listed(transfers)}. Receive them first.`,
  ),
  merge_counted: refuse<{ batch: string; counts: readonly string[] }>(
    409,
    ({ batch, counts }) =>
      `Batch ${batch} was counted in ${listed(counts)}, and that is not closed yet. Book or close it first.`,
  ),
  repair_untracked: refuse<{ sku: string }>(
    422,
    ({ sku }) => `These goods of ${sku} have no batch, so there is no batch code to repair.`,
  ),
  repair_unidentified: refuse<{ sku: string }>(
    409,
    ({ sku }) => `These units of ${sku} have no batch that could be repaired. Identify them instead.`,
  ),
  repair_redated: refuse<{ batch: string; kind: 'merge' | 'split' }>(
    409,
    ({ batch, kind }) =>
      `Batch ${batch} was opened, frozen or thawed, and has a last day of its own. It cannot be ${did[kind]}. Undo that first, if it was a mistake.`,
  ),
  date_other_year: refuse<{ batch: string; before: string; on: string; days: number } & Choices>(
    409,
    ({ batch, before, on, days }) =>
      `Batch ${batch}: ${on} is ${days} days from ${before}, the date that stands. Is the year typed right? Confirm it, or give the day that is right.`,
  ),
  code_unchanged: refuse<{ batch: string }>(
    422,
    ({ batch }) => `The batch is called ${batch} already. Give the code that is right.`,
  ),
  batch_code_known: refuse<Where & { code: string; batch: string; batchId: string } & Choices>(
    409,
    ({ where, code, batch }) =>
      `${where}: "${code}" is ${code === batch ? 'another batch' : `a code of ${batchName(batch)}`} of this product. If both are the same, merge them. Else choose another code.`,
  ),
  split_beyond: refuse<
    Where & { batch: string; place: string; asked: number; most: number; orders: readonly string[] }
  >(
    409,
    ({ where, batch, place, asked, most, orders }) =>
      `${where}: ${asked} of batch ${batch} at ${place} are to be split off, but only ${most} can be.${orders.length > 0 ? ` Units there lie picked for ${listed(orders)}: ship them, or put them back first.` : ''}`,
  ),
  repair_undone: refuse<{ number: string }>(409, ({ number }) => `${number} is undone already.`),
  repair_not_last: refuse<{ batch: string; what: string }>(
    409,
    ({ batch, what }) => `Batch ${batch}: ${what} came after this repair. Undo the later one first.`,
  ),
  repair_too_old: refuse<{ number: string; days: number; until: string }>(
    409,
    ({ number, days, until }) =>
      `${number} could be undone for ${days} days, until ${until}. Split the batch instead, if you know which units are meant.`,
  ),
  repair_moved: refuse<{ number: string; batch: string; moved: readonly string[] }>(
    409,
    ({ number, batch, moved }) =>
      `${number} cannot be undone: since then units of batch ${batch} left the places where they were ${moved.length > 0 ? `(${listed(moved)})` : ''}, and nobody can tell whose. Undo that first, or split the batch.`,
  ),
  repair_picked: refuse<{ number: string; batch: string; orders: readonly string[] }>(
    409,
    ({ number, batch, orders }) =>
      `${number} cannot be undone while units of batch ${batch} lie picked for ${listed(orders)}. Put them back first.`,
  ),
  repair_held: refuse<{ number: string; batch: string; hold: string }>(
    409,
    ({ number, batch, hold }) =>
      `${number} cannot be undone while ${hold} holds batch ${batch}: its units would be free. Lift the hold first, or hold the batch it came from.`,
  ),
  repair_merged: refuse<{ number: string; batch: string; now: string }>(
    409,
    ({ number, batch, now }) =>
      `${number} cannot be undone while batch ${batch} is merged into ${now}. Undo that merge first.`,
  ),
} as const
