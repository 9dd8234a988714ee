/**
 * server/platform/refusals/samples.ts — what cannot be kept as a sample, and what cannot be opened, frozen or thawed.
 */

import { batchName } from '#domain/batch-code.ts'
import { counted } from '#domain/counted.ts'
import { refuse, type Where } from './refuse.ts'

const did = { opened: 'opened', frozen: 'frozen', thawed: 'thawed' } as const
type Kind = keyof typeof did
type Goods = { kind: Kind; batch: string }

/** At the head of a sentence. */
function batchAtStart(code: string): string {
  const name = batchName(code)
  return name.charAt(0).toUpperCase() + name.slice(1)
}

const redatingSays: Readonly<Record<string, (goods: Goods) => string>> = {
  opened: ({ batch }) => `${batchAtStart(batch)} is opened already.`,
  frozen: ({ batch }) => `${batchAtStart(batch)} is frozen already.`,
  not_frozen: ({ batch }) => `${batchAtStart(batch)} is not frozen, so it cannot thaw.`,
  thawed: ({ batch }) =>
    `${batchAtStart(batch)} was thawed before, and the rule of the product does not let it be frozen again.`,
}

export const sampleRefusals = {
  sample_due_needed: refuse<Where & { batch: string }>(
    422,
    ({ where, batch }) =>
      `${where}: ${batchName(batch)} has no last day from which to count. Say until when the sample is kept.`,
  ),
  sample_in_boxes: refuse<Where & { sku: string; sample: number }>(
    422,
    ({ where, sku, sample }) =>
      `${where}: ${sample} of ${sku} cannot be kept out of closed boxes. Write the loose ones on a line of their own, and the sample there.`,
  ),
  sample_left: refuse<{ number: string; left: number; asked: number }>(
    409,
    ({ number, left, asked }) =>
      `Of sample ${number}, ${left} ${left === 1 ? 'unit is' : 'units are'} left, not ${asked}.`,
  ),
  redating_rule_needed: refuse<{ kind: Kind; sku: string }>(
    409,
    ({ kind, sku }) =>
      `Nobody has written how long ${sku} lasts once ${did[kind]}. Write the rule of the product first, as its maker states it.`,
  ),
  redating_expired: refuse<Goods & { expiresOn: string; on: string }>(
    409,
    ({ kind, batch, expiresOn, on }) =>
      `${batchAtStart(batch)} was good until ${expiresOn}, so it cannot be ${did[kind]} on ${on} to last longer.`,
  ),
  redating_not_allowed: refuse<Goods & { because: string }>(409, (facts) => {
    const says = redatingSays[facts.because]
    return says?.(facts) ?? `${batchAtStart(facts.batch)} cannot be ${did[facts.kind]}.`
  }),
  redating_held: refuse<{ batch: string; place: string; hold: string }>(
    409,
    ({ batch, place, hold }) =>
      `${batchAtStart(batch)} at ${place} is on hold there (${hold}), and the hold would not go along. Lift it, or hold the whole batch.`,
  ),
  redating_untracked: refuse<{ sku: string }>(
    422,
    ({ sku }) =>
      `${sku} is not tracked by batch alone, so a part of it cannot have a last day of its own. Only goods tracked by batch are opened, frozen or thawed here.`,
  ),
  redating_undone: refuse<{ batch: string }>(
    409,
    ({ batch }) => `That ${batchName(batch)} came to be is undone already.`,
  ),
  redating_used: refuse<{ batch: string; made: number; left: number }>(
    409,
    ({ batch, made, left }) =>
      `Of ${counted(made, 'unit')} that became ${batchName(batch)}, ${left} ${left === 1 ? 'lies' : 'lie'} free where they came to lie. What is used, moved or promised cannot be undone with them: undo that first.`,
  ),
  opened_left: refuse<{ batch: string; left: number; asked: number }>(
    409,
    ({ batch, left, asked }) =>
      `Of ${batchName(batch)}, ${left} opened ${left === 1 ? 'unit is' : 'units are'} left, not ${asked}.`,
  ),
  opened_stays: refuse<Where & { place: string }>(
    409,
    ({ where, place }) =>
      `${where}: what lies at ${place} is opened, and no carrying makes it whole. Use it up, throw it away, or undo the opening.`,
  ),
  opened_for_good: refuse<Where & { batch: string; place: string }>(
    409,
    ({ where, batch, place }) =>
      `${where}: ${batchName(batch)} is opened, and from ${place} it would be sold. It belongs at OPENED, with the other opened units of the warehouse.`,
  ),
  opened_only: refuse<Where & { place: string }>(
    422,
    ({ where, place }) =>
      `${where}: only opened units lie at ${place}. Choose a bin, or say that the units were opened.`,
  ),
} as const
