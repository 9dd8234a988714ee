/**
 * alerts — who looks is told that a batch comes to its last day: once at each step, and on the day after it.
 *
 * Tables: alerts.alert, open_alert, closing, answer, account_steps, product_steps. An alert is what was told at a moment, and stays; it is open for as long as
 * it has a row in open_alert, whose key lets a batch have one of a kind. Judged each quarter of an hour, in the zones where the batch lies, and by a
 * job after dates changed or goods came. Raises nothing of goods on their way between warehouses, and forgets nothing because of that.
 */
export { soonToJudge } from './arrived.ts'
export { judgeAlerts, lookForAlerts } from './judge.ts'
export { alertCounts } from './list-store.ts'
export { alertsRoutes } from './routes.ts'
