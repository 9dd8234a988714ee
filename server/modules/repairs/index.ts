/**
 * repairs — batches that were recorded wrong: two that are one are merged, one that is two is split, a code or a date is corrected.
 *
 * Table: repairs.repair. Every repair keeps what was before, says why, and can be undone. Units become another batch in the ledger, as if they were
 * used for making it, and what is promised of them goes along. A merged batch stays, for it is what went out under its code; what is here, and
 * what comes later, is of the one that it was merged into.
 */
export { bringOver, mergedToBring } from './bring-over.ts'
export { judgeRepaired, type Repaired } from './repaired.ts'
export { repairsRoutes } from './routes.ts'
