/**
 * server/modules/seal/sealed-tables.ts — which tables hold facts, and what of them is sealed: every column that the application may not
 * change, of every table of which it may delete nothing. A test holds this list against its rights.
 */
import { fileTable } from '#platform/files.ts'

export type SealedTable = Readonly<{
  name: string
  /** The column that tells when it was recorded, by our clock; without one, only its block tells. */
  recorded?: string
  /** Only these; else all that cannot change. */
  only?: readonly string[]
  /** Columns that are left out of rows in which another one has one of these values: persons can be forgotten. */
  forgets?: Readonly<{ columns: readonly string[]; where: string; is: readonly string[] }>
}>

/**
 * May only grow by kinds of which no entry was ever written: what is sealed is told anew as it was.
 */
const kindsOfPersons = ['customer', 'order', 'person', 'return', 'recipient', 'notice', 'response']

const facts = (recorded: string, ...names: readonly string[]): SealedTable[] =>
  names.map((name) => ({ name, recorded }))
/** Parts of what is sealed beside them. */
const parts = (...names: readonly string[]): SealedTable[] => names.map((name) => ({ name }))

/** In the order in which they are sealed. */
export const sealedTables: readonly SealedTable[] = [
  ...facts('recorded_at', 'stock.move', 'receiving.receipt', 'fulfilment.shipment', 'batches.batch_date'),
  ...parts('stock.move_serial', 'receiving.receipt_line', 'receiving.inbound_line', 'fulfilment.shipment_line'),
  ...facts('created_at', 'batches.serial'),
  ...facts('made_at', 'batches.batch_link', 'repairs.repair', 'identifying.identified'),
  ...facts('started_at', 'identifying.path'),
  {
    name: 'quality.hold',
    recorded: 'placed_at',
    only: [
      'account_id',
      'id',
      'number',
      'scope',
      'product_id',
      'batch_id',
      'lot_id',
      'place_id',
      'reason',
      'placed_by',
      'placed_at',
    ],
  },
  ...facts('decided_at', 'allocation.decision', 'allocation.routing', 'returns.decision'),
  ...facts('made_at', 'allocation.exception'),
  ...parts('allocation.rule_batch', 'orders.order_line'),
  ...facts('made_at', 'fulfilment.pick_wave'),
  ...parts('fulfilment.pick_wave_order', 'fulfilment.parcel_line', 'fulfilment.parcel_serial'),
  ...facts('picked_at', 'fulfilment.picked'),
  ...facts('packed_at', 'fulfilment.parcel'),
  ...facts('requested_at', 'transfers.transfer'),
  ...facts(
    'made_at',
    'transfers.discrepancy',
    'counts.count',
    'disposals.disposal',
    'redating.redating',
    'redating.rule',
  ),
  ...parts('transfers.transfer_line', 'counts.subject', 'counts.task', 'counts.tally_line', 'disposals.line'),
  ...facts('counted_at', 'counts.tally'),
  ...facts('asked_at', 'counts.recount'),
  ...facts('booked_at', 'counts.booking', 'counts.identification'),
  ...facts('signed_at', 'disposals.signature'),
  ...facts('added_at', 'disposals.proof', fileTable),
  ...parts('returns.announced_line', 'returns.unlabelled', 'returns.checked', 'returns.photo', 'production.run_line'),
  ...facts('inspected_at', 'returns.inspection'),
  ...facts('resolved_at', 'returns.resolution'),
  ...facts('recorded_at', 'sellthrough.report'),
  ...facts('withdrawn_at', 'sellthrough.withdrawal'),
  ...facts('taken_at', 'samples.sample'),
  ...facts('made_at', 'production.run', 'recalls.version'),
  ...parts('recalls.frozen', 'recalls.released'),
  ...facts('at', 'recalls.act', 'alerts.answer'),
  ...facts('at', 'mocks.act', 'checks.result'),
  ...facts('made_at', 'checks.draw', 'closing.report', 'closing.file'),
  ...parts('mocks.draw', 'mocks.target', 'mocks.origin', 'mocks.sent', 'mocks.lay', 'mocks.balance', 'mocks.consignee'),
  ...parts('checks.consignee'),
  ...facts('made_at', 'notices.wording'),
  ...facts(
    'at',
    'notices.wave',
    'notices.opened',
    'notices.bounce',
    'notices.call',
    'notices.answer',
    'notices.erasure',
  ),
  ...parts('notices.answer_line'),
  ...facts('made_at', 'labels.print'),
  ...parts('labels.printed'),
  ...facts('taken_at', 'labels.taking'),
  ...facts('raised_at', 'alerts.alert'),
  ...facts('closed_at', 'alerts.closing'),
  {
    name: 'access.audit',
    recorded: 'at',
    forgets: { columns: ['before', 'after'], where: 'subject_kind', is: kindsOfPersons },
  },
]
