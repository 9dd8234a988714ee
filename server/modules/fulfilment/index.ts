/**
 * fulfilment — pick lists, shipments with the batches taken, packing slips.
 *
 * Tables: fulfilment.shipment, shipment_line. A shipment leaves one warehouse for one order; its lines are moves to the
 * customer, taken from the order's reservations in the same transaction, so no unit is shipped that was not allocated.
 */
export { fulfilmentRoutes } from './routes.ts'
