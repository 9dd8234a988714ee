/**
 * server/platform/refusals/batches.ts — what is there and which batch is meant.
 */
import { counted } from '#domain/counted.ts'
import { refuse, type Where } from './refuse.ts'

type Tracking = 'none' | 'batch' | 'serial'
type Locked = { sku: string; units: number; from: Tracking; to: Tracking }

const isAre = (count: number) => (count === 1 ? 'is' : 'are')

function lockedWords({ sku, units, from, to }: Locked): string {
  if (to === 'none')
    return `${counted(units, 'unit')} of ${sku} ${isAre(units)} in stock, and which batches they are would be lost. It cannot go untracked while any is in stock.`
  if (to === 'serial')
    return `${counted(units, 'unit')} of ${sku} ${isAre(units)} in stock, and nobody has written down their serials. Tracking by serial begins only with none in stock.`
  return from === 'none'
    ? `${counted(units, 'unit')} of ${sku} ${isAre(units)} in stock, and nobody has written down their batches. Begin to track batches on the page of the product: orders flow on, and the stock is identified bit by bit.`
    : `The tracking of ${sku} cannot change while ${counted(units, 'unit')} ${isAre(units)} in stock.`
}

export const batchRefusals = {
  // Catalog and places
  pack_without_base: refuse<{ pack: string }>(
    422,
    ({ pack }) => `Pack "${pack}" must hold at least 2 of the base unit.`,
  ),
  pack_twice: refuse<{ pack: string }>(
    422,
    ({ pack }) =>
      `Pack "${pack}" is named twice. The base unit is there already: its own GTIN goes into the product's GTIN field.`,
  ),
  tracking_locked: refuse<{ sku: string; units: number; from: Tracking; to: Tracking }>(409, (facts) =>
    lockedWords(facts),
  ),
  tracking_identified: refuse<{ sku: string; to: Tracking }>(409, ({ sku, to }) =>
    to === 'none'
      ? `The batches of ${sku} were found out unit by unit, and what comes back is still told apart by them. It stays tracked by batch; add another product for goods that are not.`
      : `${sku} began without batches, and has units without a serial out with customers. Add another product for goods tracked by serial.`,
  ),
  gtin_taken: refuse<{ gtin: string; sku: string }>(409, ({ gtin, sku }) => `GTIN ${gtin} already belongs to ${sku}.`),
  kit_in_use: refuse<{ sku: string; moved: boolean; announced: number; ordered: number }>(
    409,
    ({ sku, moved, announced, ordered }) =>
      moved
        ? `${sku} has lain in stock itself, so it cannot be a kit. Add another product for the kit.`
        : `${sku} cannot become a kit while it is asked for itself: ${announced} are announced, ${ordered} are ordered. Close or cancel these first.`,
  ),
  kit_by_now: refuse<{ sku: string }>(
    409,
    ({ sku }) => `${sku} was made a kit just now, and never lies in stock itself. Send the request again.`,
  ),
  tracked_by_now: refuse<{ sku: string }>(
    409,
    ({ sku }) => `How ${sku} is tracked was changed just now. Look at its line again, and send it anew.`,
  ),
  place_not_physical: refuse<{ place: string }>(
    422,
    ({ place }) => `Stock cannot be put at ${place}: it is not a bin, dock or quarantine place.`,
  ),
  // Batches
  batch_code_needed: refuse<Where & { sku: string }>(
    422,
    ({ where, sku }) => `${where}: ${sku} is tracked by batch. Scan or type the batch code from the label.`,
  ),
  date_needed: refuse<Where & { sku: string; lifeDays: number | null }>(422, ({ where, sku, lifeDays }) =>
    lifeDays === null
      ? `${where}: ${sku} needs an expiry date. Read it from the label; it is never guessed.`
      : `${where}: ${sku} needs an expiry date, or a production date from which ${counted(lifeDays, 'day')} ${isAre(lifeDays)} counted. It is never guessed.`,
  ),
  production_date_needed: refuse<Where & { sku: string; percentMin: number }>(
    422,
    ({ where, sku, percentMin }) =>
      `${where}: ${sku} promises customers ${percentMin} % of its life, so the production date is needed as well. Read it from the label; it is never guessed.`,
  ),
  batch_dates_differ: refuse<
    Where & {
      batch: string
      batchId: string
      kind: string // which date to correct, should the label be right
      what: string // the same in words, or the last day
      known: string | null
      given: string
      choices: readonly string[]
    }
  >(
    409,
    ({ where, batch, what, known, given }) =>
      `${where}: batch ${batch} is known ${known === null ? 'without a last day' : `with ${what} ${known}`}, but this one says ${given}. Correct the known date, give these units a batch code of their own, or reject them.`,
  ),
  batch_looks_alike: refuse<Where & { code: string; known: readonly string[]; choices: readonly string[] }>(
    409,
    ({ where, code, known }) =>
      `${where}: "${code}" looks like ${known.map((k) => `"${k}"`).join(', ')}, which is already here. Use that code, or confirm that "${code}" is a different batch.`,
  ),
  batch_code_mistyped: refuse<Where & { code: string; pattern: string; choices: readonly string[] }>(
    409,
    ({ where, code, pattern }) =>
      `${where}: "${code}" is written like ${pattern}, but its check character is not that of the rest, so something in it is mistyped. Correct it, or confirm that "${code}" is right.`,
  ),
  batch_code_pattern_unreadable: refuse<{ at: number; problem: string }>(
    422,
    ({ at, problem }) => `The pattern cannot be read at character ${at + 1}: ${problem}.`,
  ),
  batch_code_pattern_missing: refuse<{ sku: string }>(
    409,
    ({ sku }) =>
      `Nobody has said how batch codes of ${sku} are written. Write a pattern for it, or one for all products.`,
  ),
  batch_codes_used_up: refuse<{ pattern: string; sku: string; day: string }>(
    409,
    ({ pattern, sku, day }) => `${pattern} has no number left for ${sku} on ${day}. Give the pattern one digit more.`,
  ),
  batch_supplier_differs: refuse<Where & { batch: string; known: string; choices: readonly string[] }>(
    409,
    ({ where, batch, known }) =>
      `${where}: batch ${batch} is known from supplier ${known}. Say whether this is the same batch, or keep batches of this product apart by supplier.`,
  ),
  batch_untracked: refuse<{ sku: string }>(
    422,
    ({ sku }) => `${sku} is not tracked by batch, so no batch can be named.`,
  ),
  produced_after_expiry: refuse<Where & { producedOn: string; expiresOn: string }>(
    422,
    ({ where, producedOn, expiresOn }) =>
      `${where}: made on ${producedOn} but good only until ${expiresOn}. One of the two dates is wrong.`,
  ),
  produced_after_arrival: refuse<Where & { producedOn: string; on: string }>(
    422,
    ({ where, producedOn, on }) =>
      `${where}: made on ${producedOn}, but here on ${on} already. Read the production date from the label again.`,
  ),
  serials_needed: refuse<Where & { sku: string; needed: number; given: number }>(
    422,
    ({ where, sku, needed, given }) =>
      `${where}: ${sku} is tracked by serial. ${needed} serials are needed, ${given} given.`,
  ),
  serial_elsewhere: refuse<{ serial: string; place: string }>(
    409,
    ({ serial, place }) => `Serial ${serial} is ${place}, so it cannot move from here.`,
  ),
  serial_repeated: refuse<{ serial: string }>(
    422,
    ({ serial }) => `Serial ${serial} was scanned twice. Each unit has a serial of its own.`,
  ),
  serial_twice: refuse<{ serial: string }>(
    409,
    ({ serial }) => `Serial ${serial} is already in stock. A serial can be in one place only.`,
  ),
} as const
