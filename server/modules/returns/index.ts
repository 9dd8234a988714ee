/**
 * returns — goods that customers say they send back, listed until they are dealt with.
 *
 * Tables: returns.announced_return, announced_line. Announcing moves no stock: nothing is known yet of batch or condition.
 */
export { returnsRoutes } from './routes.ts'
