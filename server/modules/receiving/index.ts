/**
 * receiving — inbound shipments as announced, and receipts of what came, with the differences between the two.
 *
 * Tables: receiving.inbound, inbound_line, receipt, receipt_line. A receipt line is a move from the supplier to a place,
 * in the same transaction; nothing that needs a batch or a date comes in without one. What came is offered to back
 * orders before the receipt is answered.
 */
export { foretellReceipts } from './foretell-receipts.ts'
export type { ReceiptInput } from './receipt-ask.ts'
export { receive } from './receive.ts'
export { receivingRoutes } from './routes.ts'
export { unitsAnnounced } from './store.ts'
export { inboundsToSettle } from './to-settle.ts'
