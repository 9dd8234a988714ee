/**
 * returns — goods that customers send back: announced, and taken in when they are here.
 *
 * Tables: returns.announced_return, announced_line, checklist, unlabelled, resolution, inspection, checked, photo, decision. Announcing
 * moves no stock: nothing is known yet of batch or condition. What comes back goes into the batch it was sent from, never more than is out; the
 * ledger says which and where. Of what nobody can read the label it is kept of which batches it may be, in no balance, and all such units together
 * must fit into what is out. What came to quarantine is looked at and decided, in parts; nothing expired or held goes back to where it is sold
 * from. How many are still to be decided is read from the moves and the decisions that stand. Decisions are taken back, never changed.
 */
export { returnsRoutes } from './routes.ts'
export { stillOut } from './still-out.ts'
export type { ComesBack, JudgeTakenIn, TakenIn } from './taken-in.ts'
export { returnsToSettle } from './to-settle.ts'
export { unlabelledOf, unreadUnits } from './unlabelled.ts'
