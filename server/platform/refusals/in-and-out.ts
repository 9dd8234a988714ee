/**
 * server/platform/refusals/in-and-out.ts — what comes in, goes out and comes back.
 */

import { batchName } from '#domain/batch-code.ts'
import { counted } from '#domain/counted.ts'
import { refuse, type Where } from './refuse.ts'

export const inAndOutRefusals = {
  // Receiving
  life_too_short: refuse<Where & { batch: string; left: number; required: number }>(
    409,
    ({ where, batch, left, required }) =>
      `${where}: ${batchName(batch)} has ${counted(left, 'day')} left, ${required} are required on arrival. Send it back, or ask a manager to change the rule.`,
  ),
  expired_on_arrival: refuse<Where & { batch: string; expiresOn: string }>(
    409,
    ({ where, batch, expiresOn }) =>
      `${where}: ${batchName(batch)} expired on ${expiresOn}. It cannot be received as sellable stock; receive it as damaged or send it back.`,
  ),
  inbound_closed: refuse<{ number: string }>(
    409,
    ({ number }) => `Inbound shipment ${number} is closed. Open it again if more of it has come.`,
  ),
  inbound_open: refuse<{ number: string }>(409, ({ number }) => `Inbound shipment ${number} is open.`),
  inbound_elsewhere: refuse<{ number: string; announced: string; warehouse: string }>(
    409,
    ({ number, announced, warehouse }) =>
      `Inbound shipment ${number} is announced for warehouse ${announced}, not ${warehouse}. Receive it there, or without naming the shipment.`,
  ),
  // Returns
  return_which_batch: refuse<Where & { sku: string; among: string; choices: readonly string[] }>(
    409,
    ({ where, sku, among }) =>
      `${where}: ${sku} was sent from several batches: ${among}. Name the one on the label; one line for each.`,
  ),
  return_beyond_sent: refuse<Where & { sku: string; asked: number; most: number; named: boolean }>(
    409,
    ({ where, sku, asked, most, named }) =>
      most === 0
        ? `${where}: nothing of ${named ? `this batch of ${sku}` : sku} is out with this customer. Check the ${named ? 'label' : 'product'}, the order and the customer of the return.`
        : `${where}: ${asked} of ${named ? `this batch of ${sku}` : sku} would come back, but only ${most} ${most === 1 ? 'is' : 'are'} out with this customer.`,
  ),
  return_before_sent: refuse<Where & { sku: string; sentOn: string; receivedOn: string }>(
    422,
    ({ where, sku, sentOn, receivedOn }) =>
      `${where}: ${sku} was sent on ${sentOn} at the earliest, so it cannot have come back on ${receivedOn}. Correct the day.`,
  ),
  expired_on_return: refuse<Where & { batch: string; expiresOn: string }>(
    409,
    ({ where, batch, expiresOn }) =>
      `${where}: ${batchName(batch)} expired on ${expiresOn}, so it cannot go back to where it is sold from. Put it into quarantine.`,
  ),
  return_closed: refuse<{ number: string }>(409, ({ number }) => `Return ${number} is dealt with.`),
  // Orders and fulfilment
  order_cancelled: refuse<{ number: string }>(409, ({ number }) => `Order ${number} is cancelled.`),
  order_shipped: refuse<{ number: string }>(
    409,
    ({ number }) =>
      `All of order ${number} is shipped already, so there is nothing to cancel. What comes back is announced as a return; a shipment that never left is cancelled first.`,
  ),
  below_shipped: refuse<{ asked: number; shipped: number }>(
    409,
    ({ asked, shipped }) => `${shipped} are already shipped, so the line cannot be ${asked}.`,
  ),
  kit_begun: refuse<{ sku: string; asked: number; begun: number }>(
    409,
    ({ sku, asked, begun }) => `Parts of ${begun} ${sku} are already shipped, so the line cannot be ${asked}.`,
  ),
  kit_incomplete: refuse<{
    kits: readonly { line: number; sku: string; missing: readonly { sku: string; quantity: number }[] }[]
  }>(
    409,
    ({ kits }) =>
      `${kits.map(({ line, sku, missing }) => `Line ${line}, ${sku}: ${missing.map((part) => `${part.quantity} of ${part.sku}`).join(' and ')} would be missing`).join('. ')}. Send whole kits, or say that a part may go alone.`,
  ),
  nothing_to_ship: refuse<{ number: string; warehouse: string | null }>(409, ({ number, warehouse }) =>
    warehouse === null
      ? `Nothing of order ${number} has batches yet: it waits for stock.`
      : `Nothing of order ${number} has batches in warehouse ${warehouse}.`,
  ),
  already_shipped: refuse<{ number: string }>(409, ({ number }) => `All of order ${number} is shipped already.`),
  ship_beyond_allocated: refuse<Where & { asked: number; allocated: number }>(
    409,
    ({ where, asked, allocated }) =>
      `${where}: ${asked} to ship, but ${allocated} are allocated from this batch and place.`,
  ),
  shipment_cancelled: refuse<{ number: string }>(
    409,
    ({ number }) => `All of shipment ${number} is cancelled already. Its goods are here; ship the order again.`,
  ),
  shipment_came_back: refuse<{ number: string; batch: string; asked: number; out: number }>(
    409,
    ({ number, batch, asked, out }) =>
      `Shipment ${number} cannot be cancelled: it sent ${asked} of ${batchName(batch)}, and only ${out} ${out === 1 ? 'is' : 'are'} still out; the others came back by a return, so they had left. Take the rest back by a return, too.`,
  ),
  parcel_elsewhere: refuse<{ parcel: string; shipment: string }>(
    409,
    ({ parcel, shipment }) => `Parcel ${parcel} is not in shipment ${shipment}, or was taken out of it already.`,
  ),
  history_not_allowed: refuse<{ on: string; role: string }>(
    403,
    ({ on, role }) =>
      `Your role, ${role}, may record what left today or yesterday, not on ${on}. Ask a manager to record it.`,
  ),
} as const
