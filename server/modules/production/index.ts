/**
 * production — runs that use named batches and make named batches of them: produced, repacked, mixed, made into kits and taken apart, reworked.
 *
 * Tables: production.run, run_line, expiry_rule. A run is written whole: what it uses goes to the place of production, what it makes comes from there, and
 * each batch it made is linked to each that it used, so that holds and traces go through it to any depth. Nothing held, expired or promised is used up
 * unseen. A run is undone whole, while what it made lies untouched.
 */
export { productionRoutes } from './routes.ts'
export { madeByRuns } from './run-detail.ts'
export { runKinds } from './store.ts'
