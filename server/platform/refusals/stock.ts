/**
 * server/platform/refusals/stock.ts — what stock cannot do, and what is held.
 */
import { batchName } from '#domain/batch-code.ts'
import { cutBoxWords } from '#domain/packs.ts'
import { refuse, type Where } from './refuse.ts'

export const stockRefusals = {
  // Stock
  insufficient_stock: refuse<Where & { batch: string; place: string; available: number; asked: number }>(
    409,
    ({ where, batch, place, available, asked }) =>
      `${where}: ${asked} asked of ${batchName(batch)} at ${place}, but only ${available} are available.`,
  ),
  stock_promised: refuse<
    Where & {
      batch: string
      place: string
      asked: number
      promised: number
      orders: number
      choices: readonly string[]
    }
  >(
    409,
    ({ where, batch, place, asked, promised, orders }) =>
      `${where}: ${asked} of ${batchName(batch)} at ${place} are to go, and ${promised} of them are promised to ${orders} order ${orders === 1 ? 'line' : 'lines'}. If they are really gone, take the promises back: these orders then look for other stock.`,
  ),
  closed_box: refuse(409, cutBoxWords),
  no_free_boxes: refuse<{ batch: string; place: string; asked: number; free: number; promised: number }>(
    409,
    ({ batch, place, asked, free, promised }) =>
      `${asked} closed ${asked === 1 ? 'box' : 'boxes'} of ${batchName(batch)} at ${place} to open, but ${free} ${free === 1 ? 'is' : 'are'} free and ${promised} promised to orders. What is promised closed goes out closed.`,
  ),
  too_much_stock: refuse<{ batch: string; place: string; most: number }>(
    422,
    ({ batch, place, most }) =>
      `At ${place}, ${batchName(batch)} would be more than ${most} units. Is the quantity right?`,
  ),
  negative_on_day: refuse<{ batch: string; place: string; day: string; short: number }>(
    409,
    ({ batch, place, day, short }) =>
      `At ${place}, ${batchName(batch)} would have been ${short} below zero on ${day}. Record it on a later day, or record first what came in before.`,
  ),
  rule_over: refuse<{ name: string; on: string }>(
    409,
    ({ name, on }) => `Rule "${name}" ended on ${on}. Write a new one instead.`,
  ),
  pool_over: refuse<{ name: string; on: string }>(
    409,
    ({ name, on }) => `Pool "${name}" ended on ${on}. Write a new one instead.`,
  ),
  in_the_future: refuse<{ at: string }>(
    422,
    ({ at }) => `${at} is in the future. Stock moves are recorded when they have happened.`,
  ),
  already_reversed: refuse<{ move: string }>(409, ({ move }) => `Move ${move} was already reversed.`),
  // Quality
  hold_kept: refuse<{ number: string; keeper: string }>(
    409,
    ({ number, keeper }) =>
      `Hold ${number} is kept by ${keeper}, and is lifted when that ends or its scope is narrowed.`,
  ),
  hold_already_lifted: refuse<{ number: string; by: string }>(
    409,
    ({ number, by }) => `Hold ${number} was already lifted by ${by}.`,
  ),
  would_free_held: refuse<Where & { place: string; hold: string | null; role: string }>(
    403,
    ({ where, place, hold, role }) =>
      `${where}: what lies at ${place} is ${hold === null ? 'in quarantine' : `on hold (${hold})`}, and your role, ${role}, may not make it sellable. Ask someone of quality to release it.`,
  ),
  batch_on_hold: refuse<Where & { batch: string; hold: string; reason: string }>(
    409,
    ({ where, batch, hold, reason }) =>
      `${where}: ${batchName(batch)} is on hold (${hold}: ${reason}) and cannot be shipped.`,
  ),
  ship_not_allowed: refuse<Where & { batch: string; says: string }>(
    409,
    ({ where, says }) =>
      `${where}: ${says}. It is taken back, and other stock is looked for; open the order again in a moment.`,
  ),
  batch_expired: refuse<Where & { batch: string; expiresOn: string }>(
    409,
    ({ where, batch, expiresOn }) =>
      `${where}: ${batchName(batch)} expired on ${expiresOn} and cannot be shipped. Choose "Try again" on the order: other stock takes its place.`,
  ),
} as const
