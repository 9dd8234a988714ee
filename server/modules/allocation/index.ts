/**
 * allocation — gives demands their batches: reads the candidates under the lock, asks the pure planner, reserves what it
 * picks, and keeps why.
 *
 * Tables: allocation.decision, routing, rule, rule_batch, service, holiday,
 * transit, pool, pool_draw, exception. Never more is promised than exists: the lock of the product comes first, the database's
 * checks stand behind it. What became free is offered to back orders in turn, a thousand lines a transaction.
 */
export { type Allocated, type AllocationCause, type Planned, planAllocation } from './allocate.ts'
export { candidates } from './candidates.ts'
export { judgeAnew, packsOf } from './change-lines.ts'
export { decisionsOf, decisionsOfAll, insertDecisions, latestDecisions } from './decisions.ts'
export { ArrivalShape, deliveryRoutes } from './delivery/delivery-routes.ts'
export { resolveServices, type ServiceRow } from './delivery/delivery-store.ts'
export type { PromiseKey } from './expired-promises.ts'
export { forbiddenPromises, promiseKey, promisesForbiddenAsIf } from './forbidden-promises.ts'
export { applyDelivery, giveBackNextExpired, lookForExpired } from './jobs.ts'
export { numberToSellRoute } from './number-to-sell.ts'
export { type Outlet, outletsOf } from './outlets.ts'
export { keepDraws, lookForEndedPools, offerEndedPools } from './pools/kept-pools.ts'
export { poolRoutes } from './pools/pool-routes.ts'
export { rejudge, releaseUnfit } from './rejudge.ts'
export { keepRoutings } from './routing/routing-store.ts'
export { RoutingShape, type RoutingView, routingsOf, toldRouting } from './routing/routing-view.ts'
export { applyRules, lookForTurnedRules } from './rules/apply-rules.ts'
export { lifeAskedNow } from './rules/life-asked.ts'
export { readRuleTurn } from './rules/rule-ask.ts'
export { type BatchEffect, type LineEffect, ruleEffect } from './rules/rule-effect.ts'
export { allocationRoutes } from './rules/rule-routes.ts'
export { NewRule } from './rules/rule-shapes.ts'
export { rulesInForce } from './rules/rules-in-force.ts'
export { continueOffers, serveBackOrders, serveReleased } from './serve-back-orders.ts'
export { type Swapped, swapPromises } from './swap-promises.ts'
export type { ToAllocate } from './under-the-rules.ts'
export { whyWaiting } from './why-waiting.ts'
