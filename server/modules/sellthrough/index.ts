/**
 * sellthrough — what a customer who sells on tells of what became of our goods there: how many were sold, lost or brought back, and never of which batch.
 *
 * Tables: sellthrough.report, withdrawal. Both only grow; a report that was wrong is withdrawn. None moves stock: what went there and what came back says the ledger. Together
 * they say of each batch how much is sold on and how much is there, at least and at most (`domain/sold-on`). A report that cannot be is refused; where what was sent
 * changes behind it, it stands, says nothing, and waits to be settled.
 */
export { refuseSoldOn } from './refuse-sold-on.ts'
export { sellThroughRoutes } from './routes.ts'
export { SoldOnNumbers } from './shapes.ts'
export { type SoldOnByCustomer, soldOnByCustomer } from './sold-on.ts'
export { sellThroughToSettle } from './to-settle.ts'
