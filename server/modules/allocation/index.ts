/**
 * allocation — gives demands their batches: reads the candidates under the lock, asks the pure planner, reserves what it
 * picks, and keeps why.
 *
 * Tables: allocation.decision, rule, rule_batch, exception. Never more is promised than exists: the lock of the product comes first, the database's
 * checks stand behind it. What became free is offered to back orders by priority and age, a thousand lines a transaction.
 */
export { type Allocated, type AllocationCause, planAllocation, type ToAllocate } from './allocate.ts'
export { candidates } from './candidates.ts'
export { decisionsOf, decisionsOfAll, insertDecisions, latestDecisions } from './decisions.ts'
export type { PromiseKey } from './expired-promises.ts'
export { giveBackNextExpired, lookForPassedDays } from './jobs.ts'
export { rejudge, releaseUnfit } from './rejudge.ts'
export { applyRules } from './rules/apply-rules.ts'
export { readRuleTurn } from './rules/rule-ask.ts'
export { type BatchEffect, type LineEffect, ruleEffect } from './rules/rule-effect.ts'
export { allocationRoutes } from './rules/rule-routes.ts'
export { NewRule } from './rules/rule-shapes.ts'
export { rulesInForce } from './rules/rules-in-force.ts'
export { continueOffers, serveBackOrders, serveReleased } from './serve-back-orders.ts'
export { type Swapped, swapPromises } from './swap-promises.ts'
