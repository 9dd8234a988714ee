/**
 * returns — goods that customers send back: announced, and taken in when they are here.
 *
 * Tables: returns.announced_return, announced_line. Announcing moves no stock: nothing is known yet of batch or condition.
 * What comes back goes into the batch it was sent from, never more than is out; the ledger says which and where.
 */
export { returnsRoutes } from './routes.ts'
export { stillOut } from './still-out.ts'
