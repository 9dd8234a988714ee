/**
 * trace — who got a batch, and where a unit came from. Reads only: the edges are the ledger's own rows, walked over
 * indexes, so that cost grows with the answer and not with the ledger.
 */
export { massBalanceOf } from './balance-of.ts'
export { exposureOf } from './exposure.ts'
export { mayBeAmong } from './may-be-among.ts'
export { traceRoutes } from './routes.ts'
export { Exposure, ScopeTrace } from './scope/answers.ts'
export { whatIsMeant } from './scope/resolve.ts'
export { Scope, type TraceScope } from './scope/shape.ts'
export { traceCsv, traceWorkbook } from './scope/sheets.ts'
export { whereSerialsAre } from './scope/store.ts'
export { productBalances, reachOf, scopeTrace, withBatchesOfSerials } from './scope/trace.ts'
export { MassBalance, pageAsk } from './shapes.ts'
export { soldOnBeside, soldOnCells } from './sold-on-beside.ts'
export { cameFrom, flows, lying, openOrders } from './store.ts'
export { whoGotAll } from './who-got.ts'
