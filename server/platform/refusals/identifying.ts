/**
 * server/platform/refusals/identifying.ts — what stands in the way from untracked to tracked.
 */

import { batchName } from '#domain/batch-code.ts'
import { counted } from '#domain/counted.ts'
import { refuse, type Where } from './refuse.ts'

export const identifyingRefusals = {
  identification_serial: refuse<{ sku: string }>(
    422,
    ({ sku }) =>
      `${sku} is tracked by serial, and each serial belongs to its batch from the day it arrives: there is nothing to find out.`,
  ),
  identification_begun: refuse<{ sku: string }>(
    409,
    ({ sku }) => `The batches of ${sku} are tracked already. What is still unknown of it is on its page.`,
  ),
  identification_none: refuse<{ sku: string; tracking: string }>(409, ({ sku, tracking }) =>
    tracking === 'none'
      ? `Nothing of ${sku} is in stock, so there is nothing to identify. Set its tracking to batch on the product itself.`
      : `Nothing of ${sku} lies in stock without a batch, so there is nothing to identify.`,
  ),
  identification_bars: refuse<{
    sku: string
    quantity: number
    lines: number
    says: string
    choices: readonly string[]
  }>(
    409,
    ({ sku, quantity, lines, says }) =>
      `${counted(quantity, 'unit')} of ${sku} ${quantity === 1 ? 'is' : 'are'} promised to ${counted(lines, 'line')} that ${lines === 1 ? 'asks' : 'ask'} for a life which goods without a date cannot show: ${says} Say that these promises may be given back, or track batches without dates.`,
  ),
  identify_beyond: refuse<Where & { sku: string; place: string; asked: number; there: number; picked: number }>(
    409,
    ({ where, sku, place, asked, there, picked }) =>
      `${where}: ${counted(there, 'unit')} of ${sku} without a batch ${there === 1 ? 'lies' : 'lie'} at ${place}${picked > 0 ? `, of which ${picked} ${picked === 1 ? 'is' : 'are'} picked already` : ''}, so ${asked} cannot be identified there.`,
  ),
  identify_bin: refuse<Where & { bin: string; sku: string; choices: readonly string[] }>(
    409,
    ({ where, bin, sku }) =>
      `${where}: "${bin}" is a bin, and no batch of ${sku} is called so. Scan the label of the goods, or confirm that it is the code of a batch.`,
  ),
  identify_frees_held: refuse<Where & { sku: string; place: string; hold: string; reason: string; role: string }>(
    409,
    ({ where, sku, place, hold, reason, role }) =>
      `${where}: ${sku} at ${place} is on hold (${hold}: ${reason}), and as that batch it would not be. The role ${role} may not free it: ask whoever may lift holds.`,
  ),
  identify_given_up: refuse<{ sku: string; by: string }>(
    409,
    ({ sku, by }) => `${by} has said that the rest of ${sku} stays unknown. Take it up again first.`,
  ),
  identify_goes_on: refuse<{ sku: string }>(409, ({ sku }) => `The stock of ${sku} is being identified already.`),
  identify_all_known: refuse<{ sku: string }>(
    409,
    ({ sku }) => `Nothing of ${sku} lies here without a batch, so there is nothing to give up.`,
  ),
  identified_undone: refuse<{ batch: string; place: string }>(
    409,
    ({ batch, place }) => `That these units at ${place} are ${batchName(batch)} is undone already.`,
  ),
  identified_used: refuse<{ batch: string; place: string; quantity: number; left: number }>(
    409,
    ({ batch, place, quantity, left }) =>
      `Of ${counted(quantity, 'unit')} identified as ${batchName(batch)} at ${place}, ${left} ${left === 1 ? 'lies' : 'lie'} there and ${left === 1 ? 'is' : 'are'} not picked. What was carried elsewhere, picked or sent cannot be unknown again.`,
  ),
  candidate_found: refuse<{ batch: string; quantity: number }>(
    409,
    ({ batch, quantity }) =>
      `${counted(quantity, 'unit')} ${quantity === 1 ? 'was' : 'were'} identified as ${batchName(batch)}, so it stays a candidate. Undo that first, where it is wrong.`,
  ),
} as const
