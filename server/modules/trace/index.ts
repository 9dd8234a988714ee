/**
 * trace — who got a batch, and where a unit came from. Reads only: the edges are the ledger's own rows, walked over
 * indexes, so that cost grows with the answer and not with the ledger.
 */
export { traceRoutes } from './routes.ts'
