/**
 * transfers — goods that go from one warehouse of the account to another: asked for, approved, sent, received, and what did not
 * come settled by a person.
 *
 * Tables: transfers.transfer, transfer_line, discrepancy. An approved line is a demand of stock, with its own id, served from the
 * warehouse it leaves by the same planner, behind all orders that wait. What left and came are moves of the document `transfer`
 * through the place in transit: no state of a transfer and no quantity of it is written anywhere else.
 */
export { transfersRoutes } from './routes.ts'
export { missingOnTransfers, transfersToApprove } from './to-settle.ts'
