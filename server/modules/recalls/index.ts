/**
 * recalls — batches that must come back: drafted, started, widened or narrowed, and ended.
 *
 * Tables: recalls.setting, recall, version, act, frozen, released. What is meant is kept version by version, and the state is read from who did what. Starting one
 * holds every batch that is meant in one transaction, gives back what was promised of them and of all that was made of them, and writes down what lay where;
 * what comes later under it is held as it comes. Ending one lifts its own holds, so that what was held before is held still. Where the account asks for
 * it, another person approves first.
 */
export { endedAt, recallBalance, startedAt } from './balance.ts'
export { sweepRecall } from './in-force.ts'
export { lockedRecall, type Recall, recallByRef, recallsSince } from './recall-by-ref.ts'
export { recallsRoutes } from './routes.ts'
export { type Isolated, isolatedBy } from './store.ts'
