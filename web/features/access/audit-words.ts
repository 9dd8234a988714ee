/**
 * web/features/access/audit-words.ts — the audit in the words of an inspector: what was done, to what kind of thing.
 */
import { type AuditKind, kindWords } from './audit-kinds.ts'

const isKind = (kind: string): kind is AuditKind => kind in kindWords
export const kindInWords = (kind: string): string => (isKind(kind) ? kindWords[kind] : kind.replaceAll('_', ' '))

/** Followed by the kind and name of the thing. */
const deeds: Readonly<Record<string, string>> = {
  'account.alert_steps': 'Wrote when expiry is told of for',
  'account.create': 'Set up',
  'account.disposal_choices': 'Changed the reasons and methods of disposal of',
  'account.return_checks': 'Changed the checks of returns of',
  'batch.alert.see': 'Saw the alert of',
  'batch.alert.snooze': 'Snoozed the alert of',
  'batch.date.correct': 'Corrected the dates of',
  'batch.rename': 'Gave another code to',
  'batch.learn': 'Learned more of',
  'label.add': 'Designed the',
  'label.change': 'Changed the',
  'label.print': 'Printed the',
  'label.remove': 'Removed the',
  'label.setting': 'Changed the page behind labels of',
  'count.book': 'Booked differences of',
  'count.close': 'Closed',
  'count.make': 'Asked for',
  'count.recount': 'Asked to count bins again of',
  'count.tally': 'Counted a bin of',
  'disposal.cancel': 'Cancelled',
  'disposal.destroy': 'Destroyed the goods of',
  'disposal.draft': 'Wrote',
  'disposal.prove': 'Added proof to',
  'disposal.reverse': 'Reversed',
  'disposal.sign': 'Signed',
  'holidays.put': 'Wrote the holidays for',
  'hold.place': 'Placed',
  'hold.lift': 'Lifted',
  'import.abandon': 'Abandoned',
  'import.commit': 'Asked to import',
  'import.cut_off': 'Gave up the upload of',
  'import.mend': 'Mended a row of',
  'import.upload': 'Uploaded',
  'inbound.announce': 'Entered',
  'inbound.close': 'Closed',
  'inbound.open': 'Opened again',
  'key.create': 'Made',
  'key.revoke': 'Revoked',
  'lot.fill': 'Put batches into',
  'order.cancel': 'Cancelled',
  'order.choose_batches': 'Chose the batches of',
  'order.place': 'Entered',
  'person.phone': 'Signed in a phone as',
  'person.session_end': 'Ended a session of',
  'person.password': 'Set a new password for',
  'pick_wave.give_up': 'Gave up a pick of',
  'pool.end': 'Ended',
  'product.alert_steps': 'Wrote when expiry is told of for',
  'product.expiry_rule': 'Wrote until when is good what is made of',
  'production.record': 'Recorded',
  'production.undo': 'Undid',
  'receipt.record': 'Recorded',
  'return.announce': 'Announced',
  'return.close': 'Closed',
  'return.identify': 'Found the batch of units of',
  'return.inspect': 'Looked at goods of',
  'return.receive': 'Took in goods of',
  'redating.make': 'Recorded',
  'redating.remove': 'Used up or threw away of',
  'redating.rule': 'Wrote what opening and freezing do to',
  'redating.undo': 'Undid',
  'repair.date': 'Corrected a date by',
  'repair.merge': 'Merged two batches by',
  'repair.rename': 'Renamed a batch by',
  'repair.split': 'Split a batch by',
  'repair.undo': 'Undid',
  'return.undo': 'Took back a decision of',
  'return.withdraw': 'Withdrew units of',
  'rule.end': 'Ended',
  'sample.remove': 'Took out of',
  'sample.rule': 'Wrote how many samples are kept of',
  'sample.take': 'Took',
  'sell_through.report': 'Recorded a',
  'sell_through.withdraw': 'Withdrew a',
  'shipment.cancel': 'Cancelled',
  'shipment.ship': 'Sent',
  'transfer.approve': 'Approved',
  'transfer.cancel': 'Cancelled',
  'transfer.receive': 'Received of',
  'transfer.request': 'Asked for',
  'transfer.settle': 'Settled what did not come of',
  'transfer.ship': 'Sent of',
  'transit.put': 'Wrote transit times for',
  'storage.force': 'Put goods against the rules at',
  'stock.adjust': 'Made',
  'stock.open_box': 'Opened boxes of',
  'stock.relocate': 'Made',
  'stock.reverse': 'Undid',
}
const endings: Readonly<Record<string, string>> = { add: 'Added', change: 'Changed' }

/** An action that is not known here is still told, as it is called. */
export function deedWords(action: string): string {
  const known = deeds[action] ?? endings[action.split('.').at(-1) ?? '']
  return known ?? `${action.replaceAll(/[._]/g, ' ')}:`
}

/** `web 10.0.0.1` as it is written down. */
export function whereFrom(source: string): string {
  const [way, address] = source.split(' ')
  if (address === undefined) return source
  return way === 'key' ? `by API key from ${address}` : way === 'web' ? `in the browser from ${address}` : source
}

const labels: Readonly<Record<string, string>> = {
  sku: 'SKU',
  gtin: 'GTIN',
  email: 'E-mail',
  expiresOn: 'Last day',
  lines: 'Lines',
  stated: 'Stated dates',
  released: 'Reservations taken back',
  receiptLifeDaysMin: 'Days left asked at receipt',
}

/** `supplierLot` as `Supplier lot`; an id goes by the name of its thing. */
export function labelOf(field: string): string {
  const words = field
    .replace(/Ids?$/, '')
    .replaceAll('_', ' ')
    .replaceAll(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`)
  return labels[field] ?? words.charAt(0).toUpperCase() + words.slice(1)
}
