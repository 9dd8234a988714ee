/**
 * corrective — what a recall or a rehearsal of one showed to be wrong, and who puts it right until when.
 *
 * Table: corrective.action. Each belongs to one recall that was started, or to one mock recall; to somebody, and to a day. What is done stays done, with a note that says how.
 * Mock recalls come later in the line, and hand in what they owe.
 */
export { type NewAction, openActions } from './actions.ts'
export { correctiveRoutes } from './routes.ts'
export { Action, NewAction as NewActionShape } from './shapes.ts'
export { type ActionRow, actionById, actionsOf } from './store.ts'
export { actionsToSettle } from './to-settle.ts'
