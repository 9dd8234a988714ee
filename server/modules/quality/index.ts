/**
 * quality — holds: records that make stock unallocatable, by account, product, batch, lot, place, or one batch at one place.
 *
 * Tables: quality.hold, watch. A hold that something keeps, as a recall, is lifted by that alone; what it is on the look-out for is held as it comes. Several holds may lie on the same stock; each is lifted by itself. Placing one takes the lock of
 * every product it reaches and gives back, in the same transaction, all unshipped reservations of what it covers.
 */
export { type Becomes, followStock, heldUntilNow, refuseFreeing } from './follow-stock.ts'
export { holdOnArrival } from './hold-on-arrival.ts'
export { type Keeper, type Kept, keepHolds, lookAgain } from './keep-holds.ts'
export { qualityRoutes } from './routes.ts'
export { type ActiveHold, activeHolds, activeHoldsEverywhere, covers, holdList, holdsKnownOn } from './store.ts'
export { sweepHold, sweepHoldsOfLot } from './sweep-holds.ts'
export { endWatches, holdWatched, keepersWatchingLot, type Watch, watchArrivals } from './watch.ts'
