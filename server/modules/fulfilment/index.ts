/**
 * fulfilment — pick waves and lists, what was picked, parcels, shipments with the batches taken, packing slips.
 *
 * Tables: fulfilment.pick_wave, pick_wave_order, picked, parcel, parcel_line, parcel_serial, shipment, shipment_line. A shipment
 * leaves one warehouse for one order; its lines are moves to the customer, taken from the order's reservations in the same
 * transaction, so no unit is shipped that was not allocated. What was shipped by mistake is undone in the ledger, and a
 * shipment is cancelled as far as its moves are undone. What is picked is held against the reservation, never kept
 * beside it: beyond it, it is stopped, and is neither packed nor shipped.
 */
export { type LyingRow, lyingWithPicked } from './lying-with-picked.ts'
export { packingSlip } from './packing-slip.ts'
export { unitsPicked } from './picking/store.ts'
export { fulfilmentRoutes } from './routes.ts'
export { senderOf } from './store.ts'
