/**
 * stock — the append-only ledger of moves, the balances kept with it, demands and the reservations that serve them.
 *
 * Tables: stock.move, move_serial, serial_place, balance, demand, reservation, offer, reason. Whoever changes any of them holds the lock
 * of the product (`lockProducts`) and has read nothing of its stock before taking it. Balances are kept for physical
 * places only; a move between two places changes both in the same transaction; 0 <= reserved <= on hand always.
 */
export { adjust } from './adjust.ts'
export { becameBy, becomeBatch, becomingMoves, unbecome } from './become.ts'
export {
  cancelDemand,
  changeDemands,
  chooseAsWell,
  chooseBatches,
  chosenNow,
  type DemandRow,
  demandsById,
  demandsOfDocuments,
  insertDemands,
  type NewDemand,
} from './demands.ts'
export { inTurn } from './in-turn.ts'
export { giveBackParts, takeBack } from './keep-whole.ts'
export type { MoveAsk, PlaceOf } from './move-ask.ts'
export { netMoves } from './net-moves.ts'
export {
  advanceOffers,
  closeOffers,
  headsOfQueues,
  type OfferCause,
  type OfferRow,
  offersOf,
  openOffers,
  productsOnOffer,
  productsWaitedFor,
  restOfQueues,
  waitsBehind,
} from './offers.ts'
export { recordMoves } from './record-moves.ts'
export {
  type Promised,
  type ReservationRow,
  releaseFromDemands,
  releaseReservations,
  reservationsOf,
  reserve,
  reserveForNew,
} from './reservations.ts'
export { stockRoutes } from './routes.ts'
export { type ShipAsk, shipFromReservations } from './ship-reserved.ts'
export type { StockHooks, StockMoved } from './stock-hooks.ts'
export { StorageForce } from './storage/force-shape.ts'
export { foretellForbidden } from './storage/foretell-forbidden.ts'
export { type StoredBin, storageBins } from './storage/read-bins.ts'
export { type GoodsRow, goodsById } from './storage/store.ts'
export { movedOrAsked, serialsOfMove, unitsInStock } from './store.ts'
export { promisesAt, promisesIn, takenTogether } from './take-promised.ts'
export { type SentMove, sentMoves, unship } from './undo-shipment.ts'
export { type Difference, verify } from './verify.ts'
