/**
 * server/platform/refusals.ts — every way the business says no: its status and one sentence a person understands.
 *
 * Codes are stable: programs depend on them. The sentence says what is wrong, with the numbers, and what to do.
 */
import { type FieldProblem, firstInWords } from './problems-in-words.ts'

type Words<Facts> = Readonly<{ status: number; says: (facts: Facts) => string }>

const refuse = <Facts>(status: number, says: (facts: Facts) => string): Words<Facts> => ({ status, says })

type Where = { where: string }
type Wrong = { problems: readonly FieldProblem[] }

const an = (kind: string) => `${/^[aeiou]/.test(kind) ? 'an' : 'a'} ${kind}`

export const refusals = {
  // The request itself
  invalid_input: refuse<Wrong>(422, ({ problems }) => firstInWords(problems)),
  not_found: refuse<{ kind: string; id: string }>(404, ({ kind, id }) => `There is no ${kind} "${id}" here.`),
  unknown_route: refuse<{ method: string; path: string }>(
    404,
    ({ method, path }) => `Nothing answers ${method} ${path}.`,
  ),
  already_exists: refuse<{ kind: string; name: string }>(409, ({ kind, name }) =>
    name === ''
      ? `One of these is here already (${kind}). Open it, or choose another name.`
      : `There is already ${an(kind)} "${name}". Open it, or choose another name.`,
  ),
  key_reused: refuse<{ key: string }>(
    409,
    ({ key }) =>
      `The idempotency key "${key}" was used before with a different request. Use a new key for a new request.`,
  ),
  too_many_requests: refuse<{ seconds: number }>(
    429,
    ({ seconds }) => `Too many requests. Try again in ${seconds} seconds.`,
  ),
  too_large: refuse<{ limit: string }>(413, ({ limit }) => `The request is too large: at most ${limit}.`),
  unreadable: refuse<{ why: string }>(400, ({ why }) => `The request cannot be read: ${why}`),
  ambiguous: refuse<Where & { name: string; candidates: readonly { id: string; says: string }[] }>(
    409,
    ({ where, name, candidates }) =>
      `${where}: "${name}" fits ${candidates.length}: ${candidates.map(({ says }) => says).join('; ')}. Say which one is meant.`,
  ),
  in_use: refuse<{ what: string }>(409, ({ what }) => `${what} is in use by something else, so this is not possible.`),
  // Access
  not_signed_in: refuse<Record<never, never>>(401, () => 'Sign in first, or send a valid API key.'),
  wrong_password: refuse<Record<never, never>>(401, () => 'The e-mail address or the password is not right.'),
  sign_in_locked: refuse<{ minutes: number }>(
    429,
    ({ minutes }) => `Too many wrong passwords. Signing in is locked for ${minutes} more minutes.`,
  ),
  not_allowed: refuse<{ needs: string; role: string }>(
    403,
    ({ needs, role }) => `Your role, ${role}, may not ${needs}. Ask an owner of the account.`,
  ),
  foreign_origin: refuse<Record<never, never>>(403, () => 'This request came from another website and was refused.'),
  already_set_up: refuse<Record<never, never>>(409, () => 'This Firstout is already set up. Sign in.'),
  last_owner: refuse<Record<never, never>>(409, () => 'An account needs at least one owner.'),
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
  tracking_locked: refuse<{ sku: string; units: number }>(
    409,
    ({ sku, units }) => `The tracking of ${sku} cannot change while ${units} units are in stock.`,
  ),
  gtin_taken: refuse<{ gtin: string; sku: string }>(409, ({ gtin, sku }) => `GTIN ${gtin} already belongs to ${sku}.`),
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
      : `${where}: ${sku} needs an expiry date, or a production date from which ${lifeDays} days are counted. It is never guessed.`,
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
  // Stock
  insufficient_stock: refuse<Where & { batch: string; place: string; available: number; asked: number }>(
    409,
    ({ where, batch, place, available, asked }) =>
      `${where}: ${asked} asked of batch ${batch} at ${place}, but only ${available} are available.`,
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
      `${where}: ${asked} of batch ${batch} at ${place} are to go, and ${promised} of them are promised to ${orders} order ${orders === 1 ? 'line' : 'lines'}. If they are really gone, take the promises back: these orders then look for other stock.`,
  ),
  too_much_stock: refuse<{ batch: string; place: string; most: number }>(
    422,
    ({ batch, place, most }) => `Batch ${batch} at ${place} would be more than ${most} units. Is the quantity right?`,
  ),
  negative_on_day: refuse<{ batch: string; place: string; day: string; short: number }>(
    409,
    ({ batch, place, day, short }) =>
      `Batch ${batch} at ${place} would have been ${short} below zero on ${day}. Record it on a later day, or record first what came in before.`,
  ),
  in_the_future: refuse<{ at: string }>(
    422,
    ({ at }) => `${at} is in the future. Stock moves are recorded when they have happened.`,
  ),
  already_reversed: refuse<{ move: string }>(409, ({ move }) => `Move ${move} was already reversed.`),
  // Quality
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
      `${where}: batch ${batch} is on hold (${hold}: ${reason}) and cannot be shipped.`,
  ),
  batch_expired: refuse<Where & { batch: string; expiresOn: string }>(
    409,
    ({ where, batch, expiresOn }) =>
      `${where}: batch ${batch} expired on ${expiresOn} and cannot be shipped. Choose "Try again" on the order: other stock takes its place.`,
  ),
  // Receiving
  life_too_short: refuse<Where & { batch: string; left: number; required: number }>(
    409,
    ({ where, batch, left, required }) =>
      `${where}: batch ${batch} has ${left} days left, ${required} are required on arrival. Send it back, or ask a manager to change the rule.`,
  ),
  expired_on_arrival: refuse<Where & { batch: string; expiresOn: string }>(
    409,
    ({ where, batch, expiresOn }) =>
      `${where}: batch ${batch} expired on ${expiresOn}. It cannot be received as sellable stock; receive it as damaged or send it back.`,
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
  expired_on_return: refuse<Where & { batch: string; expiresOn: string }>(
    409,
    ({ where, batch, expiresOn }) =>
      `${where}: batch ${batch} expired on ${expiresOn}, so it cannot go back to where it is sold from. Put it into quarantine.`,
  ),
  return_closed: refuse<{ number: string }>(409, ({ number }) => `Return ${number} is dealt with.`),
  // Orders and fulfilment
  order_cancelled: refuse<{ number: string }>(409, ({ number }) => `Order ${number} is cancelled.`),
  order_shipped: refuse<{ number: string }>(
    409,
    ({ number }) =>
      `All of order ${number} is shipped already, so there is nothing to cancel. What comes back is announced as a return.`,
  ),
  below_shipped: refuse<{ asked: number; shipped: number }>(
    409,
    ({ asked, shipped }) => `${shipped} are already shipped, so the line cannot be ${asked}.`,
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
  history_not_allowed: refuse<{ on: string; role: string }>(
    403,
    ({ on, role }) =>
      `Your role, ${role}, may record what left today or yesterday, not on ${on}. Ask a manager to record it.`,
  ),
  // The machine
  database_unavailable: refuse<Record<never, never>>(
    503,
    () => 'The database cannot be reached just now. Nothing was changed; try again.',
  ),
  busy: refuse<Record<never, never>>(
    503,
    () => 'Others changed the same stock at the same moment. Nothing was changed; try again.',
  ),
  outcome_unknown: refuse<Record<never, never>>(
    503,
    () =>
      'The connection to the database broke while saving. Send the same request again with the same key: it will not be done twice.',
  ),
  memory_full: refuse<Record<never, never>>(
    503,
    () => 'The database has no memory left for this. Nothing was changed. Ask for less at once, or try again later.',
  ),
  storage_full: refuse<Record<never, never>>(
    507,
    () => 'The disk of the database is full. Nothing was changed. Free some space, then try again.',
  ),
} as const
