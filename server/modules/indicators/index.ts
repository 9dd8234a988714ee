/**
 * indicators — what is measured of recalls and of rehearsals, by month, each number with its definition and the cases behind it. Reads only: from the ledger and from
 * what was done, nothing is typed in.
 */
export { indicatorsRoutes } from './routes.ts'
