/**
 * putaway — from the dock to the bin: what waits on docks and where it should go, what lies where it must not, and the bins of a
 * warehouse as a map.
 *
 * No tables: where goods may lie is judged by `domain/storage` from what catalog and places tell, in `stock/storage`, and putting them away is a
 * relocation of stock. Nothing is proposed that would be refused.
 */
export { misplacedToSettle, waitingOnDocks } from './attention.ts'
export { binsFor } from './proposals.ts'
export { putawayRoutes } from './routes.ts'
