/**
 * server/platform/refusals/counts.ts — what cannot be counted or booked, and who may.
 */
import { batchName } from '#domain/batch-code.ts'
import { moneyText } from '#domain/money.ts'
import { refuse } from './refuse.ts'

type Goods = { batch: string; place: string }
type Worth = Goods & { difference: number; value: number | null; currency: string }

const signed = (quantity: number) => (quantity > 0 ? `+${quantity}` : `−${-quantity}`)
const worth = ({ value, currency }: Worth) =>
  value === null ? 'whose cost no receipt says' : `worth ${moneyText({ currency, amount: value })}`

export const countRefusals = {
  nothing_to_count: refuse<{ warehouse: string }>(
    409,
    ({ warehouse }) =>
      `In warehouse ${warehouse} nothing lies of what was asked for. Name the bins, if you want to look there.`,
  ),
  count_closed: refuse<{ number: string }>(409, ({ number }) => `Count ${number} is closed. Make a new one.`),
  count_unfinished: refuse<{ number: string; toCount: number; open: number }>(
    409,
    ({ number, toCount, open }) =>
      `Of count ${number}, ${toCount} ${toCount === 1 ? 'bin is' : 'bins are'} not counted and ${open} ${open === 1 ? 'difference is' : 'differences are'} not booked. Say why it is closed like this.`,
  ),
  approval_needed: refuse<Worth>(
    409,
    (facts) =>
      `${signed(facts.difference)} of ${batchName(facts.batch)} at ${facts.place}, ${worth(facts)}, is above what may be booked without approval. A manager or owner may approve it.`,
  ),
  own_count: refuse<Worth>(
    409,
    (facts) =>
      `${signed(facts.difference)} of ${batchName(facts.batch)} at ${facts.place} was counted by you. Somebody else has to approve it.`,
  ),
  blind_count: refuse<{ number: string }>(
    409,
    ({ number }) =>
      `Count ${number} is blind: who counts is not told what was expected, and books nothing. A manager or owner who did not count looks at it.`,
  ),
  difference_booked: refuse<Goods>(
    409,
    ({ batch, place }) => `The difference of ${batchName(batch)} at ${place} is booked already.`,
  ),
  difference_outdated: refuse<Goods>(
    409,
    ({ batch, place }) => `${place} was counted again since, or is to be: look at ${batchName(batch)} there anew.`,
  ),
} as const
