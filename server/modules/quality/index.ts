/**
 * quality — holds: records that make stock unallocatable, by account, product, batch, lot, place, or one batch at one place.
 *
 * Table: quality.hold. Several holds may lie on the same stock; each is lifted by itself. Placing one takes the lock of
 * every product it reaches and gives back, in the same transaction, all unshipped reservations of what it covers.
 */
export { type Becomes, followStock, heldUntilNow, refuseFreeing } from './follow-stock.ts'
export { holdOnArrival } from './hold-on-arrival.ts'
export { qualityRoutes } from './routes.ts'
export { type ActiveHold, activeHolds, activeHoldsEverywhere, covers, holdList } from './store.ts'
export { sweepHold, sweepHoldsOfLot } from './sweep-holds.ts'
