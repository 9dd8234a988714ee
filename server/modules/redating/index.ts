/**
 * redating — units that are opened, frozen or thawed, and the last day they have from then on, by the rule written for the product.
 *
 * Tables: redating.rule, redating. A batch has one last day: what gets another one becomes a batch of its own, linked to the one it
 * comes from, with the dates it brings along and the one that was reckoned. Opened units lie in a place of their own in the
 * warehouse, on hand and never sold. Nothing is redated by being carried into a cold room: a person says so. How many are left
 * is in the balances and nowhere else.
 */
export { derivedFollow } from './follow-dates.ts'
export { redatingRoutes } from './routes.ts'
export { openedToSettle } from './to-settle.ts'
